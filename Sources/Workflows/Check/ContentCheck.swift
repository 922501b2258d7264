import Checks
import Guides
import Rendering
import Sources

/// Looks for every fault in the content. Nothing is filled in to be kept, and nothing is written.
public struct ContentCheck: Sendable {
    /// What was looked at.
    public struct Result: Sendable {
        /// How many guides.
        public var guides = 0
        /// How many files of theirs.
        public var files = 0

        /// A result of nothing looked at yet.
        public init() {}
    }

    private let folder: ProjectFolder
    private let values: ValueOptions
    private let options: CheckOptions

    /// Checks a project as a public build would read it: neither the local file nor the environment counts, so that
    /// the findings are the same for everybody.
    public init(_ folder: ProjectFolder, _ values: ValueOptions, _ options: CheckOptions) {
        self.folder = folder
        self.values = values.read(by: .public)
        self.options = options
    }

    /// Runs every check.
    public func check() -> Outcome<Result> {
        ProjectLoader(folder, values).load(.guides).then { (loaded, found) throws(Refusal) in
            let guides = loaded.project.inventory.guides
            var selection = PathSelection(options.paths, in: folder)
            if let changed = options.changed { selection.keep(changed, of: guides) }
            // A check that looked at nothing must not pass for one that found nothing.
            let missing = selection.without(loaded.project.inventory).map {
                Diagnostic(NothingToCheck(), at: Place(path: $0))
            }
            guard missing.isEmpty else { throw Refusal(missing, isUsage: true) }
            found = run(Line(loaded, today: options.today), found).filter { selection.includes($0) }.foundOnce()
            let selected = guides.filter { selection.includes($0) }
            var result = Result()
            result.guides = selected.count
            result.files = selected.reduce(0) { $0 + selection.files(of: $1) }
            return result
        }
    }

    private func run(_ line: Line, _ found: [Diagnostic]) -> [Diagnostic] {
        let project = line.loaded.project
        let guides = project.inventory.guides
        let workers = Parallel.run(count: guides.count, make: { CheckWorker(line) }) { worker, index in
            worker.check(guides[index])
        }
        var found = found + workers.flatMap(\.diagnostics)
        found += line.check(ProjectFilesReader(folder: folder).read(&found))
        found += line.check(workers.reduce(into: ProjectFacts()) { $0.add($1.facts) })
        let index = GuideIndex(workers.map(\.index))
        found += AnchorCheck(folder: folder).diagnose(index)
        let paths = workers.flatMap(\.paths)
        found += PathCheck(loaded: line.loaded).diagnose(paths)
        found += RedirectCheck(line.loaded.with(PathCheck.paths(paths))).diagnose(index)
        found += wikiNames(workers.flatMap(\.names), project)
        found += UnusedSnippet.diagnose(
            project.inventory, used: workers.reduce(into: []) { $0.formUnion($1.snippets) })
        let filter = SuppressionFilter(
            workers.flatMap(\.suppressions), rules: project.configuration.ignores, .all)
        return filter.apply(to: Masking.masked(found))
    }

    /// What is wrong with the names that the guides' pages have on the wiki, where the project has one.
    private func wikiNames(_ guides: [WikiGuide], _ project: Project) -> [Diagnostic] {
        guard project.configuration.wiki.isConfigured else { return [] }
        let sorted = guides.sorted { $0.id.precedesByBytes($1.id) }
        return WikiMap.faults(inNamesOf: sorted, project.configuration.wiki, languages: project.languages)
    }
}

/// Takes a guide from its files to its findings. Each core has one.
private struct CheckWorker: Sendable {
    private let line: Line
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var suppressions: [Suppression] = []
    private(set) var index = GuideIndex()
    private(set) var facts = ProjectFacts()
    private(set) var paths: [PathCheck.Claim] = []
    /// What names the pages of the wiki, where there is one; titles with values have none before they are filled.
    private(set) var names: [WikiGuide] = []
    /// The files of snippets that guides take in.
    private(set) var snippets: Set<String> = []

    init(_ line: Line) { self.line = line }

    /// What is found in a guide, without differences between the languages on a line that could not be read: they follow
    /// from that.
    private static func independent(_ findings: [Diagnostic], of reading: [Diagnostic]) -> [Diagnostic] {
        let errors = reading.filter { $0.severity == .error }
        if errors.isEmpty { return findings }
        return findings.filter { finding in
            type(of: finding.problem).description.group != .languages
                || !errors.contains { $0.place.path == finding.place.path && $0.place.line == finding.place.line }
        }
    }

    /// Reads and checks one guide, and keeps what the checks of all guides need of it.
    mutating func check(_ entry: Inventory.Entry) {
        var found: [Diagnostic] = []
        defer { diagnostics += found }
        guard let guide = line.read(entry, &found) else { return }
        // Where the structure has faults, anchors may be other ones when they are mended.
        let isWhole = !found.hasErrors
        found += Self.independent(line.check(guide, .all), of: found)
        suppressions += Suppression.read(guide, &found)
        snippets.formUnion(guide.snippets)
        facts.add(guide, samples: SampleReader(folder: line.loaded.folder).texts(of: guide, entry, &found))
        if line.loaded.project.configuration.wiki.isConfigured,
            guide.editions.allSatisfy({ !($0.wikiName ?? $0.title).contains("{{") })
        {
            names.append(WikiGuide(namesOf: guide))
        }
        paths += guide.metadata.paths.map { PathCheck.Claim(guide: entry.id, path: $0) }
        index.add(guide.id, links: IndexLinks(of: guide), isWhole: isWhole)
    }
}
