import CommonMark
import Guides
import Sources

/// Dresses a filled tree for HTML: variants, values in code, links whose addresses hold values, and pictures in the place
/// of charts. The Markdown has been written before, from the same tree.
struct HTMLDresser {
    let edition: FilledEdition
    let tags: ValueTags
    private var dressing: HTMLDressing
    private let images: ImageDressing
    private let marksBare: Bool
    /// The section of the notes, once all is dressed; nil where the text refers to none.
    private(set) var notes: Node?

    /// - Parameters:
    ///   - marksBare: whether links that say their address are marked, as a page wants that may be printed.
    ///   - imageSize: that of a picture in the guide's folder; without it they have the size that their authors give them.
    init(
        edition: FilledEdition, tags: ValueTags, marksBare: Bool = true, imageSize: ((String) -> ImageSize?)? = nil
    ) {
        images = ImageDressing(edition.links, size: imageSize)
        self.edition = edition
        self.marksBare = marksBare
        dressing = HTMLDressing(edition.document, PageElements(edition: edition, tags: tags))
        self.tags = tags
    }

    mutating func dress() {
        for condition in edition.conditions { dress(condition) }
        var fences = dressFences()
        for code in edition.codes {
            let lines = fences.removeValue(forKey: code.node).map { fence in
                code.node.withLiteral { fence.ranges(in: $0, outside: code.values.map(\.range)) }
            }
            dressing.mark(
                code.values.map { ($0.number, $0.range) }, errors: code.errors, lines: lines ?? [], in: code.node)
        }
        for (node, fence) in fences {
            let lines = node.withLiteral { fence.ranges(in: $0, outside: []) }
            if !lines.isEmpty { dressing.mark([], lines: lines, in: node) }
        }
        for (index, chart) in edition.charts.enumerated() {
            dressing.replace(chart.node, with: tags.picture(chart.drawing, index: index + 1))
        }
        for heading in edition.headings { dress(heading) }
        for element in edition.elements { dress(element: element) }
        // On paper, the address behind a link that says it already would be one too many.
        let bare =
            marksBare
            ? Set(edition.links.filter { !$0.isImage && $0.node.saysItsAddress }.map(\.node))
                .subtracting(edition.addresses.map(\.node)) : []
        for address in edition.addresses { dress(address) }
        for node in bare { dressing.add(attributes: Self.bare, to: node) }
        dressing.finish()
        images.finish(dressing)
        notes = dressing.gatherNotes(words)
    }

    private var words: FootnoteWords {
        let language = edition.language
        func escaped(_ text: String) -> [UInt8] {
            var html: [UInt8] = []
            HTMLEscaping.append(text, to: &html)
            return html
        }
        return FootnoteWords(
            title: escaped(language.term("footnotes")),
            reference: { escaped(language.term("footnote", ["number": String($0)])) },
            back: { escaped(language.term("footnote-back", ["number": String($0)])) })
    }

    /// Gives code its title, and returns what else the words behind its fence say.
    private func dressFences() -> [Node: CodeFence] {
        var fences: [Node: CodeFence] = [:]
        for node in edition.document.root.descendants(.codeBlock) {
            // Most have a language and nothing else.
            guard node.withFenceInfo({ $0.contains(0x20) || $0.contains(UInt8(ascii: "{")) }) else { continue }
            let fence = CodeFence(node.fenceInfo)
            if !fence.lines.isEmpty { fences[node] = fence }
            guard !fence.title.isEmpty else { continue }
            var start = Array("<figure class=\"code\"><figcaption>".utf8)
            HTMLEscaping.append(fence.title, to: &start)
            dressing.wrap(node, between: HTMLText(start + "</figcaption>".utf8), and: "</figure>")
        }
        return fences
    }

    private mutating func dress(_ condition: FilledEdition.Condition) {
        guard !condition.isLabel else {
            // Its part says which condition it is that nobody knows.
            return dressing.add(attributes: Array(" data-label".utf8), to: condition.node)
        }
        var attribute = Array(" data-only=\"".utf8)
        HTMLEscaping.append(condition.text, to: &attribute)
        attribute.append(UInt8(ascii: "\""))
        if condition.node.takesAttributes {
            dressing.add(attributes: attribute, to: condition.node)
        } else {
            dressing.wrap(
                condition.node, between: HTMLText(Array("<div".utf8) + attribute + Array(">".utf8)), and: "</div>")
        }
    }

    private func dress(element node: Node) {
        if let tag = node.allowedTag {
            dressing.replace(node, with: tag)
        } else if let block = node.allowedBlock {
            dressing.replace(node, with: block)
        }
    }

    /// An ID and classes, which hold nothing that means something in HTML.
    private mutating func dress(_ heading: LooseHeading) {
        let id = heading.id.map { " id=\"\($0)\"" } ?? ""
        let classes = heading.classes.isEmpty ? "" : " class=\"\(heading.classes.joined(separator: " "))\""
        if !(id + classes).isEmpty { dressing.add(attributes: Array((id + classes).utf8), to: heading.node) }
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
        // Words that are no value stay where the reader's address is another.
        if marksBare, address.node.url == address.node.plainText { attribute += Self.bare }
        dressing.add(attributes: attribute, to: address.node)
    }

    private static let bare = Array(" class=\"bare\"".utf8)
}

/// The elements of a page's values and alerts.
private struct PageElements: HTMLElements {
    let edition: FilledEdition
    let tags: ValueTags

    func tag(ofValue number: Int) -> HTMLText { tags.tag(ofValue: number, in: edition) }

    func start(of alert: AlertKind) -> HTMLText { tags.alert(alert, in: edition.language) }
}

extension Node {
    /// Whether it has a tag of its own in HTML. A paragraph of a tight list has none.
    fileprivate var takesAttributes: Bool {
        kind == .item || kind == .paragraph && parent?.parent?.isTight != true
    }
}
