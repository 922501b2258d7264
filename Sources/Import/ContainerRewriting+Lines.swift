import Foundation
import Sources

extension ContainerRewriting {
    // MARK: What comes of them

    mutating func alert(_ kind: String, _ title: String, _ inner: [String], _ margin: String) -> [String] {
        count("alerts")
        var body = inner[...]
        while body.first?.allSatisfy(\.isWhitespace) == true { body.removeFirst() }
        while body.last?.allSatisfy(\.isWhitespace) == true { body.removeLast() }
        let (kind, title) = AlertWords.settle(kind, title)
        let head = title.isEmpty ? [] : [Self.bold(title), ""]
        return ["", margin + "> [!\(kind)]"] + (head + body).map { $0.isEmpty ? margin + ">" : margin + "> " + $0 } + [
            ""
        ]
    }

    /// A part that folds; where it could not be one, a line in bold and its text.
    mutating func details(
        _ title: String, _ inner: [String], _ margin: String, isOpen: Bool = false
    ) -> [String] {
        count("details")
        let words = Self.plain(title)
        var body = inner[...]
        while body.first?.allSatisfy(\.isWhitespace) == true { body.removeFirst() }
        while body.last?.allSatisfy(\.isWhitespace) == true { body.removeLast() }
        let lines = body.map { $0.isEmpty ? $0 : margin + $0 }
        // A heading begins another part of the page, and a summary holds no value.
        guard !words.isEmpty, !words.contains("{{"), !Self.hasHeading(Array(body)) else {
            return ["", margin + Self.bold(title), ""] + lines + [""]
        }
        let start = [margin + (isOpen ? "<details open>" : "<details>"), margin + "<summary>\(words)</summary>"]
        return [""] + start + [""] + lines + ["", margin + "</details>", ""]
    }

    /// A title as a bold line, which it may be already.
    static func bold(_ title: String) -> String {
        for sign in ["**", "__"] where title.hasPrefix(sign) && title.hasSuffix(sign) && title.count > 2 * sign.count {
            let inner = title.dropFirst(sign.count).dropLast(sign.count)
            if !inner.contains(sign) { return "**\(inner)**" }
        }
        return "**\(title)**"
    }

    /// Words without markup, as a summary has them.
    private static func plain(_ title: String) -> String {
        var words = ""
        var isInTag = false
        for character in title {
            if character == "<" { isInTag = true }
            if !isInTag, !"`*".contains(character) { words.append(character) }
            if character == ">" { isInTag = false }
        }
        return words.trimmingCharacters(in: .whitespaces).replacing(">", with: "&gt;")
    }

    private static func hasHeading(_ lines: [String]) -> Bool {
        var index = 0
        while index < lines.count {
            if let end = fenceEnd(lines, index) {
                index = end + 1
                continue
            }
            let text = lines[index].drop { $0 == " " }
            if text.hasPrefix("#"), text.drop(while: { $0 == "#" }).first == " " { return true }
            let isLine = !text.isEmpty && (text.allSatisfy { $0 == "=" } || text.allSatisfy { $0 == "-" })
            if isLine, index > 0, !lines[index - 1].allSatisfy(\.isWhitespace) { return true }
            index += 1
        }
        return false
    }

    /// `<details>` as it is written by hand: with attributes, on one line with its summary, without blank lines.
    mutating func foldingPart(_ lines: [String], _ index: Int, _ margin: String) -> ([String], Int)? {
        var depth = 0
        var end = index
        // One that nothing closes is not looked for through a whole book, line after line.
        while end < min(lines.count, index + 1000) {
            if end > index, let fence = Self.fenceEnd(lines, end) {
                end = fence + 1
                continue
            }
            let line = lines[end].lowercased()
            depth += line.ranges(of: "<details").count - line.ranges(of: "</details>").count
            if depth <= 0 { break }
            end += 1
        }
        guard end < min(lines.count, index + 1000), depth == 0,
            end > index || lines[index].lowercased().contains("</details>")
        else {
            return nil
        }
        var text = Self.dedented(Array(lines[index...end]), by: margin.count).joined(separator: "\n")
        guard let tag = text.range(of: ">"),
            let last = text.range(of: "</details>", options: [.backwards, .caseInsensitive])
        else { return nil }
        let opening = text[..<tag.upperBound].lowercased()
        let rest = String(text[last.upperBound...]).trimmingCharacters(in: .whitespacesAndNewlines)
        text = String(text[tag.upperBound..<last.lowerBound])
        var title = "Details"
        if let start = text.range(of: "<summary", options: .caseInsensitive),
            let open = text.range(of: ">", range: start.upperBound..<text.endIndex),
            let close = text.range(of: "</summary>", options: .caseInsensitive, range: open.upperBound..<text.endIndex),
            text[..<start.lowerBound].allSatisfy(\.isWhitespace)
        {
            title = text[open.upperBound..<close.lowerBound].split { $0.isNewline }
                .map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
            text = String(text[close.upperBound...])
        }
        let inner = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        // What an element holds is often set in for the eye; by four columns it would be code.
        let body = rewrite(Self.dedented(inner, by: Self.margin(inner[...])))
        let isOpen = opening.contains(" open")
        return (
            details(title, body, margin, isOpen: isOpen) + (rest.isEmpty ? [] : [margin + rest]), end + 1
        )
    }

    mutating func included(
        _ path: String, _ index: Int, _ margin: String, given: [String: String]? = nil
    ) -> ([String], Int) {
        guard let lines = include(path).map(Self.withoutHead).map({ withSettings($0, given: given) }) else {
            open.append("`\(path)` is to be included and is not in the folder: it is left out")
            return ([], index + 1)
        }
        count("includes")
        return (rewrite(lines).map { $0.isEmpty ? $0 : margin + $0 }, index + 1)
    }

    /// The code of another file, or the region of it that has a name there, without the comments that name regions.
    mutating func includedCode(
        _ path: String, _ index: Int, _ margin: String, region: String? = nil
    ) -> ([String], Int) {
        guard var lines = include(path)?[...] else {
            open.append("the code of `\(path)` is to be included and is not in the folder: it is left out")
            return ([], index + 1)
        }
        count("includes")
        if let region {
            let start = lines.firstIndex {
                $0.contains("#region") && $0.hasSuffix(region) || $0.contains("#region \(region) ")
            }
            let end = start.flatMap { lines[$0...].firstIndex { $0.contains("#endregion") } }
            if let start, let end { lines = lines[(start + 1)..<end] }
        }
        var code = lines.filter { !$0.contains("#region") && !$0.contains("#endregion") }
        while code.last?.allSatisfy(\.isWhitespace) == true { code.removeLast() }
        code = region == nil ? code : Self.dedented(code, by: Self.margin(code[...]))
        let ending = path.split(separator: ".").last.map(String.init) ?? ""
        return ([margin + "```" + ending] + code.map { margin + $0 } + [margin + "```"], index + 1)
    }

    /// Code in which Material's annotations, `(1)!`, are plain references to the list behind it.
    func withoutAnnotations(_ lines: [String]) -> [String] {
        guard dialect == .mkdocs else { return lines }
        return lines.map { line in
            guard line.contains(")!") else { return line }
            var result = ""
            var rest = line[...]
            while let end = rest.range(of: ")!") {
                let before = rest[..<end.lowerBound]
                let digits = before.reversed().prefix { $0.isASCII && $0.isNumber }.count
                let isNote = (1...2).contains(digits) && before.dropLast(digits).hasSuffix(" (")
                result += before + (isNote ? ")" : ")!")
                rest = rest[end.upperBound...]
            }
            return result + rest
        }
    }

    mutating func count(_ name: String) { counts[name, default: 0] += 1 }

    // MARK: Lines

    /// What a dialect has within a line.
    mutating func inline(_ line: String) -> String {
        var line = line
        if line.contains("{/*") { line = Self.removing("{/*", "*/}", from: line) }
        if line.contains("{{<") || line.contains("{{%") { line = shortcodes(inLine: line) }
        if dialect == .jekyll { line = liquidInline(line) }
        if line.contains("<!--") {
            for comment in ["<!--more-->", "<!-- more -->", "<!-- truncate -->", "<!--truncate-->"] {
                line = line.replacing(comment, with: "")
            }
        }
        line = marks(line)
        if dialect == .jekyll || dialect == .mkdocs { line = Self.withoutSpanAttributes(line) }
        for start in ["){:", "){ ", "){.", "){target", "){#"] {
            while let open = line.range(of: start),
                let close = line.range(of: "}", range: open.upperBound..<line.endIndex)
            {
                line.replaceSubrange(line.index(after: open.lowerBound)..<close.upperBound, with: "")
            }
        }
        return line
    }

    static func removing(_ start: String, _ end: String, from line: String) -> String {
        var line = line
        while let open = line.range(of: start), let close = line.range(of: end, range: open.upperBound..<line.endIndex)
        {
            line.removeSubrange(open.lowerBound..<close.upperBound)
        }
        return line
    }

    static func margin(_ lines: ArraySlice<String>) -> Int {
        lines.filter { !$0.allSatisfy(\.isWhitespace) }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    }

    static func dedented(_ lines: [String], by count: Int) -> [String] {
        lines.map { line in
            if line.hasPrefix("\t"), count >= 4 { return String(line.dropFirst()) }
            return String(line.dropFirst(min(count, line.prefix { $0 == " " }.count)))
        }
    }

    /// What stands between the first quotation marks.
    static func quoted(_ text: String) -> String? {
        guard let open = text.firstIndex(where: { $0 == "\"" || $0 == "'" }),
            let close = text[text.index(after: open)...].firstIndex(of: text[open])
        else { return nil }
        return String(text[text.index(after: open)..<close])
    }

    static func argument(_ name: String, _ text: String) -> String? {
        guard let range = text.range(of: "\(name)=") else { return nil }
        let rest = text[range.upperBound...]
        if rest.first == "\"" || rest.first == "'" || rest.first == "{" { return quoted(String(rest)) }
        return String(rest.prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" })
    }
}
