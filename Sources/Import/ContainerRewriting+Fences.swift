import Foundation

/// The words behind a fence, in the spelling that a page has for titles and marked lines.
extension ContainerRewriting {
    /// A block of code whose first line says its title and its marked lines as pages do: VitePress has ` [title]` and
    /// `:line-numbers`, Hugo `{hl_lines=[2]}`, and MkDocs `{ .python title="x" }`.
    static func titled(_ given: [String]) -> [String] {
        let (lines, notes) = withoutNotes(given)
        guard let first = lines.first else { return lines }
        let margin = first.prefix { " >\t".contains($0) }
        let fence = first.dropFirst(margin.count).prefix { "`~".contains($0) }
        let info = first.dropFirst(margin.count + fence.count)
        let isOther = info.contains(":line-numbers") || info.contains(":no-line-numbers") || info.contains("[")
        guard
            isOther || !notes.isEmpty
                || info.contains("{") && (info.contains("=") || info.contains("{.") || info.contains("{ ."))
        else {
            return lines
        }
        var rest = info.trimmingCharacters(in: .whitespaces)
        var language = String(rest.prefix { !"{[: ".contains($0) })
        rest = String(rest.dropFirst(language.count))
        var title: String?
        var marked = notes.map(String.init)
        var others: [String] = []
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let inner = String(rest[rest.index(after: open)..<close])
            rest.replaceSubrange(open...close, with: " ")
            if !inner.contains("="), !inner.contains("."), !inner.contains("#") {
                marked.append(inner)
                continue
            }
            title = title ?? argument("title", inner)
            if let lines = argument("hl_lines", inner), !lines.hasPrefix("[") { marked.append(lines) }
            if let start = inner.range(of: "hl_lines=["), let end = inner[start.upperBound...].firstIndex(of: "]") {
                marked.append(inner[start.upperBound..<end].filter { $0 != "\"" })
            }
            let name = inner.split(separator: " ").first { $0.hasPrefix(".") }
            if language.isEmpty, let name { language = String(name.dropFirst()) }
        }
        if let open = rest.firstIndex(of: "["), let close = rest[open...].lastIndex(of: "]") {
            title = title ?? String(rest[rest.index(after: open)..<close])
            rest.replaceSubrange(open...close, with: " ")
        }
        for word in rest.split(separator: " ") where !word.hasPrefix(":line-numbers") && !word.hasPrefix(":no-line-n") {
            others.append(String(word))
        }
        let ranges = marked.joined(separator: ",").split { ", ".contains($0) }.joined(separator: ",")
        let words =
            [language] + (ranges.isEmpty ? [] : ["{\(ranges)}"]) + others
            + (title.map { ["title=\"\($0.replacing("\"", with: "'"))\""] } ?? [])
        return [margin + fence + words.filter { !$0.isEmpty }.joined(separator: " ")] + lines.dropFirst()
    }

    /// Lines of code without VitePress's comments, `// [!code highlight]`, and the numbers of those that they mark.
    private static func withoutNotes(_ lines: [String]) -> (lines: [String], marked: [Int]) {
        guard lines.contains(where: { $0.contains("[!code ") }) else { return (lines, []) }
        var marked: [Int] = []
        let plain = lines.enumerated().map { number, line -> String in
            guard let note = line.range(of: "[!code "), let close = line[note.upperBound...].firstIndex(of: "]") else {
                return line
            }
            let before = line[..<note.lowerBound]
            guard
                let sign = ["//", "<!--", "/*", "#", "--"].first(where: {
                    before.trimmingCharacters(in: .whitespaces).hasSuffix($0)
                }), let start = before.range(of: sign, options: .backwards)
            else { return line }
            if !line[note.upperBound..<close].hasPrefix("--") { marked.append(number) }
            var text = line[..<start.lowerBound]
            while text.last?.isWhitespace == true { text.removeLast() }
            return String(text)
        }
        return (plain, marked)
    }
}
