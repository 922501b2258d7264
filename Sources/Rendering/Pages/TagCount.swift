/// A tag of a home, with how many guides have it.
public final class TagCount: Sendable {
    let name: String
    let count: Int

    /// - Parameters:
    ///   - name: the tag, in the words of the home's language.
    ///   - count: how many guides have it.
    public init(name: String, count: Int) {
        self.name = name
        self.count = count
    }

    static func schema() -> TemplateSchema {
        var builder = SchemaBuilder<TagCount>()
        builder.text("name") { $0.name }
        builder.text("count") { String($0.count) }
        return builder.schema
    }
}
