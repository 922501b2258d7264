import Values

/// What the pages of other guides say of a guide.
struct GuideOutline: Sendable, Equatable {
    /// A guide's title in one language, filled.
    struct Title: Sendable, Equatable {
        let language: LanguageTag
        let text: String
    }

    /// The titles, in the order of the configuration's languages; none where no file has one.
    var titles: [Title] = []
    /// The words that readers find it by.
    var tags: [String] = []
    /// Where lists show it among those beside it; nil behind those with a number.
    var order: Double?
    /// The paths of its pages, where they are not the guide's.
    var paths: [LanguageTag: String] = [:]

    /// The title for readers of a language: their own, else the first.
    func title(for language: LanguageTag) -> Title? { titles.first { $0.language == language } ?? titles.first }
}
