import CommonMark
import Foundation
import Sources

/// What the text of a page has that Markdown has not.
extension PageConversion {
    /// What a head says, by dotted names: `vers.tool`, as parameters of Hugo are called.
    static func parameters(_ head: [(key: String, node: YAMLNode)]) -> [String: String] {
        // What is handed down to the pages below holds for the page, too.
        head.reduce(into: [:]) { found, field in
            found.merge(field.node.texts(named: field.key, groups: ["params", "cascade"])) { $1 }
        }
    }

    /// A text in which a rule below several lines is a rule: to these programs a title has one line. Nil where there is none.
    func withoutLongUnderlines(_ document: Document, _ text: [UInt8]) -> [UInt8]? {
        guard dialect == .mkdocs || dialect == .jekyll else { return nil }
        var edits = SourceEdits(text)
        var isChanged = false
        func isRule(_ line: Range<Int>) -> Bool {
            text[line].contains(UInt8(ascii: "-"))
                && text[line].allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: "-") }
        }
        for node in document.root.children where node.kind == .heading && node.endLine > node.startLine {
            let last = document.line(node.endLine)
            let rule = isRule(last) ? last : document.line(node.endLine + 1)
            guard isRule(rule), node.endLine - node.startLine > (isRule(last) ? 1 : 0) else { continue }
            edits.replace(rule.lowerBound..<rule.lowerBound, with: "\n")
            isChanged = true
        }
        return isChanged ? edits.text(in: 0..<text.count) : nil
    }

    /// A text in which the first place of every abbreviation says what it stands for.
    static func withAbbreviations(
        _ abbreviations: [String: String], in document: Document, _ source: [UInt8]
    ) -> [UInt8] {
        var edits = SourceEdits(source)
        var rest = abbreviations
        for node in document.root.descendants where node.kind == .text {
            guard !rest.isEmpty else { break }
            guard let range = node.sourceRange, !isWithin(node, [.heading, .link, .image]) else { continue }
            for (word, meaning) in rest.sorted(by: { $0.key < $1.key }) {
                let bytes = Array(word.utf8)
                guard
                    let found = source[range].ranges(of: bytes).first(where: { place in
                        let before = place.lowerBound > range.lowerBound ? source[place.lowerBound - 1] : 0x20
                        let after = place.upperBound < range.upperBound ? source[place.upperBound] : 0x20
                        return !before.isWordPart && !after.isWordPart
                    })
                else { continue }
                let title = meaning.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
                    .replacing("<", with: "&lt;").replacing(">", with: "&gt;")
                if meaning.isEmpty || edits.replace(found, with: "<abbr title=\"\(title)\">\(word)</abbr>") {
                    rest[word] = nil
                }
            }
        }
        return edits.text(in: 0..<source.count)
    }

    private static func isWithin(_ node: Node, _ kinds: [NodeKind]) -> Bool {
        var current = node.parent
        while let parent = current {
            if kinds.contains(parent.kind) { return true }
            current = parent.parent
        }
        return false
    }

    /// The anchors that tags lay down, `<a id="x">`: those of headings, by the heading's position, and the others, each with the
    /// heading above it.
    static func elementAnchors(in document: Document) -> (own: [Int: String], below: [(id: String, heading: Int)]) {
        guard document.source.contains(UInt8(ascii: "<")) else { return ([:], []) }
        let headings = Array(document.root.children.filter { $0.kind == .heading })
        var own: [Int: String] = [:]
        var below: [(String, Int)] = []
        for node in document.root.descendants where node.kind == .htmlInline || node.kind == .htmlBlock {
            for tag in node.literal.split(separator: "<") where !tag.hasPrefix("/") && !tag.hasPrefix("!") {
                guard let id = attribute("id", "<" + tag) ?? attribute("name", "<" + tag), !id.isEmpty,
                    !id.contains(" ")
                else { continue }
                let line = node.startLine
                let above = headings.lastIndex { $0.startLine <= line }
                let next = (above ?? -1) + 1
                if let above, headings[above].endLine >= line, own[above] == nil {
                    own[above] = id
                } else if next < headings.count, own[next] == nil,
                    isAlone(node), blankOnly(document, node.endLine + 1, headings[next].startLine)
                {
                    own[next] = id
                } else if let above {
                    below.append((id, above))
                }
            }
        }
        return (own, below)
    }

    /// Whether a tag is all that its paragraph holds, with its counterpart.
    private static func isAlone(_ node: Node) -> Bool {
        guard node.kind == .htmlInline, let parent = node.parent else { return true }
        return parent.children.allSatisfy { $0.kind == .htmlInline || $0.kind == .softBreak }
    }

    private static func blankOnly(_ document: Document, _ first: Int, _ end: Int) -> Bool {
        first >= end
            || (first..<end).allSatisfy { line in document.source[document.line(line)].allSatisfy { $0 <= 0x20 } }
    }

    /// `--` and `---` among words as the dashes that kramdown and Hugo make of them.
    static func writeDashes(_ node: Node, in text: [UInt8], _ edits: inout SourceEdits) {
        guard let range = node.sourceRange, text[range].contains(UInt8(ascii: "-")) else { return }
        var index = range.lowerBound
        while index < range.upperBound {
            let run = text[index..<range.upperBound].prefix { $0 == UInt8(ascii: "-") }
            defer { index = max(run.endIndex, index + 1) }
            guard run.count == 2 || run.count == 3 else { continue }
            let before = run.startIndex > range.lowerBound ? text[run.startIndex - 1] : 0x20
            let after = run.endIndex < range.upperBound ? text[run.endIndex] : 0x20
            // `--help` is no dash, nor is the end of a comment.
            if before.isSpace, !after.isSpace, run.count == 2 { continue }
            if "<!\\|".utf8.contains(before) || after == UInt8(ascii: ">") { continue }
            edits.replace(run.startIndex..<run.endIndex, with: run.count == 2 ? "–" : "—")
        }
    }

    /// An address as it stands in the parentheses of a link.
    static func destination(_ address: String) -> String {
        var result = ""
        for scalar in address.unicodeScalars {
            switch scalar {
            case " ": result += "%20"
            case "(": result += "%28"
            case ")": result += "%29"
            case "<": result += "%3C"
            case ">": result += "%3E"
            case "\n", "\t", "\r": break
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The name of a file as an address.
    static func address(ofFile name: String) -> String {
        destination(
            name.replacing("%", with: "%25").replacing("#", with: "%23").replacing("?", with: "%3F"))
    }
}
