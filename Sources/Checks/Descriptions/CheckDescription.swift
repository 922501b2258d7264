import Sources

/// What a check is about: its documentation, and by its examples its test.
///
/// Every ID that the program can report has one, so that `--explain` knows them all; none is looked at while
/// content is checked.
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

    /// Describes a check that problems report whose type lies elsewhere.
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

    /// Describes a check by the type of its problems, which has the ID and the severity.
    init<Reported: Problem>(
        _ problem: Reported.Type, _ group: CheckGroup, guardsBuild: Bool = false,
        summary: String, why: String, mending: String, faulty: [CheckExample], clean: [CheckExample]
    ) {
        self.init(
            problem.check, group, problem.severity, guardsBuild: guardsBuild, summary: summary, why: why,
            mending: mending, faulty: faulty, clean: clean)
    }
}

/// What checks are concerned with, in the order in which they are listed.
public enum CheckGroup: String, Sendable, CaseIterable {
    /// Sections, steps, options, headings, and the syntax of the text.
    case structure
    /// One language compared with the other.
    case languages
    /// Values: declared, typed, computed, asked for.
    case values
    /// What only the team may see.
    case privacy
    /// Links and images.
    case links
    /// Spaces, quotation marks and dots, as each language sets them.
    case typography
    /// Bytes, characters, sizes, and dates of review.
    case hygiene
    /// `vademecum.yaml`, `guide.yaml`, and the tables of languages and kinds.
    case configuration
    /// Templates of pages.
    case templates
    /// The folder that is written.
    case output
    /// What the command line asks for.
    case commands
}
