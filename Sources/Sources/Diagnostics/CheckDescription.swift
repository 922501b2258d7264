/// What a problem is about: its documentation, and by its examples its test.
///
/// Every type of problem has one, so that `--explain` knows them all.
public struct CheckDescription: Sendable {
    /// The stable ID that diagnostics carry: `undefined-value`.
    public let id: String
    /// What the check is concerned with.
    public let group: CheckGroup
    /// How bad a finding is, unless configured otherwise.
    public let severity: Diagnostic.Severity
    /// What is wrong with content that the check reports, in one sentence.
    public let summary: String
    /// Why that matters to those who read the guide.
    public let why: String
    /// How to mend it.
    public let mending: String
    /// Whether `build` runs the check too: it guards what is written, and its errors refuse the build.
    public let guardsBuild: Bool
    /// Content that is reported.
    public let faulty: [CheckExample]
    /// Content of the same sort that is not.
    public let clean: [CheckExample]

    /// Describes what is reported under an ID.
    public init(
        _ id: String, _ group: CheckGroup, _ severity: Diagnostic.Severity = .error, guardsBuild: Bool = false,
        summary: String, why: String, mending: String, faulty: [CheckExample] = [], clean: [CheckExample] = []
    ) {
        self.id = id
        self.group = group
        self.severity = severity
        self.guardsBuild = guardsBuild
        self.summary = summary
        self.why = why
        self.mending = mending
        self.faulty = faulty
        self.clean = clean
    }
}
