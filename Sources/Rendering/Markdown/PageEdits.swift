import CommonMark
import Guides
import Sources
import Values

/// What the Markdown of a page has besides the guide's own text: its title, the numbers of steps, the letters of options,
/// and the addresses of other pages.
struct PageEdits {
    let edition: FilledEdition

    /// All of them, with links between guides leading to pages of a name.
    ///
    /// - Parameters:
    ///   - page: the page that they stand on; nil where that is beside the others as its guide is.
    ///   - isForScript: whether the script settles where they lead.
    func all(linkingTo file: String?, from page: PageAddress? = nil, isForScript: Bool = false) -> [MarkdownEdit] {
        guard let file else { return title + labels }
        let links =
            isForScript
            ? GuideLinks.editsForScript(edition, to: file, from: page) : GuideLinks.edits(edition, to: file, from: page)
        // What follows a heading's words stands behind a link that ends there.
        return title + links + labels
    }

    /// The title and the summary, which stand in the front matter, and the blank line behind them.
    var title: [MarkdownEdit] {
        guard !edition.title.isEmpty else { return [] }
        guard edition.titleLine.pieces.isEmpty else {
            return [MarkdownEdit(front, .markdown(Array("# ".utf8)))] + line(edition.titleLine) + summary
        }
        var heading = Array("# ".utf8)
        MarkdownText.append(edition.title, to: &heading)
        return [MarkdownEdit(front, .markdown(heading + "\n\n".utf8))] + summary
    }

    /// The summary, as the first paragraph.
    var summary: [MarkdownEdit] {
        guard edition.summaryLine.pieces.isEmpty else { return line(edition.summaryLine) }
        if edition.summary.isEmpty { return [] }
        var paragraph: [UInt8] = []
        MarkdownText.append(edition.summary, to: &paragraph)
        return [MarkdownEdit(at: front.upperBound, .markdown(paragraph + "\n\n".utf8))]
    }

    /// A line of the front matter that holds values, and the blank line after it.
    private func line(_ line: FilledLine) -> [MarkdownEdit] {
        (Self.pieces(of: line) + [.markdown([0x0A, 0x0A])]).map { MarkdownEdit(at: front.upperBound, $0) }
    }

    /// What a line of the front matter becomes in prose.
    static func pieces(of line: FilledLine) -> [MarkdownPiece] {
        if line.pieces.isEmpty { return line.text.isEmpty ? [] : [.text(Array(line.text.utf8))] }
        return line.pieces.flatMap { piece -> [MarkdownPiece] in
            switch piece {
            case .text(let bytes):
                // Spaces beside a value are between words, and no edge of a text.
                let start = bytes.prefix { $0 == 0x20 }
                let end = bytes.dropFirst(start.count).reversed().prefix { $0 == 0x20 }
                let words = bytes.dropFirst(start.count).dropLast(end.count)
                return [.markdown(Array(start)), .text(Array(words)), .markdown(Array(end))]
            case .value(let index): return [.prose(index, isInImage: false)]
            }
        }
    }

    /// The blank lines that the text begins with.
    var front: Range<Int> {
        var end = edition.bodyStart
        while end < edition.source.count, edition.source[end] == 0x0A || edition.source[end] == 0x0D { end += 1 }
        return edition.bodyStart..<end
    }

    /// What the generator writes into headings for their authors.
    var labels: [MarkdownEdit] {
        let colon = edition.language.term("colon")
        var edits: [MarkdownEdit] = []
        edition.parts.forEachPart { part in
            guard let range = part.heading.headingRange(in: edition.source) else { return }
            switch part.kind {
            case .step(let number):
                // Below a line of dashes, a number would begin a list.
                let dot = part.heading.isATX(in: edition.source) ? ". " : "\\. "
                edits.append(MarkdownEdit(at: range.lowerBound, .markdown(Array("\(number)\(dot)".utf8)), as: .number))
            case .option(_, let isRecommended):
                let label = PartLabel.text(part, in: edition.language) + colon
                edits.append(MarkdownEdit(at: range.lowerBound, .text(Array(label.utf8)), as: .option))
                edits.append(MarkdownEdit(at: range.lowerBound, .markdown([0x20]), as: .option))
                guard isRecommended else { return }
                let words = "(\(edition.language.term("recommended")))"
                edits.append(MarkdownEdit(at: range.upperBound, .markdown([0x20]), as: .recommended))
                edits.append(MarkdownEdit(at: range.upperBound, .text(Array(words.utf8)), as: .recommended))
            case .section, .subheading: break
            }
        }
        return edits
    }
}
