import Sources
import TestSupport
import Testing

@testable import Rendering

/// A compiled template writes what Mustache says.
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

    static let full = Page(
        "{{title}} {{{x}}}", isShown: true,
        items: [Item("<i>", parts: [Part("p"), Part("&")]), Item(""), Item("two", parts: [Part("q")])])
    static let other = Page("<b> & \"q\" 'a' \u{E9}", isShown: false, items: [Item("one")])

    static let html = Array("<p></p>".utf8)

    /// What swift-mustache wrote for the two pages.
    @Test(
        "What Mustache makes of it",
        arguments: [
            ("", "", ""),
            ("just text\n", "just text\n", "just text\n"),
            ("{{title}}", "{{title}} {{{x}}}", "&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39; é"),
            ("{{{title}}}", "{{title}} {{{x}}}", "<b> & \"q\" 'a' é"),
            ("{{&title}}", "{{title}} {{{x}}}", "<b> & \"q\" 'a' é"),
            ("{{ title }}", "{{title}} {{{x}}}", "&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39; é"),
            ("{{{ body }}}", "<p></p>", "<p></p>"),
            ("{{&body}}", "<p></p>", "<p></p>"),
            ("{{terms.skip}}", "Skip &lt;b&gt; &amp; go", "Skip &lt;b&gt; &amp; go"),
            ("{{{terms.skip}}}", "Skip <b> & go", "Skip <b> & go"),
            ("{{! a comment }}a", "a", "a"),
            ("a\n{{! alone }}\nb\n", "a\nb\n", "a\nb\n"),
            ("{{#is-shown}}yes{{/is-shown}}{{#is-hidden}}no{{/is-hidden}}", "yes", "no"),
            ("a\n{{#is-shown}}\n  yes {{title}}\n{{/is-shown}}\nb\n", "a\n  yes {{title}} {{{x}}}\nb\n", "a\nb\n"),
            ("  {{#is-shown}}\n  x\n  {{/is-shown}}\ny", "  x\ny", "y"),
            ("a {{#is-shown}}\nb{{/is-shown}} c\n", "a \nb c\n", "a  c\n"),
            ("{{#items}}{{name}},{{/items}}", "&lt;i&gt;,,two,", "one,"),
            (
                "<ul>\n{{#items}}\n<li>{{name}} of {{title}}</li>\n{{/items}}\n</ul>\n",
                "<ul>\n<li>&lt;i&gt; of {{title}} {{{x}}}</li>\n<li> of {{title}} {{{x}}}</li>\n<li>two of {{title}} {{{x}}}</li>\n</ul>\n",
                "<ul>\n<li>one of &lt;b&gt; &amp; &quot;q&quot; &#39;a&#39; é</li>\n</ul>\n"
            ),
            (
                "{{#items}}\n{{name}}\n{{#has-parts}}\n  <ol>\n  {{#parts}}\n    <li>{{name}}/{{title}}/{{{body}}}</li>\n  {{/parts}}\n  </ol>\n{{/has-parts}}\n{{/items}}\n",
                "&lt;i&gt;\n  <ol>\n    <li>p/{{title}} {{{x}}}/<p></p></li>\n    <li>&amp;/{{title}} {{{x}}}/<p></p></li>\n  </ol>\n\ntwo\n  <ol>\n    <li>q/{{title}} {{{x}}}/<p></p></li>\n  </ol>\n",
                "one\n"
            ),
            (
                "{{#items}}{{#parts}}{{#is-shown}}{{name}}{{site}}{{/is-shown}}{{/parts}}{{/items}}",
                "pSite&amp;SiteqSite",
                ""
            ),
            ("{{#is-shown}}{{#items}}{{name}}{{/items}}{{/is-shown}}", "&lt;i&gt;two", ""),
            ("{{#items}}\n{{/items}}\n", "", ""),
            ("{{#items}}{{name}} {{/items}}|", "&lt;i&gt;  two |", "one |"),
            ("{{#items}} {{name}}{{/items}}|", " &lt;i&gt;  two|", " one|"),
            ("a {{#is-shown}}  {{/is-shown}} b", "a    b", "a  b"),
            ("a{{#items}} {{/items}}b", "a   b", "a b"),
            ("\t{{#items}}\n\t{{name}}\n\t{{/items}}\n", "\t&lt;i&gt;\n\t\n\ttwo\n", "\tone\n"),
            ("{ {title} } {title}", "{ {title} } {title}", "{ {title} } {title}"),
            ("{{#items}}\r\n{{name}}\r\n{{/items}}\r\nx", "&lt;i&gt;\r\n\r\ntwo\r\nx", "one\r\nx"),
            (
                "é {{title}} 日本 {{{body}}}",
                "é {{title}} {{{x}}} 日本 <p></p>",
                "é &lt;b&gt; &amp; &quot;q&quot; &#39;a&#39; é 日本 <p></p>"
            ),
            ("{{#is-shown}}{{/is-shown}}", "", ""),
            ("\n\n{{#is-shown}}\n\n{{/is-shown}}\n\n", "\n\n\n\n", "\n\n\n"),
        ])
    func written(template: String, full: String, other: String) throws {
        let compiled = try TemplateSample(template, Page.schema())
        #expect(compiled.render(Self.full, html: Self.html) == full)
        #expect(compiled.render(Self.other, html: Self.html) == other)
    }
}
