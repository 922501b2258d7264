import CommonMark
import Guides
import Sources
import Values

/// Writes a filled tree as Markdown: the page as a person would have written it for one reader.
struct MarkdownRenderer {
    let edition: FilledEdition

    /// Appends the Markdown; the tree is afterwards what it was before.
    func render(into output: inout [UInt8]) {
        let added = addWords()
        edition.document.appendMarkdown(to: &output)
        added.forEach { $0.remove() }
    }

    /// Appends the same Markdown, and to another text the same with marks in the place of values: written once.
    func render(into output: inout [UInt8], template: inout [UInt8]) {
        let added = addWords()
        MarkdownTemplate(edition).write(into: &output, template: &template)
        added.forEach { $0.remove() }
    }

    /// What only the Markdown has: the title, the steps' numbers, the options' letters.
    private func addWords() -> [Node] {
        addFrame() + HeadingLabels(edition: edition).add()
    }

    /// The title and the summary, which stand in the front matter.
    private func addFrame() -> [Node] {
        guard !edition.title.isEmpty else { return [] }
        let document = edition.document
        let summary = document.makeParagraph()
        summary.append(document.makeText(edition.summary))
        document.root.prepend(summary)
        let title = document.makeHeading(level: 1)
        title.append(document.makeText(edition.title))
        document.root.prepend(title)
        return [title, summary]
    }
}

/// “Option A”, as the language words it.
enum OptionLabel {
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
