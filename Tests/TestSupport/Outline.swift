import CommonMark
import Guides

/// A tree as text, to compare two: neighbouring texts are one, and values count as text.
public struct Outline {
    private var lines: [String] = []
    private var text = ""
    /// Whether alerts, tables and boxes are told as cmark-gfm tells them.
    private let isGFM: Bool

    /// The outline of a document.
    public static func of(_ document: Document, isGFM: Bool = false) -> String {
        var outline = Outline(isGFM: isGFM)
        outline.addChildren(of: document.root, "")
        return outline.lines.joined(separator: "\n")
    }

    /// The outline of a Markdown text.
    public static func of(_ markdown: String) throws -> String { of(try Document(parsing: Array(markdown.utf8))) }

    private init(isGFM: Bool) { self.isGFM = isGFM }

    private mutating func addChildren(of node: Node, _ indent: String) {
        for child in node.children { add(child, indent) }
        flush(indent)
    }

    private mutating func add(_ node: Node, _ indent: String) {
        switch node.kind {
        case .text: text += node.literal
        case .value, .error: for child in node.children { add(child, indent) }
        case .softBreak where node.parent?.kind == .table: break
        case .softBreak: text += "⏎"
        // A part of a guide holds its blocks, and prints nothing.
        case .customBlock where node.onEnter.isEmpty: for child in node.children { add(child, indent) }
        // What a renderer puts in is text, unless it is HTML.
        case .customInline where !node.onEnter.hasPrefix("<"):
            text += node.onEnter
            for child in node.children { add(child, indent) }
        // cmark-gfm 0.29 takes a box as checked when `[x]` stands anywhere in the item.
        case .taskMarker where isGFM: text += "[ ]"
        // The program `cmark-gfm` reads no notes: they are text, in brackets.
        case .footnoteReference where isGFM: text += node.onEnter
        case .footnotes where isGFM: for child in node.children { add(child, indent) }
        case .footnote(let index) where isGFM:
            flush(indent)
            lines.append(indent + "paragraph")
            text = "[^\(node.document.footnotes[index].name)]: "
            if let first = node.firstChild { addChildren(of: first, indent + "  ") }
        // What the writer puts between lists has no meaning.
        case .htmlBlock where ["<!-- end list -->\n", "<!-- list -->\n"].contains(node.literal): break
        default:
            flush(indent)
            lines.append(indent + describe(node))
            if isGFM, case .alert(let kind) = node.kind {
                addAlert(node, "[!\(kind.marker)]", indent + "  ")
            } else {
                addChildren(of: node, indent + "  ")
            }
        }
    }

    /// The marker is the first line of the first paragraph, or a paragraph of its own.
    private mutating func addAlert(_ alert: Node, _ marker: String, _ indent: String) {
        lines.append(indent + "paragraph")
        var rest = alert.firstChild
        if let first = rest, first.kind == .paragraph {
            text = marker + "⏎"
            addChildren(of: first, indent + "  ")
            rest = first.next
        } else {
            lines.append("\(indent)  “\(marker)”")
        }
        while let node = rest {
            add(node, indent)
            rest = node.next
        }
    }

    private mutating func flush(_ indent: String) {
        if !text.isEmpty { lines.append(indent + "“\(text)”") }
        text = ""
    }

    private func describe(_ node: Node) -> String {
        switch node.kind {
        case .heading: "heading \(node.headingLevel)"
        case .list: node.isOrdered ? "ordered list" : "bullet list"
        case .code, .htmlInline, .htmlBlock: "\(node.kind) “\(node.literal)”"
        case .codeBlock: "codeBlock \(node.fenceInfo) “\(node.literal)”"
        case .link, .image: "\(node.kind) <\(node.url)> “\(node.title)”"
        case .tableCell: isGFM ? "cell" : "cell \(node.alignment)"
        case .alert where isGFM: "blockQuote"
        case .customInline: "htmlInline “\(node.onEnter)”"
        default: "\(node.kind)"
        }
    }
}

extension FilledEdition {
    /// The text below the front matter as Markdown.
    public var markdownText: String { String(decoding: markdown(), as: UTF8.self) }
}

extension Document {
    /// Puts values in the places of words like `Q0Q`, `Q1Q`, as filling does it, in text and in code.
    public func fill(_ values: [String]) {
        for node in Array(root.descendants) {
            guard [.text, .code, .codeBlock].contains(node.kind), node.literal.contains("Q") else { continue }
            if node.kind != .text {
                node.setLiteral(Self.pieces(node.literal).map { $0.number.map { values[$0] } ?? $0.text }.joined())
                continue
            }
            for piece in Self.pieces(node.literal) {
                node.insertBefore(piece.number.map { makeValue(values[$0], number: $0) } ?? makeText(piece.text))
            }
            node.remove()
        }
    }

    private static func pieces(_ text: String) -> [(text: String, number: Int?)] {
        text.split(separator: "Q", omittingEmptySubsequences: false).enumerated()
            .map { (String($1), $0.isMultiple(of: 2) ? nil : Int($1)) }
            .filter { !$0.text.isEmpty }
    }
}

/// A small generator with a seed, so that a failing case can be had again (SplitMix64).
public struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    /// Begins the sequence of a seed.
    public init(seed: UInt64) { state = seed }

    /// The next number.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
