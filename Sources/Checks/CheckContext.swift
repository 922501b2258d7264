import Guides
import Values

/// What a check may look at besides the content.
public struct CheckContext: Sendable {
    /// Configuration, tables, and what there is to link to.
    public let project: Project
    /// The values that the guide will be filled with.
    public let book: ValueBook
    /// The day of the check; nil where nothing may depend on it, as in a build.
    public let today: CalendarDate?
    /// Tells the project's languages apart.
    let detector: LanguageDetector
    /// What must not be typed anywhere.
    let secrets: PrivateTexts
    /// Whether some guide has records of its translations.
    let hasRecords: Bool

    /// Puts a context together: once for all guides, for some of it takes a while.
    public init(project: Project, book: ValueBook, today: CalendarDate? = nil) {
        self.project = project
        self.book = book
        self.today = today
        detector = LanguageDetector(project.languages)
        secrets = PrivateTexts(of: book)
        hasRecords = project.inventory.guides.contains { $0.hasTranslationRecords }
    }
}
