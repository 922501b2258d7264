import Foundation
import Sources

/// Hugo's shortcodes: what they hold is the page's, and so is what a reader sees of what they are given.
extension ContainerRewriting {
    private static let tabs: Set = ["tab", "tabitem", "tab-item", "codetab", "tab-content", "tab-panel"]
    private static let rows: Set = ["tabs", "tabpane", "tabset", "code-tabs", "codetabs", "tabgroup", "tab-group"]
    private static let folding: Set = [
        "details", "expand", "collapse", "collapsible", "spoiler", "accordion", "toggle",
    ]

    // MARK: Blocks

    /// A tag that is all of a line, and what it encloses.
    mutating func shortcode(_ lines: [String], _ index: Int, _ margin: String, _ text: Substring) -> (
        [String], Int
    )? {
        let bytes = Array(text.trimmingCharacters(in: .whitespaces).utf8)
        guard let tag = Shortcode(bytes, at: 0), tag.range.upperBound == bytes.count,
            !Shortcode.isShown(bytes, tag.range)
        else { return nil }
        if tag.isClosing { return ([], index + 1) }
        guard !tag.isEmpty, paired.contains(tag.name), let close = Self.close(of: tag.name, lines, index) else {
            return (alone(tag, margin), index + 1)
        }
        if tag.base == "comment" { return ([], close + 1) }
        let body = Array(lines[(index + 1)..<close])
        if ["highlight", "code"].contains(tag.base) {
            let language = tag.text("lang", "language") ?? tag.value(at: 0) ?? ""
            return ([margin + "```\(language)"] + body + [margin + "```"], close + 1)
        }
        let outer = pane
        defer { pane = outer }
        if Self.rows.contains(tag.base) {
            let isText = tag.base != "tabpane" || tag.text("text", "markdown") == "true"
            pane = isText ? nil : tag.text("lang", "langEqualsHeader").map { $0 == "true" ? "" : $0 } ?? ""
        }
        if Self.tabs.contains(tag.base), let language = outer, !tag.isMarkdown,
            !body.contains(where: { $0.contains("```") })
        {
            let title = label(of: tag).map { [margin + Self.bold($0), ""] } ?? []
            let code = Self.dedented(body, by: Self.margin(body[...])).map { margin + $0 }
            let language = tag.text("lang", "language") ?? language
            return ([""] + title + [margin + "```\(language)"] + Self.trimmed(code) + [margin + "```", ""], close + 1)
        }
        if Self.tabs.contains(tag.base) { pane = nil }
        let inner = rewrite(Self.dedented(body, by: margin.count))
        return (enclosing(tag, inner, margin), close + 1)
    }

    private static func trimmed(_ lines: [String]) -> [String] {
        var lines = lines[...]
        while lines.first?.allSatisfy(\.isWhitespace) == true { lines.removeFirst() }
        while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
        return Array(lines)
    }

    /// The line of the tag that closes another.
    private static func close(of name: String, _ lines: [String], _ index: Int) -> Int? {
        var depth = 1
        var line = index + 1
        while line < lines.count {
            if let end = fenceEnd(lines, line) {
                line = end + 1
                continue
            }
            let text = lines[line].drop { $0 == " " || $0 == "\t" }
            if text.hasPrefix("{{<") || text.hasPrefix("{{%"), text.contains(name),
                let tag = Shortcode(Array(text.utf8), at: 0), tag.name == name, !tag.isEmpty
            {
                depth += tag.isClosing ? -1 : 1
                if depth == 0 { return line }
            }
            line += 1
        }
        return nil
    }

    /// What becomes of the text between two tags.
    private mutating func enclosing(_ tag: Shortcode, _ inner: [String], _ margin: String) -> [String] {
        let title = tag.text("title", "header", "heading", "summary", "label")
        if Self.folding.contains(tag.base) {
            return details(title ?? tag.value(at: 0) ?? "Details", inner, margin)
        }
        if let box = PageDialect.alert(tag.base) {
            let said = tag.text("type", "color", "level", "style", "kind", "context", "variant")
            let kind = (said ?? tag.value(at: 0)).flatMap(PageDialect.alert)
            let words = said == nil && kind != nil ? tag.value(at: 1) : tag.value(at: 0)
            let isWord = words.map { $0.contains(" ") || !$0.contains("-") && $0.first?.isUppercase == true } ?? false
            return alert(kind ?? box, title ?? (isWord ? words : nil) ?? "", inner, margin)
        }
        if ["button", "link", "btn"].contains(tag.base), let target = tag.target ?? tag.value(at: 0) {
            let words = inner.joined(separator: " ").trimmingCharacters(in: .whitespaces)
            if !words.isEmpty, !words.contains("](") { return [margin + "[\(words)](\(target))"] }
        }
        count("containers")
        let lines = inner.map { $0.isEmpty ? $0 : margin + $0 }
        guard let label = label(of: tag) else { return [""] + lines + [""] }
        let linked = tag.target.map { label.contains("](") ? label : "[\(label)](\($0))" } ?? label
        return ["", margin + Self.bold(linked), ""] + lines + [""]
    }

    /// What a reader sees of what a tag is given; the rest is told.
    private mutating func label(of tag: Shortcode) -> String? {
        if Self.rows.contains(tag.base) { return nil }
        let isTab = Self.tabs.contains(tag.base)
        let title =
            tag.text("title", "header", "heading", "label", "caption")
            ?? (isTab ? tag.text("name", "tabName") ?? tag.value(at: 0) : nil)
        let name = title == nil ? tag.text("name") : nil
        let text =
            title == nil && name == nil ? tag.text("text").flatMap { $0 == "true" || $0 == "false" ? nil : $0 } : nil
        if !isTab { tell(tag, [title, name, text, title ?? name ?? text == nil ? nil : tag.target]) }
        return title ?? text ?? name.map { $0.contains(" ") ? $0 : "`\($0)`" }
    }

    private mutating func tell(_ tag: Shortcode, _ used: [String?]) {
        let lost = tag.lost(but: used)
        if lost.isEmpty, used.contains(where: { $0 != nil }) || paired.contains(tag.name) { return }
        open.append(
            "the shortcode `\(tag.name)` has no equal: "
                + (paired.contains(tag.name)
                    ? "its text stays, without" : used.contains { $0 != nil } ? "left out is" : "it is left out")
                + (lost.isEmpty
                    ? "" : (paired.contains(tag.name) || used.contains { $0 != nil } ? " " : ", and with it "))
                + lost.prefix(5).map { "`\($0)`" }.joined(separator: ", "))
    }

    /// What becomes of a tag without a text.
    private mutating func alone(_ tag: Shortcode, _ margin: String) -> [String] {
        if ["figure", "image", "img", "imgproc"].contains(tag.base),
            let source = tag.text("src", "url") ?? tag.value(at: 0)
        {
            count("images")
            let caption = tag.text("caption", "title")
            let alternative = tag.text("alt") ?? caption ?? ""
            let image = "![\(alternative)](\(source.contains(" ") ? "<\(source)>" : source))"
            let more = caption.flatMap { $0 == alternative ? nil : "*\($0)*" }
            return [margin + (tag.text("link").map { "[\(image)](\($0))" } ?? image)]
                + (more.map { ["", margin + $0, ""] } ?? [])
        }
        if ["include", "readfile", "read-file", "include-file"].contains(tag.base),
            let path = tag.text("file", "path") ?? tag.value(at: 0), let lines = include(path)
        {
            count("includes")
            return rewrite(lines).map { $0.isEmpty ? $0 : margin + $0 }
        }
        if let target = tag.reference {
            let words = tag.text("caption", "title", "text", "label")
            return [margin + "[\(words ?? target)](\(target))"]
        }
        if let words = known(tag, .words) { return words.isEmpty ? [] : [margin + words] }
        if tag.target != nil, tag.text("title", "header", "heading", "label", "text", "name") != nil {
            return [margin + visible(tag, .words)]
        }
        return label(of: tag).map { ["", margin + Self.bold($0), ""] } ?? []
    }

    // MARK: Within a line

    /// A line with what its tags come to.
    mutating func shortcodes(inLine line: String) -> String {
        let bytes = Array(line.utf8)
        var result: [UInt8] = []
        var done = 0
        for (tag, range, isCode) in Shortcode.all(in: bytes) {
            result += bytes[done..<range.lowerBound]
            done = range.upperBound
            count("shortcodes")
            guard let tag else {
                result += Self.shown(bytes[range])
                continue
            }
            let isInWord = !isCode && (Self.isWord(bytes, range.lowerBound - 1) || Self.isWord(bytes, range.upperBound))
            let place: Place = isCode ? .code : isInWord ? .word : .words
            result += (tag.isClosing ? Self.element(tag) ?? "" : visible(tag, place)).utf8
        }
        return String(decoding: result + bytes[done...], as: UTF8.self)
    }

    /// `{{</* name */>}}` as readers see it.
    private static func shown(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        let inner = bytes.dropFirst(5).dropLast(3)
        let end = inner.suffix(2).elementsEqual("*/".utf8) ? inner.dropLast(2) : inner
        return bytes.prefix(3) + end + bytes.suffix(3)
    }

    /// Whether a byte beside a tag makes one word with it, as in an address.
    private static func isWord(_ bytes: [UInt8], _ index: Int) -> Bool {
        guard bytes.indices.contains(index) else { return false }
        return bytes[index].isASCIIAlphanumeric || "/_-=@:".utf8.contains(bytes[index])
    }

    private static func element(_ tag: Shortcode) -> String? {
        ["kbd", "sub", "sup"].contains(tag.base) ? (tag.isClosing ? "</\(tag.base)>" : "<\(tag.base)>") : nil
    }

    /// Where a tag stands.
    private enum Place {
        case words, word, code
    }

    /// What becomes of a tag that comes with Hugo, or with most themes; nil for others.
    private mutating func known(_ tag: Shortcode, _ place: Place) -> String? {
        let first = tag.value(at: 0)
        if let target = tag.reference {
            return tag.text("caption", "title", "text", "label").map { "[\($0)](\(target))" } ?? target
        }
        switch tag.base {
        case "param", "_param", "site-param", "siteparam":
            let name = first ?? tag.text("name", "key") ?? ""
            if let value = parameters[name] ?? settings.value(of: name, in: language) { return value }
            open.append(
                "`\(name)` is a parameter of the site, whose value the texts do not have: its name stands in its place")
            return place == .code ? "<\(name)>" : place == .word ? name : "`\(name)`"
        case "youtube": return (first ?? tag.text("id")).map { "<https://www.youtube.com/watch?v=\($0)>" } ?? ""
        case "vimeo": return (first ?? tag.text("id")).map { "<https://vimeo.com/\($0)>" } ?? ""
        case "gist": return first.map { "<https://gist.github.com/\($0)/\(tag.value(at: 1) ?? "")>" } ?? ""
        case "toc", "br", "icon", "fa", "clear", "spacer": return ""
        default:
            if paired.contains(tag.name) { return Self.element(tag) }
            return dialect == .hugo ? ShortcodeLayout(file: include, language: language).words(of: tag) : nil
        }
    }

    /// What a reader sees of a tag among words; what is left out is told.
    private mutating func visible(_ tag: Shortcode, _ place: Place) -> String {
        if let words = known(tag, place) { return words }
        let title = tag.text("title", "header", "heading", "label", "caption")
        let name = title == nil ? tag.text("name") : nil
        let text = title == nil && name == nil ? tag.text("text") : nil
        if place == .words, let target = tag.target, let words = title ?? name ?? text {
            tell(tag, [words, target])
            return "[\(words)](\(target))"
        }
        tell(tag, [title, name, text])
        if place == .code {
            return title ?? name ?? text ?? (paired.contains(tag.name) ? "" : "<\(tag.value(at: 0) ?? tag.name)>")
        }
        return title ?? text ?? name.map { $0.contains(" ") || place == .word ? $0 : "`\($0)`" } ?? ""
    }

    /// Lines of code, in which Hugo fills its shortcodes too.
    mutating func inCode(_ lines: [String]) -> [String] {
        guard dialect == .hugo else { return lines }
        return lines.map { line in
            guard line.contains("{{<") || line.contains("{{%") else { return line }
            let bytes = Array(line.utf8)
            var result: [UInt8] = []
            var index = 0
            while index < bytes.count {
                guard bytes[index] == UInt8(ascii: "{"), let end = Shortcode.end(bytes, index) else {
                    result.append(bytes[index])
                    index += 1
                    continue
                }
                if Shortcode.isShown(bytes, index..<end) {
                    result += Self.shown(bytes[index..<end])
                } else if let tag = Shortcode(bytes, at: index), tag.base.hasSuffix("param") {
                    result += visible(tag, .code).utf8
                } else {
                    let words = String(decoding: bytes[index..<end], as: UTF8.self)
                    open.append("`\(words)` stands in code, and a program filled it in: it stays as it is")
                    result += bytes[index..<end]
                }
                index = end
            }
            return String(decoding: result, as: UTF8.self)
        }
    }
}
