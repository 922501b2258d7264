/// The lines of a pipe table, cut into cells (GFM 0.29, section 4.10).
enum TableRows {
    /// The columns that a delimiter row sets up; nil for any other line.
    static func alignments(_ line: ArraySlice<UInt8>) -> [TableAlignment]? {
        guard line.contains(UInt8(ascii: "|")) else { return nil }
        var alignments: [TableAlignment] = []
        for range in cells(line) {
            let cell = line[range]
            guard let first = cell.first, let last = cell.last else { return nil }
            let isLeft = first == UInt8(ascii: ":")
            let isRight = last == UInt8(ascii: ":")
            let dashes = cell.dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
            guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
            alignments.append(isLeft ? (isRight ? .center : .left) : (isRight ? .right : .none))
        }
        return alignments.isEmpty ? nil : alignments
    }

    /// The ranges of a row's cells, without the white space around them. A pipe behind an odd number of
    /// backslashes is part of its cell, in code spans too.
    static func cells(_ line: ArraySlice<UInt8>) -> [Range<Int>] {
        let trimmed = trim(line, line.startIndex..<line.endIndex)
        var start = trimmed.lowerBound
        if start < trimmed.upperBound, line[start] == UInt8(ascii: "|") { start += 1 }
        var cells: [Range<Int>] = []
        var index = start
        var isEscaped = false
        while index < trimmed.upperBound {
            if line[index] == UInt8(ascii: "|"), !isEscaped {
                cells.append(trim(line, start..<index))
                start = index + 1
            }
            isEscaped = line[index] == UInt8(ascii: "\\") && !isEscaped
            index += 1
        }
        // What follows the last pipe is a cell, unless the row ends with that pipe.
        if start < trimmed.upperBound || cells.isEmpty { cells.append(trim(line, start..<trimmed.upperBound)) }
        return cells
    }

    /// A cell's text as libcmark should read it: an escaped pipe is a pipe.
    static func unescapePipes(_ cell: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(cell.count)
        for byte in cell {
            if byte == UInt8(ascii: "|"), bytes.last == UInt8(ascii: "\\") { bytes.removeLast() }
            bytes.append(byte)
        }
        return bytes
    }

    private static func trim(_ line: ArraySlice<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, line[start] == 0x20 || line[start] == 0x09 { start += 1 }
        while end > start, line[end - 1] == 0x20 || line[end - 1] == 0x09 { end -= 1 }
        return start..<end
    }
}
