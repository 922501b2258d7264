import CommonMark
import Guides

/// Azure's page on Markdown is of two minds about what a line's end means in a wiki, so there is none.
struct JoinedLines {
    private let edition: FilledEdition

    init(_ edition: FilledEdition) { self.edition = edition }

    /// The edits that join the lines of paragraphs by a space.
    var edits: [MarkdownEdit] {
        edition.document.root.descendants(.paragraph).flatMap { node -> [MarkdownEdit] in
            guard node.kind == .paragraph, node.startLine >= 1 else { return [] }
            var lines = node.contentLines[...]
            // The marker of an alert, and definitions before the text, are lines of their own.
            while let first = lines.first, begins(first, with: "[!") || isDefinition(first) { lines.removeFirst() }
            return zip(lines, lines.dropFirst()).compactMap { line, next in
                var end = line.upperBound
                while end > line.lowerBound, edition.source[end - 1] == 0x20 { end -= 1 }
                let isHard = line.upperBound - end >= 2 || end > line.lowerBound && edition.source[end - 1] == 0x5C
                return isHard ? nil : MarkdownEdit(end..<next.lowerBound, .markdown([0x20]))
            }
        }
    }

    private func begins(_ line: Range<Int>, with text: String) -> Bool {
        edition.source[line].starts(with: Array(text.utf8))
    }

    private func isDefinition(_ line: Range<Int>) -> Bool {
        guard edition.source[line].first == 0x5B, let close = edition.source[line].firstIndex(of: 0x5D) else {
            return false
        }
        return close + 1 < line.upperBound && edition.source[close + 1] == 0x3A
    }
}
