import Sources

/// The lines of a pipe table, cut into cells (GFM 0.29, section 4.10).
enum TableRows {
    /// The columns that a delimiter row sets up; nil for any other line.
    static func alignments(_ source: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> [TableAlignment]? {
        // Most lines are told from one by their first byte.
        guard let first = line.first.map({ source[$0] }),
            first == UInt8(ascii: "|") || first == UInt8(ascii: "-") || first == UInt8(ascii: ":") || first == 0x20
                || first == 0x09,
            let pipe = source.firstOffset(of: UInt8(ascii: "|"), from: line.lowerBound), pipe < line.upperBound
        else { return nil }
        var cells: [Range<Int>] = []
        append(source, line, to: &cells)
        var alignments: [TableAlignment] = []
        for cell in cells {
            guard !cell.isEmpty else { return nil }
            let isLeft = source[cell.lowerBound] == UInt8(ascii: ":")
            let isRight = source[cell.upperBound - 1] == UInt8(ascii: ":")
            let dashes = source[cell].dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
            guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
            alignments.append(isLeft ? (isRight ? .center : .left) : (isRight ? .right : .none))
        }
        return alignments.isEmpty ? nil : alignments
    }

    /// Appends the ranges of a row's cells, without the white space around them, and returns how many there are. A pipe
    /// right behind a backslash is part of its cell, in code spans too, and whatever stands before the backslash: so
    /// `a\\|b` in code is `a\|b`, as cmark-gfm has it.
    @discardableResult
    static func append(
        _ source: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, to cells: inout [Range<Int>]
    ) -> Int {
        let trimmed = trim(source, line)
        var start = trimmed.lowerBound
        if start < trimmed.upperBound, source[start] == UInt8(ascii: "|") { start += 1 }
        var count = 0
        var index = start
        while index < trimmed.upperBound {
            let isEscaped = index > start && source[index - 1] == UInt8(ascii: "\\")
            if source[index] == UInt8(ascii: "|"), !isEscaped {
                cells.append(trim(source, start..<index))
                count += 1
                start = index + 1
            }
            index += 1
        }
        // What follows the last pipe is a cell, unless the row ends with that pipe.
        if start < trimmed.upperBound || count == 0 {
            cells.append(trim(source, start..<trimmed.upperBound))
            count += 1
        }
        return count
    }

    private static func trim(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, source[start].isSpaceOrTab { start += 1 }
        while end > start, source[end - 1].isSpaceOrTab { end -= 1 }
        return start..<end
    }
}
