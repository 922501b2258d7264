/// A text, and what some of its bytes become. Whatever no edit names stays as it was written.
struct SourceEdits {
    /// The text as it was.
    let source: [UInt8]
    /// In no order; none overlaps another.
    private var edits: [(range: Range<Int>, text: [UInt8])] = []

    init(_ source: [UInt8]) { self.source = source }

    /// Puts a text into the place of some bytes, or between two of them.
    ///
    /// - Returns: false where another edit has some of these bytes already: then nothing changes.
    @discardableResult
    mutating func replace(_ range: Range<Int>, with text: some StringProtocol) -> Bool {
        guard isFree(range) else { return false }
        edits.append((range, Array(text.utf8)))
        return true
    }

    /// Whether no edit has any of these bytes.
    func isFree(_ range: Range<Int>) -> Bool {
        !edits.contains {
            range.isEmpty
                ? $0.range.lowerBound < range.lowerBound && range.lowerBound < $0.range.upperBound
                : $0.range.overlaps(range)
                    || $0.range.isEmpty && range.lowerBound < $0.range.lowerBound
                        && $0.range.lowerBound < range.upperBound
        }
    }

    /// What a part of the text has become.
    func text(in range: Range<Int>) -> [UInt8] {
        var result: [UInt8] = []
        var index = range.lowerBound
        let inside = edits.enumerated().filter {
            range.lowerBound <= $0.element.range.lowerBound && $0.element.range.upperBound <= range.upperBound
                // What is put between two parts begins the second.
                && ($0.element.range.lowerBound < range.upperBound || range.upperBound == source.count)
        }.sorted {
            ($0.element.range.lowerBound, $0.element.range.upperBound, $0.offset)
                < ($1.element.range.lowerBound, $1.element.range.upperBound, $1.offset)
        }
        for (_, edit) in inside where edit.range.lowerBound >= index {
            result += source[index..<edit.range.lowerBound]
            result += edit.text
            index = edit.range.upperBound
        }
        return result + source[index..<max(index, range.upperBound)]
    }
}
