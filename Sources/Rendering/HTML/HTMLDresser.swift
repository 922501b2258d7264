import CommonMark
import Guides

/// Dresses a filled tree for HTML: marks around values, boundaries for headings, elements for what CommonMark
/// has none. The Markdown has been written before, from the same tree.
struct HTMLDresser {
    let edition: FilledEdition
    let tags: ValueTags

    func dress() {
        let root = edition.document.root
        cutHeadings()
        for condition in edition.conditions { dress(condition) }
        for code in edition.codes { dress(code) }
        for (index, chart) in edition.charts.enumerated() {
            let picture = tags.picture(chart.drawing, index: index + 1)
            chart.node.replace(with: edition.document.makeCustomBlock(onEnter: picture))
        }
        for address in edition.addresses { dress(address) }
        for node in root.descendants(.extensions) {
            switch node.kind {
            case .value(let number):
                HTMLMark.withValue(number) { node.setCustom(onEnter: $0, onExit: HTMLMark.valueEndBytes) }
            case .table: dressTable(node)
            case .alert(let kind): dressAlert(node, kind)
            case .strikethrough: node.setCustom(onEnter: "<del>", onExit: "</del>")
            case .taskMarker(let isChecked):
                let box = "<input type=\"checkbox\" disabled\(isChecked ? " checked" : "")>"
                node.setCustom(onEnter: attributes(" class=\"task\"") + box.utf8)
            default: break
            }
        }
    }

    /// Headings that the template writes become boundaries; the others get their anchors.
    private func cutHeadings() {
        for section in edition.sections {
            cut(section.heading)
            for step in section.steps {
                cut(step.heading)
                for option in step.options { cut(option.heading) }
            }
            for subheading in section.subheadings {
                let mark = edition.document.makeCustomInline(onEnter: attributes(" id=\"\(subheading.id)\""))
                subheading.heading.prepend(mark)
            }
        }
    }

    private func cut(_ heading: Node) {
        let boundary = edition.document.makeCustomBlock(onEnter: [HTMLMark.boundary], onExit: [HTMLMark.boundary])
        heading.insertBefore(boundary)
        heading.moveChildren(to: boundary)
        heading.remove()
    }

    private func dress(_ condition: FilledEdition.Condition) {
        if condition.node.kind == .item {
            let attribute = attributes(" data-only=\"") { HTMLEscaping.append(condition.text, to: &$0) }
            condition.node.prepend(edition.document.makeCustomBlock(onEnter: attribute))
        } else {
            var start = Array("<div data-only=\"".utf8)
            HTMLEscaping.append(condition.text, to: &start)
            start += "\">".utf8
            let wrapper = edition.document.makeCustomBlock(onEnter: start, onExit: Array("</div>".utf8))
            condition.node.insertBefore(wrapper)
            wrapper.append(condition.node)
        }
    }

    /// `data-href`, from which the script makes the address for other values. An image has no inside to put it into.
    private func dress(_ address: FilledEdition.Address) {
        guard address.node.kind == .link else { return }
        let attribute = attributes(" data-href=\"") { attribute in
            for piece in address.pieces {
                switch piece {
                case .text(let bytes): bytes.withUnsafeBufferPointer { HTMLEscaping.append($0, to: &attribute) }
                case .value(let index):
                    // A name holds nothing that means something in HTML.
                    attribute += "{{".utf8
                    attribute += edition.texts.declarations[index].name.utf8
                    attribute += "}}".utf8
                }
            }
        }
        address.node.prepend(edition.document.makeCustomInline(onEnter: attribute))
    }

    private func dress(_ code: FilledCode) {
        let marked = code.node.withLiteral { literal in
            var marked: [UInt8] = []
            marked.reserveCapacity(literal.count + code.values.count * (HTMLMark.valueLength + 1))
            var start = 0
            for value in code.values {
                let range = value.range.clamped(to: start..<literal.count)
                marked.append(contentsOf: UnsafeBufferPointer(rebasing: literal[start..<range.lowerBound]))
                HTMLMark.withValue(value.number) { marked.append(contentsOf: $0) }
                marked.append(contentsOf: UnsafeBufferPointer(rebasing: literal[range]))
                marked.append(HTMLMark.valueEnd)
                start = range.upperBound
            }
            marked.append(contentsOf: UnsafeBufferPointer(rebasing: literal[start...]))
            return marked
        }
        code.node.setLiteral(marked)
    }

    // MARK: Elements

    private func dressTable(_ table: Node) {
        let block = edition.document.makeCustomBlock()
        let inline = edition.document.makeCustomInline(
            onEnter: "<div class=\"table\"><table>", onExit: "</tbody></table></div>")
        var isHeader = true
        for row in table.children {
            if row.kind == .softBreak {
                row.remove()
                continue
            }
            if isHeader {
                row.setCustom(onEnter: "<thead><tr>", onExit: "</tr></thead><tbody>")
            } else {
                row.setCustom(onEnter: "<tr>", onExit: "</tr>")
            }
            for cell in row.children { dressCell(cell, isHeader: isHeader) }
            isHeader = false
        }
        table.insertBefore(block)
        table.moveChildren(to: inline)
        block.append(inline)
        table.remove()
    }

    private func dressCell(_ cell: Node, isHeader: Bool) {
        let tag: StaticString =
            switch (cell.alignment, isHeader) {
            case (.none, true): "<th scope=\"col\">"
            case (.left, true): "<th scope=\"col\" class=\"align-left\">"
            case (.center, true): "<th scope=\"col\" class=\"align-center\">"
            case (.right, true): "<th scope=\"col\" class=\"align-right\">"
            case (.none, false): "<td>"
            case (.left, false): "<td class=\"align-left\">"
            case (.center, false): "<td class=\"align-center\">"
            case (.right, false): "<td class=\"align-right\">"
            }
        cell.setCustom(onEnter: tag, onExit: isHeader ? "</th>" : "</td>")
    }

    private func dressAlert(_ quote: Node, _ kind: AlertKind) {
        let block = edition.document.makeCustomBlock(
            onEnter: tags.alert(kind, in: edition.language), onExit: Array("</aside>".utf8))
        quote.insertBefore(block)
        quote.moveChildren(to: block)
        quote.remove()
    }

    private func attributes(_ text: String) -> [UInt8] {
        [HTMLMark.attributes] + text.utf8 + [HTMLMark.attributes]
    }

    /// An attribute whose value is appended.
    private func attributes(_ start: StaticString, _ value: (inout [UInt8]) -> Void) -> [UInt8] {
        var attribute = [HTMLMark.attributes]
        attribute.reserveCapacity(96)
        attribute.append(contentsOf: UnsafeBufferPointer(start: start.utf8Start, count: start.utf8CodeUnitCount))
        value(&attribute)
        attribute.append(UInt8(ascii: "\""))
        attribute.append(HTMLMark.attributes)
        return attribute
    }
}
