import Foundation
import Sources

/// Conditions of Liquid on the language: of a page in one language, only its own part stays.
extension ContainerRewriting {
    /// The lines without parts for other languages; code is left alone.
    func withOwnLanguage(_ lines: [String]) -> [String] {
        guard dialect == .jekyll, !language.isEmpty, lines.contains(where: { $0.contains("{%") && $0.contains("lang") })
        else { return lines }
        var result: [String] = []
        var text: [String] = []
        func flush() {
            result += resolved(text.joined(separator: "\n")).split(separator: "\n", omittingEmptySubsequences: false)
                .map(String.init)
            text = []
        }
        var index = 0
        while index < lines.count {
            // Code within a condition is part of it.
            if let end = Self.fenceEnd(lines, index), Self.openConditions(text) == 0 {
                if !text.isEmpty { flush() }
                result += lines[index...end]
                index = end + 1
            } else {
                text.append(lines[index])
                index += 1
            }
        }
        if !text.isEmpty { flush() }
        return result
    }

    private static func openConditions(_ lines: [String]) -> Int {
        let tags = lines.joined(separator: "\n").ranges(of: "{%").count
        guard tags > 0 else { return 0 }
        return lines.reduce(0) { count, line in
            Self.tags(of: line[...]).reduce(count) { count, tag in
                tag.name == "if" || tag.name == "unless"
                    ? count + 1 : tag.name.hasPrefix("endif") || tag.name == "endunless" ? count - 1 : count
            }
        }
    }

    private struct Tag {
        let name: String
        let words: String
        let range: Range<String.Index>
    }

    /// The tags of a text, `{% … %}`.
    private static func tags(of text: Substring) -> [Tag] {
        var tags: [Tag] = []
        var rest = text
        while let open = rest.range(of: "{%"), let close = rest[open.upperBound...].range(of: "%}") {
            let words = rest[open.upperBound..<close.lowerBound].trimmingCharacters(in: .init(charactersIn: " -\n"))
            tags.append(
                Tag(name: String(words.prefix { $0.isLetter }), words: words, range: open.lowerBound..<close.upperBound)
            )
            rest = rest[close.upperBound...]
        }
        return tags
    }

    /// A text with the parts that its language has.
    private func resolved(_ text: String) -> String {
        let tags = Self.tags(of: text[...])
        guard let start = tags.firstIndex(where: { ["if", "unless"].contains($0.name) && holds($0.words) != nil })
        else {
            return text
        }
        var depth = 0
        var branches: [(holds: Bool?, start: String.Index)] = [
            (holds(tags[start].words).map { tags[start].name == "unless" ? !$0 : $0 }, tags[start].range.upperBound)
        ]
        var kept: Substring = ""
        var isSettled = false
        for tag in tags[(start + 1)...] {
            if tag.name == "if" || tag.name == "unless" { depth += 1 }
            let isEnd = tag.name == "endif" || tag.name == "endunless"
            if isEnd, depth > 0 {
                depth -= 1
                continue
            }
            guard depth == 0, isEnd || ["elsif", "else"].contains(tag.name), let last = branches.last else { continue }
            if !isSettled, last.holds == true {
                kept = text[last.start..<tag.range.lowerBound]
                isSettled = true
            }
            if isEnd {
                // A line that held nothing but a tag goes with it.
                let before = text[..<tags[start].range.lowerBound]
                let after = text[tag.range.upperBound...]
                let isBlock = (before.last == "\n" || before.isEmpty) && (after.first == "\n" || after.isEmpty)
                let inner = isBlock ? kept.trimmingCharacters(in: .newlines) : String(kept)
                return String(before) + resolved(inner + after)
            }
            let holds = tag.name == "else" ? true : holds(tag.words)
            // What else is asked is nothing that could be told here.
            guard holds != nil || isSettled else { return text }
            branches.append((holds, tag.range.upperBound))
        }
        return text
    }

    /// Whether a condition holds that asks for the language alone; nil for any other.
    private func holds(_ words: String) -> Bool? {
        let parts = words.split(separator: " ").map(String.init)
        guard parts.count == 4, ["==", "!="].contains(parts[2]) else { return nil }
        let name = parts[1].split(separator: ".").last.map(String.init) ?? ""
        guard ["lang", "language", "active_lang", "locale"].contains(name) else { return nil }
        let value = parts[3].trimmingCharacters(in: .init(charactersIn: "\"'")).lowercased()
        let own = language.lowercased()
        let isOwn = value == own || value.split(separator: "-").first.map(String.init) == own
        return parts[2] == "==" ? isOwn : !isOwn
    }
}
