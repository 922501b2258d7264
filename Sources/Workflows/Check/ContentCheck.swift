import Checks
import Foundation
import Guides

/// The way of a check, beside that of a build: configuration and files → guides → diagnostics. Nothing is filled in
/// to be kept, and nothing is written.
public struct CheckPipeline: Sendable {
    /// What a check came to.
    public struct Result: Sendable {
        /// What was found, by place.
        public var diagnostics: [Diagnostic] = []
        /// How many guides were looked at.
        public var guides = 0
        /// How many files of theirs.
        public var files = 0
        /// Whether the fault is in the way of checking rather than in the content.
        public var isUsage = false
    }

    private let folder: ProjectFolder
    private let options: CheckOptions

    /// Checks a project as a public build would read it: neither the local file nor the environment counts, so that
    /// the findings are the same for everybody.
    public init(_ folder: ProjectFolder, _ options: CheckOptions) {
        self.folder = folder
        self.options = options
    }

    /// Runs every check.
    public func check() -> Result {
        var result = Result()
        var buildOptions = BuildOptions()
        buildOptions.audience = .public
        buildOptions.valueFiles = options.valueFiles
        buildOptions.settings = options.settings
        switch LoadedProject.load(folder, buildOptions, environment: [:], makesSite: false) {
        case .failed(let diagnostics):
            result.diagnostics = diagnostics
            result.isUsage = true
        case .loaded(let loaded, let diagnostics):
            result.diagnostics = diagnostics
            run(loaded, &result)
        }
        result.diagnostics = result.diagnostics.sortedByPlace()
        return result
    }

    private func run(_ loaded: LoadedProject, _ result: inout Result) {
        let selection = PathSelection(options.paths, in: folder)
        let guides = loaded.project.inventory.guides
        let selected = guides.filter { selection.includes($0) }
        result.guides = selected.count
        result.files = selected.reduce(0) { $0 + selection.files(of: $1) }
        for path in selection.without(guides) {
            // A check that looked at nothing must not pass for one that found nothing.
            result.diagnostics.append(Diagnostic(NothingToCheck(), at: Place(path: path)))
            result.isUsage = true
        }
        guard !result.isUsage else { return }

        let context = CheckContext(project: loaded.project, book: loaded.book, today: options.today)
        let workers = Parallel.run(count: guides.count, make: { CheckWorker(loaded, context) }) { worker, index in
            worker.check(guides[index])
        }
        let files = ProjectFilesReader(folder: folder).read(&result.diagnostics)
        var found = result.diagnostics + workers.flatMap(\.diagnostics)
        found += CheckRegistry.diagnose(files, in: context)
        found += CheckRegistry.diagnose(workers.flatMap(\.facts).sorted { $0.id < $1.id }, in: context)
        found += AnchorCheck(loaded: loaded).diagnose(workers.flatMap(\.entries))
        let filter = SuppressionFilter(workers.flatMap(\.suppressions), rules: loaded.project.configuration.ignores)
        result.diagnostics = filter.apply(to: Masking.masked(found)).filter { selection.includes($0) }
    }
}

/// Takes a guide from its files to its findings. Each core has one.
private struct CheckWorker: Sendable {
    private let loaded: LoadedProject
    private let context: CheckContext
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var suppressions: [Suppression] = []
    private(set) var entries: [IndexEntry] = []
    private(set) var facts: [GuideFacts] = []

    init(_ loaded: LoadedProject, _ context: CheckContext) {
        self.loaded = loaded
        self.context = context
    }

    /// Reads and checks one guide, and keeps what the checks of all guides need of it.
    mutating func check(_ entry: Inventory.Entry) {
        var found: [Diagnostic] = []
        defer { diagnostics += found }
        guard let files = GuideFilesReader(loaded).read(entry, &found),
            let guide = GuideReader(loaded.project).read(files, &found)
        else { return }
        // Where the structure has faults, anchors may be other ones when they are mended.
        let isWhole = !found.hasErrors
        found += CheckRegistry.diagnose(guide, in: context, scope: .all)
        suppressions += Suppression.read(guide, &found)
        facts.append(GuideFacts(guide))
        let (anchors, outgoing) = IndexEntry.links(of: guide)
        let editions = guide.editions.map {
            IndexEntry.Edition(language: $0.language.tag, title: $0.title, summary: $0.summary)
        }
        entries.append(
            IndexEntry(
                id: guide.id, tags: [], editions: isWhole ? editions : [], anchors: anchors, outgoing: outgoing))
    }
}

/// A path of the command line that holds nothing.
struct NothingToCheck: Problem {
    static let check = "nothing-to-check"

    var message: String { "there is nothing to check here" }
    var help: String? {
        "name a guide’s folder or file below `content/`, or `vademecum.yaml`; without a path, all is checked"
    }
}
