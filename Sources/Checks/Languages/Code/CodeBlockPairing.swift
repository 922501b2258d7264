import CommonMark
import Sources

/// Tells which code blocks of two regions stand for each other: those that are the same first, then those that are alike,
/// then those of one language, in the order of the text.
struct CodeBlockPairing {
    /// Positions among the code blocks of the regions.
    struct Pair {
        let own: Int
        let other: Int
        /// Whether more than the order says that they belong together.
        let isSure: Bool
    }

    private(set) var pairs: [Pair] = []
    /// Those of the translation that have no counterpart.
    private(set) var surplus: [Int] = []
    /// Those of the source that have none, and how many of the translation stand before the place of each.
    private(set) var missing: [(other: Int, before: Int)] = []

    /// What a block is compared by.
    private struct Features {
        let code: String
        let fence: Substring
        let lines: Set<Substring>

        init(_ node: Node) {
            code = node.literal
            fence = node.fenceInfo.prefix { $0 != " " }
            lines = Set(code.split(separator: "\n").map { $0.trimming(while: \.isWhitespace) }.filter { !$0.isEmpty })
        }

        /// How much speaks for a pair; the order alone is better than nothing.
        func likeness(to other: Features) -> Int {
            if code == other.code { return 1000 }
            let isOneFence = fence == other.fence
            let shared = lines.intersection(other.lines).count
            if shared > 0, shared * 2 >= max(lines.count, other.lines.count) { return isOneFence ? 110 : 100 }
            return isOneFence ? 10 : 1
        }
    }

    /// The likeness from which on a pair is sure.
    private static let sure = 100
    /// So many pairs are tried at most; beyond that the order decides.
    private static let mostWork = 10_000

    init(_ own: [Node], _ others: [Node]) {
        let start = zip(own, others).prefix { $0.literal == $1.literal }.count
        let end = zip(own.dropFirst(start).reversed(), others.dropFirst(start).reversed())
            .prefix { $0.literal == $1.literal }.count
        for index in 0..<start { pairs.append(Pair(own: index, other: index, isSure: true)) }
        let (mine, theirs) = (start..<(own.count - end), start..<(others.count - end))
        if mine.count * theirs.count > Self.mostWork {
            pairByOrder(mine, theirs)
        } else if !mine.isEmpty || !theirs.isEmpty {
            align(own[mine].map(Features.init), others[theirs].map(Features.init), from: start)
        }
        for index in 0..<end {
            let (last, otherLast) = (own.count - end + index, others.count - end + index)
            pairs.append(Pair(own: last, other: otherLast, isSure: true))
        }
    }

    private mutating func pairByOrder(_ own: Range<Int>, _ others: Range<Int>) {
        for (index, other) in zip(own, others) { pairs.append(Pair(own: index, other: other, isSure: false)) }
        surplus = Array(own.dropFirst(others.count))
        missing = others.dropFirst(own.count).map { ($0, own.upperBound) }
    }

    /// The pairs that are most alike taken together.
    private mutating func align(_ own: [Features], _ others: [Features], from start: Int) {
        let width = others.count + 1
        var best = [Int](repeating: 0, count: (own.count + 1) * width)
        var likenesses = [Int](repeating: 0, count: own.count * max(1, others.count))
        for row in own.indices.reversed() {
            for column in others.indices.reversed() {
                let likeness = own[row].likeness(to: others[column])
                likenesses[row * others.count + column] = likeness
                best[row * width + column] = max(
                    likeness + best[(row + 1) * width + column + 1], best[(row + 1) * width + column],
                    best[row * width + column + 1])
            }
        }
        var (row, column) = (0, 0)
        while row < own.count || column < others.count {
            let isPair = row < own.count && column < others.count
            let likeness = isPair ? likenesses[row * others.count + column] : 0
            if isPair, best[row * width + column] == likeness + best[(row + 1) * width + column + 1] {
                pairs.append(Pair(own: start + row, other: start + column, isSure: likeness >= Self.sure))
                (row, column) = (row + 1, column + 1)
            } else if row < own.count,
                column == others.count || best[row * width + column] == best[(row + 1) * width + column]
            {
                surplus.append(start + row)
                row += 1
            } else {
                missing.append((start + column, start + row))
                column += 1
            }
        }
    }
}

extension Substring {
    /// The text without what is at both ends of it.
    fileprivate func trimming(while isOuter: (Character) -> Bool) -> Substring {
        let start = drop(while: isOuter)
        guard let last = start.lastIndex(where: { !isOuter($0) }) else { return start }
        return start[...last]
    }
}
