import Foundation

/// kramdown's and Python-Markdown's lists of attributes on lines of their own, `{: #id .class}`, and what else kramdown says
/// between such braces.
extension ContainerRewriting {
    /// The words of a list of attributes that is all of a line; nil where it is none.
    static func attributeList(_ line: String) -> [String]? {
        guard line.contains("{") else { return nil }
        let body = line.trimmingCharacters(in: .whitespaces)
        // Goldmark has no colon, `{.class}`.
        let start = ["{:", "{.", "{#"].first(where: body.hasPrefix)
        guard let start, body.hasSuffix("}"), body.utf8.count > 3, !body.hasPrefix("{::"), !body.hasPrefix("{:/"),
            !body.dropLast().contains("}")
        else { return nil }
        return body.dropFirst(start == "{:" ? 2 : 1).dropLast().split { " \t".contains($0) }.map(String.init)
    }

    /// The ID among some attributes.
    static func id(_ words: [String]) -> String? {
        words.last { $0.hasPrefix("#") && $0.count > 1 }.map { String($0.dropFirst()) }
    }

    /// The box that the classes of themes for Jekyll make of a block.
    ///
    /// - Parameter isBefore: whether they stand before the block, where only boxes have them.
    static func box(_ words: [String], isBefore: Bool) -> (kind: String, hasTitle: Bool)? {
        var found: (kind: String, hasTitle: Bool)?
        for word in words where word.hasPrefix(".") {
            var name = String(word.dropFirst()).lowercased()
            let hasTitle = name.hasSuffix("-title")
            if hasTitle { name = String(name.dropLast(6)) }
            let start = ["notice--", "prompt-", "alert-", "callout-", "admonition-", "bd-callout-"].first(
                where: name.hasPrefix)
            if let start { name = String(name.dropFirst(start.count)) }
            // A class such as `summary` or `code` says nothing of a box where it follows the text.
            let isBox =
                start != nil
                || [
                    "note", "tip", "hint", "info", "important", "warning", "caution", "danger", "notice", "alert",
                    "callout", "admonition", "attention",
                ].contains(name) || isBefore && ["new", "highlight"].contains(name)
            guard isBox, let kind = PageDialect.alert(name) else { continue }
            // `.alert .alert-warning`: the one that says more.
            if found == nil || found?.kind == "NOTE" { found = (kind, hasTitle) }
        }
        return found
    }

    /// A heading, a paragraph, a quotation or a list of contents with a list of attributes below it; nil where there is none.
    mutating func attributed(_ lines: [String], _ index: Int) -> ([String], Int)? {
        let line = lines[index]
        guard index + 1 < lines.count, !line.allSatisfy(\.isWhitespace) else { return nil }
        let margin = String(line.prefix { $0 == " " || $0 == "\t" })
        if let words = Self.attributeList(lines[index + 1]) {
            if margin.count < 4, line.dropFirst(margin.count).hasPrefix("#") {
                count("attributes")
                var title = inline(line)
                guard let id = Self.id(words) else { return ([title], index + 2) }
                while title.last == "#" || title.last?.isWhitespace == true { title.removeLast() }
                return ([title + " {#\(id)}"], index + 2)
            }
            if words.contains("toc"), Self.isInList(line, after: false) {
                count("contents")
                return ([], index + 2)
            }
        }
        // A title with a line below it.
        if index + 2 < lines.count, Self.isUnderline(lines[index + 1]),
            let words = Self.attributeList(lines[index + 2]),
            Self.attributeList(line) == nil
        {
            count("attributes")
            let suffix = Self.id(words).map { " {#\($0)}" } ?? ""
            return ([inline(line) + suffix, lines[index + 1]], index + 3)
        }
        guard index == 0 || lines[index - 1].allSatisfy(\.isWhitespace) else { return nil }
        return boxed(lines, index, margin)
    }

    /// A paragraph or a quotation that a class below it makes a box.
    private mutating func boxed(_ lines: [String], _ index: Int, _ margin: String) -> ([String], Int)? {
        guard let first = lines[index].dropFirst(margin.count).first, !"#<|`~{".contains(first),
            !Self.isInList(lines[index], after: false)
        else { return nil }
        var end = index
        while end < lines.count, !lines[end].allSatisfy(\.isWhitespace), Self.attributeList(lines[end]) == nil {
            end += 1
        }
        guard end < lines.count, let words = Self.attributeList(lines[end]), let box = Self.box(words, isBefore: false)
        else { return nil }
        count("attributes")
        return (alert(Self.unquoted(lines[index..<end]), box, Self.id(words), margin), end + 1)
    }

    private static func unquoted(_ lines: ArraySlice<String>) -> [String] {
        lines.map { line in
            let text = line.drop { $0 == " " || $0 == "\t" }
            guard text.hasPrefix(">") else { return line }
            return String(text.dropFirst(text.hasPrefix("> ") ? 2 : 1))
        }
    }

    /// A box of a theme, whose first paragraph may be its title.
    private mutating func alert(
        _ lines: [String], _ box: (kind: String, hasTitle: Bool), _ id: String?, _ margin: String
    ) -> [String] {
        var lines = lines
        if let id {
            tellAnchor(id)
            if let last = lines.indices.last { lines[last] += "<a id=\"\(id)\"></a>" }
        }
        guard box.hasTitle, let first = lines.firstIndex(where: { !$0.allSatisfy(\.isWhitespace) }) else {
            return alert(box.kind, "", rewrite(Self.unindented(lines)), margin)
        }
        let title = lines[first].trimmingCharacters(in: .whitespaces)
        return alert(box.kind, title, rewrite(Self.unindented(Array(lines[(first + 1)...]))), margin)
    }

    static func isUnderline(_ line: String) -> Bool {
        let text = line.trimmingCharacters(in: .whitespaces)
        return !text.isEmpty && (text.allSatisfy { $0 == "=" } || text.allSatisfy { $0 == "-" })
    }

    /// What kramdown has between braces on a line of its own and that belongs to no heading.
    mutating func kramdown(_ lines: [String], _ index: Int, _ margin: String, _ body: String) -> ([String], Int)? {
        count("attributes")
        if body.hasPrefix("{::") || body.hasPrefix("{:/") {
            let name = body.dropFirst(3).prefix { $0.isLetter }
            guard name == "comment", body.hasPrefix("{::"), !body.hasSuffix("/}") else { return ([], index + 1) }
            let close = lines[index...].firstIndex { $0.contains("{:/comment}") || $0.contains("{:/}") }
            return ([], (close ?? index) + 1)
        }
        guard let words = Self.attributeList(lines[index]) else { return ([], index + 1) }
        let isBehind = index > 0 && !lines[index - 1].allSatisfy(\.isWhitespace)
        if !isBehind, let box = Self.box(words, isBefore: true) {
            var end = index + 1
            while end < lines.count, !lines[end].allSatisfy(\.isWhitespace), Self.attributeList(lines[end]) == nil {
                end += 1
            }
            guard end > index + 1 else { return ([], index + 1) }
            let next = end < lines.count && Self.attributeList(lines[end]) != nil ? end + 1 : end
            return (alert(Self.unquoted(lines[(index + 1)..<end]), box, Self.id(words), margin), next)
        }
        guard let id = Self.id(words) else { return ([], index + 1) }
        if !isBehind, index + 1 < lines.count, lines[index + 1].hasPrefix("#") {
            var title = inline(lines[index + 1])
            while title.last == "#" || title.last?.isWhitespace == true { title.removeLast() }
            return ([title + (title.hasSuffix("}") ? "" : " {#\(id)}")], index + 2)
        }
        tellAnchor(id)
        // A row of a table would be one more.
        let isTable = isBehind && lines[index - 1].contains("|")
        return ((isTable ? [""] : []) + [margin + "<a id=\"\(id)\"></a>"], index + 1)
    }

    private mutating func tellAnchor(_ id: String) {
        open.append("`#\(id)` is the anchor of a block, which no page has: links to it lead to the heading above")
    }

    /// `*[HTML]: Hypertext Markup Language`: the word, and what it stands for.
    static func abbreviation(_ text: Substring) -> (word: String, meaning: String)? {
        guard text.hasPrefix("*["), let close = text.range(of: "]:") else { return nil }
        let word = text[text.index(text.startIndex, offsetBy: 2)..<close.lowerBound].trimmingCharacters(
            in: .whitespaces)
        let meaning = text[close.upperBound...].trimmingCharacters(in: .whitespaces)
        return word.isEmpty || word.contains("[") ? nil : (word, meaning)
    }

    /// A line without lists of attributes behind its words: `*so*{: .class}`, `* {: .class} item`.
    static func withoutSpanAttributes(_ line: String) -> String {
        guard line.contains("{:") else { return line }
        let bytes = Array(line.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let isOpen =
                bytes[index] == UInt8(ascii: "{") && index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: ":")
            let before = result.last(where: { $0 != 0x20 }) ?? 0
            let isBehind = !result.isEmpty && result.last.map { ")*_]`>".utf8.contains($0) } == true
            let isItem = result.last == 0x20 && "*-+.".utf8.contains(before) && result.count { $0 > 0x20 } < 5
            if isOpen, isBehind || isItem, let close = bytes[index...].firstIndex(of: UInt8(ascii: "}")) {
                index = close + 1
                if isItem, index < bytes.count, bytes[index] == 0x20 { index += 1 }
                continue
            }
            if let end = codeEnd(bytes, index) {
                result += bytes[index..<end]
                index = end
                continue
            }
            result.append(bytes[index])
            index += 1
        }
        return String(decoding: result, as: UTF8.self)
    }
}
