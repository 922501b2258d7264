/// Where each line of a text begins.
struct LineIndex {
    private let starts: [Int]
    private let source: [UInt8]

    /// - Parameter hasReturns: whether there is a carriage return anywhere; without one the lines are found faster.
    init(_ source: [UInt8], hasReturns: Bool) {
        var starts = [0]
        starts.reserveCapacity(source.count / 16)
        source.withUnsafeBufferPointer { bytes in
            var index = 0
            while let newline = Self.newline(in: bytes, from: index, hasReturns) {
                index = newline + 1
                starts.append(index)
            }
        }
        self.starts = starts
        self.source = source
    }

    private static func newline(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ hasReturns: Bool) -> Int? {
        guard hasReturns else { return bytes.firstOffset(of: 0x0A, from: start) }
        var index = start
        while index < bytes.count {
            // libcmark ends a line at a lone carriage return too (CommonMark 0.30, section 2.1).
            let isLoneReturn = bytes[index] == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)
            if bytes[index] == 0x0A || isLoneReturn { return index }
            index += 1
        }
        return nil
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
