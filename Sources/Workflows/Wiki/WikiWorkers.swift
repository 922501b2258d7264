import Guides
import Rendering
import Sources
import Synchronization

/// A guide between the two looks at it, the first for its names, the second for its pages.
///
/// Its trees stay in memory meanwhile, so that nothing is read twice: a wiki has some hundred guides, and is held in
/// memory as a whole anyway.
final class WikiDraft: Sendable {
    /// What other guides' pages have to know of it.
    let index: WikiGuide
    private let guide: Mutex<FilledGuide?>

    init(_ guide: consuming sending FilledGuide, _ index: WikiGuide) {
        self.index = index
        self.guide = Mutex(guide)
    }

    /// Takes the guide out; nil for every caller after the first.
    func take() -> sending FilledGuide? {
        guide.withLock { guide in
            let taken = guide.take()
            return taken
        }
    }
}

/// The first look at guides: what names, links and lists take. Each core has one.
struct WikiReader: Sendable {
    private let line: Line
    private(set) var drafts: [WikiDraft] = []
    private(set) var index = GuideIndex()
    private(set) var diagnostics: [Diagnostic] = []

    init(_ line: Line) { self.line = line }

    /// Reads, checks and fills a guide; one with errors is reported and has no page.
    mutating func read(_ entry: Inventory.Entry) {
        var found: [Diagnostic] = []
        defer { diagnostics += found }
        guard let guide = line.read(entry, &found) else { return }
        found += line.check(guide)
        guard !found.hasErrors else { return }
        let links = IndexLinks(of: guide)
        let places = guide.editions.map(\.wikiNamePlace)
        let filled = line.fill(guide, keepsProse: true)
        index.add(filled.id, links: links, isWhole: true)
        let names = WikiGuide(filled, titlePlaces: places)
        drafts.append(WikiDraft(filled, names))
    }
}

/// The second look: a guide's pages, and the files that they show. Each core has one.
struct WikiWorker: Sendable {
    private let line: Line
    private let map: WikiMap
    private let stamp: String?
    private(set) var pages: [WikiPage] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(_ line: Line, _ map: WikiMap, stamp: String?) {
        self.line = line
        self.map = map
        self.stamp = stamp
    }

    /// Renders a guide that the first look found good.
    mutating func write(_ draft: WikiDraft) {
        let id = draft.index.id
        guard let guide = draft.take() else { return }
        pages += line.render(guide, on: map, stamp: stamp)
        for name in map.assets(of: id) { addAsset(name, of: id) }
    }

    /// Adds a file that guides show.
    mutating func addAsset(_ name: String, of guide: String) {
        let source = LoadedProject.path(guide, name)
        do throws(FileFailure) {
            let bytes = try line.loaded.folder.files.read(source)
            let path = map.settings.flavor.assetPath(guide: guide, name: name)
            let origin = WikiPage.Origin.asset(guide: guide, name: name)
            pages.append(WikiPage(path: path, title: path, origin: origin, sources: [source], bytes: bytes))
        } catch {
            report(error.reason, source)
        }
    }

    private mutating func report(_ reason: String, _ path: String) {
        diagnostics.append(Diagnostic(UnreadableFile(reason: reason), at: Place(path: path)))
    }
}
