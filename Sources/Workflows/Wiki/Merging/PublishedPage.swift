import Rendering
import Sources

/// A page as we published it.
struct PublishedPage {
    private let wiki: Wiki
    private let entry: WikiManifest.Entry
    private let text: [UInt8]
    private let clone: GitClone

    init(_ wiki: Wiki, _ entry: WikiManifest.Entry, _ text: [UInt8], _ clone: GitClone) {
        self.wiki = wiki
        self.entry = entry
        self.text = text
        self.clone = clone
    }

    /// What brings an edit of it together with its guide; nil for what is no guide's page, and where both changed the same
    /// lines of a page that an earlier version published without noting what it was made from.
    ///
    /// - Parameters:
    ///   - today: the page as it is made today; nil where it is none any more.
    ///   - guide: the guide's ID today; nil where it is as it was.
    func merge(_ edited: [UInt8], _ today: WikiPage?, guide: String? = nil) throws(GitError) -> PageMerge? {
        guard case .guide(let published, _) = entry.origin, let source = wiki.source else { return nil }
        let guide = guide ?? published
        if let record = entry.made, let trace = WikiTrace(record: record, of: text) {
            return PageMerge(source, guide: guide, PageOrigin(page: text, trace: trace), edited: edited, today: today)
        }
        // The page as it is today stands for the one that was published.
        guard let today, let trace = today.trace else { return nil }
        let origin = PageOrigin(page: today.bytes, trace: trace)
        if today.bytes == text { return PageMerge(source, guide: guide, origin, edited: edited, today: today) }
        let merged = try clone.merge(edited.asPage, base: text, today.bytes)
        guard merged.isClean else { return nil }
        return PageMerge(source, guide: guide, origin, edited: merged.text, today: today)
    }
}

extension WikiConflict {
    /// Both sides between marks, as git shows them.
    var marked: [UInt8] {
        func lines(_ text: [UInt8]) -> [UInt8] { text.isEmpty || text.last == 0x0A ? text : text + [0x0A] }
        return "<<<<<<< on the wiki\n".utf8 + lines(wiki) + "||||||| as published\n".utf8 + lines(published)
            + "=======\n".utf8 + lines(guides) + ">>>>>>> from the guides\n".utf8
    }
}
