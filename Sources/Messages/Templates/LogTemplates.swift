import Sources
import Values

/// Groups lines that differ in what stands in them, and not in what they say: “Connection to <*> refused”.
///
/// The method is Drain (He, Zhu, Zheng and Lyu, “Drain: An Online Log Parsing Approach with Fixed Depth Tree”, ICWS
/// 2017): lines are parted by the number of their words and by their first word, and a line joins the group that it
/// shares most of its words with. Words that hold a digit stand for any other from the start.
package struct LogTemplates {
    /// Lines that say the same.
    package struct Group: Sendable {
        /// The words; nil stands for any.
        fileprivate(set) var words: [String?]
        /// How many lines there are.
        package fileprivate(set) var count: Int
        /// Where the first one stands.
        package let first: Place
        /// The first few lines, as they stand there.
        package fileprivate(set) var examples: [String]

        /// The words with `<*>` for what differs, without those that only a log puts first.
        package var text: String {
            let known = words.drop { $0 == nil }
            return (known.isEmpty ? words[...] : known).map { $0 ?? "<*>" }.joined(separator: " ")
        }
    }

    /// Groups in the order of their first lines.
    package private(set) var groups: [Group] = []
    private var leaves: [Leaf: [Int]] = [:]

    private struct Leaf: Hashable {
        let count: Int
        let first: String?
        let guides: [String]
    }

    /// What follows so many words tells no two messages apart.
    private static let mostWords = 48
    /// The share of equal words from which on two lines are one message (the paper's threshold).
    private static let similarity = 0.5
    /// So many groups of one length and first word are told apart; more would be noise, and make each line slow.
    private static let mostGroups = 64
    /// So many lines of a group are kept to be looked at.
    private static let mostExamples = 3

    /// No lines yet.
    package init() {}

    /// Adds a line.
    ///
    /// - Parameter guides: the guides that are about it; lines of different ones are never one group.
    package mutating func add(_ line: String, of guides: [String] = [], at place: Place) {
        let words = Self.words(of: line)
        guard !words.isEmpty else { return }
        let leaf = Leaf(count: words.count, first: words.first { $0 != nil } ?? nil, guides: guides)
        let near = leaves[leaf, default: []]
        if let index = nearest(to: words, among: near) {
            for position in words.indices where groups[index].words[position] != words[position] {
                groups[index].words[position] = nil
            }
            groups[index].count += 1
            if groups[index].examples.count < Self.mostExamples { groups[index].examples.append(line) }
        } else {
            leaves[leaf, default: []].append(groups.count)
            groups.append(Group(words: words, count: 1, first: place, examples: [line]))
        }
    }

    private func nearest(to words: [String?], among indices: [Int]) -> Int? {
        var best: (index: Int, equal: Int)?
        for index in indices {
            let equal = zip(groups[index].words, words).count { $0 == $1 }
            if equal > best?.equal ?? -1 { best = (index, equal) }
        }
        guard let best else { return nil }
        let isNear = Double(best.equal) >= Self.similarity * Double(words.count)
        return isNear || indices.count >= Self.mostGroups ? best.index : nil
    }

    /// The words of a line; nil for those that hold a digit or look like a key.
    private static func words(of line: String) -> [String?] {
        var words: [String?] = []
        for word in line.utf8.split(whereSeparator: { $0 <= 0x20 }) {
            guard words.count < mostWords else { break }
            words.append(word.contains { $0.isASCIIDigit } ? nil : String(word))
        }
        return words
    }
}
