import Checks
import Guides

/// Checks the links between guides, which takes the anchors of all of them.
struct AnchorCheck {
    let loaded: LoadedProject

    func diagnose(_ entries: [IndexEntry]) -> [Diagnostic] {
        // The anchors of a guide with faults may be other ones when they are mended, and it has reported so itself.
        let whole = entries.filter { !$0.editions.isEmpty }
        let anchors = Dictionary(whole.map { ($0.id, $0.anchors) }, uniquingKeysWith: { first, _ in first })
        return entries.flatMap { entry in
            entry.outgoing.compactMap { link in
                guard let known = anchors[link.guide], !known.contains(link.fragment) else { return nil }
                let problem = BrokenLink(anchor: link.fragment, of: link.guide, known: known)
                return Diagnostic(problem, at: place(of: link, in: entry))
            }
        }
    }

    /// Reads the guide again: nothing of it was kept but this link's number.
    private func place(of link: IndexEntry.Outgoing, in entry: IndexEntry) -> Place {
        let fallback = Place(path: "\(InventoryReader.contentFolder)/\(entry.id)/\(link.language).md")
        var ignored: [Diagnostic] = []
        guard let inventoried = loaded.project.inventory[entry.id],
            let files = GuideFilesReader(loaded).read(inventoried, &ignored),
            let guide = GuideReader(loaded.project).read(files, &ignored), let edition = guide.edition(link.language),
            link.ordinal < edition.links.count
        else { return fallback }
        return edition.place(of: edition.links[link.ordinal].node)
    }
}
