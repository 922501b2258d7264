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

    /// What a diagnostic is made of, shared by its copies: a check of a hostile text passes on a hundred thousand of them,
    /// from list to list.
    private final class Storage: Sendable {
        let problem: any Problem
        let check: String
        let severity: Severity
        let place: Place
        let related: [Related]
        let fix: Fix?
        /// The problem in words that may be shown, where its own may not.
        let words: Words?

        init(
            _ problem: any Problem, _ check: String, _ severity: Severity, _ place: Place, _ related: [Related],
            _ fix: Fix?, _ words: Words?
        ) {
            self.problem = problem
            self.check = check
            self.severity = severity
            self.place = place
            self.related = related
            self.fix = fix
            self.words = words
        }
    }

    private let storage: Storage

    /// The facts.
    public var problem: any Problem { storage.problem }
    /// Where they stand.
    public var place: Place { storage.place }
    /// Other places that explain this one.
    public var related: [Related] { storage.related }
    /// How bad it is.
    public var severity: Severity { storage.severity }
    /// How to mend it without a person; nil where only a person can.
    public var fix: Fix? { storage.fix }

    /// What is said of a problem.
    struct Words {
        let message: String
        let help: String?
    }

    /// Places a problem.
    public init(_ problem: some Problem, at place: Place, related: [Related] = [], fix: Fix? = nil) {
        let description = type(of: problem).description
        storage = Storage(problem, description.id, description.severity, place, related, fix, nil)
    }

    /// The same problem, told otherwise.
    init(_ other: Diagnostic, words: Words, place: Place, related: [Related], fix: Fix?) {
        storage = Storage(other.problem, other.check, other.severity, place, related, fix, words)
    }

    /// The same words, other places.
    ///
    /// - Parameters:
    ///   - place: instead of its own.
    ///   - related: instead of its own.
    ///   - fix: instead of its own.
    public func moved(to place: Place, related: [Related], fix: Fix?) -> Diagnostic {
        let words = storage.words ?? Words(message: message, help: help)
        return Diagnostic(self, words: words, place: place, related: related, fix: fix)
    }

    /// The same problem, explained by one more place.
    public func adding(_ place: Related) -> Diagnostic {
        guard storage.words == nil else { return moved(to: self.place, related: related + [place], fix: fix) }
        return Diagnostic(storage, related: related + [place])
    }

    private init(_ other: Storage, related: [Related]) {
        storage = Storage(other.problem, other.check, other.severity, other.place, related, other.fix, nil)
    }

    /// The check's stable name.
    public var check: String { storage.check }
    /// The problem in one sentence.
    public var message: String { storage.words?.message ?? problem.message }
    /// The way out, where there is one to give.
    public var help: String? { storage.words.map(\.help) ?? problem.help }
}

extension Sequence<Diagnostic> {
    /// Whether a build has to stop.
    @inlinable public var hasErrors: Bool { contains { $0.severity == .error } }

    /// By place, then by check, then by the place of what they are compared with: the same order whatever worker found them first.
    public func sortedByPlace() -> [Diagnostic] {
        sorted { left, right in
            let (a, b) = (left.place, right.place)
            let isSamePath = a.path.hasSameBytes(as: b.path)
            if a.line != b.line || a.column != b.column || !isSamePath {
                return isSamePath ? (a.line, a.column) < (b.line, b.column) : a.path.precedesByBytes(b.path)
            }
            if left.check != right.check { return left.check < right.check }
            // Things that are missing at one place come in the order in which the other text has them.
            if let isBefore = left.related.first.isBefore(right.related.first) { return isBefore }
            // Sentences are put together only where they have to tell two findings of one place apart.
            return left.message.precedesByBytes(right.message)
        }
    }
}

extension Diagnostic.Related? {
    /// Whether a note shows an earlier place than another one; nil where both show the same. No note comes first.
    fileprivate func isBefore(_ other: Diagnostic.Related?) -> Bool? {
        guard let own = self?.place, let other = other?.place else {
            return (self == nil) == (other == nil) ? nil : self == nil
        }
        if !own.path.hasSameBytes(as: other.path) { return own.path.precedesByBytes(other.path) }
        if (own.line, own.column) == (other.line, other.column) { return nil }
        return (own.line, own.column) < (other.line, other.column)
    }
}
