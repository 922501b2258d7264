import Foundation
import Sources

/// Shortcodes on lines of their own, as authors write them and programs that lay out texts do not.
extension ContainerRewriting {
    /// Lines with every tag on one line, and those that enclose paragraphs on lines of their own.
    mutating func withShortcodesOnLines(_ lines: [String]) -> [String] {
        guard lines.contains(where: { $0.contains("{{<") || $0.contains("{{%") }) else { return lines }
        var joined: [(text: String, isCode: Bool)] = []
        var index = 0
        while index < lines.count {
            if let end = Self.fenceEnd(lines, index) {
                joined += lines[index...end].map { ($0, true) }
                index = end + 1
                continue
            }
            var text = lines[index]
            index += 1
            var next = index
            while Self.isOpenTag(text), next < min(lines.count, index + 40), !lines[next].allSatisfy(\.isWhitespace) {
                text += " " + lines[next].trimmingCharacters(in: .whitespaces)
                next += 1
            }
            if next > index, !Self.isOpenTag(text) { index = next } else if next > index { text = lines[index - 1] }
            joined.append((text, false))
        }
        return split(joined)
    }

    private static func isOpenTag(_ text: String) -> Bool {
        guard text.contains("{{<") || text.contains("{{%") else { return false }
        let bytes = Array(text.utf8)
        guard let start = (0..<bytes.count).last(where: { Shortcode.isStart(bytes, $0) }) else { return false }
        return Shortcode.end(bytes, start) == nil
    }

    /// The place of a tag: its line, and which of the tags there it is.
    private struct Spot: Hashable {
        let line: Int
        let number: Int
    }

    private mutating func split(_ lines: [(text: String, isCode: Bool)]) -> [String] {
        var tags: [Int: [(tag: Shortcode?, range: Range<Int>, isCode: Bool)]] = [:]
        var open: [String: [(spot: Spot, isFirst: Bool)]] = [:]
        var blocks: Set<Spot> = []
        for (line, (text, isCode)) in lines.enumerated()
        where !isCode && (text.contains("{{<") || text.contains("{{%")) {
            let bytes = Array(text.utf8)
            let found = Shortcode.all(in: bytes)
            tags[line] = found
            // Where the first and the last byte stand that belong to no tag.
            var (first, last) = (bytes.count, -1)
            var next = 0
            for (range, isEnd) in found.map({ ($0.range, false) }) + [(bytes.count..<bytes.count, true)] {
                let words = bytes[next..<range.lowerBound]
                if let start = words.firstIndex(where: { $0 > 0x20 }) { first = min(first, start) }
                if let end = words.lastIndex(where: { $0 > 0x20 }) { last = end }
                if !isEnd { next = range.upperBound }
            }
            for (number, (tag, range, isCode)) in found.enumerated() {
                guard let tag, !isCode, !tag.isEmpty else { continue }
                let spot = Spot(line: line, number: number)
                if tag.isClosing {
                    guard let opening = open[tag.name]?.popLast() else { continue }
                    paired.insert(tag.name)
                    if opening.isFirst, range.upperBound > last { blocks.formUnion([opening.spot, spot]) }
                } else {
                    open[tag.name, default: []].append((spot, range.lowerBound < first))
                }
            }
        }
        guard !blocks.isEmpty else { return lines.map(\.text) }
        return lines.enumerated().flatMap { line, entry -> [String] in
            guard let found = tags[line],
                found.indices.contains(where: { blocks.contains(Spot(line: line, number: $0)) })
            else { return [entry.text] }
            let bytes = Array(entry.text.utf8)
            let margin = String(entry.text.prefix { $0 == " " || $0 == "\t" })
            var parts: [String] = []
            var start = 0
            func add(_ range: Range<Int>) {
                let text = String(decoding: bytes[range], as: UTF8.self).trimmingCharacters(in: .whitespaces)
                if !text.isEmpty { parts.append(margin + text) }
            }
            for (number, (_, range, _)) in found.enumerated() where blocks.contains(Spot(line: line, number: number)) {
                add(start..<range.lowerBound)
                add(range)
                start = range.upperBound
            }
            add(start..<bytes.count)
            return parts
        }
    }
}
