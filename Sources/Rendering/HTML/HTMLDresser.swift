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
                node.setCustom(onEnter: HTMLMark.value(number), onExit: [HTMLMark.valueEnd])
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
        let attribute = " data-only=\"\(String(decoding: HTMLEscaping.escaped(condition.text), as: UTF8.self))\""
        if condition.node.kind == .item {
            condition.node.prepend(edition.document.makeCustomBlock(onEnter: attributes(attribute)))
        } else {
            let wrapper = edition.document.makeCustomBlock(
                onEnter: Array("<div\(attribute)>".utf8), onExit: Array("</div>".utf8))
            condition.node.insertBefore(wrapper)
            wrapper.append(condition.node)
        }
    }

    /// `data-href`, from which the script makes the address for other values. An image has no inside to put it into.
    private func dress(_ address: FilledEdition.Address) {
        guard address.node.kind == .link else { return }
        var template: [UInt8] = []
        for piece in address.pieces {
            switch piece {
            case .text(let bytes): template += bytes
            case .value(let index): template += "{{\(edition.texts.declarations[index].name)}}".utf8
            }
        }
        let escaped = String(decoding: HTMLEscaping.escaped(String(decoding: template, as: UTF8.self)), as: UTF8.self)
        address.node.prepend(edition.document.makeCustomInline(onEnter: attributes(" data-href=\"\(escaped)\"")))
    }

    private func dress(_ code: FilledCode) {
        var literal: [UInt8] = []
        for piece in code.pieces {
            switch piece {
            case .text(let bytes): literal += bytes
            case .value(let number, let text):
                literal += HTMLMark.value(number)
                literal += text.utf8
                literal.append(HTMLMark.valueEnd)
            }
        }
        code.node.setLiteral(literal)
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
        let name = kind.marker.lowercased()
        let title = String(decoding: HTMLEscaping.escaped(edition.language.term("alert-\(name)")), as: UTF8.self)
        let block = edition.document.makeCustomBlock(
            onEnter: Array("<aside class=\"alert alert-\(name)\"><p class=\"alert-title\">\(title)</p>".utf8),
            onExit: Array("</aside>".utf8))
        quote.insertBefore(block)
        quote.moveChildren(to: block)
        quote.remove()
    }

    private func attributes(_ text: String) -> [UInt8] {
        [HTMLMark.attributes] + text.utf8 + [HTMLMark.attributes]
    }
}
