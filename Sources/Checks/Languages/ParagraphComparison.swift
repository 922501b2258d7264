import Sources

/// Finds what one of two parts lacks by its rows of paragraphs and by how long they are: a paragraph that is parted in two
/// says as much as before.
struct ParagraphComparison {
    /// A paragraph without a counterpart, or one that says too little.
    struct Difference {
        let kind: DifferentParagraphs.Difference
        /// The block of the translation; nil for what it lacks.
        var own: Int?
        /// The block of the source; nil for what it lacks.
        var other: Int?
    }

    private typealias Paragraph = ParagraphRows.Paragraph

    private(set) var differences: [Difference] = []
    /// How long a text of the translation is for one of the source.
    private let scale: Double

    /// The share of the expected length below which some of several paragraphs are missing.
    private static let leastOfSeveral = 0.7
    /// The same for a single paragraph, which one language may well put in fewer words.
    private static let leastOfOne = 0.45
    /// A shorter paragraph may be shorter still, in bytes.
    private static let shortest = 80
    /// Fewer bytes of words are no sentence: an image, a link or a value that stands by itself is told by other checks.
    private static let leastWords = 20
    /// So many pairs are tried at most.
    private static let mostPairs = 4_000

    init(_ own: ParagraphRows, _ theirs: ParagraphRows, scale: Double) {
        self.scale = scale
        // Where other blocks differ, these are told, and nothing says which rows stand for each other.
        guard own.separators == theirs.separators else { return }
        let (count, others) = (own.count, theirs.count)
        for (row, otherRow) in zip(own.rows, theirs.rows) {
            if row.count == otherRow.count {
                differences += zip(row, otherRow).compactMap(shorter)
            } else if row.count < otherRow.count, count < others, count + own.inner < others + theirs.inner {
                if length(row) < Self.leastOfSeveral * scale * length(otherRow) { lack(row, otherRow) }
            } else if row.count > otherRow.count, count > others, count + own.inner > others + theirs.inner {
                if Self.leastOfSeveral * length(row) > scale * length(otherRow) { surplus(row, otherRow) }
            }
        }
    }

    private func length(_ row: [Paragraph]) -> Double { Double(row.reduce(0) { $0 + $1.length }) }

    private func shorter(_ own: Paragraph, _ other: Paragraph) -> Difference? {
        guard other.length >= Self.shortest, own.sentences < other.sentences,
            Double(own.length) < Self.leastOfOne * scale * Double(other.length)
        else { return nil }
        return Difference(kind: .shorter(own.sentences, other.sentences), own: own.block, other: other.block)
    }

    private mutating func lack(_ row: [Paragraph], _ others: [Paragraph]) {
        let left = Self.unpaired(others.map { Double($0.length) * scale }, row.map { Double($0.length) })
        guard Self.areGone(left.map { others[$0] }, row, others) else { return }
        differences += left.filter { others[$0].length >= Self.leastWords }.map {
            Difference(kind: .missing, own: nil, other: others[$0].block)
        }
    }

    private mutating func surplus(_ row: [Paragraph], _ others: [Paragraph]) {
        let left = Self.unpaired(row.map { Double($0.length) }, others.map { Double($0.length) * scale })
        guard Self.areGone(left.map { row[$0] }, others, row) else { return }
        differences += left.filter { row[$0].length >= Self.leastWords }.map {
            Difference(kind: .surplus, own: row[$0].block, other: nil)
        }
    }

    /// Whether a row lacks the sentences of some paragraphs of the longer one, and has not put them into others.
    private static func areGone(_ left: [Paragraph], _ row: [Paragraph], _ long: [Paragraph]) -> Bool {
        func sentences(_ row: [Paragraph]) -> Int { row.reduce(0) { $0 + $1.sentences } }
        return sentences(row) <= sentences(long) - sentences(left)
    }

    /// The paragraphs of the longer row that are left when those of the shorter one are paired, in order, with those that
    /// are most nearly as long.
    private static func unpaired(_ long: [Double], _ short: [Double]) -> [Int] {
        if long.count * short.count > mostPairs { return Array(short.count..<long.count) }
        // The least sum of differences for each number of pairs, paragraph by paragraph of the longer row.
        var costs = [[Double]](repeating: [], count: long.count + 1)
        costs[0] = [0] + Array(repeating: .infinity, count: short.count)
        for (index, length) in long.enumerated() {
            costs[index + 1] = (0...short.count).map { pairs in
                let without = costs[index][pairs]
                return pairs == 0 ? without : min(without, costs[index][pairs - 1] + abs(length - short[pairs - 1]))
            }
        }
        var (left, pairs) = ([Int](), short.count)
        for index in long.indices.reversed() {
            if costs[index + 1][pairs] == costs[index][pairs] {
                left.append(index)
            } else {
                pairs -= 1
            }
        }
        return left.reversed()
    }
}
