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
        /// The name of the error's address that stays; nil where it has none.
        public let id: String?
        /// How many samples prove the guide's patterns.
        public let samples: Int
        /// The pattern as a regular expression.
        let expression: String
    }

    private let guidesWithErrors: [GuideErrors]
    private var patterns: [(id: String, errors: [ErrorPattern])] { guidesWithErrors.map { ($0.id, $0.errors) } }
    private let entries: [Inventory.Entry]
    private let configuration: Configuration
    /// What is wrong with the files that the patterns stand in.
    let diagnostics: [Diagnostic]

    init(_ folder: ProjectFolder, _ configuration: Configuration, _ entries: [Inventory.Entry]) {
        let readers = Parallel.run(count: entries.count, make: { Reader(folder, configuration) }) { reader, index in
            reader.read(entries[index])
        }
        guidesWithErrors = readers.flatMap(\.guides).sorted { $0.id.precedesByBytes($1.id) }
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
    var guides: [String] { guidesWithErrors.map(\.id) }

    private var items: [Item] {
        let languages = Dictionary(
            entries.map { (ExactText($0.id), $0.languages.map(\.rawValue)) }, uniquingKeysWith: { first, _ in first })
        return guidesWithErrors.flatMap { guide in
            guide.errors.map { pattern in
                Item(
                    guide: guide.id, pattern: pattern.written, languages: languages[ExactText(guide.id)] ?? [],
                    id: guide.errorID, samples: guide.samples, expression: pattern.expression)
            }
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

    /// What is kept of a guide.
    private struct GuideErrors: Sendable {
        let id: String
        let errors: [ErrorPattern]
        let errorID: String?
        let samples: Int
    }

    /// Reads what guides say of the errors that they are about.
    private struct Reader: Sendable {
        private let folder: ProjectFolder
        private let configuration: Configuration
        private(set) var guides: [GuideErrors] = []
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
            guard let metadata, !metadata.errors.isEmpty else { return }
            guides.append(
                GuideErrors(
                    id: entry.id, errors: metadata.errors, errorID: metadata.errorID?.text,
                    samples: metadata.samples.count))
        }
    }
}
