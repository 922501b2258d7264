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
        var none: [Int] = []
        return settled(emphases, in: output, moving: &none)
    }

    /// The same, and where some offsets of the output are afterwards.
    static func settled(
        _ emphases: [MarkdownEmphasis], in output: [UInt8], moving offsets: inout [Int]
    ) -> [UInt8] {
        var (output, open) = (output, emphases)
        for pass in 0... {
            var changes: [(offset: Int, width: Int, text: [UInt8])] = []
            open.removeAll { emphasis in
                guard let end = emphasis.end else { return true }
                if end == emphasis.start + emphasis.width {
                    changes.append((emphasis.start, emphasis.width, []))
                    changes.append((end, emphasis.width, []))
                } else if pass == mostPasses || !emphasis.opens(in: output) || !emphasis.closes(at: end, in: output) {
                    changes.append((emphasis.start, emphasis.width, Array("<\(emphasis.element)>".utf8)))
                    changes.append((end, emphasis.width, Array("</\(emphasis.element)>".utf8)))
                } else {
                    return false
                }
                return true
            }
            if changes.isEmpty { break }
            changes.sort { $0.offset < $1.offset }
            output = apply(changes, to: output)
            var distance = 0
            let distances = changes.map { change in
                distance += change.text.count - change.width
                return (change.offset, distance)
            }
            // An element beside delimiters is punctuation to them, which may keep them from opening or closing in turn.
            for index in open.indices { open[index].move(past: distances) }
            for index in offsets.indices { offsets[index] += Self.distance(offsets[index], past: distances) }
        }
        return output
    }

    /// Elements are right everywhere, delimiters only nicer: nobody writes as many side by side as would take more looks.
    private static let mostPasses = 16

    private static func apply(_ changes: [(offset: Int, width: Int, text: [UInt8])], to output: [UInt8]) -> [UInt8] {
        var changed: [UInt8] = []
        var start = 0
        for change in changes {
            changed += output[start..<change.offset] + change.text
            start = change.offset + change.width
        }
        return changed + output[start...]
    }

    /// - Parameter distances: where changes were made, in order, and how far all up to each moved what stands behind them.
    private mutating func move(past distances: [(offset: Int, distance: Int)]) {
        end = end.map { $0 + Self.distance($0, past: distances) }
        start += Self.distance(start, past: distances)
    }

    private static func distance(_ offset: Int, past distances: [(offset: Int, distance: Int)]) -> Int {
        var (low, high) = (0, distances.count)
        while low < high {
            let middle = (low + high) / 2
            if distances[middle].offset < offset { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? 0 : distances[low - 1].distance
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
