import CommonMark

/// Which headings of a free page stand for which of its source.
package enum HeadingAlignment {
    /// Two headings that stand for each other, by their positions.
    package struct Pair {
        package let own: Int
        package let other: Int
        /// Whether another way to pair the headings is clearly worse.
        package let isCertain: Bool

        package init(own: Int, other: Int, isCertain: Bool) {
            (self.own, self.other, self.isCertain) = (own, other, isCertain)
        }
    }

    /// How much worse every other way has to be.
    private static let margin = 5
    /// What it costs to leave headings out at one more place.
    private static let gap = 6
    /// The most that is compared to find out how certain a pair is.
    private static let mostWork = 4_000_000

    /// The positions of those that stand for each other, in the order of the text: by their positions where both pages have
    /// the same levels, else those that are most alike.
    package static func pairs(_ own: [Part], _ others: [Part]) -> [Pair] {
        if own.map(\.level) == others.map(\.level), !areCrossed(own, others), !(own.count == 1 && isStub(own, others)) {
            return own.indices.map { Pair(own: $0, other: $0, isCertain: true) }
        }
        return pairs(own.map(HeadingFeatures.init), others.map(HeadingFeatures.init))
    }

    /// The same for headings that are no parts yet.
    package static func pairs(_ own: [HeadingFeatures], _ others: [HeadingFeatures]) -> [Pair] {
        let count = own.count * others.count
        guard count > 0 else { return [] }
        guard count <= mostWork / 16 else {
            return zip(own.indices, others.indices).map { Pair(own: $0, other: $1, isCertain: false) }
        }
        let scores = own.map { left in others.map { left.likeness(to: $0) } }
        let best = path(scores, without: nil)
        let (ownIDs, otherIDs) = (Set(own.map(\.id)), Set(others.map(\.id)))
        return best.pairs.map { left, right in
            let isNamed = !own[left].id.isEmpty && own[left].id == others[right].id
            // One that has its namesake elsewhere stands for no other.
            let isTaken =
                !own[left].id.isEmpty && otherIDs.contains(own[left].id)
                || !others[right].id.isEmpty && ownIDs.contains(others[right].id)
            let isCertain =
                isNamed
                || !isTaken && count * best.pairs.count <= mostWork
                    && best.total - path(scores, without: (left, right)).total >= margin
                    && !isTooShort(own[left], others[right])
            return Pair(own: left, other: right, isCertain: isCertain)
        }
    }

    /// Whether one text is so short beside the other that it is no translation of it.
    private static func isTooShort(_ left: HeadingFeatures, _ right: HeadingFeatures) -> Bool {
        let (least, most) = (min(left.size, right.size), max(left.size, right.size))
        return most > 400 && least * 10 < most
    }

    /// Whether a heading names the ID of one at another position.
    private static func areCrossed(_ own: [Part], _ others: [Part]) -> Bool {
        let named = own.indices.filter { own[$0].namesID && own[$0].id != others[$0].id }
        if named.isEmpty { return false }
        let known = Set(others.map(\.id))
        return named.contains { known.contains(own[$0].id) }
    }

    /// Whether a page with one heading says next to nothing beside the other: “soon in your language” is no title.
    private static func isStub(_ own: [Part], _ others: [Part]) -> Bool {
        guard let left = own.first, let right = others.first else { return false }
        return isTooShort(HeadingFeatures(left), HeadingFeatures(right))
    }

    /// Of all ways to pair headings in their order the one that is worth most, where every place at which some are left out
    /// costs something (Gotoh, 1982).
    ///
    /// - Parameter pair: a pair that may not be in it.
    private static func path(_ scores: [[Int]], without pair: (Int, Int)?) -> (total: Int, pairs: [(Int, Int)]) {
        let (rows, columns) = (scores.count, scores[0].count)
        let width = columns + 1
        // What is left from two positions on is worth: behind a pair, with a heading of the left or of the right left out before.
        var behind = [Int](repeating: 0, count: (rows + 1) * width)
        var (left, right) = (behind, behind)
        for row in (0...rows).reversed() {
            for column in (0...columns).reversed() where row < rows || column < columns {
                let at = row * width + column
                let isOpen = row < rows && column < columns && !(pair.map { $0 == (row, column) } ?? false)
                let paired = isOpen ? scores[row][column] + behind[at + width + 1] : Int.min
                let skipLeft = row < rows ? left[at + width] : Int.min
                let skipRight = column < columns ? right[at + 1] : Int.min
                let opened = max(skipLeft == .min ? .min : skipLeft - gap, skipRight == .min ? .min : skipRight - gap)
                behind[at] = max(paired, opened)
                left[at] = max(paired, skipLeft, skipRight == .min ? .min : skipRight - gap)
                right[at] = max(paired, skipRight, skipLeft == .min ? .min : skipLeft - gap)
            }
        }
        guard pair == nil else { return (behind[0], []) }
        var pairs: [(Int, Int)] = []
        var (row, column, state) = (0, 0, 0)
        while row < rows, column < columns {
            let at = row * width + column
            let value = state == 0 ? behind[at] : state == 1 ? left[at] : right[at]
            if value == scores[row][column] + behind[at + width + 1] {
                pairs.append((row, column))
                (row, column, state) = (row + 1, column + 1, 0)
            } else if value == left[at + width] - (state == 1 ? 0 : gap) {
                (row, state) = (row + 1, 1)
            } else {
                (column, state) = (column + 1, 2)
            }
        }
        return (behind[0], pairs)
    }
}
