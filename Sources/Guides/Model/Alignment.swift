/// Which of some things stand for which of others, in order, where there are more on one side.
package struct Alignment {
    /// The positions on both sides of those that stand for each other.
    package let pairs: [(Int, Int)]

    /// The most pairs that are compared: past it the first stands for the first, and so on.
    private static let mostPairs = 250_000

    /// Pairs as many as possible, and of all ways to do so takes the one in which most features are shared.
    package init(_ left: [[String]], _ right: [[String]]) {
        self.init(left.count, right.count) { Self.score(left[$0], right[$1]) }
    }

    /// Of all ways to pair things in their order takes the one in which the pairs are worth most.
    ///
    /// - Parameter score: what a pair is worth, by the positions on both sides.
    package init(_ leftCount: Int, _ rightCount: Int, score: (Int, Int) -> Int) {
        let (left, right) = (0..<leftCount, 0..<rightCount)
        guard left.count * right.count <= Self.mostPairs else {
            pairs = Array(zip(left, right))
            return
        }
        // The best score for what is left from two positions on (Needleman and Wunsch, with gaps for free).
        var best = Array(repeating: Array(repeating: 0, count: right.count + 1), count: left.count + 1)
        let scores = left.map { row in right.map { score(row, $0) } }
        for row in left.reversed() {
            for column in right.reversed() {
                best[row][column] = max(
                    best[row + 1][column + 1] + scores[row][column], best[row + 1][column], best[row][column + 1])
            }
        }
        var pairs: [(Int, Int)] = []
        var (row, column) = (0, 0)
        while row < left.count, column < right.count {
            if best[row][column] == best[row + 1][column + 1] + scores[row][column] {
                pairs.append((row, column))
                row += 1
                column += 1
            } else if best[row][column] == best[row + 1][column] {
                row += 1
            } else {
                column += 1
            }
        }
        self.pairs = pairs
    }

    /// The first position that stands for nothing.
    package func firstUnmatched(in count: Int, _ side: ((Int, Int)) -> Int) -> Int? {
        let matched = Set(pairs.map(side))
        return (0..<count).first { !matched.contains($0) }
    }

    /// A pair is worth more than all that may be shared, and what is shared less than what only one has.
    private static func score(_ left: [String], _ right: [String]) -> Int {
        var rest = right
        var shared = 0
        for feature in left {
            guard let index = rest.firstIndex(of: feature) else { continue }
            rest.remove(at: index)
            shared += 1
        }
        return 1000 + 2 * shared - (left.count - shared) - rest.count
    }
}
