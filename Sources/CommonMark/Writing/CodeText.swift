/// Code spans (CommonMark 0.30, section 6.1).
enum CodeText {
    /// A code span between as many backticks as it takes.
    static func written(_ literal: UnsafeBufferPointer<UInt8>, isInTable: Bool) -> [UInt8] {
        // Counting the runs up to their own number is enough: some length up to there is free.
        var used: Set<Int> = []
        var run = 0
        for byte in literal {
            if byte == UInt8(ascii: "`") {
                run += 1
            } else if run > 0 {
                used.insert(run)
                run = 0
            }
        }
        if run > 0 { used.insert(run) }
        var count = 1
        while used.contains(count) { count += 1 }
        let fence = [UInt8](repeating: UInt8(ascii: "`"), count: count)
        let isSpace = literal.allSatisfy { $0 == 0x20 || $0 == 0x0A }
        let isSpaced = literal.first == 0x20 && literal.last == 0x20 && !isSpace
        let isTicked = literal.first == UInt8(ascii: "`") || literal.last == UInt8(ascii: "`")
        var written = fence
        if isSpaced || isTicked { written.append(0x20) }
        for byte in literal {
            switch byte {
            case 0x0A: written.append(0x20)
            case UInt8(ascii: "|") where isInTable: written += "\\|".utf8
            default: written.append(byte)
            }
        }
        if isSpaced || isTicked { written.append(0x20) }
        return written + fence
    }
}
