import Guides
import Messages
import Sources

/// The errors that the guides of a project are about.
public struct ErrorCatalogue {
    /// A pattern of a guide's.
    public struct Item: Sendable {
        /// The guide.
        public let guide: String
        /// The pattern as its author wrote it, on one line.
        public let pattern: String
        /// The languages that the guide is written in.
        public let languages: [String]
    }

    private let patterns: [(id: String, errors: [ErrorPattern])]
    private let configuration: Configuration
    private let inventory: Inventory

    init(_ loaded: LoadedProject, _ found: inout [Diagnostic]) {
        configuration = loaded.project.configuration
        inventory = loaded.project.inventory
        var patterns: [(id: String, errors: [ErrorPattern])] = []
        for entry in inventory.guides {
            let path = LoadedProject.path(entry.id, "guide.yaml")
            guard loaded.folder.has(path), let file = loaded.folder.read(path, &found) else { continue }
            let (metadata, problems) = GuideMetadata.read(file, configuration: configuration)
            found += problems
            if let metadata, !metadata.errors.isEmpty { patterns.append((entry.id, metadata.errors)) }
        }
        self.patterns = patterns
    }

    /// Finds the guide that a message is about.
    var matcher: ErrorMatcher { ErrorMatcher(patterns, values: configuration.values) }

    private var items: [Item] {
        patterns.flatMap { id, errors in
            let languages = inventory[id]?.languages.map(\.rawValue) ?? []
            return errors.map { Item(guide: id, pattern: $0.written, languages: languages) }
        }
    }

    /// Every pattern of the project, by guide.
    public static func list(_ folder: ProjectFolder, _ values: ValueOptions) -> Outcome<[Item]> {
        ProjectLoader(folder, values.read(by: .team)).load(.guide).then { (loaded, found) throws(Refusal) in
            ErrorCatalogue(loaded, &found).items
        }
    }
}
