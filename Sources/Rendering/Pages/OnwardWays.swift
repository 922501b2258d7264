/// Where a reader can go on from a guide.
public struct OnwardWays: Sendable {
    let previous: [GuideLink]
    let next: [GuideLink]
    let siblings: [GuideLink]
    let related: [GuideLink]

    /// - Parameters:
    ///   - previous: the guide before, in the project's order; nil at the start of a group.
    ///   - next: the guide after.
    ///   - siblings: other guides near it in its group.
    ///   - related: other guides with its tags.
    public init(
        previous: GuideLink? = nil, next: GuideLink? = nil, siblings: [GuideLink] = [], related: [GuideLink] = []
    ) {
        self.previous = previous.map { [$0] } ?? []
        self.next = next.map { [$0] } ?? []
        self.siblings = siblings
        self.related = related
    }

    var isEmpty: Bool { previous.isEmpty && next.isEmpty && siblings.isEmpty && related.isEmpty }

    /// Declares the fields of the links.
    static func declare<Page>(_ builder: inout SchemaBuilder<Page>, _ ways: @escaping @Sendable (Page) -> OnwardWays) {
        let link = GuideLink.schema()
        builder.flag("has-onward") { !ways($0).isEmpty }
        builder.list("previous", of: link) { ways($0).previous }
        builder.list("next", of: link) { ways($0).next }
        builder.flag("has-siblings") { !ways($0).siblings.isEmpty }
        builder.list("siblings", of: link) { ways($0).siblings }
        builder.flag("has-related") { !ways($0).related.isEmpty }
        builder.list("related", of: link) { ways($0).related }
    }
}
