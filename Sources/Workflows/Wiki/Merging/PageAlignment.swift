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
            let (rest, others) = (mine[start..<pair.0], theirs[other..<pair.1])
            // As many new ones as old ones are the old ones in other words.
            if rest.count == others.count, zip(rest, others).allSatisfy({ left[$0].kind == right[$1].kind }) {
                pairs += zip(rest, others).map { (left: $0, right: $1) }
            }
            if pair.0 < mine.count { pairs.append((left: mine[pair.0], right: theirs[pair.1])) }
            (start, other) = (pair.0 + 1, pair.1 + 1)
        }
        return pairs
    }

    /// Pairs so that as much as possible is alike.
    private static func nearest(_ mine: [Int], _ theirs: [Int], _ left: [Block], _ right: [Block]) -> [(Int, Int)] {
        guard !mine.isEmpty, !theirs.isEmpty, mine.count * theirs.count <= mostPairs else { return [] }
        let words = mine.reduce(0) { $0 + left[$1].words.count } * theirs.count
        let otherWords = theirs.reduce(0) { $0 + right[$1].words.count } * mine.count
        guard words + otherWords <= mostWords else { return [] }
        let width = theirs.count + 1
        var best = [Double](repeating: 0, count: (mine.count + 1) * width)
        for row in mine.indices.reversed() {
            for column in theirs.indices.reversed() {
                let alike = share(left[mine[row]], right[theirs[column]])
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

    /// The part of their words that two blocks have in common, from 0 to 1.
    private static func share(_ left: Block, _ right: Block) -> Double {
        if case .heading(let level) = left.kind, right.kind != .heading(level) { return 0 }
        if case .heading = right.kind, left.kind != right.kind { return 0 }
        var counts: [String: Int] = [:]
        left.words.forEach { counts[$0, default: 0] += 1 }
        var shared = 0
        for word in right.words where counts[word, default: 0] > 0 {
            counts[word, default: 0] -= 1
            shared += 1
        }
        return 2 * Double(shared) / Double(max(1, left.words.count + right.words.count))
    }
}
