import CommonMark
import Sources

/// Emphasis whose delimiters a value touches. Where the edge of the value keeps them from opening or closing, elements of
/// HTML say the same (CommonMark 0.30, section 6.2, “left-flanking”).
struct MarkdownEmphasis {
    let delimiter: UInt8
    let width: Int
    /// Where the delimiters stand in the output.
    private(set) var start: Int
    var end: Int?

    init(delimiter: UInt8, width: Int, start: Int) {
        self.delimiter = delimiter
        self.width = width
        self.start = start
    }

    /// An output with elements where delimiters would be none.
    static func settled(_ emphases: [MarkdownEmphasis], in output: [UInt8]) -> [UInt8] {
        var (output, open) = (output, emphases)
        while true {
            var changes: [(offset: Int, width: Int, text: [UInt8])] = []
            open.removeAll { emphasis in
                guard let end = emphasis.end else { return true }
                if end == emphasis.start + emphasis.width {
                    changes.append((emphasis.start, emphasis.width, []))
                    changes.append((end, emphasis.width, []))
                } else if !emphasis.opens(in: output) || !emphasis.closes(at: end, in: output) {
                    changes.append((emphasis.start, emphasis.width, Array("<\(emphasis.element)>".utf8)))
                    changes.append((end, emphasis.width, Array("</\(emphasis.element)>".utf8)))
                } else {
                    return false
                }
                return true
            }
            guard !changes.isEmpty else { return output }
            changes.sort { $0.offset < $1.offset }
            output = apply(changes, to: output)
            // An element beside delimiters is punctuation to them, which may keep them from opening or closing in turn.
            for index in open.indices { open[index].move(past: changes) }
        }
    }

    private static func apply(_ changes: [(offset: Int, width: Int, text: [UInt8])], to output: [UInt8]) -> [UInt8] {
        var changed: [UInt8] = []
        var start = 0
        for change in changes {
            changed += output[start..<change.offset] + change.text
            start = change.offset + change.width
        }
        return changed + output[start...]
    }

    private mutating func move(past changes: [(offset: Int, width: Int, text: [UInt8])]) {
        let distance = { (offset: Int) in
            changes.lazy.filter { $0.offset < offset }.reduce(0) { $0 + $1.text.count - $1.width }
        }
        end = end.map { $0 + distance($0) }
        start += distance(start)
    }

    private var element: String {
        delimiter == UInt8(ascii: "~") ? "del" : width == 1 ? "em" : "strong"
    }

    /// Whether what follows the delimiters lets them open as they did around a word. Symbols are punctuation to CommonMark
    /// 0.31 and were not before: as punctuation they need more around them, which serves both.
    private func opens(in output: [UInt8]) -> Bool {
        var (before, after) = (start, start + width)
        while before > 0, output[before - 1] == delimiter, !isEscaped(before - 1, output) { before -= 1 }
        while after < output.count, output[after] == delimiter { after += 1 }
        switch CharacterClass(at: after, in: output, symbols: .punctuation) {
        case .other: return true
        case .punctuation: return CharacterClass(before: before, in: output) == .whitespace
        case .whitespace: return false
        }
    }

    private func closes(at end: Int, in output: [UInt8]) -> Bool {
        var (before, after) = (end, end + width)
        while before > 0, output[before - 1] == delimiter, !isEscaped(before - 1, output) { before -= 1 }
        while after < output.count, output[after] == delimiter { after += 1 }
        switch CharacterClass(before: before, in: output, symbols: .punctuation) {
        case .other: return true
        case .punctuation: return CharacterClass(at: after, in: output) == .whitespace
        case .whitespace: return false
        }
    }

    private func isEscaped(_ index: Int, _ output: [UInt8]) -> Bool {
        var backslashes = 0
        while index - backslashes > 0, output[index - backslashes - 1] == UInt8(ascii: "\\") { backslashes += 1 }
        return backslashes % 2 == 1
    }
}
