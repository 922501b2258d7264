import Sources

/// The first difference of two code blocks in lines: one that is other, lines that one block has more, or one that it lacks.
struct CodeLineDifference {
    /// What it is, from the side of the translation.
    enum Kind: Sendable {
        case other, missing, missingBefore
        /// So many lines have no counterpart.
        case added(Int)
    }

    let kind: Kind
    /// The bytes of the lines in the translation; none where its block is empty.
    let own: Range<Int>
    /// The bytes of the line in the source; nil where it has none there.
    let other: Range<Int>?

    /// - Parameters:
    ///   - difference: where the blocks begin to differ.
    ///   - own: a block of the translation.
    ///   - theirs: its counterpart in the source.
    init(
        _ difference: CodeComparison.Difference, _ own: (text: EditionText, block: Range<Int>),
        _ theirs: (text: EditionText, block: Range<Int>)
    ) {
        let (lines, others) = (own.text.lines(in: own.block), theirs.text.lines(in: theirs.block))
        func index(_ range: Range<Int>?, _ lines: [Range<Int>]) -> Int {
            guard let range else { return lines.count }
            return lines.firstIndex { $0.upperBound > range.lowerBound } ?? lines.count
        }
        let (line, otherLine) = (index(difference.own, lines), index(difference.other, others))
        func areSame(_ line: Int, _ otherLine: Int) -> Bool {
            line < lines.count && otherLine < others.count
                && own.text.bytes[lines[line]] == theirs.text.bytes[others[otherLine]]
        }
        // So many lines until one of the block that has more is the other's again.
        let more = (1...Self.mostLines).first { areSame(line + $0, otherLine) }
        let fewer = (1...Self.mostLines).first { areSame(line, otherLine + $0) }
        let isEnd = line < lines.count && otherLine == others.count
        if isEnd || more != nil && lines.count > others.count && more ?? 0 <= fewer ?? .max {
            let count = isEnd ? lines.count - line : more ?? 1
            kind = .added(count)
            self.own = lines[line].lowerBound..<lines[line + count - 1].upperBound
            other = nil
        } else if line == lines.count || fewer != nil && lines.count < others.count {
            kind = line > 0 || lines.isEmpty ? .missing : .missingBefore
            self.own = lines.isEmpty ? own.block.lowerBound..<own.block.lowerBound : lines[max(0, line - 1)]
            other = otherLine < others.count ? others[otherLine] : nil
        } else {
            kind = .other
            self.own = lines[line]
            other = otherLine < others.count ? others[otherLine] : nil
        }
    }

    /// No more lines than that are looked through for the one with which two blocks are the same again.
    private static let mostLines = 40
}

extension EditionText {
    /// The lines of a block that are not empty, without the space around them.
    fileprivate func lines(in block: Range<Int>) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = block.lowerBound
        while start < block.upperBound {
            let end = bytes[start..<block.upperBound].firstIndex(of: 0x0A) ?? block.upperBound
            if let first = bytes[start..<end].firstIndex(where: { !$0.isSpace }),
                let last = bytes[start..<end].lastIndex(where: { !$0.isSpace })
            {
                lines.append(first..<(last + 1))
            }
            start = end + 1
        }
        return lines
    }
}
