/// Where each line of a text begins.
struct LineIndex {
    private let starts: [Int]
    private let source: [UInt8]

    init(_ source: [UInt8]) {
        var starts = [0]
        for index in source.indices {
            // libcmark ends a line at a lone carriage return too (CommonMark 0.30, section 2.1).
            let isLoneReturn = source[index] == 0x0D && !(index + 1 < source.count && source[index + 1] == 0x0A)
            if source[index] == 0x0A || isLoneReturn { starts.append(index + 1) }
        }
        self.starts = starts
        self.source = source
    }

    /// The bytes of a line, from 1, without its ending; empty for a line that does not exist.
    subscript(line: Int) -> Range<Int> {
        guard line >= 1, line <= starts.count else { return source.count..<source.count }
        let start = starts[line - 1]
        var end = line < starts.count ? starts[line] : source.count
        while end > start, source[end - 1] == 0x0A || source[end - 1] == 0x0D { end -= 1 }
        return start..<end
    }
}
