import CommonMark
import Guides

/// Writes composed trees as a page's Markdown.
struct WikiWriter {
    let flavor: WikiFlavor

    init(_ flavor: WikiFlavor) { self.flavor = flavor }

    /// The page: the trees one below the other.
    func write(_ documents: [Document]) -> [UInt8] {
        var page: [UInt8] = []
        for document in documents where document.root.firstChild != nil {
            if flavor == .azure { joinLines(of: document) }
            WikiMarkup(flavor).disarm(document)
            if !page.isEmpty { page.append(0x0A) }
            document.appendMarkdown(to: &page)
        }
        return page
    }

    /// Azure's page on Markdown is of two minds about what a line's end means in a wiki, so there is none.
    private func joinLines(of document: Document) {
        for node in Array(document.root.descendants) where node.kind == .softBreak && node.parent?.kind != .table {
            node.insertBefore(document.makeText(" "))
            node.remove()
        }
    }
}
