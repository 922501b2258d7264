import Foundation

/// A pattern as other programs and checks take it.
extension ErrorPattern {
    /// A message of the pattern's with every value masked, and all that may be missing in it.
    package var masked: String { Self.masked(pieces) }

    private static func masked(_ pieces: [Piece]) -> String {
        pieces.map { piece in
            switch piece {
            case .literal(let text): text
            case .value, .any: "***"
            case .optional(let inner): masked(inner)
            case .choice(let branches): branches.first.map(masked) ?? ""
            }
        }.joined()
    }

    /// A regular expression that finds the pattern in a line, in the syntax that ECMAScript and .NET share. Values are one
    /// word, or any words before more of the pattern.
    public var expression: String { Self.expression(pieces, isLast: true) }

    private static func expression(_ pieces: [Piece], isLast: Bool) -> String {
        var text = ""
        for (index, piece) in pieces.enumerated() {
            let isEnd = isLast && index + 1 == pieces.count
            switch piece {
            case .literal(let literal): text += expression(of: literal)
            case .value: text += isEnd ? "\\S+" : ".+?"
            case .any: text += ".*?"
            case .optional(let inner): text += "(?:\(expression(inner, isLast: isEnd)))?"
            case .choice(let branches):
                text += "(?:\(branches.map { expression($0, isLast: isEnd) }.joined(separator: "|")))"
            }
        }
        return text
    }

    private static func expression(of literal: String) -> String {
        var text = ""
        var isSpace = false
        for character in literal {
            if character.isWhitespace {
                if !isSpace { text += "\\s+" }
                isSpace = true
                continue
            }
            isSpace = false
            text += "\\^$.|?*+()[]{}/".contains(character) ? "\\\(character)" : String(character)
        }
        return text
    }
}
