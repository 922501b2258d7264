import Mustache
import TestSupport
import Testing

@testable import Rendering

/// A compiled template writes, byte for byte, what swift-mustache writes.
@Suite struct CompilerTests {
    /// A page with every kind of field, three levels deep.
    final class Page: Sendable {
        let title: String
        let isShown: Bool
        let items: [Item]

        init(_ title: String, isShown: Bool, items: [Item]) {
            self.title = title
            self.isShown = isShown
            self.items = items
        }

        static func schema() -> TemplateSchema {
            var builder = SchemaBuilder<Page>()
            builder.text("title") { $0.title }
            builder.html("body") { _ in 0..<7 }
            builder.flag("is-shown") { $0.isShown }
            builder.flag("is-hidden") { !$0.isShown }
            builder.list("items", of: Item.schema()) { $0.items }
            return builder.schema.adding(constants: ["terms.skip": "Skip <b> & go", "site": "Site"])
        }
    }

    final class Item: Sendable {
        let name: String
        let parts: [Part]

        init(_ name: String, parts: [Part] = []) {
            self.name = name
            self.parts = parts
        }

        static func schema() -> TemplateSchema {
            var builder = SchemaBuilder<Item>()
            builder.text("name") { $0.name }
            builder.flag("has-parts") { !$0.parts.isEmpty }
            builder.list("parts", of: Part.schema()) { $0.parts }
            return builder.schema
        }
    }

    final class Part: Sendable {
        let name: String

        init(_ name: String) { self.name = name }

        static func schema() -> TemplateSchema {
            var builder = SchemaBuilder<Part>()
            builder.text("name") { $0.name }
            return builder.schema
        }
    }

    static let pages = [
        Page("Plain", isShown: true, items: []), Page("<b> & \"q\" 'a' \u{E9}", isShown: false, items: [Item("one")]),
        Page(
            "{{title}} {{{x}}}", isShown: true,
            items: [Item("<i>", parts: [Part("p"), Part("&")]), Item(""), Item("two", parts: [Part("q")])]),
    ]

    static let html = Array("<p></p>".utf8)

    @Test(arguments: [
        "", "just text\n", "{{title}}", "{{{title}}}", "{{&title}}", "{{ title }}", "{{{ body }}}", "{{&body}}",
        "{{terms.skip}}", "{{{terms.skip}}}",
        "{{! a comment }}a", "a\n{{! alone }}\nb\n", "{{#is-shown}}yes{{/is-shown}}{{#is-hidden}}no{{/is-hidden}}",
        "a\n{{#is-shown}}\n  yes {{title}}\n{{/is-shown}}\nb\n", "  {{#is-shown}}\n  x\n  {{/is-shown}}\ny",
        "a {{#is-shown}}\nb{{/is-shown}} c\n",
        "{{#items}}{{name}},{{/items}}", "<ul>\n{{#items}}\n<li>{{name}} of {{title}}</li>\n{{/items}}\n</ul>\n",
        "{{#items}}\n{{name}}\n{{#has-parts}}\n  <ol>\n  {{#parts}}\n    <li>{{name}}/{{title}}/{{{body}}}</li>\n  {{/parts}}\n  </ol>\n{{/has-parts}}\n{{/items}}\n",
        "{{#items}}{{#parts}}{{#is-shown}}{{name}}{{site}}{{/is-shown}}{{/parts}}{{/items}}",
        "{{#is-shown}}{{#items}}{{name}}{{/items}}{{/is-shown}}",
        "{{#items}}\n{{/items}}\n", "{{#items}}{{name}} {{/items}}|", "{{#items}} {{name}}{{/items}}|",
        "a {{#is-shown}}  {{/is-shown}} b", "a{{#items}} {{/items}}b", "\t{{#items}}\n\t{{name}}\n\t{{/items}}\n",
        "{ {title} } {title}",
        "{{#items}}\r\n{{name}}\r\n{{/items}}\r\nx", "é {{title}} 日本 {{{body}}}", "{{#is-shown}}{{/is-shown}}",
        "\n\n{{#is-shown}}\n\n{{/is-shown}}\n\n",
    ])
    func equalBytes(template: String) throws {
        let compiled = try TemplateSample(template, Page.schema())
        let plain = try MustacheTemplate(string: template)
        for page in Self.pages {
            let context = PlainContext(html: Self.html).context(page, Page.schema())
            let written = compiled.render(page, html: Self.html)
            #expect(written == plain.render(context), "\(page.title)")
        }
    }

    /// The program's own templates, with a page that has everything.
    @Test(arguments: ["fr", "en", "ar"])
    func theProgramsOwn(language tag: String) throws {
        let project = try SampleProject(
            values: "limit: {type: integer, example: 40000}", languages: ["en", "fr", "ar"],
            content: ["a/b/en.md": SampleProject.frontMatter + SampleText.everything])
        let edition = try project.rendered("a/b")
        let languages = project.project.languages
        let language = try #require(languages.first { $0.tag.rawValue == tag })
        let constants = PageFrame.constants(language, siteTitle: "A & B", version: "1")
        for site in ["", "https://example.org/"] {
            let frame = PageFrame(
                address: PageAddress(guide: "a/b", language: language.tag), language: language, languages: languages,
                available: [languages[0].tag, languages[1].tag], pageTitle: "T & <x>", description: "\"D\"", site: site)
            let guide = GuidePage(
                edition, frame: frame, tags: ["a", "b<"], editHref: site.isEmpty ? "" : "https://x/?a&b")
            try compare("guide", guide, GuidePage.schema().adding(constants: constants), edition.html)
            let item = GuideItem(
                guide: "a b", title: "T", summary: "S", tags: site.isEmpty ? [] : ["x"], language: languages[0],
                notice: site.isEmpty ? "" : "Not translated")
            let home = HomePage(frame: frame, guides: GuideList(count: site.isEmpty ? 0 : 2) { _ in item })
            try compare("home", home, HomePage.schema().adding(constants: constants), [])
        }
        let chooser = LanguagesPage(languages.map { ($0, "Title") })
        try compare("languages", chooser, LanguagesPage.schema().adding(constants: constants), [])
    }

    private func compare(_ name: String, _ page: AnyObject, _ schema: TemplateSchema, _ html: [UInt8]) throws {
        let text = try TemplateText.named(name)
        let written = try TemplateSample(text, schema).render(page, html: html)
        let plain = try MustacheTemplate(string: text).render(PlainContext(html: html).context(page, schema))
        #expect(written == plain)
        #expect(written.utf8.count > 500)
    }
}

/// A page as the dictionaries and lists that swift-mustache looks names up in.
struct PlainContext {
    let html: [UInt8]

    func context(_ page: AnyObject, _ schema: TemplateSchema) -> [String: Any] {
        var context: [String: Any] = [:]
        for (name, content) in schema.fields {
            insert(value(page, content), for: name.split(separator: ".").map(String.init)[...], into: &context)
        }
        return context
    }

    private func value(_ page: AnyObject, _ content: TemplateSchema.Content) -> Any {
        switch content {
        case .constant(let text): return text
        case .text(let get): return get(page)
        case .joined(let get): return get(page).0 + get(page).1
        case .html(let get): return String(decoding: html[get(page)], as: UTF8.self)
        case .flag(let get): return get(page)
        case .list(let schema, let visit):
            var items: [[String: Any]] = []
            visit(page) { items.append(context($0, schema)) }
            return items
        }
    }

    private func insert(_ value: Any, for path: ArraySlice<String>, into context: inout [String: Any]) {
        guard let first = path.first else { return }
        var inner = context[first] as? [String: Any] ?? [:]
        if path.count > 1 { insert(value, for: path.dropFirst(), into: &inner) }
        context[first] = path.count > 1 ? inner : value
    }
}
