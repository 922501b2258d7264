import Guides
import Messages
import Sources

/// The errors that some guides of a project are about. Nothing else of the guides is read.
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
    private let entries: [Inventory.Entry]
    private let configuration: Configuration
    /// What is wrong with the files that the patterns stand in.
    let diagnostics: [Diagnostic]

    init(_ folder: ProjectFolder, _ configuration: Configuration, _ entries: [Inventory.Entry]) {
        let readers = Parallel.run(count: entries.count, make: { Reader(folder, configuration) }) { reader, index in
            reader.read(entries[index])
        }
        patterns = readers.flatMap(\.patterns).sorted { $0.id.precedesByBytes($1.id) }
        diagnostics = readers.flatMap(\.diagnostics).sortedByPlace()
        self.entries = entries
        self.configuration = configuration
    }

    /// Those of all guides.
    init(_ loaded: LoadedProject) {
        self.init(loaded.folder, loaded.project.configuration, loaded.project.inventory.guides)
    }

    /// Finds the guide that a message is about.
    var matcher: ErrorMatcher { ErrorMatcher(patterns, values: configuration.values) }

    /// The guides that are about errors.
    var guides: [String] { patterns.map(\.id) }

    private var items: [Item] {
        let languages = Dictionary(
            entries.map { (ExactText($0.id), $0.languages.map(\.rawValue)) }, uniquingKeysWith: { first, _ in first })
        return patterns.flatMap { id, errors in
            errors.map { Item(guide: id, pattern: $0.written, languages: languages[ExactText(id)] ?? []) }
        }
    }

    /// Every pattern of the project, by guide.
    public static func list(_ folder: ProjectFolder, _ values: ValueOptions) -> Outcome<[Item]> {
        ProjectLoader(folder, values.read(by: .team)).load(.guide).then { (loaded, found) throws(Refusal) in
            let catalogue = ErrorCatalogue(loaded)
            found += catalogue.diagnostics
            return catalogue.items
        }
    }

    /// Reads what guides say of the errors that they are about.
    private struct Reader: Sendable {
        private let folder: ProjectFolder
        private let configuration: Configuration
        private(set) var patterns: [(id: String, errors: [ErrorPattern])] = []
        private(set) var diagnostics: [Diagnostic] = []

        init(_ folder: ProjectFolder, _ configuration: Configuration) {
            self.folder = folder
            self.configuration = configuration
        }

        mutating func read(_ entry: Inventory.Entry) {
            let path = LoadedProject.path(entry.id, "guide.yaml")
            guard folder.has(path), let file = folder.read(path, &diagnostics) else { return }
            let (metadata, problems) = GuideMetadata.read(file, configuration: configuration)
            diagnostics += problems
            if let metadata, !metadata.errors.isEmpty { patterns.append((entry.id, metadata.errors)) }
        }
    }
}
