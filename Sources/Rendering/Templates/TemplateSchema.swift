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

    /// A schema without fields.
    public init() {}

    /// A copy with texts that are known before any page is.
    public func adding(constants: [String: String]) -> TemplateSchema {
        var schema = self
        for (name, text) in constants { schema.fields[name] = .constant(text) }
        return schema
    }

    mutating func add(_ name: String, _ content: Content) { fields[name] = content }
}

/// Declares the fields of one type of page, each with the way to get it from the page.
public struct SchemaBuilder<Page: AnyObject & Sendable> {
    /// What was declared so far.
    public private(set) var schema = TemplateSchema()

    /// Begins without fields.
    public init() {}

    /// A text, which the template escapes.
    public mutating func text(_ name: String, _ get: @escaping @Sendable (Page) -> String) {
        schema.add(name, .text { page in (page as? Page).map(get) ?? "" })
    }

    /// Ready HTML, as a range of the bytes that the page is rendered with.
    public mutating func html(_ name: String, _ get: @escaping @Sendable (Page) -> Range<Int>) {
        schema.add(name, .html { page in (page as? Page).map(get) ?? 0..<0 })
    }

    /// Whether a section shows.
    public mutating func flag(_ name: String, _ get: @escaping @Sendable (Page) -> Bool) {
        schema.add(name, .flag { page in (page as? Page).map(get) ?? false })
    }

    /// Pages within the page.
    public mutating func list<Items: Sequence & Sendable>(
        _ name: String, of items: TemplateSchema, _ get: @escaping @Sendable (Page) -> Items
    ) where Items.Element: AnyObject & Sendable {
        schema.add(name, .list(items) { page, visit in if let page = page as? Page { get(page).forEach(visit) } })
    }
}
