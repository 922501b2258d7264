import CommonMark
import Guides
import Sources
import Values

/// What the Markdown of a page has besides the guide's own text: its title, the numbers of steps, the letters of options,
/// and the addresses of other pages.
struct PageEdits {
    let edition: FilledEdition

    /// All of them, with links between guides leading to pages of a name.
    func all(linkingTo file: String?) -> [MarkdownEdit] {
        title + labels + (file.map { GuideLinks.edits(edition, to: $0) } ?? [])
    }

    /// The title and the summary, which stand in the front matter, and the blank line behind them.
    var title: [MarkdownEdit] {
        guard !edition.title.isEmpty else { return [] }
        var heading = Array("# ".utf8)
        MarkdownText.append(edition.title, to: &heading)
        return [MarkdownEdit(front, .markdown(heading + "\n\n".utf8))] + summary
    }

    /// The summary, as the first paragraph.
    var summary: [MarkdownEdit] {
        var paragraph: [UInt8] = []
        MarkdownText.append(edition.summary, to: &paragraph)
        return [MarkdownEdit(at: front.upperBound, .markdown(paragraph + "\n\n".utf8))]
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
                edits.append(MarkdownEdit(at: range.lowerBound, .markdown(Array("\(number)\(dot)".utf8))))
            case .option(_, let isRecommended):
                let label = OptionLabel.text(part, in: edition.language) + colon
                edits.append(MarkdownEdit(at: range.lowerBound, .text(Array(label.utf8))))
                edits.append(MarkdownEdit(at: range.lowerBound, .markdown([0x20])))
                guard isRecommended else { return }
                let words = "(\(edition.language.term("recommended")))"
                edits.append(MarkdownEdit(at: range.upperBound, .markdown([0x20])))
                edits.append(MarkdownEdit(at: range.upperBound, .text(Array(words.utf8))))
            case .section, .subheading: break
            }
        }
        return edits
    }
}
