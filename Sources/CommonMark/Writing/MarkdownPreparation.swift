import CCmark

/// Edits a tree so that what libcmark's CommonMark writer makes of it reads like a page that a person wrote, and
/// parses, as GFM too, into the tree that was meant; and takes the edits back for the HTML writer.
///
/// libcmark 0.30.2 escapes more than it needs (`\!`, `\#`), lets `~~~` begin a fence, knows neither tables nor
/// alerts, leaves `&copy;` alone in an address, and puts a comment between any two lists.
public struct MarkdownPreparation {
    private let document: Document
    private var edits: [Edit] = []

    /// What was done, and so can be undone.
    private enum Edit {
        case replaced(Node, by: [Node])
        case inserted(Node)
        case literal(Node, [UInt8])
        case url(Node, String)
    }

    /// Edits the tree of a document.
    public init(_ document: Document) {
        self.document = document
        let root = document.root
        var current = root.firstChild
        while let node = current {
            // A text may be replaced, and what a paragraph begins with may be put before it: the next node is
            // the same afterwards, for containers stay and only get another first child.
            switch node.kind {
            case .text:
                current = node.following(within: root)
                rewrite(node)
            case .codeBlock:
                current = node.following(within: root)
                fence(node)
            default:
                prepare(node)
                current = node.following(within: root)
            }
        }
    }

    /// Takes all edits back.
    public func revert() {
        for edit in edits.reversed() {
            switch edit {
            case .replaced(let node, let replacements):
                replacements.first?.insertBefore(node)
                replacements.forEach { $0.remove() }
            case .inserted(let node): node.remove()
            case .literal(let node, let literal): node.setLiteral(literal)
            case .url(let node, let url): node.setURL(url)
            }
        }
    }

    private mutating func prepare(_ node: Node) {
        switch node.kind {
        case .list: separate(node)
        case .alert(let kind): mark(node, kind)
        case .tableRow: node.setCustom(onEnter: Array("|".utf8), onExit: delimiterRow(after: node))
        case .tableCell: node.setCustom(onEnter: Array(" ".utf8), onExit: Array(" |".utf8))
        case .code where node.isInTable: escapePipes(inCode: node)
        case .link, .image: rewriteAddress(of: node)
        case .emphasis: alternate(node)
        default: break
        }
    }

    // MARK: Blocks

    /// Two lists of different kinds need no comment between them; anything at all keeps libcmark from writing one.
    private mutating func separate(_ list: Node) {
        guard let next = list.next, next.kind == .list, !next.continues(list) else { return }
        let separator = document.makeCustomBlock()
        list.insertAfter(separator)
        edits.append(.inserted(separator))
    }

    /// The first line of an alert is its marker alone, and its text follows without a blank line.
    private mutating func mark(_ quote: Node, _ kind: AlertKind) {
        let marker = document.makeCustomInline(onEnter: Array("[!\(kind.marker)]".utf8))
        if let first = quote.firstChild, first.kind == .paragraph, let text = first.firstChild {
            let lineBreak = document.makeSoftBreak()
            text.insertBefore(marker)
            text.insertBefore(lineBreak)
            edits += [.inserted(marker), .inserted(lineBreak)]
        } else {
            let paragraph = document.makeParagraph()
            paragraph.append(marker)
            quote.prepend(paragraph)
            edits.append(.inserted(paragraph))
        }
    }

    /// Code is written between fences without the space that libcmark puts behind them.
    private mutating func fence(_ code: Node) {
        let ticks = code.withLiteral { max(3, $0.longestRun(of: UInt8(ascii: "`")) + 1) }
        let fence = Array(repeating: UInt8(ascii: "`"), count: ticks)
        var text = fence
        text += Array(code.fenceInfo.utf8)
        text.append(0x0A)
        code.withLiteral { text += $0 }
        if text.last != 0x0A { text.append(0x0A) }
        text += fence
        let paragraph = document.makeParagraph()
        paragraph.append(document.makeCustomInline(onEnter: text))
        code.insertBefore(paragraph)
        code.remove()
        edits.append(.replaced(code, by: [paragraph]))
    }

    // MARK: Tables

    /// Behind the header stands the row that makes it one.
    private func delimiterRow(after row: Node) -> [UInt8] {
        guard row.previous == nil else { return [] }
        var text = Array("\n|".utf8)
        for cell in row.children {
            switch cell.alignment {
            case .none: text += Array(" --- |".utf8)
            case .left: text += Array(" :-- |".utf8)
            case .center: text += Array(" :-: |".utf8)
            case .right: text += Array(" --: |".utf8)
            }
        }
        return text
    }

    private mutating func escapePipes(inCode node: Node) {
        let literal = node.withLiteral { Array($0) }
        guard literal.contains(UInt8(ascii: "|")) else { return }
        edits.append(.literal(node, literal))
        node.setLiteral(literal.flatMap { $0 == UInt8(ascii: "|") ? [UInt8(ascii: "\\"), $0] : [$0] })
    }

    // MARK: Inlines

    private mutating func rewrite(_ text: Node) {
        guard let parts = text.withLiteral({ MarkdownText($0, at: text).parts }) else { return }
        let nodes = parts.map { part in
            switch part {
            case .plain(let bytes): document.makeText(bytes)
            case .literal(let bytes): document.makeCustomInline(onEnter: bytes)
            }
        }
        nodes.forEach(text.insertBefore)
        text.remove()
        edits.append(.replaced(text, by: nodes))
    }

    /// `&copy;` in an address would be read as a character, and a pipe would end a table's cell.
    private mutating func rewriteAddress(of node: Node) {
        let isInTable = node.isInTable
        let needsCare = node.withURL { url in
            url.contains { $0 == UInt8(ascii: "&") || ($0 == UInt8(ascii: "|") && isInTable) }
        }
        guard needsCare else { return }
        let url = node.withURL { Array($0) }
        var written: [UInt8] = []
        for index in url.indices {
            switch url[index] {
            case UInt8(ascii: "&") where Entity(in: url, at: index) != nil: written += Array("&amp;".utf8)
            case UInt8(ascii: "|") where isInTable: written += Array("%7C".utf8)
            case let byte: written.append(byte)
            }
        }
        guard written != url else { return }
        edits.append(.url(node, String(decoding: url, as: UTF8.self)))
        node.setURL(String(decoding: written, as: UTF8.self))
    }

    /// `***x***` is read as strong in emphasis; where emphasis is the edge of a strong text, it takes `_`.
    private mutating func alternate(_ emphasis: Node) {
        guard let parent = emphasis.parent, parent.kind == .strong, emphasis.previous == nil || emphasis.next == nil else {
            return
        }
        let replacement = document.makeCustomInline(onEnter: Array("_".utf8), onExit: Array("_".utf8))
        emphasis.insertBefore(replacement)
        emphasis.moveChildren(to: replacement)
        // The empty emphasis stays behind for the way back; it prints nothing once it is out of the tree.
        emphasis.remove()
        edits.append(.replaced(emphasis, by: [replacement]))
    }
}

extension Node {
    /// Whether a pipe would end the cell that the inline stands in.
    var isInTable: Bool {
        var current = parent
        while let node = current, !node.kind.isBlock {
            if node.kind == .tableCell { return true }
            current = node.parent
        }
        return false
    }
}

extension UnsafeBufferPointer<UInt8> {
    func longestRun(of byte: UInt8) -> Int {
        var longest = 0
        var current = 0
        for element in self {
            current = element == byte ? current + 1 : 0
            longest = Swift.max(longest, current)
        }
        return longest
    }
}
