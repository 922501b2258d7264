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
        case .inline(let address): return MarkdownEdit(address, .markdown(escaped), as: .address)
        case .reference(let label):
            var tail = [UInt8(ascii: "(")] + escaped
            if !title.isEmpty { tail += " \"".utf8 + MarkdownEscapes.title(Array(title.utf8)) + "\"".utf8 }
            return MarkdownEdit(label, .markdown(tail + [UInt8(ascii: ")")]), as: .address)
        case .attribute(let place): return MarkdownEdit(place, .markdown(Self.attribute(address)), as: .address)
        case .autolink: return nil
        }
    }

    /// An address between quotes of HTML.
    private static func attribute(_ address: String) -> [UInt8] {
        address.utf8.flatMap { byte -> [UInt8] in
            switch byte {
            case UInt8(ascii: "&"): Array("&amp;".utf8)
            case UInt8(ascii: "\""): Array("%22".utf8)
            case UInt8(ascii: "'"): Array("%27".utf8)
            case UInt8(ascii: "<"): Array("%3C".utf8)
            case UInt8(ascii: ">"): Array("%3E".utf8)
            case 0...0x20: Array("%20".utf8)
            default: [byte]
            }
        }
    }

    /// The edits that leave of the link its words alone.
    package func editsKeepingWords(in source: [UInt8]) -> [MarkdownEdit] {
        guard let (open, close) = words(in: source) else { return [] }
        return [
            MarkdownEdit(range.lowerBound..<open, .markdown([])), MarkdownEdit(close..<range.upperBound, .markdown([])),
        ]
    }

    /// The edits that make the link lead to another address and tell its parts, for the script to settle; in the order of
    /// the text.
    package func editsForScript(to address: [UInt8], title: String, in source: [UInt8]) -> [MarkdownEdit] {
        if case .attribute = tail {
            return edit(to: String(decoding: address, as: UTF8.self), title: title).map { [$0] } ?? []
        }
        guard let (open, close) = words(in: source) else { return [] }
        var edits = [
            MarkdownEdit(range.lowerBound..<open, .openLink(to: address)), MarkdownEdit(at: close, .closeWords),
        ]
        switch tail {
        case .inline(let range): edits.append(MarkdownEdit(range, .linkAddress(address)))
        case .reference(let label):
            edits.append(MarkdownEdit(label, .markdown([UInt8(ascii: "(")])))
            edits.append(MarkdownEdit(at: label.upperBound, .linkAddress(address)))
            var end: [UInt8] = []
            if !title.isEmpty { end += " \"".utf8 + MarkdownEscapes.title(Array(title.utf8)) + "\"".utf8 }
            edits.append(MarkdownEdit(at: label.upperBound, .markdown(end + [UInt8(ascii: ")")])))
        case .autolink, .attribute: return []
        }
        return edits + [MarkdownEdit(at: range.upperBound, .closeLink)]
    }

    /// Where the words begin and end; nil for a link that is its own words.
    private func words(in source: [UInt8]) -> (open: Int, close: Int)? {
        var close: Int
        switch tail {
        case .inline(let address):
            close = address.lowerBound - 1
            while close > range.lowerBound, source[close] != UInt8(ascii: "]") { close -= 1 }
        case .reference(let label): close = label.lowerBound - 1
        case .autolink, .attribute: return nil
        }
        let open = range.lowerBound + (source[range.lowerBound] == UInt8(ascii: "!") ? 2 : 1)
        return open <= close ? (open, close) : nil
    }
}
