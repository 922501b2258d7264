import Checks
import Guides
import Rendering

/// The first pass: what names, links and lists take. Each core has one.
struct WikiIndexer: Sendable {
    private let loaded: LoadedProject
    private(set) var guides: [WikiGuide] = []
    private(set) var entries: [IndexEntry] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(_ loaded: LoadedProject) { self.loaded = loaded }

    /// Reads and checks a guide; one with errors is reported and has no page.
    mutating func read(_ entry: Inventory.Entry) {
        guard let files = GuideFilesReader(loaded).read(entry, &diagnostics) else { return }
        var found: [Diagnostic] = []
        guard let guide = GuideReader(loaded.project).read(files, &found) else {
            diagnostics += found
            return
        }
        found += CheckRegistry.diagnose(guide, in: CheckContext(project: loaded.project, book: loaded.book))
        diagnostics += found
        guard !found.hasErrors else { return }
        let (anchors, outgoing) = IndexEntry.links(of: guide)
        let tags = guide.metadata.tags
        let places = guide.editions.map(\.titlePlace)
        let index = WikiGuide(guide.filled(from: loaded.book), titlePlaces: places)
        let editions = index.editions.map {
            IndexEntry.Edition(language: $0.language, title: $0.title, summary: $0.summary)
        }
        entries.append(
            IndexEntry(id: index.id, tags: tags, editions: editions, anchors: anchors, outgoing: outgoing))
        guides.append(index)
    }
}

/// The second pass: a guide's pages, and the files that they show. Each core has one.
struct WikiWorker: Sendable {
    private let loaded: LoadedProject
    private let map: WikiMap
    private let stamp: String?
    private(set) var pages: [WikiPage] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(_ loaded: LoadedProject, _ map: WikiMap, stamp: String?) {
        self.loaded = loaded
        self.map = map
        self.stamp = stamp
    }

    /// Renders a guide that the first pass found good; what changed since is reported.
    mutating func write(_ entry: Inventory.Entry) {
        guard let files = GuideFilesReader(loaded).read(entry, &diagnostics),
            let guide = GuideReader(loaded.project).read(files, &diagnostics)
        else { return }
        let source = loaded.project.configuration.source
        do {
            let renderer = WikiGuideRenderer(map, sourceURL: source, stamp: stamp)
            pages += try renderer.pages(of: guide.filled(from: loaded.book))
        } catch {
            // The frame of a page begins as an empty text, which is within every limit.
            diagnostics.append(Diagnostic(UnreadableFile(reason: "\(error)"), at: Place(path: files.metadata.path)))
        }
        for name in map.assets(of: entry.id) { addAsset(name, of: entry.id) }
    }

    private mutating func addAsset(_ name: String, of guide: String) {
        let source = "\(InventoryReader.contentFolder)/\(guide)/\(name)"
        do {
            let bytes = try Disk.read("\(loaded.folder.path)/\(source)")
            let path = map.settings.flavor.assetPath(guide: guide, name: name)
            let origin = WikiPage.Origin.asset(guide: guide, name: name)
            pages.append(WikiPage(path: path, title: path, origin: origin, sources: [source], bytes: bytes))
        } catch {
            diagnostics.append(Diagnostic(UnreadableFile(reason: error.reason), at: Place(path: source)))
        }
    }
}
