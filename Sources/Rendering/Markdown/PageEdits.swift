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

/// “Option A”, as the language words it.
enum OptionLabel {
    /// What readers see before and behind the title of a part.
    static func around(_ part: Part, in language: Language) -> (before: String, after: String) {
        switch part.kind {
        case .step(let number): ("\(number). ", "")
        case .option(_, let isRecommended):
            (
                text(part, in: language) + language.term("colon") + " ",
                isRecommended ? " (\(language.term("recommended")))" : ""
            )
        case .section, .subheading: ("", "")
        }
    }

    static func text(_ option: Part, in language: Language) -> String {
        var term = language.term("option")
        return term.withUTF8 { bytes in
            guard let open = bytes.firstOffset(of: UInt8(ascii: "{")),
                let close = bytes.firstOffset(of: UInt8(ascii: "}"), from: open)
            else { return String(decoding: bytes, as: UTF8.self) }
            let isNumber = bytes[open...close].elementsEqual("{number}".utf8)
            var text: [UInt8] = []
            text.reserveCapacity(bytes.count + 8)
            text.append(contentsOf: bytes[..<open])
            text += (isNumber ? String(option.number) : letter(option.number)).utf8
            text.append(contentsOf: bytes[(close + 1)...])
            return String(decoding: text, as: UTF8.self)
        }
    }

    /// A…Z, then AA, AB and so on.
    private static func letter(_ number: Int) -> String {
        let index = number - 1
        let last = String(Unicode.Scalar(UInt8(ascii: "A") + UInt8(index % 26)))
        return index < 26 ? last : letter(index / 26) + last
    }
}
