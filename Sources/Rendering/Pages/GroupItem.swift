/// Guides of a home that stand together.
public final class GroupItem: Sendable {
    let id: String
    let title: String
    let guides: GuideList
    let folds: Bool

    /// - Parameters:
    ///   - number: the group's number in the configuration, from 1; nil for what stands in none.
    ///   - title: what stands above it.
    ///   - folds: whether its guides show only when somebody unfolds it.
    public init(number: Int?, title: String, guides: GuideList, folds: Bool = false) {
        self.folds = folds
        id = Self.anchor(number)
        self.title = title
        self.guides = guides
    }

    /// The anchor on the home.
    static func anchor(_ number: Int?) -> String { number.map { "group-\($0)" } ?? "guides" }

    static func schema() -> TemplateSchema {
        var builder = SchemaBuilder<GroupItem>()
        builder.text("id") { $0.id }
        builder.text("title") { $0.title }
        builder.text("count") { String($0.guides.count) }
        builder.flag("folds") { $0.folds }
        builder.flag("stands") { !$0.folds }
        builder.list("guides", of: GuideItem.schema()) { $0.guides }
        return builder.schema
    }
}
