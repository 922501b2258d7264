import Guides

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

    /// What stands under `extra:`, of which any name may be asked.
    public mutating func extras(_ get: @escaping @Sendable (Page) -> Extra) {
        schema.extras = { page in (page as? Page).map(get) }
    }

    /// Pages within the page.
    public mutating func list<Items: Sequence & Sendable>(
        _ name: String, of items: TemplateSchema, _ get: @escaping @Sendable (Page) -> Items
    ) where Items.Element: AnyObject & Sendable {
        schema.add(name, .list(items) { page, visit in if let page = page as? Page { get(page).forEach(visit) } })
    }
}
