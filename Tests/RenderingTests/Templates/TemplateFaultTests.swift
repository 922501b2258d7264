import Sources
import TestSupport
import Testing

@testable import Rendering

/// A template that asks for what its page does not have.
@Suite struct TemplateFaultTests {
    @Test(
        "Faults stand under the tag",
        arguments: [
            ("a ⟦{{titel}}⟧ b", "this page has no field `titel`", "did you mean `title`?"),
            ("⟦{{{bodi}}}⟧", "this page has no field `bodi`", "did you mean `body`?"),
            ("\n  ⟦{{#itmes}}⟧\n  {{/itmes}}\n", "this page has no field `itmes`", "did you mean `items`?"),
            ("{{#items}}⟦{{nmae}}⟧{{/items}}", "this page has no field `nmae`", "did you mean `name`?"),
            ("⟦{{name}}⟧", "this page has no field `name`", nil),
            ("{{#items}}{{/items}}⟦{{has-parts}}⟧", "this page has no field `has-parts`", nil),
            ("⟦{{body}}⟧", "`body` is HTML, and two braces would escape it", "write `{{{body}}}`"),
            ("⟦{{items}}⟧", "`items` is not a text", "write `{{#items}}…{{/items}}`"),
            ("⟦{{is-shown}}⟧", "`is-shown` is not a text", "write `{{#is-shown}}…{{/is-shown}}`"),
            ("⟦{{#title}}⟧x{{/title}}", "`title` is neither a list nor a flag", "write `{{title}}`"),
            ("⟦{{#body}}⟧x{{/body}}", "`body` is neither a list nor a flag", "write `{{body}}`"),
            ("⟦{{#site}}⟧x{{/site}}", "`site` is neither a list nor a flag", "write `{{site}}`"),
            (
                "⟦{{^is-shown}}⟧x{{/is-shown}}", "inverted sections are not supported: `{{^is-shown}}`",
                "use the flag that says the opposite"
            ),
            (
                "⟦{{> other}}⟧", "templates here have no partials, parents, or other delimiters",
                "put the text where it is needed"
            ),
            (
                "⟦{{< other}}⟧{{/other}}", "templates here have no partials, parents, or other delimiters",
                "put the text where it is needed"
            ),
            (
                "⟦{{$ block}}⟧{{/block}}", "templates here have no partials, parents, or other delimiters",
                "put the text where it is needed"
            ),
            (
                "⟦{{=<% %>=}}⟧", "templates here have no partials, parents, or other delimiters",
                "put the text where it is needed"
            ),
        ])
    func faults(marked: String, message: String, help: String?) {
        let (template, diagnostics) = compile(MarkedText(marked).text)
        #expect(template == nil)
        expect(Array(diagnostics.prefix(1)), in: marked, say: [message])
        if let help { #expect(diagnostics.first?.help == help) }
    }

    @Test(arguments: ["{{title", "{{{body}}", "{{#items}}", "{{/items}}", "{{#items}}{{/title}}", "{{}}", "{{{title}}"])
    func noMustache(text: String) {
        let (template, diagnostics) = compile("line one\n\(text)\nline three")
        #expect(template == nil)
        #expect(!diagnostics.isEmpty)
        #expect(diagnostics.allSatisfy { $0.place.line >= 1 && $0.place.line <= 3 })
    }

    @Test func allFaultsComeInOneRun() {
        let (_, diagnostics) = compile("{{a}} {{#b}}{{c}}{{/b}} {{body}} {{^is-shown}}{{/is-shown}}")
        #expect(
            diagnostics.checks == [
                "unknown-template-field", "unknown-template-field", "unknown-template-field", "bad-template",
                "bad-template",
            ])
    }

    private func compile(_ text: String) -> (template: CompiledTemplate?, diagnostics: [Diagnostic]) {
        CompiledTemplate.compile(
            SourceFile(path: "templates/x.mustache", text: text), schema: CompilerTests.Page.schema())
    }
}
