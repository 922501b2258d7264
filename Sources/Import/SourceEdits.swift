/// A text, and what some of its bytes become. Whatever no edit names stays as it was written.
struct SourceEdits {
    /// The text as it was.
    let source: [UInt8]
    /// In the order of the text; none overlaps another.
    private var edits: [(range: Range<Int>, text: [UInt8])] = []

    init(_ source: [UInt8]) { self.source = source }

    /// Puts a text into the place of some bytes, or between two of them.
    ///
    /// - Returns: false where another edit has some of these bytes already: then nothing changes.
    @discardableResult
    mutating func replace(_ range: Range<Int>, with text: some StringProtocol) -> Bool {
        guard isFree(range) else { return false }
        let place = firstIndex {
            ($0.lowerBound, $0.upperBound) > (range.lowerBound, range.upperBound)
        }
        edits.insert((range, Array(text.utf8)), at: place)
        return true
    }

    /// Whether no edit has any of these bytes.
    func isFree(_ range: Range<Int>) -> Bool {
        let first = firstIndex { $0.upperBound >= range.lowerBound }
        return !edits[first...].prefix { $0.range.lowerBound <= range.upperBound }.contains {
            range.isEmpty
                ? $0.range.lowerBound < range.lowerBound && range.lowerBound < $0.range.upperBound
                : $0.range.overlaps(range)
                    || $0.range.isEmpty && range.lowerBound < $0.range.lowerBound
                        && $0.range.lowerBound < range.upperBound
        }
    }

    /// The first edit of which something is true that is true of all behind it.
    private func firstIndex(where isBehind: (Range<Int>) -> Bool) -> Int {
        var (low, high) = (0, edits.count)
        while low < high {
            let middle = (low + high) / 2
            if isBehind(edits[middle].range) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// What a part of the text has become.
    func text(in range: Range<Int>) -> [UInt8] {
        var result: [UInt8] = []
        var index = range.lowerBound
        for edit in edits[firstIndex { $0.lowerBound >= range.lowerBound }...] {
            guard edit.range.lowerBound <= range.upperBound else { break }
            // What is put between two parts begins the second.
            guard edit.range.upperBound <= range.upperBound, edit.range.lowerBound >= index,
                edit.range.lowerBound < range.upperBound || range.upperBound == source.count
            else { continue }
            result += source[index..<edit.range.lowerBound]
            result += edit.text
            index = edit.range.upperBound
        }
        return result + source[index..<max(index, range.upperBound)]
    }
}
