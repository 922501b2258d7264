/// Code, and the places of what was asked for in it.
extension MarkdownWriter {
    /// Code is written between fences, wherever it stands.
    mutating func writeCodeBlock(_ code: RawNode) {
        let info = UnsafeBufferPointer(ended: code.fenceInfoBytes)
        let literal = UnsafeBufferPointer(ended: code.literalBytes)
        // The words behind a fence of backticks hold none.
        let mark = info.firstOffset(of: UInt8(ascii: "`")) == nil ? UInt8(ascii: "`") : UInt8(ascii: "~")
        let width = max(3, literal.longestRun(of: mark) + 1)
        begin(BlockContext(node: code))
        lines.put(mark, count: width)
        writeEscaped(info, info.indices, quote: nil)
        lines.endLine()
        writeParts(of: code, literal) { writer, range in
            writer.lines.putLines(UnsafeBufferPointer(rebasing: literal[range]))
        }
        lines.endLine()
        lines.put(mark, count: width)
        lines.endBlock()
    }

    /// A code span stands between as many backticks as it takes (CommonMark 0.30, section 6.1).
    mutating func writeCode(_ node: RawNode) {
        let literal = UnsafeBufferPointer(ended: node.literalBytes)
        let tick = UInt8(ascii: "`")
        let count = literal.shortestUnusedRun(of: tick)
        lines.put(tick, count: count)
        last = nil
        guard let first = literal.first, let end = literal.last else {
            lines.put(" `")
            return
        }
        let isSpaced = first == 0x20 && end == 0x20 && !literal.allSatisfy { $0 == 0x20 || $0 == 0x0A }
        let isApart = isSpaced || first == tick || end == tick
        if isApart { lines.put(0x20) }
        writeParts(of: node, literal) { writer, range in writer.writeCode(literal, range) }
        if isApart { lines.put(0x20) }
        lines.put(tick, count: count)
    }

    private mutating func writeCode(_ literal: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        var copied = range.lowerBound
        let part = UnsafeBufferPointer(rebasing: literal[range])
        if part.firstOffset(of: 0x0A) == nil, !block.isTable { return lines.put(literal, range) }
        for index in range {
            switch literal[index] {
            case 0x0A:
                lines.put(literal, copied..<index)
                lines.put(0x20)
                copied = index + 1
            case UInt8(ascii: "|") where block.isTable:
                lines.put(literal, copied..<index)
                lines.put(UInt8(ascii: "\\"))
                copied = index
            default: break
            }
        }
        lines.put(literal, copied..<range.upperBound)
    }

    /// Writes the text of a code or an address in pieces, and tells the places of those that were asked for.
    mutating func writeParts(
        of node: RawNode, _ text: UnsafeBufferPointer<UInt8>, _ write: (inout MarkdownWriter, Range<Int>) -> Void
    ) {
        var index = 0
        for part in places?.parts(of: node) ?? 0..<0 {
            guard let range = places?.range(of: part, in: text.count), range.lowerBound >= index else { continue }
            write(&self, index..<range.lowerBound)
            lines.begin()
            let start = lines.bytes.count
            write(&self, range)
            tell(.part(part), from: start)
            index = range.upperBound
        }
        write(&self, index..<text.count)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// How often a byte follows itself at most.
    fileprivate func longestRun(of byte: UInt8) -> Int {
        var longest = 0
        var index = 0
        while let first = firstOffset(of: byte, from: index) {
            index = first + 1
            while index < count, self[index] == byte { index += 1 }
            longest = Swift.max(longest, index - first)
        }
        return longest
    }

    /// A length that no run of a byte has.
    fileprivate func shortestUnusedRun(of byte: UInt8) -> Int {
        guard var start = firstOffset(of: byte) else { return 1 }
        // Counting the runs up to their own number is enough: some length up to there is free.
        var used: Set<Int> = []
        while true {
            var end = start
            while end < count, self[end] == byte { end += 1 }
            used.insert(end - start)
            guard let next = firstOffset(of: byte, from: end) else { break }
            start = next
        }
        var length = 1
        while used.contains(length) { length += 1 }
        return length
    }
}
