import Values

/// Why a message is a guide's, or is not: the patterns that have most in common with it, piece by piece.
public struct ErrorExplanation: Sendable {
    /// A piece of a pattern.
    public struct Piece: Sendable {
        /// What became of it.
        public enum State: String, Sendable {
            /// The message has it.
            case found
            /// The message has something in its place that cannot be read, or was masked.
            case unreadable
            /// The message lacks it, as it may.
            case left
            /// The message lacks it, and needs it.
            case missing
        }

        /// The piece, as the pattern has it.
        public let text: String
        /// What became of it.
        public let state: State
        /// The value that the message gives, as data has it.
        public let value: String?
    }

    /// A pattern, laid beside the message.
    public struct Candidate: Sendable {
        /// The guide whose pattern it is.
        public let guide: String
        /// The pattern as its author wrote it.
        public let pattern: String
        /// The pattern's pieces, in their order.
        public let pieces: [Piece]
        /// What the pattern expected where it stopped; nil where all of it is there.
        public let expected: String?
        /// What the message has there; nothing where it ends.
        public let found: String
        /// Whether the message has all of the pattern that it needs.
        public let isWhole: Bool
        /// How much of the pattern's own text the message has, in characters without white space.
        public let size: Int
    }

    /// What the message came to.
    public let finding: ErrorMatcher.Finding
    /// The patterns that have some text in common with it, the likeliest first.
    public let candidates: [Candidate]

    /// Whether one guide is about the message.
    public var isFound: Bool { if case .found = finding { true } else { false } }

    /// Whether a guide is about the message, alone or with others.
    public func isFound(_ guide: String) -> Bool {
        switch finding {
        case .found(let match): match.guide == guide
        case .ambiguous(let matches): matches.contains { $0.guide == guide }
        case .near, .unknown: false
        }
    }
}
