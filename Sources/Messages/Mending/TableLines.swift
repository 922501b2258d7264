import Sources

/// Rows of a table that bars part, each at the same places.
enum BarredRows {
    static let longest = 512

    static func group(_ lines: ArraySlice<Range<Int>>, _ message: UnsafeBufferPointer<UInt8>) -> LineGroup? {
        guard let first = lines.first.flatMap({ cells($0, message) }), first.count > 1 else { return nil }
        var columns = [[LineGroup.Cell]](repeating: [], count: first.count)
        var (count, rows) = (0, 0)
        for line in lines {
            guard line.count <= longest else { break }
            if isBorder(line, message) {
                count += 1
                continue
            }
            guard let cells = cells(line, message), cells.map(\.column) == first.map(\.column) else { break }
            for (index, cell) in cells.enumerated() { columns[index].append(LineGroup.Cell(range: cell.range)) }
            count += 1
            rows += 1
        }
        return rows > 1 ? LineGroup(count: count, columns: columns) : nil
    }

    /// The cells of a line with the places on the screen where they begin; nil for a line without bars.
    private static func cells(
        _ line: Range<Int>, _ message: UnsafeBufferPointer<UInt8>
    ) -> [(column: Int, range: Range<Int>)]? {
        guard line.count <= longest, line.contains(where: { barLength($0, message) > 0 }) else { return nil }
        var cells: [(column: Int, range: Range<Int>)] = []
        var (column, start, first) = (0, line.lowerBound, 0)
        var index = line.lowerBound
        while index < line.upperBound {
            let bar = barLength(index, message)
            if bar > 0 {
                cells.append((first, start..<index))
                index += bar
                column += 1
                (start, first) = (index, column)
            } else {
                let (scalar, end) = message.scalar(at: index)
                column += ScreenWidth.isWide(scalar) ? 2 : 1
                index = end
            }
        }
        cells.append((first, start..<line.upperBound))
        return cells
    }

    private static func barLength(_ index: Int, _ message: UnsafeBufferPointer<UInt8>) -> Int {
        if message[index] == UInt8(ascii: "|") { return 1 }
        guard message[index] == 0xE2 else { return 0 }
        for bar: StaticString in ["│", "┃", "║"] where message.holds(bar, at: index) { return 3 }
        return 0
    }

    /// `|---|---|`, `├──┼──┤`.
    private static func isBorder(_ line: Range<Int>, _ message: UnsafeBufferPointer<UInt8>) -> Bool {
        var hasLine = false
        var index = line.lowerBound
        while index < line.upperBound {
            let (scalar, end) = message.scalar(at: index)
            switch scalar {
            case 0x2D, 0x3D, 0x2500, 0x2501, 0x2550: hasLine = true
            case 0x2B, 0x7C, 0x3A, 0x20, 0x09, 0x2502...0x257F: break
            default: return false
            }
            index = end
        }
        return hasLine
    }
}

/// Lines that two blanks or more part at the same places.
enum BlankColumns {
    static func group(_ lines: ArraySlice<Range<Int>>, _ message: UnsafeBufferPointer<UInt8>) -> LineGroup? {
        var rows: [[Int]] = []
        var gaps: [Bool] = []
        for line in lines {
            guard line.count <= BarredRows.longest, !message.trimmed(line).isEmpty else { break }
            let starts = starts(line, message)
            var both = gaps.isEmpty ? [Bool](repeating: true, count: BarredRows.longest) : gaps
            for (column, start) in starts.dropLast().enumerated()
            where column < both.count && message.spaceLength(at: start) == 0 {
                both[column] = false
            }
            if !rows.isEmpty, cuts(both).count < 2 { break }
            gaps = both
            rows.append(starts)
        }
        let cuts = rows.count > 1 ? cuts(gaps) : []
        guard cuts.count > 1 else { return nil }
        let columns = cuts.indices.map { number in
            rows.map { starts -> LineGroup.Cell in
                let last = starts.count - 1
                let end = number + 1 < cuts.count ? cuts[number + 1] : last
                return LineGroup.Cell(range: starts[min(cuts[number], last)]..<starts[min(end, last)])
            }
        }
        return LineGroup(count: rows.count, columns: columns)
    }

    /// Where each character of a line begins, and its end.
    private static func starts(_ line: Range<Int>, _ message: UnsafeBufferPointer<UInt8>) -> [Int] {
        line.filter { message[$0] & 0xC0 != 0x80 } + [line.upperBound]
    }

    /// Where columns begin: behind two blanks or more that all lines have.
    private static func cuts(_ gaps: [Bool]) -> [Int] {
        var cuts: [Int] = []
        var run = 2
        for (column, isGap) in gaps.enumerated() {
            if !isGap, run > 1 { cuts.append(column) }
            run = isGap ? run + 1 : 0
        }
        return cuts
    }
}

/// How wide characters are on a screen (Unicode Standard Annex 11).
enum ScreenWidth {
    static func isWide(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The character that begins at an offset, and where the next one begins.
    fileprivate func scalar(at index: Int) -> (scalar: UInt32, end: Int) {
        if self[index] < 0x80 { return (UInt32(self[index]), index + 1) }
        let (scalar, end, _) = MessageReader(bytes: self).character(at: index)
        return (scalar ?? 0, end)
    }
}
