import Sources

/// Which blocks of a page are which of another version of it.
enum PageAlignment {
    /// Blocks that have this part of their words in common are versions of each other.
    private static let leastShare = 0.5
    /// The most pairs of blocks that are compared word by word between two that are the same.
    private static let mostPairs = 250_000
    /// The most words that are looked at to compare them.
    private static let mostWords = 4_000_000

    /// A block, and what it is compared by.
    struct Block {
        let kind: PageUnit.Kind
        let key: String
        let words: [String]
    }

    /// The pairs, in the order of both.
    static func pairs(_ left: [Block], _ right: [Block]) -> [(left: Int, right: Int)] {
        let same = SequenceAlignment.common(left.map(\.key), right.map(\.key))
        var pairs: [(left: Int, right: Int)] = []
        var (start, other) = (0, 0)
        for pair in same + [(left.count, right.count)] {
            pairs += changed(Array(start..<pair.left), Array(other..<pair.right), left, right)
            if pair.left < left.count { pairs.append(pair) }
            (start, other) = (pair.left + 1, pair.right + 1)
        }
        return pairs
    }

    /// Pairs blocks between two that are the same: the most alike, and then as many as there are on either side.
    private static func changed(_ mine: [Int], _ theirs: [Int], _ left: [Block], _ right: [Block]) -> [(
        left: Int, right: Int
    )] {
        let near = nearest(mine, theirs, left, right)
        var pairs: [(left: Int, right: Int)] = []
        var (start, other) = (0, 0)
        for pair in near + [(mine.count, theirs.count)] {
            var (rest, others) = (mine[start..<pair.0], theirs[other..<pair.1])
            let heading = heading(&rest, &others, left, right)
            // As many new ones as old ones are the old ones in other words.
            if rest.count == others.count, zip(rest, others).allSatisfy({ left[$0].kind == right[$1].kind }) {
                pairs += zip(rest, others).map { (left: $0, right: $1) }
            }
            heading.map { pairs.append($0) }
            if pair.0 < mine.count { pairs.append((left: mine[pair.0], right: theirs[pair.1])) }
            (start, other) = (pair.0 + 1, pair.1 + 1)
        }
        return pairs
    }

    /// Takes off the headings that blocks end with: right before a block that is the same, a heading of the same level is the same
    /// heading in other words.
    private static func heading(
        _ rest: inout ArraySlice<Int>, _ others: inout ArraySlice<Int>, _ left: [Block], _ right: [Block]
    ) -> (left: Int, right: Int)? {
        guard rest.count != others.count, let mine = rest.last, let theirs = others.last,
            case .heading = left[mine].kind, left[mine].kind == right[theirs].kind,
            mine + 1 < left.count, theirs + 1 < right.count
        else { return nil }
        rest.removeLast()
        others.removeLast()
        return (mine, theirs)
    }

    /// Pairs so that as much as possible is alike.
    private static func nearest(_ mine: [Int], _ theirs: [Int], _ left: [Block], _ right: [Block]) -> [(Int, Int)] {
        guard !mine.isEmpty, !theirs.isEmpty, mine.count * theirs.count <= mostPairs else { return [] }
        let compared =
            mine.reduce(0) { $0 + left[$1].words.count } * theirs.count
            + theirs.reduce(0) { $0 + right[$1].words.count } * mine.count
        guard compared <= mostWords else { return [] }
        var numbers: [String: Int] = [:]
        let (words, others) = (numbered(mine, left, &numbers), numbered(theirs, right, &numbers))
        let width = theirs.count + 1
        var best = [Double](repeating: 0, count: (mine.count + 1) * width)
        for row in mine.indices.reversed() {
            for column in theirs.indices.reversed() {
                let mayPair = mayPair(left[mine[row]].kind, right[theirs[column]].kind)
                let alike = mayPair ? share(words[row], others[column]) : 0
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
                pairs.append((row, column))
                (row, column) = (row + 1, column + 1)
            }
        }
        return pairs
    }

    /// The words of blocks as numbers in their order, so that two blocks are compared in one walk.
    private static func numbered(_ indices: [Int], _ blocks: [Block], _ numbers: inout [String: Int]) -> [[Int]] {
        indices.map { index in
            var words: [Int] = []
            for word in blocks[index].words {
                let number = numbers[word] ?? numbers.count
                numbers[word] = number
                words.append(number)
            }
            return words.sorted()
        }
    }

    /// A heading is a version of a heading of its level alone.
    private static func mayPair(_ left: PageUnit.Kind, _ right: PageUnit.Kind) -> Bool {
        switch (left, right) {
        case (.heading, _), (_, .heading): left == right
        default: true
        }
    }

    /// The part of their words, sorted numbers, that two blocks have in common, from 0 to 1.
    private static func share(_ left: [Int], _ right: [Int]) -> Double {
        var (shared, row, column) = (0, 0, 0)
        while row < left.count, column < right.count {
            if left[row] == right[column] { shared += 1 }
            let (isBehind, isAhead) = (left[row] <= right[column], right[column] <= left[row])
            if isBehind { row += 1 }
            if isAhead { column += 1 }
        }
        return 2 * Double(shared) / Double(max(1, left.count + right.count))
    }
}
