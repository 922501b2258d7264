import Foundation
import Sources

/// Rewrites what a dialect adds to Markdown, line by line: no parser of Markdown knows of it. Code is left alone.
struct ContainerRewriting {
    let dialect: PageDialect
    /// Whether the text is MDX: components begin lines, and what is set in is no code.
    let isMDX: Bool
    /// The lines of another file that a page takes in; nil where there is none.
    let include: (String) -> [String]?
    /// What was made of it.
    var counts: [String: Int] = [:]
    /// What is left for a person.
    var open: [String] = []
    /// Whether lines are between Liquid's `{% raw %}` and `{% endraw %}`.
    var isRaw = false
    /// What abbreviations stand for, as the text says at its end.
    var abbreviations: [String: String] = [:]
    /// The shortcodes that the text closes somewhere.
    var paired: Set<String> = []
    /// The language of the code that a row of tabs holds; nil where tabs hold text.
    var pane: String?
    /// Whether lines are those of HTML whose tags have become Markdown.
    var isFlowing = false
    /// The language of the page.
    let language: String
    /// What the page's head says, by dotted names.
    let parameters: [String: String]
    /// What the site's settings say.
    let settings: SiteSettings
    /// The files that the text takes in by name.
    var imported: [String: String] = [:]
    private var depth = 0
    /// The components of the lines that are being rewritten, once somebody asked.
    var pairs: ComponentPairs?

    init(
        _ dialect: PageDialect, path: String, parameters: [String: String] = [:],
        settings: SiteSettings = SiteSettings(),
        language: String = "", include: @escaping (String) -> [String]?
    ) {
        self.dialect = dialect
        self.parameters = parameters
        self.settings = settings
        self.language = language
        isMDX = dialect == .docusaurus || path.lowercased().hasSuffix(".mdx")
        self.include = include
    }

    mutating func rewrite(_ lines: [String]) -> [String] {
        depth += 1
        let outer = pairs
        pairs = nil
        defer {
            depth -= 1
            pairs = outer
        }
        let lines = depth == 1 ? withShortcodesOnLines(withAddresses(withSettings(withOwnLanguage(lines)))) : lines
        var result: [String] = []
        var index = 0
        var isList = false
        while index < lines.count {
            let line = lines[index]
            if isMDX, depth < 12, !isList, let end = Self.setInEnd(lines, index) {
                result += rewrite(Self.unindented(Array(lines[index..<end])))
                index = end
                continue
            }
            if let end = Self.fenceEnd(lines, index) {
                result += inCode(withoutAnnotations(withoutRaw(Self.titled(Array(lines[index...end]))[...])))
                index = end + 1
                continue
            }
            isList = Self.isInList(line, after: isList)
            if depth < 12, let (new, next) = block(lines, index) {
                result += new
                index = next
                continue
            }
            if hasComponents, let (text, next) = componentLine(lines, index) {
                result += text.split(separator: "\n", omittingEmptySubsequences: false).map { inline(String($0)) }
                index = next
                continue
            }
            result.append(inline(line))
            index += 1
        }
        return result
    }

    // MARK: Code

    /// The last line of a block of code between fences that begins on a line.
    static func fenceEnd(_ lines: [String], _ start: Int) -> Int? {
        let first = lines[start].drop { $0 == " " || $0 == ">" || $0 == "\t" }
        guard let sign = first.first, sign == "`" || sign == "~" else { return nil }
        let count = first.prefix { $0 == sign }.count
        guard count >= 3, sign == "~" || !first.dropFirst(count).contains("`") else { return nil }
        for index in (start + 1)..<max(lines.count, start + 1) {
            let line = lines[index].drop { $0 == " " || $0 == ">" || $0 == "\t" }
            let closing = line.prefix { $0 == sign }.count
            if closing >= count, line.dropFirst(closing).allSatisfy(\.isWhitespace) { return index }
        }
        return lines.count - 1
    }

    // MARK: Blocks

    mutating func block(_ lines: [String], _ index: Int) -> ([String], Int)? {
        let line = lines[index]
        let margin = String(line.prefix { $0 == " " || $0 == "\t" })
        let text = line.dropFirst(margin.count)
        if text.hasPrefix(":::") { return colons(lines, index, margin, text) }
        if text.hasPrefix("///") { return slashes(lines, index, margin, text) }
        if text.hasPrefix("!!!") || text.hasPrefix("???") || text.hasPrefix("=== \"") {
            return indented(lines, index, margin, text)
        }
        if text.hasPrefix("{{<") || text.hasPrefix("{{%"), let shortcode = shortcode(lines, index, margin, text) {
            return shortcode
        }
        if let found = attributed(lines, index) { return found }
        if ["{%", "{:", "{*", "{.", "{#"].contains(where: text.hasPrefix) {
            return liquid(lines, index, margin, text)
        }
        if text.hasPrefix("*["), let (word, meaning) = Self.abbreviation(text) {
            abbreviations[word] = meaning
            return ([], index + 1)
        }
        if text.hasPrefix("> [!"), let alert = titledAlert(lines, index, margin, text) { return alert }
        if isMDX, text.hasPrefix("{/*"), let comment = comment(lines, index, margin) { return comment }
        if hasComponents, text.hasPrefix("<"), text.dropFirst().first(where: { $0 != "/" })?.isUppercase == true {
            return component(lines, index, margin)
        }
        if let list = definitions(lines, index, margin) { return list }
        if text.lowercased().hasPrefix("<dl"), let list = definitionElements(lines, index, margin) { return list }
        if text.lowercased().hasPrefix("<table"), let table = tableElement(lines, index, margin) { return table }
        // What stands below a picture would be HTML with it.
        if text.lowercased().hasPrefix("<img "), text.hasSuffix(">"), index + 1 < lines.count,
            !lines[index + 1].allSatisfy(\.isWhitespace)
        {
            return ([inline(line), ""], index + 1)
        }
        if !isMDX, text.lowercased().hasPrefix("<pre"), let code = codeElement(lines, index, margin) { return code }
        if text.lowercased().hasPrefix("<details"), let part = foldingPart(lines, index, margin) { return part }
        if text.hasPrefix("<") { return htmlPart(lines, index, margin, text) ?? element(lines, index, margin, text) }
        let plain = text.trimmingCharacters(in: .whitespaces).lowercased()
        if ["[[toc]]", "[[_toc_]]", "[toc]", "{:toc}", "* toc", "1. toc", "- toc"].contains(plain) {
            count("contents")
            return ([], index + 1)
        }
        if text.hasPrefix("--8<--") { return included(Self.quoted(String(text)) ?? "", index, margin) }
        if depth == 1, margin.isEmpty, isMDX || dialect == .starlight,
            text.hasPrefix("import ")
                && (text.contains(" from ") || text.contains("{") || text.contains("'") || text.contains("\""))
                || text.hasPrefix("export ")
        {
            count("imports")
            return ([], Self.scriptEnd(lines, index))
        }
        return nil
    }

    /// `::: tip Title` and `:::note[Title]`.
    mutating func colons(_ lines: [String], _ index: Int, _ margin: String, _ text: Substring) -> (
        [String], Int
    )? {
        let signs = text.prefix { $0 == ":" }.count
        let head = text.dropFirst(signs).trimmingCharacters(in: .whitespaces)
        guard !head.isEmpty else { return ([], index + 1) }
        let name = String(head.prefix { $0.isLetter || $0 == "-" })
        var title = head.dropFirst(name.count).trimmingCharacters(in: .whitespaces)
        if title.hasPrefix("["), let close = title.firstIndex(of: "]") {
            title = String(title[title.index(after: title.startIndex)..<close])
        }
        if title.hasPrefix("{"), let close = title.firstIndex(of: "}") {
            title = title[title.index(after: close)...].trimmingCharacters(in: .whitespaces)
        }
        var end = index + 1
        var open = 1
        while end < lines.count {
            if let fence = Self.fenceEnd(lines, end) {
                end = fence + 1
                continue
            }
            let line = lines[end].trimmingCharacters(in: .whitespaces)
            if line.hasPrefix(":::") {
                let count = line.prefix { $0 == ":" }.count
                let isClosing = line.count == count
                if isClosing, count == signs || open == 1 && count >= signs {
                    open -= 1
                } else if !isClosing, count == signs {
                    open += 1
                }
                if open == 0 { break }
            }
            end += 1
        }
        let inner = rewrite(Self.dedented(Array(lines[(index + 1)..<min(end, lines.count)]), by: margin.count))
        let next = min(end + 1, lines.count)
        if let alert = PageDialect.alert(name) { return (self.alert(alert, title, inner, margin), next) }
        if name == "details" { return (details(title.isEmpty ? "Details" : title, inner, margin), next) }
        count("containers")
        return (
            (title.isEmpty ? [] : [margin + "**\(title)**", ""]) + inner.map { $0.isEmpty ? $0 : margin + $0 }, next
        )
    }

    /// `> [!NOTE] Title`, which code hosts do not know.
    mutating func titledAlert(_ lines: [String], _ index: Int, _ margin: String, _ text: Substring) -> (
        [String], Int
    )? {
        guard let (kind, title) = AlertWords.head(text.dropFirst(2)) else { return nil }
        let (settled, words) = AlertWords.settle(kind, title)
        var result = [margin + "> [!\(settled)]"]
        if !words.isEmpty {
            result.append(margin + "> " + Self.bold(inline(words)))
            let next = index + 1 < lines.count ? lines[index + 1].trimmingCharacters(in: .whitespaces) : ""
            if next.hasPrefix(">"), next != ">" { result.append(margin + ">") }
        }
        return (result, index + 1)
    }

    /// `/// note | Title`.
    mutating func slashes(_ lines: [String], _ index: Int, _ margin: String, _ text: Substring) -> (
        [String], Int
    )? {
        let signs = text.prefix { $0 == "/" }.count
        let head = text.dropFirst(signs).trimmingCharacters(in: .whitespaces)
        guard !head.isEmpty,
            let end = lines[(index + 1)...].firstIndex(where: {
                $0.trimmingCharacters(in: .whitespaces) == String(repeating: "/", count: signs)
            })
        else { return nil }
        let parts = head.split(separator: "|", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
        let name = parts.first ?? ""
        let inner = rewrite(Self.dedented(Array(lines[(index + 1)..<end]), by: margin.count))
        let title = parts.count > 1 ? parts[1] : ""
        if let alert = PageDialect.alert(name) { return (self.alert(alert, title, inner, margin), end + 1) }
        if name == "details" { return (details(title, inner, margin), end + 1) }
        count("containers")
        return (
            (title.isEmpty ? [] : [margin + "**\(title)**", ""]) + inner.map { $0.isEmpty ? $0 : margin + $0 }, end + 1
        )
    }

    /// `!!! note "Title"`, `??? note`, `=== "Tab"`, with what is indented below.
    mutating func indented(_ lines: [String], _ index: Int, _ margin: String, _ text: Substring) -> (
        [String], Int
    )? {
        let head = text.dropFirst(3).trimmingCharacters(in: .init(charactersIn: " +"))
        var end = index + 1
        while end < lines.count,
            lines[end].allSatisfy(\.isWhitespace) || lines[end].hasPrefix(margin + "    ")
                || lines[end].hasPrefix(margin + "\t")
        { end += 1 }
        while end > index + 1, lines[end - 1].allSatisfy(\.isWhitespace) { end -= 1 }
        let inner = rewrite(Self.dedented(Array(lines[(index + 1)..<end]), by: margin.count + 4))
        let title = Self.quoted(head) ?? ""
        if text.hasPrefix("===") {
            count("tabs")
            return ([margin + "**\(title)**", ""] + inner.map { $0.isEmpty ? $0 : margin + $0 }, end)
        }
        let name = String(head.prefix { $0.isLetter || $0 == "-" })
        let shown =
            title.isEmpty && PageDialect.alert(name) == nil ? name.prefix(1).uppercased() + name.dropFirst() : title
        if text.hasPrefix("???") {
            let words = shown.isEmpty ? name.prefix(1).uppercased() + name.dropFirst() : shown
            return (details(words, inner, margin, isOpen: text.hasPrefix("???+")), end)
        }
        return (alert(PageDialect.alert(name) ?? "NOTE", shown, inner, margin), end)
    }
}
