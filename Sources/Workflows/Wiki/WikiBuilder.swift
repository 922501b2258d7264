import Guides
import Rendering
import Sources
import Values

/// Makes the team's wiki: every name is decided, and found good, before the first page is written.
public struct WikiBuilder: Sendable {
    private let folder: ProjectFolder
    private let values: ValueOptions
    private let options: WikiOptions
    private let progress: @Sendable (Int, Int) -> Void

    /// - Parameter progress: called from any thread with how many of how many guides are done.
    public init(
        _ folder: ProjectFolder, _ values: ValueOptions, _ options: WikiOptions,
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) {
        self.folder = folder
        // A wiki is read by whoever may read the team's repository, whatever the site is for.
        self.values = values.read(by: .team)
        self.options = options
        self.progress = progress
    }

    /// The wiki for the team, private values filled in.
    public func build() -> Outcome<Wiki> {
        ProjectLoader(folder, values).load(.guides).then { (loaded, found) throws(Refusal) in
            let configured = loaded.project.configuration.wiki
            let settings = WikiSettings(
                flavor: options.flavor ?? configured.flavor, layout: options.layout ?? configured.layout,
                remote: configured.remote, remotePlace: configured.remotePlace, lists: configured.lists,
                isConfigured: configured.isConfigured)
            var wiki = Wiki(
                settings: settings, languages: loaded.project.languages, examples: examples(in: loaded),
                gate: loaded.gate)
            try write(&wiki, of: Line(loaded), &found)
            guard !found.hasErrors else { throw Refusal() }
            return wiki
        }
    }

    private func examples(in loaded: LoadedProject) -> [String] {
        let declarations = loaded.project.configuration.values
        return zip(declarations, loaded.book.resolved().values).compactMap { declaration, value in
            declaration.isPrivate && value?.isExample == true ? declaration.name : nil
        }
    }

    private func write(_ wiki: inout Wiki, of line: Line, _ found: inout [Diagnostic]) throws(Refusal) {
        let project = line.loaded.project
        let inventory = project.inventory.guides
        // First what names, links and lists take of every guide; then the pages, from the same trees.
        let readers = Parallel.run(count: inventory.count, make: { WikiReader(line) }) { $0.read(inventory[$1]) }
        found += readers.flatMap(\.diagnostics)
        found += AnchorCheck(folder: folder).diagnose(GuideIndex(readers.map(\.index)))
        guard !found.hasErrors else { throw Refusal() }
        let drafts = readers.flatMap(\.drafts).sorted { $0.index.id.precedesByBytes($1.index.id) }
        wiki.guides = drafts.count
        let (map, problems) = WikiMap.make(wiki.settings, languages: project.languages, guides: drafts.map(\.index))
        found += problems
        guard let map else { throw Refusal() }
        wiki.source = WikiSource(line: line, map: map, stamp: options.stamp)
        let counter = ProgressCounter(total: drafts.count, report: progress)
        let stamp = options.stamp
        let writers = Parallel.run(count: drafts.count, make: { WikiWorker(line, map, stamp: stamp) }) {
            $0.write(drafts[$1])
            counter.advance()
        }
        var shared = WikiWorker(line, map, stamp: stamp)
        for (folder, name) in map.sharedAssets { shared.addAsset(name, of: folder) }
        wiki.pages = (writers + [shared]).flatMap(\.pages)
        found += (writers + [shared]).flatMap(\.diagnostics)
        wiki.pages += WikiListRenderer(
            map, title: project.configuration.title, order: project.configuration.order, stamp: stamp
        ).pages()
            .filter { wiki.settings.owner(of: $0) != .theirs }
        wiki.pages.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }
}
