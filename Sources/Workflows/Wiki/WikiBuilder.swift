import Foundation
import Guides
import Rendering

/// What the command line says about a wiki.
public struct WikiOptions: Sendable {
    /// Whose wiki; nil takes the configuration's word.
    public var flavor: WikiFlavor?
    /// What stands on one page; nil takes the configuration's word.
    public var layout: WikiLayout?
    /// What the pages say that they were built from; nil leaves it out.
    public var stamp: String?
    /// Files of values, the later the stronger.
    public var valueFiles: [String] = []
    /// `NAME=VALUE`, the later the stronger.
    public var settings: [String] = []

    /// A wiki as the configuration has it.
    public init() {}
}

/// A whole wiki in memory, or what kept it from being made.
public struct Wiki: Sendable {
    /// What was found, by place. Where there are errors, `pages` is empty.
    public var diagnostics: [Diagnostic] = []
    /// Every file of the wiki, by path: pages, lists, images.
    public var pages: [WikiPage] = []
    /// The settings that the pages were made by, the command line's word included.
    public var settings = WikiSettings()
    /// The languages of the pages, the source first.
    public var languages: [Language] = []
    /// How many guides there are.
    public var guides = 0
    /// What the pages were made with, for whoever looks for the way back.
    var source: WikiSource?
    /// Private values that nobody gave, whose examples the pages show.
    public var examples: [String] = []
    /// Whether the fault is in the way of building rather than in the content.
    public var isUsage = false
}

/// Makes the team's wiki: every name is decided, and found good, before the first page is written.
public struct WikiBuilder: Sendable {
    private let folder: ProjectFolder
    private let options: WikiOptions
    private let environment: [String: String]
    private let progress: @Sendable (Int, Int) -> Void

    /// - Parameters:
    ///   - environment: the process's variables, of which values may be among.
    ///   - progress: called from any thread with how many of how many guides are done.
    public init(
        _ folder: ProjectFolder, _ options: WikiOptions, environment: [String: String],
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) {
        self.folder = folder
        self.options = options
        self.environment = environment
        self.progress = progress
    }

    /// The wiki for the team, private values filled in.
    public func build() -> Wiki {
        var wiki = Wiki()
        var build = BuildOptions()
        // A wiki is read by whoever may read the team's repository, whatever the site is for.
        build.audience = .team
        build.valueFiles = options.valueFiles
        build.settings = options.settings
        switch LoadedProject.load(folder, build, environment: environment) {
        case .failed(let diagnostics):
            wiki.diagnostics = diagnostics.sortedByPlace()
            wiki.isUsage = true
        case .loaded(let loaded, let warnings):
            wiki.diagnostics = warnings
            wiki.languages = loaded.project.languages
            let configured = loaded.project.configuration.wiki
            wiki.settings = WikiSettings(
                flavor: options.flavor ?? configured.flavor, layout: options.layout ?? configured.layout,
                remote: configured.remote, remotePlace: configured.remotePlace)
            wiki.examples = examples(in: loaded)
            write(&wiki, of: loaded)
            wiki.diagnostics = wiki.diagnostics.sortedByPlace()
            if wiki.diagnostics.hasErrors { wiki.pages = [] }
        }
        return wiki
    }

    private func examples(in loaded: LoadedProject) -> [String] {
        let declarations = loaded.project.configuration.values
        return zip(declarations, loaded.book.resolved().values).compactMap { declaration, value in
            declaration.isPrivate && value?.isExample == true ? declaration.name : nil
        }
    }

    private func write(_ wiki: inout Wiki, of loaded: LoadedProject) {
        let guides = index(loaded, &wiki.diagnostics)
        wiki.guides = guides.count
        guard !wiki.diagnostics.hasErrors else { return }
        let (map, problems) = WikiMap.make(wiki.settings, languages: loaded.project.languages, guides: guides)
        wiki.diagnostics += problems
        guard let map else { return }
        wiki.source = WikiSource(loaded: loaded, map: map, stamp: options.stamp)
        let inventory = loaded.project.inventory.guides
        let counter = ProgressCounter(total: inventory.count, report: progress)
        let stamp = options.stamp
        let workers = Parallel.run(count: inventory.count, make: { WikiWorker(loaded, map, stamp: stamp) }) {
            $0.write(inventory[$1])
            counter.advance()
        }
        wiki.pages = workers.flatMap(\.pages)
        wiki.diagnostics += workers.flatMap(\.diagnostics)
        do {
            let title = loaded.project.configuration.title
            wiki.pages += try WikiListRenderer(map, title: title, stamp: stamp).pages()
        } catch {
            // An empty text is within every limit.
            wiki.diagnostics.append(Diagnostic(UnreadableFile(reason: "\(error)"), at: Place(path: "wiki")))
        }
        wiki.pages.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// Reads, checks and fills every guide for what other guides' pages have to know of it.
    private func index(_ loaded: LoadedProject, _ diagnostics: inout [Diagnostic]) -> [WikiGuide] {
        let inventory = loaded.project.inventory.guides
        let workers = Parallel.run(count: inventory.count, make: { WikiIndexer(loaded) }) { $0.read(inventory[$1]) }
        diagnostics += workers.flatMap(\.diagnostics)
        diagnostics += AnchorCheck(loaded: loaded).diagnose(workers.flatMap(\.entries).sorted { $0.id < $1.id })
        return workers.flatMap(\.guides).sorted { $0.id < $1.id }
    }
}
