import Guides

/// Every check; a new one is a file and a line here.
public enum CheckRegistry {
    /// Which checks to run.
    public enum Scope: Sendable {
        /// Those that guard what is written.
        case build
        /// All of them.
        case all
    }

    /// The checks of guides, in the order of their groups.
    public static let guideChecks: [any GuideCheck] = [
        UnknownSectionCheck(),
        MissingSectionCheck(),
        EmptySectionCheck(),
        UndefinedValueCheck(),
        MissingValueCheck(),
        ErrorPlaceholderCheck(),
        TablePlaceholderCheck(),
        LinkCheck(),
    ]

    /// The checks of texts.
    public static let textChecks: [any TextCheck] = []

    /// The checks of the project's other files.
    public static let fileChecks: [any FileCheck] = []

    /// The checks that come last.
    public static let projectChecks: [any ProjectCheck] = []

    /// Every ID that the program can report, with its documentation, by group and then by ID.
    public static let descriptions: [CheckDescription] = {
        let checks: [any Check] = guideChecks + textChecks + fileChecks + projectChecks
        let order = CheckGroup.allCases
        return (checks.map { type(of: $0).description } + CheckDescription.reported).sorted {
            (order.firstIndex(of: $0.group) ?? 0, $0.id) < (order.firstIndex(of: $1.group) ?? 0, $1.id)
        }
    }()

    /// The documentation of an ID; nil where the program reports no such thing.
    public static func description(of id: String) -> CheckDescription? { descriptions.first { $0.id == id } }

    private static let guideGuards = guideChecks.filter { type(of: $0).description.guardsBuild }
    private static let textGuards = textChecks.filter { type(of: $0).description.guardsBuild }

    /// What is wrong with a guide.
    public static func diagnose(
        _ guide: borrowing Guide, in context: CheckContext, scope: Scope = .build
    ) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for check in scope == .all ? guideChecks : guideGuards { diagnostics += check.diagnose(guide, in: context) }
        let id = guide.id
        let examples = guide.metadata.examples
        for edition in guide.editions {
            let checks = (scope == .all ? textChecks : textGuards).filter {
                $0.mayFind(in: edition.file.bytes, context)
            }
            if checks.isEmpty { continue }
            let texts = context.book.texts(in: edition.language.tag, examples: examples)
            let text = EditionText(edition, of: id, filledWith: texts)
            for check in checks { diagnostics += check.diagnose(text, in: context) }
        }
        return diagnostics
    }

    /// What is wrong with a text that belongs to no guide: it has no sections, and what it links to may be anywhere.
    public static func diagnose(_ edition: Edition, in context: CheckContext) -> [Diagnostic] {
        MissingValueCheck().diagnose(edition, context.book.resolved(), context)
            + TablePlaceholderCheck().diagnose(edition, context) + LinkCheck().diagnoseAddresses(edition, context)
    }

    /// What is wrong with the configuration, the templates and the tables.
    public static func diagnose(_ files: ProjectFiles, in context: CheckContext) -> [Diagnostic] {
        fileChecks.flatMap { $0.diagnose(files, in: context) }
    }

    /// What is wrong with all guides taken together.
    public static func diagnose(_ guides: [GuideFacts], in context: CheckContext) -> [Diagnostic] {
        projectChecks.flatMap { $0.diagnose(guides, in: context) }
    }
}
