/// Edits within a line that are more than words.
extension WikiEditKind {
    static let inlines: [WikiEditKind] = [
        word("made emphasis", prose) { parts, place, _ in parts[place] = around(parts[place], "*") },
        word("made strong", prose) { parts, place, _ in parts[place] = around(parts[place], "**") },
        word("struck", prose) { parts, place, _ in parts[place] = around(parts[place], "~~") },
        word("made code", prose) { parts, place, _ in parts[place] = around(parts[place], "`") },
        word("made a key", prose) { parts, place, _ in parts[place] = around(parts[place], "<kbd>", "</kbd>") },
        word("in code added", prose) { parts, place, choices in parts.insert("`\(choices.word()) -x`", at: place) },
        found("emphasis changed", ["*"], not: "*(") { inner, choices in "*\(choices.word()) \(inner)*" },
        found("emphasis taken away", ["*"], not: "*(") { inner, _ in inner },
        found("strong text changed", ["**"]) { inner, choices in "**\(choices.word())** \(inner)" },
        found("strong text taken away", ["**"]) { inner, _ in inner },
        found("struck text changed", ["~~"]) { inner, choices in "~~\(inner) \(choices.word())~~" },
        found("struck text taken away", ["~~"]) { inner, _ in inner },
        found("code in a line changed", ["`"]) { _, choices in "`\(choices.word())`" },
        found("code in a line made text", ["`"]) { inner, _ in inner },
        found("code in a line deleted", ["`"]) { _, choices in choices.word() },
        found("a key changed", ["<kbd>", "</kbd>"]) { _, choices in "<kbd>\(choices.word())</kbd>" },
        found("a key taken away", ["<kbd>", "</kbd>"]) { inner, _ in inner },
        WikiEditKind("a line break added") { page, choices in
            guard let line = page.line([.text], &choices, where: { index, line in page.isPlain(line) }) else {
                return false
            }
            page.lines[line] += "\\\n\(choices.sentence())"
            page.reread()
            return true
        },
        WikiEditKind("a break in the middle of a line") { page, choices in
            guard let line = page.line([.text], &choices, where: { index, _ in page.words(in: index).count > 1 }) else {
                return false
            }
            return page.changeWord(in: line, &choices) { $0[$1 - 1] += "<br>" }
        },
    ]

    static let links: [WikiEditKind] = [
        link("a link’s words changed") { words, address, choices in "[\(words) \(choices.word())](\(address))" },
        link("a link taken away") { words, _, _ in words },
        link("a link deleted") { _, _, choices in choices.word() },
        link("a link’s address changed", where: { $0.hasPrefix("https") }) { words, address, choices in
            "[\(words)](\(address.replacing("example.org/", with: "example.org/\(choices.word())/")))"
        },
        link("a link’s title changed", where: { $0.hasPrefix("https") }) { words, address, choices in
            "[\(words)](\(address.replacing("\"", with: "", maxReplacements: 1).split(separator: " ")[0]) \"\(choices.word())\")"
        },
        link("a link’s title deleted", where: { $0.hasPrefix("https") }) { words, address, _ in
            "[\(words)](\(address.split(separator: " ")[0]))"
        },
        link("a link made one to a site", where: { !$0.hasPrefix("https") }) { words, _, choices in
            "[\(words)](https://example.org/\(choices.word()))"
        },
        link("a link moved to another line") { words, address, choices in "" },
        word("made a link to a site", prose) { parts, place, choices in
            let end = parts[place].hasSuffix(".") ? "." : ""
            parts[place] = "[\(parts[place].dropLast(end.count))](https://example.org/\(choices.word()))\(end)"
        },
        WikiEditKind("a word made a link to a heading") { page, choices in
            guard let line = page.line(prose, &choices, where: { !page.words(in: $0).isEmpty && !$1.contains("http") })
            else { return false }
            // As the wiki names it: on a page of two languages, the other's heading has the other address.
            let heading = page.lines[..<line].last { $0.hasPrefix("## Probl") } ?? "## Problem"
            let address = heading.dropFirst(3).lowercased()
            return page.changeWord(in: line, &choices) { parts, place in
                let end = parts[place].hasSuffix(".") ? "." : ""
                parts[place] = "[\(parts[place].dropLast(end.count))](#\(address))\(end)"
            }
        },
        word("made a bare address", prose) { parts, place, choices in
            parts.insert("https://example.org/\(choices.word())", at: place)
        },
        WikiEditKind("a bare address changed") { page, choices in
            guard let line = page.line(prose, &choices, where: { $1.contains(" https://example.org/") }) else {
                return false
            }
            page.lines[line] = page.lines[line].replacing(
                " https://example.org/", with: " https://example.org/\(choices.word())/")
            return true
        },
        WikiEditKind("a bare address deleted") { page, choices in
            guard let line = page.line(prose, &choices, where: { $1.contains(" https://example.org/") }) else {
                return false
            }
            page.lines[line] = page.lines[line].replacing(#/\ https://example\.org/[a-z0-9]+/#, with: "")
            return true
        },
        WikiEditKind("a link to a guide added") { page, choices in
            guard let line = page.line([.text, .item], &choices) else { return false }
            page.lines[line] += " \(choices.word().capitalized) [\(choices.word())](\(page.other))."
            return true
        },
    ]

    private static func around(_ word: String, _ sign: String, _ end: String? = nil) -> String {
        let dot = word.hasSuffix(".") ? "." : ""
        return sign + word.dropLast(dot.count) + (end ?? sign) + dot
    }

    /// An edit of what stands between some signs.
    private static func found(
        _ name: String, _ signs: [String], not other: String = "\u{0}",
        _ change: @escaping @Sendable (String, inout Choices) -> String
    ) -> WikiEditKind {
        WikiEditKind(name) { page, choices in
            let lines = page.lines
            @Sendable func range(_ index: Int) -> (whole: Range<String.Index>, inner: Range<String.Index>)? {
                let line = lines[index]
                // Two stars are not one.
                let text = signs == ["*"] ? line.replacing("**", with: "\u{1}\u{1}") : line
                guard let open = text.firstRange(of: " " + signs[0]) else { return nil }
                let rest = text[open.upperBound...]
                guard let close = rest.firstRange(of: signs[signs.count - 1]), !rest.hasPrefix("(") else { return nil }
                return (text.index(after: open.lowerBound)..<close.upperBound, open.upperBound..<close.lowerBound)
            }
            let wanted = prose.subtracting([.note])
            guard
                let line = page.line(
                    wanted, &choices,
                    where: { index, text in
                        guard let found = range(index), !text.contains(other) else { return false }
                        return !text[found.inner].contains("org-") && !text[found.inner].contains("40000")
                    }), let found = range(line)
            else { return false }
            let text = page.lines[line]
            page.lines[line] = text.replacingCharacters(
                in: found.whole, with: change(String(text[found.inner]), &choices))
            return true
        }
    }

    /// An edit of a link with words and an address.
    private static func link(
        _ name: String, where isWanted: @escaping @Sendable (String) -> Bool = { _ in true },
        _ change: @escaping @Sendable (String, String, inout Choices) -> String
    ) -> WikiEditKind {
        WikiEditKind(name) { page, choices in
            @Sendable func parts(_ line: String) -> (range: Range<String.Index>, words: String, address: String)? {
                guard let open = line.firstRange(of: " ["), let middle = line[open.upperBound...].firstRange(of: "]("),
                    let close = line[middle.upperBound...].firstIndex(of: ")")
                else { return nil }
                let range = line.index(after: open.lowerBound)..<line.index(after: close)
                return (
                    range, String(line[open.upperBound..<middle.lowerBound]), String(line[middle.upperBound..<close])
                )
            }
            guard
                let line = page.line(
                    prose.subtracting([.note]), &choices, where: { parts($1).map { isWanted($0.address) } ?? false }),
                let found = parts(page.lines[line])
            else { return false }
            let new = change(found.words, found.address, &choices)
            page.lines[line] = page.lines[line].replacingCharacters(
                in: found.range, with: new.isEmpty ? choices.word() : new)
            if new.isEmpty {
                guard let other = page.line([.text, .item], &choices, where: { index, _ in index != line }) else {
                    return false
                }
                page.lines[other] += " \(choices.word().capitalized) [\(found.words)](\(found.address))."
            }
            return true
        }
    }
}
