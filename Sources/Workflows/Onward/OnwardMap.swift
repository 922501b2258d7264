import Guides
import Rendering
import Values

/// Where readers go on from each guide: to those before and after it, those near it in its group, and those about the same.
struct OnwardMap: Sendable {
    private let project: Project
    /// In the order of the inventory.
    private var outlines: [GuideOutline]
    private var orders: [LanguageTag: NeighborOrder] = [:]
    private var tagged = TagNeighbors()
    /// The pages that stand elsewhere than their guides.
    private(set) var paths = PagePaths()

    /// Pages list so many guides to each side, beside the one before and the one after.
    private static let nearest = 3
    private static let mostRelated = 4

    /// - Parameter known: what was read of the same project; guides that have the same files are not read again.
    init(_ line: Line, known: OnwardMap? = nil) {
        project = line.loaded.project
        let guides = project.inventory.guides
        let reader = OutlineReader(line: line)
        outlines = Parallel.map(count: guides.count) { index in
            known?.outline(of: guides[index]) ?? reader.read(guides[index])
        }
        arrange()
    }

    private func outline(of entry: Inventory.Entry) -> GuideOutline? {
        guard let index = project.inventory.index(of: entry.id), project.inventory.guides[index] == entry else {
            return nil
        }
        return outlines[index]
    }

    /// Reads a guide again.
    ///
    /// - Returns: whether the pages of other guides say something else of it now.
    mutating func update(_ guide: String, _ line: Line) -> Bool {
        guard let index = project.inventory.index(of: guide) else { return false }
        let outline = OutlineReader(line: line).read(project.inventory.guides[index])
        guard outline != outlines[index] else { return false }
        outlines[index] = outline
        arrange()
        return true
    }

    private mutating func arrange() {
        let ids = project.inventory.ids
        for language in project.languages.map(\.tag) {
            let titles = outlines.map { $0.title(for: language)?.text ?? "" }
            orders[language] = NeighborOrder(
                ids, titles: titles, numbers: outlines.map(\.order), project.configuration.order)
        }
        tagged = TagNeighbors(outlines.map(\.tags))
        paths = PagePaths()
        for (id, outline) in zip(ids, outlines) {
            for (language, path) in outline.paths { paths.set(path, of: id, in: language) }
        }
    }

    /// The ways on from a guide's page.
    func ways(from guide: String, in language: Language) -> OnwardWays {
        guard let index = project.inventory.index(of: guide), let order = orders[language.tag] else {
            return OnwardWays()
        }
        let (list, place) = order.place(of: index)
        func link(_ number: Int) -> GuideLink? {
            guard let title = outlines[number].title(for: language.tag),
                let written = project.languages.first(where: { $0.tag == title.language })
            else { return nil }
            return GuideLink(
                to: project.inventory.ids[number], title: title.text, in: written,
                from: PageAddress(guide: guide, language: language.tag, paths: paths))
        }
        let near = max(0, place - Self.nearest - 1)..<min(list.count, place + Self.nearest + 2)
        // A folder of its own, or a group of the project's, is a choice; all guides together are none.
        let isGroup = project.configuration.order.group(of: guide) != nil || guide.utf8.contains(UInt8(ascii: "/"))
        let siblings = isGroup ? near.filter { abs($0 - place) > 1 }.map { list[$0] } : []
        let shown = siblings + near.filter { abs($0 - place) <= 1 }.map { list[$0] }
        let related = tagged.nearest(to: index, tags: outlines[index].tags, but: shown)
        return OnwardWays(
            previous: place > 0 ? link(list[place - 1]) : nil,
            next: place + 1 < list.count ? link(list[place + 1]) : nil,
            siblings: siblings.compactMap(link), related: related.prefix(Self.mostRelated).compactMap(link))
    }
}
