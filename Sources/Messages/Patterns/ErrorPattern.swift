import Values

/// How a tool words an error: what `{{error}}` prints, and what a pasted message is compared with.
public struct ErrorPattern: Sendable, Hashable {
    /// The placeholder that prints a guide's first pattern.
    public static let placeholder = ValueDeclaration.reservedName

    /// A part of a pattern.
    public enum Piece: Sendable, Hashable {
        /// Text as it stands.
        case literal(String)
        /// A value by its name.
        case value(String)
        /// What a message may lack; holds no other optional part.
        case optional([Piece])

        /// Whether it is a value.
        var isValue: Bool { if case .value = self { true } else { false } }
    }

    /// The parts, in their order.
    public let pieces: [Piece]

    /// Every value that the pattern names.
    public var names: [String] { Self.names(pieces) }

    private static func names(_ pieces: [Piece]) -> [String] {
        var names: [String] = []
        names.reserveCapacity(pieces.count)
        addNames(pieces, to: &names)
        return names
    }

    private static func addNames(_ pieces: [Piece], to names: inout [String]) {
        for piece in pieces {
            switch piece {
            case .literal: break
            case .value(let name): names.append(name)
            case .optional(let inner): addNames(inner, to: &names)
            }
        }
    }

    private static func allExist(_ pieces: [Piece], _ exists: (String) -> Bool) -> Bool {
        pieces.allSatisfy { piece in
            switch piece {
            case .literal: true
            case .value(let name): exists(name)
            case .optional(let inner): allExist(inner, exists)
            }
        }
    }

    /// Hands out the pattern's texts and values, with those of the optional parts all of whose values there are.
    ///
    /// Line breaks are kept: the guide's author chose where the message folds.
    package func forEachPrinted(where exists: (String) -> Bool, _ body: (Piece) -> Void) {
        for piece in pieces {
            switch piece {
            case .literal, .value: body(piece)
            case .optional(let inner): if Self.allExist(inner, exists) { inner.forEach(body) }
            }
        }
    }
}
