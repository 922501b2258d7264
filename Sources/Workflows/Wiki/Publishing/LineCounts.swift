/// How often each line stands in a text.
struct LineCounts {
    private var counts: [ArraySlice<UInt8>: Int] = [:]
    private var total = 0

    /// Of two texts, this part of the lines has to be the same for one to be the other under a new name; git's own
    /// measure for renames is the same (`git diff -M`, 50 %).
    private static let leastShare = 0.5
    /// The most pairs of texts that are compared.
    private static let mostPairs = 10_000

    init(_ text: [UInt8]) {
        for line in text.split(separator: 0x0A) {
            counts[line, default: 0] += 1
            total += 1
        }
    }

    /// Which texts are which of others that say much the same, each at most once, the most alike first.
    ///
    /// - Parameter mayBe: whether two may be the same.
    static func pairs(
        _ mine: [[UInt8]], _ theirs: [[UInt8]], where mayBe: (Int, Int) -> Bool = { _, _ in true }
    ) -> [(mine: Int, theirs: Int)] {
        guard mine.count * theirs.count <= mostPairs else { return [] }
        let (left, right) = (mine.map { LineCounts($0) }, theirs.map { LineCounts($0) })
        var pairs: [(share: Double, mine: Int, theirs: Int)] = []
        for (index, one) in left.enumerated() {
            for (other, two) in right.enumerated() where mayBe(index, other) {
                let share = one.share(with: two)
                if share >= leastShare { pairs.append((share, index, other)) }
            }
        }
        pairs.sort { ($1.share, $0.mine, $0.theirs) < ($0.share, $1.mine, $1.theirs) }
        var (taken, found): (Set<Int>, Set<Int>) = ([], [])
        return pairs.compactMap { pair in
            guard !taken.contains(pair.mine), found.insert(pair.theirs).inserted else { return nil }
            taken.insert(pair.mine)
            return (pair.mine, pair.theirs)
        }
    }

    /// The part of the lines that both have, from 0 to 1.
    private func share(with other: LineCounts) -> Double {
        guard total > 0, other.total > 0 else { return 0 }
        let common = counts.reduce(0) { $0 + min($1.value, other.counts[$1.key] ?? 0) }
        return Double(common) / Double(max(total, other.total))
    }
}

extension WikiState {
    /// The pages that people gave other names, by the paths that we published them at: what is not ours and says much the same.
    func renamedPages() throws(GitError) -> [String: GitTree.Entry] {
        let gone = manifest.entries.filter { tree[$0.path] == nil && !$0.isStub && $0.path.hasSuffix(".md") }
        let others = tree.entries.filter { $0.isFile && manifest[$0.path] == nil && $0.path.hasSuffix(".md") }
        if gone.isEmpty || others.isEmpty { return [:] }
        let texts = try clone.contents(of: gone.map(\.text) + others.map(\.blob))
        let pairs = LineCounts.pairs(
            gone.map { $0.built ?? texts[$0.text] ?? [] }, others.map { texts[$0.blob]?.asPage ?? [] })
        return Dictionary(
            pairs.map { (gone[$0.mine].path, others[$0.theirs]) }, uniquingKeysWith: { first, _ in first })
    }
}
