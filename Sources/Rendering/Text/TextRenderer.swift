import CommonMark
import Guides
import Sources

/// Writes a filled tree as plain text for a terminal: no escape codes, wrapped to its width.
public struct TextRenderer {
    private let edition: FilledEdition
    private let width: Int
    private let footnotes: FootnoteOrder
    /// What stands before the titles of steps and options, and behind them.
    private var titles: [Node: (before: String, after: String)] = [:]

    /// - Parameter width: how many columns a line may have; a word or a line of code that is longer stays whole.
    public init(_ edition: FilledEdition, width: Int) {
        self.edition = edition
        self.width = max(20, width)
        footnotes = FootnoteOrder(edition.document)
        let language = edition.language
        edition.parts.forEachPart { titles[$0.heading] = PartLabel.around($0, in: language) }
    }

    /// The page.
    public func render() -> String {
        var blocks: [[String]] = []
        if !edition.title.isEmpty {
            blocks.append(underlined(edition.title, "=", width))
            if !edition.summary.isEmpty { blocks.append(TextLines.wrap(edition.summary, width)) }
        }
        blocks.append(children(of: edition.document.root, width))
        blocks += notes
        return TerminalText.printable(Self.join(blocks).joined(separator: "\n") + "\n")
    }

    // MARK: Blocks

    /// The notes, each behind its number.
    private var notes: [[String]] {
        guard !footnotes.notes.isEmpty else { return [] }
        let notes = footnotes.notes.enumerated().map { index, note in
            let mark = "[\(index + 1)] "
            let lines = children(of: note.node, width - mark.count)
            let indent = String(repeating: " ", count: mark.count)
            return (lines.isEmpty ? [""] : lines).enumerated().map { ($0 == 0 ? mark : indent) + $1 }
        }
        return [underlined(edition.language.term("footnotes"), "-", width)] + notes
    }

    private func children(of node: Node, _ width: Int) -> [String] {
        Self.join(node.children.map { lines($0, width) })
    }

    private static func join(_ blocks: [[String]]) -> [String] {
        Array(blocks.filter { !$0.isEmpty }.joined(separator: [""]))
    }

    private func lines(_ node: Node, _ width: Int) -> [String] {
        switch node.kind {
        case .paragraph: TextLines.wrap(inlines(of: node), width)
        case .heading: heading(node, width)
        case .list: list(node, width)
        case .codeBlock: code(node)
        case .blockQuote: prefixed(children(of: node, width - 2), with: "| ")
        case .alert(let kind): alert(node, kind, width)
        case .table: TextTable(rows: rows(of: node)).lines
        case .footnotes: []
        case .thematicBreak: [String(repeating: "-", count: width)]
        case .htmlBlock:
            (node.allowedBlock?.words ?? []).flatMap { element, text in
                element == "dd" ? prefixed(TextLines.wrap(text, width - 2), with: "  ") : TextLines.wrap(text, width)
            }
        default: children(of: node, width)
        }
    }

    private func heading(_ node: Node, _ width: Int) -> [String] {
        let (before, after) = titles[node] ?? ("", "")
        let text = before + inlines(of: node) + after
        switch node.headingLevel {
        case 1: return underlined(text, "=", width)
        case 2: return underlined(text, "-", width)
        default: return TextLines.wrap(text, width)
        }
    }

    private func underlined(_ text: String, _ line: String, _ width: Int) -> [String] {
        let lines = TextLines.wrap(text, width)
        return lines + [String(repeating: line, count: lines.map(TerminalText.columns).max() ?? 0)]
    }

    private func list(_ list: Node, _ width: Int) -> [String] {
        var number = list.listStart
        let count = list.children.reduce(0) { count, _ in count + 1 }
        let digits = String(number + count).count
        var items: [[String]] = []
        for item in list.children {
            let mark =
                list.isOrdered ? String(repeating: " ", count: digits - String(number).count) + "\(number). " : "- "
            let indent = String(repeating: " ", count: mark.count)
            let lines =
                list.isTight
                ? item.children.flatMap { self.lines($0, width - mark.count) }
                : children(of: item, width - mark.count)
            items.append((lines.isEmpty ? [""] : lines).enumerated().map { ($0 == 0 ? mark : indent) + $1 })
            number += 1
        }
        return list.isTight ? Array(items.joined()) : Self.join(items)
    }

    private func code(_ node: Node) -> [String] {
        var lines = node.literal.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last?.isEmpty == true { lines.removeLast() }
        let title = CodeFence(node.fenceInfo).title
        return (title.isEmpty ? [] : [title, ""]) + prefixed(lines, with: "    ")
    }

    private func alert(_ node: Node, _ kind: AlertKind, _ width: Int) -> [String] {
        let title = edition.language.term("alert-\(kind.marker.lowercased())")
        return prefixed([title] + children(of: node, width - 2), with: "| ")
    }

    private func prefixed(_ lines: [String], with prefix: String) -> [String] {
        lines.map { line in
            let text = prefix + line
            return line.isEmpty ? String(text.reversed().drop { $0 == " " }.reversed()) : text
        }
    }

    private func rows(of table: Node) -> [[TextTable.Cell]] {
        table.children.filter { $0.kind == .tableRow }.map { row in
            row.children.map { TextTable.Cell(text: inlines(of: $0), alignment: $0.alignment) }
        }
    }

    // MARK: Inlines

    private func inlines(of node: Node) -> String { node.children.map(text).joined() }

    private func text(_ node: Node) -> String {
        switch node.kind {
        case .text, .code: node.literal.replacing("\n", with: " ")
        case .softBreak: " "
        case .lineBreak: "\n"
        case .htmlInline: element(node)
        case .taskMarker(let isChecked): isChecked ? "[x] " : "[ ] "
        case .footnoteReference(let index): footnotes.number(of: index).map { "[\($0)]" } ?? ""
        case .link: link(node)
        case .image: "[\(inlines(of: node))]"
        default: inlines(of: node)
        }
    }

    /// A line break; in a cell, which has one line, a space, and so between the items of its list.
    private func element(_ node: Node) -> String {
        guard let tag = node.allowedTag else { return "" }
        switch tag.name {
        case "br": return node.container?.kind == .tableCell ? " " : "\n"
        case "li": return tag.isClosing ? "" : " – "
        default: return ""
        }
    }

    /// The words, and where they lead, where that is out of the page and not what the words say already.
    private func link(_ node: Node) -> String {
        let words = inlines(of: node)
        let url = node.url
        if url.hasPrefix("#") || url.isEmpty || words == url || "mailto:\(words)" == url || "http://\(words)" == url {
            return words
        }
        return "\(words) (\(url))"
    }
}
