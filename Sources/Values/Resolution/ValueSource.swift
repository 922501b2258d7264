/// Where a value came from; what comes later in the list overrules what came before.
public enum ValueSource: String, Sendable, CaseIterable, Comparable {
    /// The declaration's example, or the guide's own.
    case example
    /// Computed from others.
    case formula
    /// `value:` in `vademecum.yaml`.
    case config
    /// `vademecum.local.yaml`.
    case local
    /// A file that the command line named.
    case file
    /// An environment variable.
    case environment
    /// The error message that the reader pasted.
    case error
    /// `--set` on the command line.
    case set

    /// Weaker sources first.
    public static func < (left: ValueSource, right: ValueSource) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
