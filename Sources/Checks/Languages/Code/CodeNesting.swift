import Sources

/// How deep the lines of a block of code lie within others, whatever the width of a level.
struct CodeNesting {
    /// The first piece of code of each line that begins with one.
    private(set) var lines: [Range<Int>] = []
    /// In how many other lines each of them lies.
    private(set) var depths: [Int] = []

    init(_ tokens: [CodeToken], in bytes: [UInt8], _ block: Range<Int>) {
        var open: [Int] = []
        for token in tokens where token.kind != .lineEnd {
            guard let indentation = Self.indentation(of: token.range, in: bytes, block) else { continue }
            // Items of YAML lie within their key at its own distance from the edge, too.
            let isItem = bytes[token.range].first == UInt8(ascii: "-")
            let distance = 2 * indentation + (isItem ? 1 : 0)
            while let last = open.last, last >= distance { open.removeLast() }
            lines.append(token.range)
            depths.append(open.count)
            open.append(distance)
        }
    }

    /// The white space before what stands first on its line, in bytes; nil for what does not.
    private static func indentation(of range: Range<Int>, in bytes: [UInt8], _ block: Range<Int>) -> Int? {
        var index = range.lowerBound
        while index > block.lowerBound, bytes[index - 1] != 0x0A {
            index -= 1
            // A quotation mark belongs to the string behind it.
            guard bytes[index].isSpace || bytes[index].isOne(of: "\"'") else { return nil }
        }
        return range.lowerBound - index
    }
}

extension CodeComparison {
    /// The first line of two blocks with the same code that belongs to another one than in the other block, by how far it
    /// stands from the edge; nil where there is none, or where that says nothing in their language.
    func nestingDifference(_ block: Range<Int>, _ otherBlock: Range<Int>) -> Difference? {
        guard syntax.traits.contains(.nested) else { return nil }
        func lines(_ text: EditionText, _ block: Range<Int>) -> CodeNesting {
            CodeNesting(CodeReader.read(text.bytes, block, as: syntax).tokens, in: text.bytes, block)
        }
        let (mine, others) = (lines(own, block), lines(theirs, otherBlock))
        guard mine.depths != others.depths, mine.depths.count == others.depths.count else { return nil }
        let line = zip(mine.depths, others.depths).enumerated().first { $0.element.0 != $0.element.1 }?.offset
        return line.map { Difference(own: mine.lines[$0], other: others.lines[$0]) }
    }
}
