import CommonMark
import Foundation
import Sources

extension PageConversion {
    /// The paragraph that says what a page is about: one before the first heading below the title, or right behind it.
    static func opening(of document: Document) -> Node? {
        let blocks = Array(document.root.children)
        let heading = blocks.firstIndex { $0.kind == .heading }
        let behind = heading.map { $0 + 1 }.flatMap { $0 < blocks.count ? blocks[$0] : nil }
        return (blocks[..<(heading ?? blocks.count)] + [behind].compactMap { $0 }).first { block in
            guard block.kind == .paragraph, block.plainText.contains(" "), !block.plainText.hasPrefix("<") else {
                return false
            }
            // A row of badges, or of the languages that there are, says nothing of the page.
            let linked = block.descendants.filter { $0.kind == .link || $0.kind == .image }
            return linked.map(\.plainText.count).reduce(0, +) * 2 < block.plainText.count
        }
    }

    /// The first sentence of a long paragraph.
    static func sentence(_ text: String) -> String {
        let text = text.trimmingSpace
        guard text.count > 160, let stop = text.range(of: ". ") else { return text }
        return String(text[..<text.index(after: stop.lowerBound)])
    }
}
