import Sources

/// Which lines of two texts are the same, or nearly.
enum LineAlignment {
    /// Lines that have this part of their words in common are versions of each other.
    private static let leastShare = 0.5
    /// The most pairs of lines that are compared word by word between two that are the same.
    private static let mostPairs = 250_000
    /// The most words that are looked at to compare them.
    private static let mostWords = 4_000_000

    /// The words that a line is known by: without what the generator adds (numbers, escapes, addresses) or takes away
    /// (attributes of headings).
    static func key(_ tokens: [PageToken]) -> [PageToken] {
        var tokens = tokens.filter { $0.kind != .address && $0.text != "\\" && !$0.isSpace }
        let level = tokens.prefix { $0.text == "#" }.count
        if level > 0 {
            if let open = tokens.lastIndex(where: { $0.text == "{" }), open + 1 < tokens.count,
                ["#", "."].contains(tokens[open + 1].text)
            {
                tokens.removeSubrange(open...)
            }
            if tokens.count > level + 2, tokens[level + 1].text == ".", Int(tokens[level].text) != nil {
                tokens.removeSubrange(level...(level + 1))
            }
        }
        return tokens
    }

    /// The partner of each line of one text in another, in order; nil for lines that have none. Blank lines have none.
    static func partners(of lines: [[PageToken]], in others: [[PageToken]]) -> [Int?] {
        var partners = [Int?](repeating: nil, count: lines.count)
        let (mine, theirs) = (
            lines.indices.filter { !lines[$0].isEmpty }, others.indices.filter { !others[$0].isEmpty }
        )
        let same = common(mine.map { lines[$0] }, theirs.map { others[$0] })
        for (index, other) in same { partners[mine[index]] = theirs[other] }
        var (start, otherStart) = (0, 0)
        for (index, other) in same + [(mine.count, theirs.count)] {
            let gap = (Array(mine[start..<index]), Array(theirs[otherStart..<other]))
            for (line, partner) in nearest(gap.0, gap.1, lines, others) { partners[line] = partner }
            (start, otherStart) = (index + 1, other + 1)
        }
        return partners
    }

    /// The elements that both have, in order, by their positions.
    static func common<Element: Hashable>(_ left: [Element], _ right: [Element]) -> [(Int, Int)] {
        SequenceAlignment.common(left, right).map { ($0.left, $0.right) }
    }

    /// Pairs lines between two that are the same, so that as much as possible is alike.
    private static func nearest(
        _ mine: [Int], _ theirs: [Int], _ lines: [[PageToken]], _ others: [[PageToken]]
    ) -> [(Int, Int)] {
        guard !mine.isEmpty, !theirs.isEmpty, mine.count * theirs.count <= mostPairs else { return [] }
        let words = mine.reduce(0) { $0 + lines[$1].count } * theirs.count
        let otherWords = theirs.reduce(0) { $0 + others[$1].count } * mine.count
        guard words + otherWords <= mostWords else { return [] }
        let width = theirs.count + 1
        var best = [Double](repeating: 0, count: (mine.count + 1) * width)
        var share = best
        for row in mine.indices.reversed() {
            for column in theirs.indices.reversed() {
                let alike = Self.share(lines[mine[row]], others[theirs[column]])
                share[row * width + column] = alike
                let paired = alike < leastShare ? 0 : alike + best[(row + 1) * width + column + 1]
                best[row * width + column] = max(
                    paired, best[(row + 1) * width + column], best[row * width + column + 1])
            }
        }
        var pairs: [(Int, Int)] = []
        var (row, column) = (0, 0)
        while row < mine.count, column < theirs.count {
            let here = best[row * width + column]
            if here == best[(row + 1) * width + column] {
                row += 1
            } else if here == best[row * width + column + 1] {
                column += 1
            } else {
                pairs.append((mine[row], theirs[column]))
                (row, column) = (row + 1, column + 1)
            }
        }
        return pairs
    }

    /// The part of their words that two lines have in common, from 0 to 1.
    private static func share(_ left: [PageToken], _ right: [PageToken]) -> Double {
        var counts: [PageToken: Int] = [:]
        left.forEach { counts[$0, default: 0] += 1 }
        var shared = 0
        for token in right where counts[token, default: 0] > 0 {
            counts[token, default: 0] -= 1
            shared += 1
        }
        return 2 * Double(shared) / Double(left.count + right.count)
    }
}

extension PageToken {
    /// Whether it is white space.
    var isSpace: Bool { kind == .plain && text.utf8.allSatisfy { $0.isSpaceOrTab || $0 == 0x0D } }
}
