import Values

/// The home of one language: a list of its guides.
public final class HomePage: Sendable {
    let frame: PageFrame
    let guides: GuideList
    let groups: [GroupItem]
    let tags: [TagCount]
    let hasTranslations: Bool
    let hasErrors: Bool
    let hasFeed: Bool

    /// - Parameters:
    ///   - guides: the guides, in the order to show them.
    ///   - groups: the same in their groups.
    ///   - tags: those that the most guides have; shown where there are many guides.
    ///   - hasTranslations: whether the site has a page that says which translations are behind.
    ///   - hasFeed: whether the language has a feed.
    ///   - hasErrors: whether some guide is about an error, which a reader may have a message of.
    public init(
        frame: PageFrame, guides: GuideList, groups: [GroupItem], tags: [TagCount] = [],
        hasTranslations: Bool = false, hasErrors: Bool = false, hasFeed: Bool = false
    ) {
        self.tags = tags
        self.hasFeed = hasFeed
        self.frame = frame
        self.hasErrors = hasErrors
        self.guides = guides
        self.groups = groups
        self.hasTranslations = hasTranslations
    }

    /// Fewer guides are seen at one glance.
    private static let leastFiltered = 8
    /// So many are too many for what else is said of each.
    private static let many = 30

    /// Whether a home of so many guides has a row for each, folded groups, and its tags above them.
    public static func isLong(_ count: Int) -> Bool { count >= many }

    /// The fields of a home's template.
    public static func schema() -> TemplateSchema {
        var builder = SchemaBuilder<HomePage>()
        PageFrame.declare(&builder, \.frame)
        builder.flag("has-data") { $0.hasErrors }
        builder.flag("has-feed") { $0.hasFeed }
        builder.flag("has-guides") { $0.guides.count > 0 }
        builder.list("guides", of: GuideItem.schema()) { $0.guides }
        builder.list("groups", of: GroupItem.schema()) { $0.groups }
        builder.flag("has-many") { isLong($0.guides.count) }
        builder.flag("has-tags") { !$0.tags.isEmpty }
        builder.list("tags", of: TagCount.schema()) { $0.tags }
        builder.flag("has-filter") { $0.guides.count >= leastFiltered }
        builder.flag("has-translations") { $0.hasTranslations }
        builder.text("translations-href") { _ in "\(TranslationsPage.id)/index.html" }
        return builder.schema
    }
}
