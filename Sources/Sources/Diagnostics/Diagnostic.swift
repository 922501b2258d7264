/// One problem at one place.
public struct Diagnostic: Sendable {
    /// How bad a problem is.
    public enum Severity: String, Sendable, Comparable {
        /// Worth knowing; changes no exit status.
        case note
        /// Fails only a strict check.
        case warning
        /// Stops a build.
        case error

        /// Orders from `note` to `error`.
        public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    /// A second place that explains the first.
    public struct Related: Sendable, Hashable {
        /// The second place.
        public let place: Place
        /// What stands there.
        public let message: String
        /// The whole text of the place, where its first line is not enough to go by.
        public let excerpt: String?

        /// Pairs a place with what stands there.
        public init(_ place: Place, _ message: String, excerpt: String? = nil) {
            self.place = place
            self.message = message
            self.excerpt = excerpt
        }
    }

    /// The facts.
    public let problem: any Problem
    /// Where they stand.
    public let place: Place
    /// Other places that explain this one.
    public let related: [Related]
    /// How bad it is.
    public let severity: Severity
    /// How to mend it without a person; nil where only a person can.
    public let fix: Fix?
    /// The problem in words that may be shown, where its own may not.
    private let words: Words?

    /// What is said of a problem.
    struct Words {
        let message: String
        let help: String?
    }

    /// Places a problem.
    public init(_ problem: some Problem, at place: Place, related: [Related] = [], fix: Fix? = nil) {
        self.problem = problem
        self.place = place
        self.related = related
        self.fix = fix
        severity = type(of: problem).description.severity
        words = nil
    }

    /// The same problem, told otherwise.
    init(_ other: Diagnostic, words: Words, place: Place, related: [Related], fix: Fix?) {
        problem = other.problem
        severity = other.severity
        self.words = words
        self.place = place
        self.related = related
        self.fix = fix
    }

    /// The same words, other places.
    ///
    /// - Parameters:
    ///   - place: instead of its own.
    ///   - related: instead of its own.
    ///   - fix: instead of its own.
    public func moved(to place: Place, related: [Related], fix: Fix?) -> Diagnostic {
        let words = words ?? Words(message: message, help: help)
        return Diagnostic(self, words: words, place: place, related: related, fix: fix)
    }

    /// The check's stable name.
    public var check: String { type(of: problem).description.id }
    /// The problem in one sentence.
    public var message: String { words?.message ?? problem.message }
    /// The way out, where there is one to give.
    public var help: String? { words.map(\.help) ?? problem.help }
}

extension Sequence<Diagnostic> {
    /// Whether a build has to stop.
    @inlinable public var hasErrors: Bool { contains { $0.severity == .error } }

    /// By place, then by check: the same order whatever worker found them first.
    public func sortedByPlace() -> [Diagnostic] {
        sorted { left, right in
            let (a, b) = (left.place, right.place)
            let isSamePath = a.path.hasSameBytes(as: b.path)
            if a.line != b.line || a.column != b.column || !isSamePath {
                return isSamePath ? (a.line, a.column) < (b.line, b.column) : a.path.precedesByBytes(b.path)
            }
            // Sentences are put together only where they have to tell two findings of one place apart.
            return left.check == right.check ? left.message.precedesByBytes(right.message) : left.check < right.check
        }
    }
}
