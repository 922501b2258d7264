import CommonMark

/// Where a link stands in its file, and where it says where it leads.
package struct LinkPlace: Sendable {
    /// What stands behind the words.
    package let tail: LinkTail.Form
    /// The whole link.
    package let range: Range<Int>

    /// The edit that makes the link lead to another address; nil where the words are the address.
    package func edit(to address: String, title: String) -> MarkdownEdit? {
        let escaped = MarkdownEscapes.address(Array(address.utf8))
        switch tail {
        case .inline(let address): return MarkdownEdit(address, .markdown(escaped))
        case .reference(let label):
            var tail = [UInt8(ascii: "(")] + escaped
            if !title.isEmpty { tail += " \"".utf8 + MarkdownEscapes.title(Array(title.utf8)) + "\"".utf8 }
            return MarkdownEdit(label, .markdown(tail + [UInt8(ascii: ")")]))
        case .autolink: return nil
        }
    }

    /// The edits that leave of the link its words alone.
    package func editsKeepingWords(in source: [UInt8]) -> [MarkdownEdit] {
        var close: Int
        switch tail {
        case .inline(let address):
            close = address.lowerBound - 1
            while close > range.lowerBound, source[close] != UInt8(ascii: "]") { close -= 1 }
        case .reference(let label): close = label.lowerBound - 1
        case .autolink: return []
        }
        let open = range.lowerBound + (source[range.lowerBound] == UInt8(ascii: "!") ? 2 : 1)
        guard open <= close else { return [] }
        return [
            MarkdownEdit(range.lowerBound..<open, .markdown([])), MarkdownEdit(close..<range.upperBound, .markdown([])),
        ]
    }
}
