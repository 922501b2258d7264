import CommonMark
import Rendering
import Sources
import Values

/// What readers see of a page, so that two ways to write the same are told from an edit: which spaces, escapes, marks of
/// lists and ends of lines a page has is a matter of its editor.
struct PageReading {
    /// What the generator writes into headings, which is none of what their author says.
    let labels: HeadingLabels
    /// Whether comments are left out, which a guide's page has not, though its file may.
    var skipsComments = false
    /// The titles of alerts in bold that stand for their signs on wikis that have none, with the kinds.
    var alertTitles: [String: String] = [:]

    /// Whether readers see the same.
    func isSame(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        if left == right { return true }
        guard let left = words(of: left), let right = words(of: right) else { return false }
        return left == right
    }

    private func words(of text: [UInt8]) -> [String]? {
        guard !text.contains(0), String(validating: text, as: UTF8.self) != nil,
            let document = try? Document(parsing: text)
        else { return nil }
        var words: [String] = []
        append(document.root, to: &words)
        return words
    }

    /// What readers see of a block.
    func key(of node: Node) -> String {
        var words: [String] = []
        append(node, to: &words)
        return words.joined(separator: "\u{1F}")
    }

    /// Goes through a node and all that it holds. Elements may stand so deep within each other that no call is made for each.
    private func append(_ root: Node, to words: inout [String]) {
        var open: [(node: Node, isLeft: Bool)] = [(root, false)]
        while let (node, isLeft) = open.popLast() {
            if isLeft {
                leave(&words)
            } else if enter(node, &words) {
                open.append((node, true))
                let children = alertKind(node) == nil ? Array(node.children) : Array(node.children.dropFirst())
                open += children.reversed().map { ($0, false) }
            }
        }
    }

    /// Adds what a node says by itself, and tells whether what it holds is to follow.
    private func enter(_ node: Node, _ words: inout [String]) -> Bool {
        switch node.kind {
        case .text: Self.add(node.literal, to: &words)
        case .softBreak: Self.add(" ", to: &words)
        // Anchors of ours, and what parts two words for a wiki.
        case .htmlBlock, .htmlInline:
            let html = node.literal
            if !Self.isAnchor(node), !html.hasPrefix("<!-- -->"), !(skipsComments && Self.isComment(html)) {
                words.append(html)
            }
        case .paragraph where node.children.allSatisfy({ Self.isAnchor($0) }): break
        case .heading: addHeading(node, &words)
        case .blockQuote where alertKind(node) != nil:
            words.append(alertKind(node) ?? "")
            return true
        case .alert(let kind) where !alertTitles.isEmpty:
            words.append(kind.marker)
            return true
        default:
            words.append("\(node.kind) \(node.isOrdered) \(Self.address(node.url)) \(node.title)")
            if node.kind == .codeBlock { words.append(Self.spaced(node.fenceInfo)) }
            if node.kind == .tableCell { words.append("\(node.alignment)") }
            if node.kind == .image { words.append("\(node.pictureSize)") }
            if node.firstChild == nil {
                words.append(node.kind == .codeBlock ? Self.code(node.literal) : Self.spaced(node.literal))
            }
            return true
        }
        return false
    }

    /// The kind of the alert that a quote stands for, by its title; nil for other quotes.
    private func alertKind(_ node: Node) -> String? {
        guard !alertTitles.isEmpty, node.kind == .blockQuote, let title = node.firstChild, title.kind == .paragraph,
            let strong = title.firstChild, strong.kind == .strong, let text = strong.firstChild, text.kind == .text,
            Array(title.children).count == 1, Array(strong.children).count == 1
        else { return nil }
        return alertTitles[text.literal]
    }

    private func leave(_ words: inout [String]) {
        if let last = words.last, last.hasPrefix("“") { words[words.count - 1] = Self.trimmed(last) }
        words.append("/")
    }

    private func addHeading(_ node: Node, _ words: inout [String]) {
        words.append("heading \(node.headingLevel)")
        var content: [String] = []
        for child in node.children { append(child, to: &content) }
        if let first = content.first { content[0] = "“" + labels.title(of: String(first.drop { $0 == "“" })) }
        if let last = content.last { content[content.count - 1] = Self.trimmed(last) }
        words += content
        words.append("/")
    }

    private static func isComment(_ html: String) -> Bool {
        html.hasPrefix("<!--")
            && html.utf8.firstRange(of: "-->".utf8).map { range in
                html.utf8[range.upperBound...].allSatisfy { $0 <= 0x20 }
            } == true
    }

    /// Whether it is a place of ours that links lead to.
    private static func isAnchor(_ node: Node) -> Bool {
        guard node.kind == .htmlInline || node.kind == .htmlBlock else { return false }
        return node.literal.hasPrefix("<a id=") || node.literal.hasPrefix("</a>")
    }

    private static func add(_ text: String, to words: inout [String]) {
        if words.last?.hasPrefix("“") != true { words.append("“") }
        addSpaced(text, to: &words[words.count - 1])
    }

    private static func trimmed(_ text: String) -> String {
        guard let last = text.utf8.lastIndex(where: { $0 != UInt8(ascii: " ") }) else { return "" }
        return String(text[...last])
    }

    /// A text with plain spaces, one between two words: editors lose those that do not break.
    static func spaced(_ text: String) -> String {
        var result = ""
        addSpaced(text, to: &result)
        return result
    }

    /// Code as readers see it, who count its spaces and lines, but not what no line ends with.
    static func code(_ text: String) -> String {
        var (result, spaces): (String, String) = ("", "")
        for scalar in text.unicodeScalars {
            switch scalar {
            case " ", "\u{A0}", "\u{202F}", "\u{2009}": spaces.append(" ")
            case "\t": spaces.append("\t")
            case "\r": break
            default:
                if scalar != "\n" { result += spaces }
                spaces = ""
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Adds to a text with plain spaces, reading only what is added: a paragraph may have thousands of lines.
    private static func addSpaced(_ text: String, to result: inout String) {
        var isBehindSpace = result.utf8.last == UInt8(ascii: " ")
        for scalar in text.unicodeScalars {
            switch scalar {
            case " ", "\u{A0}", "\u{202F}", "\u{2009}", "\t":
                if !isBehindSpace { result.unicodeScalars.append(" ") }
                isBehindSpace = true
            case "\r": break
            default:
                result.unicodeScalars.append(scalar)
                isBehindSpace = false
            }
        }
    }

    private static func address(_ url: String) -> String { url.removingPercentEncoding ?? url }
}
