import Values

/// How a tool words an error: what `{{error}}` prints, and what a pasted message is compared with.
public struct ErrorPattern: Sendable, Hashable {
    /// The placeholder that prints a guide's error.
    public static let placeholder = ValueDeclaration.reservedName

    /// A part of a pattern.
    public enum Piece: Sendable, Hashable {
        /// Text as it stands.
        case literal(String)
        /// A value by its name.
        case value(String)
        /// Anything, up to what follows.
        case any
        /// What a message may lack.
        case optional([Piece])
        /// One of several.
        case choice([[Piece]])

        /// Whether it is a value.
        var isValue: Bool { if case .value = self { true } else { false } }
    }

    /// The parts, in their order.
    public let pieces: [Piece]
    /// The language that the tool speaks here; nil where it speaks one alone.
    public let language: LanguageTag?

    /// A pattern of parts that somebody found in a message, in whatever language it is.
    package init(_ pieces: [Piece]) {
        self.pieces = pieces
        language = nil
    }

    /// A message as somebody pasted it, which says itself what it says.
    public init(pasted line: String) {
        pieces = [.literal(line)]
        language = nil
    }

    /// Every value that the pattern names.
    public var names: [String] {
        var names: [String] = []
        names.reserveCapacity(pieces.count)
        Self.addNames(pieces, to: &names)
        return names
    }

    private static func addNames(_ pieces: [Piece], to names: inout [String]) {
        for piece in pieces {
            switch piece {
            case .literal, .any: break
            case .value(let name): names.append(name)
            case .optional(let inner): addNames(inner, to: &names)
            case .choice(let branches): for branch in branches { addNames(branch, to: &names) }
            }
        }
    }

    /// Whether a part can be printed: all its values are there, those aside that may be missing in it, too.
    private static func allExist(_ pieces: [Piece], _ exists: (String) -> Bool) -> Bool {
        pieces.allSatisfy { piece in
            switch piece {
            case .literal, .any, .optional: true
            case .value(let name): exists(name)
            case .choice(let branches): branches.first.map { allExist($0, exists) } ?? true
            }
        }
    }

    /// Hands out the pattern's texts and values, with those of the optional parts all of whose values there are. Of
    /// several wordings the first is printed, and an ellipsis stands for what may be anything.
    ///
    /// Line breaks are kept: the guide's author chose where the message folds.
    package func forEachPrinted(where exists: (String) -> Bool, _ body: (Piece) -> Void) {
        Self.print(pieces, where: exists, body)
    }

    private static func print(_ pieces: [Piece], where exists: (String) -> Bool, _ body: (Piece) -> Void) {
        for piece in pieces {
            switch piece {
            case .literal, .value: body(piece)
            case .any: body(.literal("…"))
            case .optional(let inner): if allExist(inner, exists) { print(inner, where: exists, body) }
            case .choice(let branches): if let first = branches.first { print(first, where: exists, body) }
            }
        }
    }
}

extension ErrorPattern {
    /// How each step of the pattern's walk is written; nothing for those that are only ways.
    var words: [String] {
        var words: [String] = []
        Self.addWords(comparedPieces, to: &words)
        return words
    }

    private static func addWords(_ pieces: [Piece], to words: inout [String]) {
        for piece in pieces {
            switch piece {
            case .literal(let text): words.append(text)
            case .value(let name): words.append("{{\(name)}}")
            case .any: words.append("{{*}}")
            case .optional(let inner):
                words.append("")
                addWords(inner, to: &words)
            case .choice(let branches):
                for (index, branch) in branches.enumerated() {
                    let isLast = index + 1 == branches.count
                    if !isLast { words.append("") }
                    addWords(branch, to: &words)
                    if !isLast { words.append("") }
                }
            }
        }
    }
}

extension [ErrorPattern] {
    /// The one that a page in a language prints: the first in the language, else the first in no language, else the
    /// first.
    public func printed(in language: LanguageTag) -> ErrorPattern? {
        first { $0.language == language } ?? first { $0.language == nil } ?? first
    }
}
