import Foundation

/// Lists of definitions: `Term`, and `: text` below it, as PHP Markdown Extra has them, and `<dl>` as it is written by hand. Code hosts
/// know the elements alone, so they become these, with blank lines around what is Markdown.
extension ContainerRewriting {
    /// A term, or what it means.
    private struct Entry {
        let isTerm: Bool
        let lines: [String]
    }

    /// The list whose first term stands on a line.
    mutating func definitions(_ lines: [String], _ index: Int, _ margin: String) -> ([String], Int)? {
        guard margin.count < 4, !lines[index].allSatisfy(\.isWhitespace),
            index == 0 || lines[index - 1].allSatisfy(\.isWhitespace),
            Self.definition(lines, behind: index) != nil
        else { return nil }
        var entries: [Entry] = []
        var next = index
        while next < lines.count, let start = Self.definition(lines, behind: next) {
            entries += lines[next..<start].filter { !$0.allSatisfy(\.isWhitespace) }.map {
                Entry(isTerm: true, lines: [$0.trimmingCharacters(in: .whitespaces)])
            }
            next = start
            while next < lines.count, let first = Self.marked(lines[next]) {
                let end = Self.end(ofDefinition: lines, next)
                let rest = Self.dedented(Array(lines[(next + 1)..<end]), by: 4)
                entries.append(Entry(isTerm: false, lines: rewrite([first] + rest)))
                next = end
                // Another meaning of the same term may stand behind a blank line.
                if next + 1 < lines.count, lines[next].allSatisfy(\.isWhitespace), Self.marked(lines[next + 1]) != nil {
                    next += 1
                }
            }
            let blank = lines[min(next, lines.count)...].prefix { $0.allSatisfy(\.isWhitespace) }.count
            guard next + blank < lines.count, Self.definition(lines, behind: next + blank) != nil else { break }
            next += blank
        }
        count("definitions")
        return (Self.list(entries, margin), next)
    }

    /// The list that `<dl>` begins.
    mutating func definitionElements(_ lines: [String], _ index: Int, _ margin: String) -> ([String], Int)? {
        guard lines[index].lowercased().hasPrefix(margin + "<dl"),
            let end = lines[index...].prefix(500).firstIndex(where: { $0.lowercased().contains("</dl>") })
        else { return nil }
        var entries: [Entry] = []
        var rest = lines[index...end].joined(separator: "\n")[...]
        while let open = ["<dt", "<dd"].compactMap({ rest.range(of: $0, options: .caseInsensitive) })
            .min(by: { $0.lowerBound < $1.lowerBound }),
            let close = rest[open.upperBound...].firstIndex(of: ">")
        {
            let isTerm = rest[open].lowercased() == "<dt"
            let text = rest[rest.index(after: close)...]
            let stop =
                ["</dt", "</dd", "<dt", "<dd", "</dl"].compactMap {
                    text.range(of: $0, options: .caseInsensitive)?.lowerBound
                }.min() ?? text.endIndex
            let held = text[..<stop].split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            let inner = Self.unindented(held.map { $0.hasPrefix(margin) ? String($0.dropFirst(margin.count)) : $0 })
            entries.append(Entry(isTerm: isTerm, lines: rewrite(inner)))
            rest = text[stop...]
        }
        guard !entries.isEmpty, !rest.dropFirst("</dl>".count).contains("<") else { return nil }
        count("definitions")
        return (Self.list(entries, margin), end + 1)
    }

    private static func list(_ entries: [Entry], _ margin: String) -> [String] {
        var result = ["<dl>"]
        for entry in entries {
            let name = entry.isTerm ? "dt" : "dd"
            let lines = entry.lines.drop { $0.allSatisfy(\.isWhitespace) }.reversed()
                .drop { $0.allSatisfy(\.isWhitespace) }.reversed().map { $0 }
            if entry.isTerm, lines.count == 1, !lines[0].contains(where: { "*_`[<&{\\~".contains($0) }) {
                result.append("<dt>\(lines[0].trimmingCharacters(in: .whitespaces))</dt>")
            } else {
                result += ["<\(name)>", ""] + lines + ["", "</\(name)>"]
            }
        }
        return [""] + (result + ["</dl>"]).map { $0.isEmpty ? $0 : margin + $0 } + [""]
    }

    // MARK: Lines

    /// The line on which the first meaning of the terms stands that begin on a line; nil where they are no terms.
    private static func definition(_ lines: [String], behind index: Int) -> Int? {
        var next = index
        while next < min(lines.count, index + 4), !lines[next].allSatisfy(\.isWhitespace), isTerm(lines[next]) {
            next += 1
        }
        guard next > index, next < lines.count else { return nil }
        let isApart = lines[next].allSatisfy(\.isWhitespace)
        if isApart { next += 1 }
        guard next < lines.count, let text = marked(lines[next]), !text.isEmpty else { return nil }
        // A colon behind one space may be one of the sentence's, in a language that has a space before it.
        let isWide =
            lines[next].drop { $0 == " " }.dropFirst().prefix { $0 == " " || $0 == "\t" }.count > 1
            || lines[next].contains(":\t")
        let term = lines[next - (isApart ? 2 : 1)]
        let isShort = term.count <= 60 && term.last.map { !".,;:!?".contains($0) } == true
        return isWide || isShort && next - index <= 2 ? next : nil
    }

    private static func isTerm(_ line: String) -> Bool {
        let text = line.trimmingCharacters(in: .whitespaces)
        guard let first = text.first, marked(line) == nil, !"#>|<`~".contains(first) || text.hasPrefix("`") else {
            return false
        }
        if text.hasPrefix("```") || text.hasPrefix("- ") || text.hasPrefix("* ") || text.hasPrefix("+ ") {
            return false
        }
        return !text.drop(while: \.isNumber).hasPrefix(". ") || !first.isNumber
    }

    /// What stands behind the colon that begins a meaning; nil where a line begins none.
    private static func marked(_ line: String) -> String? {
        let text = line.drop { $0 == " " }
        guard line.count - text.count < 4, text.first == ":", let space = text.dropFirst().first,
            space == " " || space == "\t"
        else { return nil }
        return text.dropFirst().trimmingCharacters(in: .whitespaces)
    }

    private static func end(ofDefinition lines: [String], _ start: Int) -> Int {
        var end = start + 1
        while end < lines.count {
            if let fence = fenceEnd(lines, end), lines[end].hasPrefix("  ") {
                end = fence + 1
                continue
            }
            if lines[end].allSatisfy(\.isWhitespace) {
                let blank = lines[end...].prefix { $0.allSatisfy(\.isWhitespace) }.count
                guard end + blank < lines.count,
                    lines[end + blank].hasPrefix("    ") || lines[end + blank].hasPrefix("\t")
                else { break }
                end += blank
            } else if marked(lines[end]) != nil {
                break
            } else {
                end += 1
            }
        }
        return end
    }
}
