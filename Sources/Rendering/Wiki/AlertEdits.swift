import CommonMark
import Guides

/// Where a flavour has no alerts, a quote under a bold title says the same.
struct AlertEdits {
    private let edition: FilledEdition

    init(_ edition: FilledEdition) { self.edition = edition }

    /// The edits that put the title in the place of each marker.
    var edits: [MarkdownEdit] {
        edition.document.root.descendants(.extensions).compactMap { node in
            guard case .alert(let kind) = node.kind, node.startLine >= 1 else { return nil }
            let line = edition.document.line(node.startLine)
            let start = line.lowerBound + max(0, node.startColumn - 1)
            guard let bracket = edition.source[min(start, line.upperBound)..<line.upperBound].firstIndex(of: 0x5B),
                let close = edition.source[bracket..<line.upperBound].firstIndex(of: 0x5D)
            else { return nil }
            // An empty line of the quote parts the title from the text.
            let prefix = edition.source[line.lowerBound..<bracket].map { $0 == 0x3E || $0 == 0x09 ? $0 : 0x20 }
            let blank = Array(prefix.reversed().drop { $0 == 0x20 }.reversed())
            let title = Array("**\(edition.language.term("alert-\(kind.marker.lowercased())"))**\n".utf8)
            return MarkdownEdit(bracket..<(close + 1), .markdown(title + blank))
        }
    }
}
