import Foundation
import Sources

/// Components: what they hold is the page's, and they themselves are nothing that a text has.
extension ContainerRewriting {
    private static let alerts: Set = [
        "Aside", "Admonition", "Callout", "Alert", "Note", "Tip", "Hint", "Warning", "Info", "Caution", "Danger",
        "Important",
    ]
    private static let folding: Set = ["Details", "Accordion", "Collapse", "Collapsible", "Expandable", "Spoiler"]

    /// A component that begins a line, and what it encloses; nil where it is a part of a line.
    mutating func component(_ lines: [String], _ index: Int, _ margin: String) -> ([String], Int)? {
        guard let (tag, last, _, rest) = Self.tag(lines, index, from: margin.utf8.count) else { return nil }
        let isAlone = rest.allSatisfy(\.isWhitespace)
        if tag.isClosing {
            count("layout")
            return (isAlone ? [] : rewrite([margin + rest.trimmingCharacters(in: .whitespaces)]), last + 1)
        }
        if tag.isEmpty {
            guard isAlone else { return nil }
            if let path = importedText(tag.name) { return (included(path, index, margin).0, last + 1) }
            let words = empty(tag, inLine: false)
            return (words.isEmpty ? [] : [margin + words], last + 1)
        }
        guard let close = close(of: (index, margin.utf8.count), lines, last, rest) else {
            guard isAlone else { return nil }
            tell(tag, but: nil)
            return (tag.label.map { [margin + Self.bold($0), ""] } ?? [], last + 1)
        }
        let isBlock = Self.alerts.contains(tag.name) || Self.folding.contains(tag.name) || tag.label != nil
        let isTailed = !close.after.allSatisfy(\.isWhitespace)
        if close.line == last, !isBlock, !Self.hasLabel(close.before) { return nil }
        var held = close.line == last ? [] : Self.unindented(lines[(last + 1)..<close.line] + [close.before])
        let start = close.line == last ? close.before : rest
        if !start.allSatisfy(\.isWhitespace) { held.insert(start.trimmingCharacters(in: .whitespaces), at: 0) }
        let inner = rewrite(held)
        let tail = isTailed ? rewrite([margin + close.after.trimmingCharacters(in: .whitespaces)]) : []
        return (enclosing(tag, inner, margin) + tail, close.line + 1)
    }

    /// Whether a text begins with a component that has a title, as the first of some tabs on one line.
    private static func hasLabel(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let start = bytes.firstIndex(where: { $0 > 0x20 }), let tag = ComponentTag(bytes[start...]) else {
            return false
        }
        return !tag.isEmpty && tag.label != nil
    }

    /// What becomes of a component's text.
    private mutating func enclosing(_ tag: ComponentTag, _ inner: [String], _ margin: String) -> [String] {
        if Self.alerts.contains(tag.name) {
            let kind = tag.text("type", "kind", "variant").flatMap(PageDialect.alert) ?? PageDialect.alert(tag.name)
            tell(tag, but: nil)
            return alert(kind ?? "NOTE", tag.label ?? "", inner, margin)
        }
        if Self.folding.contains(tag.name) {
            tell(tag, but: nil)
            return details(tag.text("title", "summary", "label") ?? "Details", inner, margin)
        }
        count("layout")
        let lines = inner.map { $0.isEmpty ? $0 : margin + $0 }
        guard let target = tag.target else {
            tell(tag, but: nil)
            return (tag.label.map { ["", margin + Self.bold($0), ""] } ?? [""]) + lines + [""]
        }
        if let label = tag.label {
            tell(tag, but: target)
            return ["", margin + "**[\(label)](\(target))**", ""] + lines + [""]
        }
        let words = inner.filter { !$0.allSatisfy(\.isWhitespace) }
        guard words.count == 1, let text = words.first?.trimmingCharacters(in: .whitespaces), !text.contains("]("),
            text.first.map({ !"#->|*+`~1234567890".contains($0) }) == true
        else {
            tell(tag, but: nil)
            return [""] + lines + [""]
        }
        tell(tag, but: target)
        return [margin + "[\(text)](\(target))"]
    }

    /// What becomes of a component without a text.
    private mutating func empty(_ tag: ComponentTag, inLine: Bool) -> String {
        count("layout")
        if let label = tag.text("title", "label", "text"), let target = tag.target {
            tell(tag, but: target)
            let more = inLine ? nil : tag.text("description")
            return (inLine ? "" : "- ") + "[\(label)](\(target))" + (more.map { ": \($0)" } ?? "")
        }
        let endings = [".png", ".svg", ".jpg", ".jpeg", ".gif", ".webp", ".avif"]
        if let source = tag.text("src"), endings.contains(where: source.lowercased().hasSuffix) {
            tell(tag, but: source)
            return "![\(tag.text("alt", "title", "caption") ?? "")](\(source))"
        }
        if inLine, let text = tag.text("text", "label") {
            tell(tag, but: nil)
            return text
        }
        let lost = tag.lost(but: nil)
        if lost.isEmpty, tag.name.hasSuffix("Icon") { return "" }
        open.append(
            "the component `\(tag.name)` has no equal: it is left out"
                + (lost.isEmpty ? "" : ", and with it \(Self.list(lost))"))
        return ""
    }

    /// Tells what the text of a component does not say.
    private mutating func tell(_ tag: ComponentTag, but used: String?) {
        let lost = tag.lost(but: used)
        guard !lost.isEmpty else { return }
        open.append("the component `\(tag.name)` has no equal: its text stays, without \(Self.list(lost))")
    }

    private static func list(_ words: [String]) -> String {
        words.prefix(5).map { "`\($0)`" }.joined(separator: ", ") + (words.count > 5 ? "…" : "")
    }

    // MARK: Where tags are

    /// A tag, the line that it ends on, the offset of the byte behind it there, and what follows.
    static func tag(_ lines: [String], _ index: Int, from column: Int) -> (
        tag: ComponentTag, line: Int, end: Int, rest: String
    )? {
        // Most end where they begin.
        for count in [1, 8, 64, 512] {
            let end = min(lines.count, index + count)
            let bytes = Array(lines[index..<end].joined(separator: "\n").utf8)
            if let tag = ComponentTag(bytes[column...]) {
                let stop = column + tag.length
                let line = index + bytes[..<stop].count { $0 == 0x0A }
                let start = bytes[..<stop].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
                return (tag, line, stop - start, String(decoding: bytes[stop...].prefix { $0 != 0x0A }, as: UTF8.self))
            }
            if end == lines.count { break }
        }
        return nil
    }

    /// Where the tag that closes another is: its line, and what stands before it there behind the other, and behind it.
    private mutating func close(
        of tag: (line: Int, column: Int), _ lines: [String], _ last: Int, _ rest: String
    ) -> (line: Int, before: String, after: String)? {
        let pairs = pairs ?? ComponentPairs(lines)
        self.pairs = pairs
        guard let closing = pairs[ComponentPairs.Position(line: tag.line, column: tag.column)] else { return nil }
        let line = closing.position.line
        let bytes = Array(lines[line].utf8)
        // On the line of the first tag, what counts begins behind it.
        let start = line == last ? bytes.count - rest.utf8.count : 0
        let end = min(closing.position.column + closing.length, bytes.count)
        guard start <= closing.position.column else { return nil }
        return (
            line, String(decoding: bytes[start..<closing.position.column], as: UTF8.self),
            String(decoding: bytes[end...], as: UTF8.self)
        )
    }

    /// Where tags of components begin, outside of code.
    static func tags(in bytes: [UInt8]) -> [Int] {
        var found: [Int] = []
        var index = 0
        while index < bytes.count {
            if let end = codeEnd(bytes, index) {
                index = end
                continue
            }
            if bytes[index] == UInt8(ascii: "<"), index + 2 < bytes.count {
                let first = bytes[index + 1] == UInt8(ascii: "/") ? bytes[index + 2] : bytes[index + 1]
                if (0x41...0x5A).contains(first) { found.append(index) }
            }
            index += 1
        }
        return found
    }

    /// The end of the code between backticks that begins at a byte.
    static func codeEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
        guard bytes[start] == UInt8(ascii: "`") else { return nil }
        let count = bytes[start...].prefix { $0 == UInt8(ascii: "`") }.count
        var index = start + count
        while index < bytes.count {
            let run = bytes[index...].prefix { $0 == UInt8(ascii: "`") }.count
            if run == count { return index + run }
            index += max(run, 1)
        }
        return start + count
    }

    // MARK: Within a line

    /// A line that has components in it, with the lines that its last one goes on over.
    mutating func componentLine(_ lines: [String], _ index: Int) -> (text: String, next: Int)? {
        guard lines[index].contains("<") || lines[index].contains("{/*") else { return nil }
        var end = index + 1
        var text = lines[index]
        while Self.isOpen(text), end < min(lines.count, index + 50), !lines[end].allSatisfy(\.isWhitespace) {
            text += "\n" + lines[end]
            end += 1
        }
        if Self.isOpen(text) { (text, end) = (lines[index], index + 1) }
        return (Self.removing("{/*", "*/}", from: replacingComponents(text, 0)), end)
    }

    private static func isOpen(_ text: String) -> Bool {
        if let start = text.range(of: "{/*", options: .backwards), !text[start.upperBound...].contains("*/}") {
            return true
        }
        let bytes = Array(text.utf8)
        var depth = 0
        for at in tags(in: bytes) {
            guard let tag = ComponentTag(bytes[at...]) else { return true }
            depth += tag.isEmpty ? 0 : tag.isClosing ? -1 : 1
        }
        return depth > 0
    }

    private mutating func replacingComponents(_ text: String, _ level: Int) -> String {
        let bytes = Array(text.utf8)
        let starts = Self.tags(in: bytes)
        if starts.isEmpty || level > 12 { return text }
        var result: [UInt8] = []
        var done = 0
        for (number, start) in starts.enumerated() where start >= done {
            guard let tag = ComponentTag(bytes[start...]) else { continue }
            var end = start + tag.length
            var words = ""
            if tag.isEmpty {
                words = empty(tag, inLine: true)
            } else if !tag.isClosing {
                var depth = 1
                var close: (at: Int, length: Int)?
                for at in starts[(number + 1)...].prefix(200) where at >= end {
                    guard let other = ComponentTag(bytes[at...]), other.name == tag.name else { continue }
                    depth += other.isClosing ? -1 : other.isEmpty ? 0 : 1
                    if depth == 0 {
                        close = (at, other.length)
                        break
                    }
                }
                guard let close else { continue }
                let inner = replacingComponents(String(decoding: bytes[end..<close.at], as: UTF8.self), level + 1)
                words = linked(tag, inner)
                end = close.at + close.length
            }
            result += bytes[done..<start] + Array(words.utf8)
            done = end
        }
        return String(decoding: result + bytes[done...], as: UTF8.self)
    }

    /// The words of a component within a line, as a link where it leads somewhere.
    private mutating func linked(_ tag: ComponentTag, _ inner: String) -> String {
        count("layout")
        guard let target = tag.target, !inner.contains("](") else {
            tell(tag, but: nil)
            return inner
        }
        tell(tag, but: target)
        let words = inner.trimmingCharacters(in: .whitespacesAndNewlines)
        return "[\(words.isEmpty ? tag.label ?? target : words)](\(target))"
    }
}
