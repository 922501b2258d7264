import CommonMark
import Guides
import Sources

/// Dresses a filled tree for HTML: anchors, variants, values in code, and pictures in the place of charts. The Markdown
/// has been written before, from the same tree.
struct HTMLDresser {
    let edition: FilledEdition
    let tags: ValueTags
    private var annotations = HTMLAnnotations()

    init(edition: FilledEdition, tags: ValueTags) {
        self.edition = edition
        self.tags = tags
    }

    /// What the page has beyond its text.
    mutating func dress() -> HTMLAnnotations {
        cutHeadings()
        for condition in edition.conditions { dress(condition) }
        for code in edition.codes { annotations.mark(code.values.map { ($0.number, $0.range) }, in: code.node) }
        for (index, chart) in edition.charts.enumerated() {
            annotations.replace(chart.node, with: tags.picture(chart.drawing, index: index + 1))
        }
        for address in edition.addresses { dress(address) }
        return annotations
    }

    /// Headings that the template writes are cut out; the others get their anchors.
    private mutating func cutHeadings() {
        edition.parts.forEachPart { part in
            if part.kind != .subheading {
                annotations.cut(part.heading)
            } else if !part.id.isEmpty {
                annotations.add(attributes: Array(" id=\"\(part.id)\"".utf8), to: part.heading)
            }
        }
    }

    private mutating func dress(_ condition: FilledEdition.Condition) {
        var attribute = Array(" data-only=\"".utf8)
        HTMLEscaping.append(condition.text, to: &attribute)
        attribute.append(UInt8(ascii: "\""))
        if condition.node.kind == .item {
            annotations.add(attributes: attribute, to: condition.node)
        } else {
            let wrapper = edition.document.makeCustomBlock(
                onEnter: Array("<div".utf8) + attribute + Array(">".utf8), onExit: Array("</div>".utf8))
            condition.node.insertBefore(wrapper)
            wrapper.append(condition.node)
        }
    }

    /// `data-href`, from which the script makes the address for other values. An image has no inside to put it into.
    private mutating func dress(_ address: FilledEdition.Address) {
        guard address.node.kind == .link else { return }
        var attribute = Array(" data-href=\"".utf8)
        for piece in address.pieces {
            switch piece {
            case .text(let bytes): bytes.withUnsafeBufferPointer { HTMLEscaping.append($0, to: &attribute) }
            case .value(let index):
                // A name holds nothing that means something in HTML.
                attribute += "{{".utf8
                attribute += edition.texts.names[index].utf8
                attribute += "}}".utf8
            }
        }
        attribute.append(UInt8(ascii: "\""))
        annotations.add(attributes: attribute, to: address.node)
    }
}

/// The elements of a page's values and alerts.
struct PageElements: HTMLElements {
    let edition: FilledEdition
    let tags: ValueTags

    func appendTag(ofValue number: Int, to html: inout [UInt8]) { tags.append(number, in: edition, to: &html) }

    func appendStart(of alert: AlertKind, to html: inout [UInt8]) { html += tags.alert(alert, in: edition.language) }
}

/// The headings that were cut out of a page's HTML.
enum HTMLParts {
    /// The texts of the headings and what stands behind each, without the line feeds at their edges.
    static func read(_ html: [UInt8], _ boundaries: [Int]) -> [(title: Range<Int>, content: Range<Int>)] {
        stride(from: 0, to: boundaries.count - 1, by: 2).map { index in
            let end = index + 2 < boundaries.count ? boundaries[index + 2] : html.count
            return (
                trim(boundaries[index]..<boundaries[index + 1], html), trim(boundaries[index + 1]..<end, html)
            )
        }
    }

    private static func trim(_ range: Range<Int>, _ html: [UInt8]) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, html[start] == 0x0A { start += 1 }
        while end > start, html[end - 1] == 0x0A { end -= 1 }
        return start..<end
    }
}
