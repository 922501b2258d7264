import Sources

/// A pattern as messages are compared with it.
extension ErrorPattern {
    /// The parts, but for that a message may lack the sign that ends the last sentence: people seldom copy it.
    var comparedPieces: [Piece] { Self.withLooseEnd(pieces) }

    private static let endSigns: Set<Character> = [".", "!", "?", "。", "！", "？", "…"]

    private static func withLooseEnd(_ pieces: [Piece]) -> [Piece] {
        guard let last = pieces.last else { return pieces }
        let rest = pieces.dropLast()
        switch last {
        case .literal(let text):
            // Most texts end with a word, or with the space before a value.
            if let byte = text.utf8.last, byte.isASCIIAlphanumeric { return pieces }
            let end = text.lastIndex { !$0.isWhitespace && !endSigns.contains($0) }.map(text.index(after:))
            let signs = text[(end ?? text.startIndex)...]
            guard signs.contains(where: endSigns.contains), end != nil || !rest.isEmpty else { return pieces }
            return rest + (end.map { [.literal(String(text[..<$0]))] } ?? []) + [.optional([.literal(String(signs))])]
        // What stands before it may be the end as well.
        case .optional(let inner): return withLooseEnd(Array(rest)) + [.optional(withLooseEnd(inner))]
        case .choice(let branches): return rest + [.choice(branches.map(withLooseEnd))]
        case .value, .any: return pieces
        }
    }
}
