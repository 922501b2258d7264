import CommonMark
import Guides
import Sources

/// Writes a page's Markdown, and beside it what the script makes the page of another reader from.
struct MarkdownTemplate {
    private let edition: FilledEdition
    private var places = MarkdownPlaces()
    /// What the parts of code and addresses are that were asked for: a mark, and the number of the value.
    private var parts: [(mark: MarkdownMark, number: Int)] = []

    init(_ edition: FilledEdition) {
        self.edition = edition
        for code in edition.codes { ask(for: code) }
        for address in edition.addresses { ask(for: address) }
        for chart in edition.charts {
            // The line's end belongs to the code block, not to what the script draws.
            ask(.chart, chart.drawing.number, for: 0..<chart.node.withLiteral { max($0.count - 1, 0) }, of: chart.node)
        }
        for condition in edition.conditions { places.ask(for: condition.node) }
    }

    // MARK: Asking

    private mutating func ask(_ mark: MarkdownMark, _ number: Int, for range: Range<Int>, of node: Node) {
        if parts.isEmpty { parts.reserveCapacity(16) }
        places.ask(for: range, of: node)
        parts.append((mark, number))
    }

    /// Code that a value's backtick or space could reach the edge of is left as it is.
    private mutating func ask(for code: FilledCode) {
        let isSafe = code.node.withLiteral { literal in
            code.values.allSatisfy { value in
                let text = UnsafeBufferPointer(rebasing: literal[value.range.clamped(to: 0..<literal.count)])
                return text.firstOffset(of: UInt8(ascii: "`")) == nil && text.first != 0x20 && text.last != 0x20
            }
        }
        guard isSafe else { return }
        for value in code.values { ask(.code, value.number, for: value.range, of: code.node) }
    }

    private mutating func ask(for address: FilledEdition.Address) {
        var offset = 0
        for piece in address.pieces {
            switch piece {
            case .text(let bytes): offset += bytes.count
            case .value(let number):
                guard let entry = edition.texts.entries[number] else { continue }
                // As it was filled in: an address that begins with another one holds it whole.
                let isAddress = offset == 0 && edition.texts.declarations[number].type == .url
                let end = offset + (isAddress ? entry.key : entry.addressComponent).utf8.count
                ask(.address, number, for: offset..<end, of: address.node)
                offset = end
            }
        }
    }

    // MARK: Writing

    consuming func write(into output: inout [UInt8], template: inout [UInt8]) {
        var copied = output.count
        edition.document.appendMarkdown(to: &output, telling: &places)
        template.reserveCapacity(template.count + output.count - copied)
        output.withUnsafeBufferPointer { page in
            for place in places.found {
                guard let (mark, name) = mark(for: place.kind) else { continue }
                template.append(contentsOf: UnsafeBufferPointer(rebasing: page[copied..<place.range.lowerBound]))
                mark.append(to: &template)
                if let name {
                    template.append(contentsOf: name.utf8)
                    MarkdownMark.end.append(to: &template)
                }
                copied = place.range.upperBound
            }
            template.append(contentsOf: UnsafeBufferPointer(rebasing: page[copied...]))
        }
    }

    /// What stands in the place of a text; nil where the text itself does.
    private func mark(for kind: MarkdownPlaces.Kind) -> (mark: MarkdownMark, name: String?)? {
        let names = edition.texts.names
        switch kind {
        // The cells of tables have numbers of their own.
        case .value(let number):
            return number < edition.texts.entries.count ? (.prose, names[number]) : nil
        case .part(let index): return (parts[index].mark, names[parts[index].number])
        case .block(let index): return (.variant, edition.conditions[index].text)
        case .blockEnd: return (.variantEnd, nil)
        }
    }
}
