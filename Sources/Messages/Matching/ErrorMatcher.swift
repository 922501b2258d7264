import Sources
import Values

/// Finds the guide for a message that somebody pasted, and the values in the message.
///
/// The message is cleaned, then walked once: wherever a word begins with what a pattern begins with, the pattern is
/// tried, with a bounded number of steps, of which each byte of the message adds some. So the time is linear in the length
/// of the message, whatever it holds.
public struct ErrorMatcher {
    /// What a message came to.
    public enum Finding: Sendable {
        /// One guide is about it.
        case found(ErrorMatch)
        /// No pattern fits.
        case unknown
        /// Several guides fit as well as each other, or the text holds the messages of several.
        case ambiguous([String])
    }

    /// The steps that a message may take from the start, and how many more each of its bytes allows.
    private static let firstSteps = 1 << 18
    private static let stepsPerByte = 64

    private let patterns: [(guide: String, pattern: MessagePattern)]
    private let byKey: [UInt32: [Int]]
    private let withoutKey: [Int]
    private let captures: ValueCaptures

    /// Prepares the patterns of some guides.
    public init(_ guides: [(id: String, errors: [ErrorPattern])], values: ValueDeclarations) {
        patterns = guides.flatMap { guide in guide.errors.map { (guide.id, MessagePattern($0)) } }
        var byKey: [UInt32: [Int]] = [:]
        var withoutKey: [Int] = []
        for (index, (_, pattern)) in patterns.enumerated() {
            if let key = pattern.key { byKey[key, default: []].append(index) } else { withoutKey.append(index) }
        }
        self.byKey = byKey
        self.withoutKey = withoutKey
        captures = ValueCaptures(values)
    }

    /// The guide that a message is about.
    public func find(in message: String) -> Finding {
        let text = MessageCleaning.clean(Array(message.utf8))
        var best: [String: ErrorMatch] = [:]
        var walks = patterns.map { PatternWalk($0.pattern, text: text, captures: captures) }
        var allowance = Self.firstSteps
        for start in text.indices {
            allowance += Self.stepsPerByte
            guard !text[start].isBlank, start == 0 || isWordStart(text, start) else { continue }
            let keyed = MessagePattern.key(text, at: start).flatMap { byKey[$0] } ?? []
            for index in keyed + withoutKey {
                let guide = patterns[index].guide
                best[guide] = walks[index].match(
                    at: start, guide: guide, betterThan: best[guide], within: &allowance)
            }
        }
        return decide(best.values.sorted { $0.guide < $1.guide })
    }

    /// How messages word the choices of a value, cleaned as messages are: the longest wording first.
    public static func wordings(_ choices: [ValueType.Choice]) -> [(key: String, words: [UInt8])] {
        ValueCaptures.wordings(choices)
    }

    private func isWordStart(_ text: [UInt8], _ index: Int) -> Bool {
        !(text[index - 1].isWordPart && text[index].isWordPart)
    }

    /// The match with the most of the message in it. Two guides for two places of the text are two messages, and
    /// two guides that fit the same place equally well are a draw: which was meant would be a guess.
    private func decide(_ matches: [ErrorMatch]) -> Finding {
        guard var winner = matches.first else { return .unknown }
        for match in matches where match.isBetter(than: winner) { winner = match }
        let rivals = matches.filter { match in
            match.guide != winner.guide
                && (!match.range.overlaps(winner.range) || !winner.isBetter(than: match))
        }
        return rivals.isEmpty ? .found(winner) : .ambiguous((rivals + [winner]).map(\.guide).sorted())
    }
}
