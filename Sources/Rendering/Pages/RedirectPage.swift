import Values

/// The page at an address that is no more: it leads to where that is now, in one language or in the reader's.
public final class RedirectPage: Sendable {
    let title: String
    let root: String
    let canonical: String
    let ways: [RedirectWay]

    /// - Parameters:
    ///   - title: that of the page that it leads to.
    ///   - root: the way from the page's folder to the output's root.
    ///   - canonical: the address that search engines should know.
    ///   - ways: the languages that it leads to, the first for readers without a script; at least one.
    public init(title: String, root: String, canonical: String, ways: [RedirectWay]) {
        self.title = title
        self.root = root
        self.canonical = canonical
        self.ways = ways
    }

    /// The fields of the page's template.
    public static func schema() -> TemplateSchema {
        var builder = SchemaBuilder<RedirectPage>()
        builder.text("root") { $0.root }
        builder.text("page-title") { $0.title }
        builder.text("canonical") { $0.canonical }
        builder.text("href") { $0.ways.first?.href ?? "" }
        builder.list("ways", of: RedirectWay.schema()) { $0.ways }
        return builder.schema
    }
}

/// A way from an address that is no more.
public final class RedirectWay: Sendable {
    let language: Language
    /// That of the page that it leads to.
    public let title: String
    let href: String
    let moved: String

    /// - Parameters:
    ///   - title: that of the page that it leads to.
    ///   - href: the way there.
    ///   - moved: the anchors that lead elsewhere (`MovedAnchors`); empty for none.
    public init(_ language: Language, title: String, href: String, moved: String) {
        self.language = language
        self.title = title
        self.href = href
        self.moved = moved
    }

    static func schema() -> TemplateSchema {
        var builder = SchemaBuilder<RedirectWay>()
        builder.text("tag") { $0.language.tag.rawValue }
        builder.text("name") { $0.language.name }
        builder.text("language-dir") { $0.language.direction.rawValue }
        builder.text("title") { $0.title }
        builder.text("href") { $0.href }
        builder.flag("has-moved") { !$0.moved.isEmpty }
        builder.text("moved") { $0.moved }
        return builder.schema
    }
}

/// Anchors and where they lead, as the scripts of pages read them: `old=#new ask=../other/index.html#ask`.
public enum MovedAnchors {
    /// Puts them together; what is percent-encoded has neither a space nor an equals sign.
    public static func text(_ anchors: [(anchor: String, href: String)]) -> String {
        anchors.map { "\(PercentEncoding.encode($0.anchor))=\($0.href)" }.joined(separator: " ")
    }
}
