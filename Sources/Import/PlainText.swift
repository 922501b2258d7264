import CommonMark
import Foundation
import Sources

/// A text of any origin as Markdown: what Confluence, Notion and word processors write as HTML, and what other programs add.
package enum PlainText {
    /// The text in UTF-8, where it is in UTF-16 with a mark that says so.
    package static func decoded(_ file: SourceFile) -> SourceFile {
        let mark = file.bytes.prefix(2)
        guard mark.elementsEqual([0xFF, 0xFE]) || mark.elementsEqual([0xFE, 0xFF]),
            let text = String(bytes: file.bytes, encoding: .utf16)
        else { return file }
        return SourceFile(path: file.path, bytes: Array(text.utf8))
    }

    /// The text without elements of a layout and signs of other programs, and what is left for a person; nil where it has none.
    package static func markdown(_ file: SourceFile) -> (file: SourceFile, open: [String])? {
        var ignored: [Diagnostic] = []
        guard needsIt(file.bytes), let source = SourceText(file, &ignored) else { return nil }
        let body = String(decoding: file.bytes[source.bodyStart...], as: UTF8.self).replacing("\r\n", with: "\n")
        var containers = ContainerRewriting(.github, path: file.path) { _ in nil }
        let written = body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let lines = containers.rewrite(withoutListedTitles(withoutUnderlines(written)))
        let text = Array(lines.joined(separator: "\n").utf8)
        guard let document = try? Document(parsing: text) else { return nil }
        var edits = SourceEdits(text)
        for node in document.root.descendants {
            switch node.kind {
            case .link, .image:
                if case .attribute? = node.linkTail, let range = node.sourceRange {
                    PageConversion.unwrap(range, in: text, &edits) { address, _ in PageConversion.destination(address) }
                }
            case .htmlInline, .htmlBlock:
                if let range = node.sourceRange {
                    PageConversion.unwrap(range, in: text, &edits) { address, _ in PageConversion.destination(address) }
                }
            default: break
            }
        }
        let plain = String(decoding: edits.text(in: 0..<text.count), as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let new =
            file.bytes[..<source.bodyStart] + PageConversion.withoutDoubledBlanks(plain).joined(separator: "\n").utf8
        // What was well written stays as it was.
        guard !new.elementsEqual(file.bytes) else { return nil }
        return (SourceFile(path: file.path, bytes: Array(new)), Set(containers.open).sorted())
    }

    /// Elements that begin lines and that no guide has.
    private static let elements: Set = [
        "h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "ol", "ul", "table", "pre", "blockquote", "aside", "section",
        "article", "figure", "center", "span", "main", "header", "details", "summary",
    ]

    private static func needsIt(_ bytes: [UInt8]) -> Bool {
        var last = bytes[..<0]
        for line in bytes.split(separator: 0x0A) {
            defer { last = line }
            if underlined(last, by: line) != nil { return true }
            let text = line.drop { $0 == 0x20 || $0 == 0x09 }
            guard let first = text.first else { continue }
            if first == UInt8(ascii: "<") {
                let name = text.dropFirst().prefix { $0.isASCIIAlphanumeric }
                if elements.contains(String(decoding: name, as: UTF8.self).lowercased()) { return true }
            }
            if [":::", "!!! ", "??? ", "[[_TOC_]]", "[[TOC]]", "[TOC]", "[[toc]]"].contains(where: {
                text.starts(with: $0.utf8)
            }) {
                return true
            }
            if first.isASCIIDigit, listedTitle(String(decoding: line, as: UTF8.self)) != nil { return true }
        }
        return false
    }

    /// How deep a title stands that has a line of signs below it which Markdown does not take for one, as of `1. PROBLEM` over
    /// dashes, and of any over tildes; nil where it is none.
    private static func underlined(_ title: ArraySlice<UInt8>, by line: ArraySlice<UInt8>) -> Int? {
        guard let sign = line.first, "=-~^".utf8.contains(sign), let start = title.first, start > 0x20 else {
            return nil
        }
        let signs = line.prefix { $0 == sign }
        guard signs.count > 3, line.dropFirst(signs.count).allSatisfy(\.isSpace) else { return nil }
        let length = String(decoding: title, as: UTF8.self).trimmingSpace.count
        guard signs.count >= length - 2,
            sign != UInt8(ascii: "~") && sign != UInt8(ascii: "^") || signs.count <= length + 2
        else { return nil }
        let digits = title.prefix { $0.isASCIIDigit }
        let rest = title.dropFirst(digits.count)
        let isItem =
            !digits.isEmpty && rest.count > 2 && ".)".utf8.contains(rest.first ?? 0) && rest.dropFirst().first == 0x20
        switch sign {
        case UInt8(ascii: "="): return isItem ? 1 : nil
        case UInt8(ascii: "-"): return isItem ? 2 : nil
        default: return 3
        }
    }

    /// Such titles as headings that Markdown has.
    private static func withoutUnderlines(_ lines: [String]) -> [String] {
        var result: [String] = []
        var fence: ClosedRange<Int>?
        for (index, line) in lines.enumerated() {
            if fence?.contains(index) == true {
                result.append(line)
                continue
            }
            let level = result.last.flatMap { underlined(Array($0.utf8)[...], by: Array(line.utf8)[...]) }
            if let level, let title = result.popLast() {
                result.append(String(repeating: "#", count: level) + " " + title)
            } else {
                if let end = ContainerRewriting.fenceEnd(lines, index) { fence = index...end }
                result.append(line)
            }
        }
        return result
    }

    /// How far a heading is set in that is an item of a numbered list, `1. ## Open the console`, as word processors write it.
    private static func listedTitle(_ line: String) -> Int? {
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        let rest = line.dropFirst(digits.count)
        guard !digits.isEmpty, rest.hasPrefix(". ") || rest.hasPrefix(") ") else { return nil }
        let title = rest.dropFirst().drop { $0 == " " }
        let signs = title.prefix { $0 == "#" }
        guard (1...6).contains(signs.count), title.dropFirst(signs.count).first == " " else { return nil }
        return line.count - title.count
    }

    /// Headings that are items of lists as headings one level lower, and what belongs to them as their text.
    private static func withoutListedTitles(_ lines: [String]) -> [String] {
        var margin = 0
        return lines.map { line in
            if let count = listedTitle(line) {
                margin = count
                return "#" + line.dropFirst(count)
            }
            if line.allSatisfy(\.isWhitespace) { return line }
            let own = line.prefix { $0 == " " }.count
            if own == 0 { margin = 0 }
            return String(line.dropFirst(min(margin, own)))
        }
    }
}
