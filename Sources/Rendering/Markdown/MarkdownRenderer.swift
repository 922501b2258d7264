import CommonMark
import Guides

/// Writes a filled tree as Markdown: the page as a person would have written it for one reader.
struct MarkdownRenderer {
    let edition: FilledEdition

    /// Appends the Markdown; the tree is afterwards what it was before.
    func render(into output: inout [UInt8]) {
        let added = addWords()
        let preparation = MarkdownPreparation(edition.document)
        edition.document.withCommonMark { output.append(contentsOf: $0) }
        preparation.revert()
        added.forEach { $0.remove() }
    }

    /// Appends the same Markdown, and to another text the same with marks in the place of values: written once.
    func render(into output: inout [UInt8], template: inout [UInt8]) {
        let added = addWords()
        let restore = markCodes() + markAddresses() + markCharts()
        var preparation = MarkdownPreparation(edition.document)
        let (texts, conditions) = (edition.texts, edition.conditions)
        preparation.mark(
            value: { $0 < texts.entries.count ? MarkdownMark.prose.bytes($0) : nil }, end: MarkdownMark.end.bytes,
            blocks: conditions.enumerated().map { ($1.node, MarkdownMark.variant.bytes($0)) },
            blockEnd: MarkdownMark.variantEnd.bytes)
        edition.document.withCommonMark { raw in
            MarkdownMark.cut(
                raw, names: { texts.declarations[$0].name }, conditions: { conditions[$0].text }, markdown: &output,
                template: &template)
        }
        preparation.revert()
        restore.forEach { $0() }
        added.forEach { $0.remove() }
    }

    /// Code that a value's backtick or space could reach the edge of is left as it is.
    private func markCodes() -> [() -> Void] {
        edition.codes.compactMap { code in
            let filled = code.node.withLiteral { Array($0) }
            var literal: [UInt8] = []
            var start = 0
            for value in code.values {
                guard value.range.upperBound <= filled.count else { return nil }
                let text = filled[value.range]
                guard !text.contains(UInt8(ascii: "`")), text.first != 0x20, text.last != 0x20 else { return nil }
                literal += filled[start..<value.range.lowerBound]
                literal += MarkdownMark.code.bytes(value.number)
                literal += text
                literal += MarkdownMark.end.bytes
                start = value.range.upperBound
            }
            literal += filled[start...]
            code.node.setLiteral(literal)
            return { code.node.setLiteral(filled) }
        }
    }

    private func markCharts() -> [() -> Void] {
        edition.charts.map { chart in
            let drawn = chart.node.withLiteral { Array($0) }
            var marked = MarkdownMark.chart.bytes(chart.drawing.number)
            // The line's end belongs to the code block, not to what the script draws.
            marked += drawn.dropLast()
            marked += MarkdownMark.end.bytes
            marked.append(0x0A)
            chart.node.setLiteral(marked)
            return { chart.node.setLiteral(drawn) }
        }
    }

    /// A link whose text is its address is written as one, with the marks of the text.
    private func markAddresses() -> [() -> Void] {
        edition.addresses.compactMap { address in
            let filled = address.node.url
            guard address.node.plainText != filled else { return nil }
            var marked: [UInt8] = []
            for piece in address.pieces {
                switch piece {
                case .text(let bytes): marked += bytes
                case .value(let index):
                    guard let entry = edition.texts.entries[index] else { continue }
                    let isWhole = address.pieces.count == 1 && edition.texts.declarations[index].type == .url
                    marked += MarkdownMark.address.bytes(index) + (isWhole ? entry.key : entry.addressComponent).utf8
                    marked += MarkdownMark.end.bytes
                }
            }
            address.node.setURL(String(decoding: marked, as: UTF8.self))
            return { address.node.setURL(filled) }
        }
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
    static func text(_ option: StepOption, in language: Language) -> String {
        let term = language.term("option")
        guard let open = term.firstIndex(of: "{"), let close = term[open...].firstIndex(of: "}") else { return term }
        let isNumber = term[open...close] == "{number}"
        let number = isNumber ? String(option.number) : letter(option.number)
        return term[..<open] + number + term[term.index(after: close)...]
    }

    /// A…Z, then AA, AB and so on.
    private static func letter(_ number: Int) -> String {
        let index = number - 1
        let last = String(Unicode.Scalar(UInt8(ascii: "A") + UInt8(index % 26)))
        return index < 26 ? last : letter(index / 26) + last
    }
}
