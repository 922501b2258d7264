import Guides

/// The fields that a page gives to its template: what may stand between the braces, and how to get it.
public struct TemplateSchema: Sendable {
    /// What a field holds.
    enum Content: Sendable {
        /// A text that is the same on every page, such as a language's terms.
        case constant(String)
        /// A text, escaped for HTML.
        case text(@Sendable (AnyObject) -> String)
        /// Ready HTML, as a range of the page's own bytes.
        case html(@Sendable (AnyObject) -> Range<Int>)
        /// Whether a section of the template shows.
        case flag(@Sendable (AnyObject) -> Bool)
        /// Pages within the page, each of which shows the section once: a way to visit them.
        case list(TemplateSchema, @Sendable (AnyObject, (AnyObject) -> Void) -> Void)
    }

    private(set) var fields: [String: Content] = [:]

    /// The way to what stands under `extra:`, of which any name may be asked; nil for a page that has none.
    var extras: (@Sendable (AnyObject) -> Extra?)?

    /// A schema without fields.
    public init() {}

    init(extras: @escaping @Sendable (AnyObject) -> Extra?) { self.extras = extras }

    /// A copy with texts that are known before any page is.
    public func adding(constants: [String: String]) -> TemplateSchema {
        var schema = self
        for (name, text) in constants { schema.fields[name] = .constant(text) }
        return schema
    }

    mutating func add(_ name: String, _ content: Content) { fields[name] = content }
}
