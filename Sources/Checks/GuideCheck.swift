import Guides

/// A rule that looks at one guide in all its languages. A pure function: the same guide, the same diagnostics.
public protocol GuideCheck: Sendable {
    /// What is wrong with the guide.
    func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic]
}

/// What a check may look at besides the guide.
public struct CheckContext: Sendable {
    /// Configuration, tables, and what there is to link to.
    public let project: Project
    /// The values that the guide will be filled with.
    public let book: ValueBook

    /// Puts a context together.
    public init(project: Project, book: ValueBook) {
        self.project = project
        self.book = book
    }
}

/// Every check of guides; a new one is a file and a line here.
public enum CheckRegistry {
    /// The checks, in the order of their groups.
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

    /// What is wrong with a text that belongs to no guide: it has no sections, and what it links to may be anywhere.
    public static func diagnose(_ edition: Edition, in context: CheckContext) -> [Diagnostic] {
        MissingValueCheck().diagnose(edition, context.book.resolved(), context)
            + TablePlaceholderCheck().diagnose(edition, context) + LinkCheck().diagnoseAddresses(edition, context)
    }

    /// What all of them find.
    public static func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for check in guideChecks { diagnostics += check.diagnose(guide, in: context) }
        return diagnostics
    }
}
