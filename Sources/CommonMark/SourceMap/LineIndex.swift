/// Where each line of a text begins.
struct LineIndex {
    private let starts: [Int]
    private let source: [UInt8]

    /// - Parameter starts: the offset of each line's first byte.
    init(_ source: [UInt8], starts: [Int]) {
        self.starts = starts
        self.source = source
    }

    /// How many lines there are.
    var count: Int { starts.count }

    /// The bytes of a line, from 1, without its ending; empty for a line that does not exist.
    subscript(line: Int) -> Range<Int> {
        guard line >= 1, line <= starts.count else { return source.count..<source.count }
        let start = starts[line - 1]
        var end = line < starts.count ? starts[line] : source.count
        while end > start, source[end - 1] == 0x0A || source[end - 1] == 0x0D { end -= 1 }
        return start..<end
    }
}
