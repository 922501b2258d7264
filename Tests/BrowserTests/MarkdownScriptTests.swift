import Foundation
import Guides
import Sources
import TestSupport
import Testing
import Values

@testable import Rendering

extension BrowserTests {
    /// “Copy as Markdown” writes, byte for byte, what the program writes: whatever the values are and wherever they land.
    @Suite struct MarkdownScriptTests {
        /// More pages than usual, for whoever changed the rules: `ROUND_TRIPS=5000 swift test --filter MarkdownScript`.
        private static let pages = ProcessInfo.processInfo.environment["ROUND_TRIPS"].flatMap(UInt64.init) ?? 300
        /// Places besides those that other tests have: what stands around a value decides with it.
        private static let places =
            HostileValues.places + [
                "&a{{v}}; &{{v}};", "1{{v}} a", "{{v}}. a", "{{v}}<!-- c -->. a", "{{v}}) a", "@{{v}}", "a@{{v}}",
                "<{{v}}",
                "[{{v}}] ![{{v}}", "www{{v}}x", "{{v}}.x.y", "https{{v}}//x", "***{{v}}***", "**{{v}}**a",
                "x _{{v}}_ ~~{{v}}a~~",
                "*a **{{v}}***", "a*{{v}}*", "``{{v}}` a``", "```{{v}}\n{{v}}\n```",
                "> ```text\n> {{v}}\n\n~~~\n{{v}}\n~~~",
                "> - ```\n>   {{v}}\n>   ```\n>\n>       {{v}}", "-     {{v}}\n\n\t{{v}}", "> {{v}}\n> ===", "{{u}}",
                "{{u}}.",
                "[{{u}}]({{u}}) **{{u}}**", "[a]({{u}}/b?c={{v}})", "![{{u}}](<{{u}}>)", "<https://example.org/{{v}}>",
                "a[^n]{{v}}\n\n[^n]: {{v}}\n\n    {{v}}", "[^{{v}}] [^a{{v}}]: b", "  [^{{v}}",
                "<kbd>{{v}}</kbd><br>{{v}}<abbr title=\"a\">{{v}}</abbr>",
                "a\n\n<!-- only: plan=paid -->\n- {{v}}\n<!-- end -->\n- b\n",
                "{{v}}\n\n<!-- only: plan=free|paid -->\n{{v}}\n<!-- end -->\n\n{{plan}}",
            ]

        @Test func `hostile values`() throws {
            let sample = try SampleProject(
                values: """
                    v: {type: text}
                    u: {type: url, example: "https://example.org"}
                    plan: {type: choice, example: free, choices: {free: {en: Free}, paid: {en: "Pa*id"}}}
                    """, body: "")
            let readers = HostileValues.values.enumerated().map { index, text in
                [("v", Value.text(text)), ("u", .text(text)), ("plan", .choice(index % 2 == 0 ? "free" : "paid"))]
            }
            try check(Self.places.map { ($0, readers) }, sample)
        }

        @Test func `random pages`() throws {
            let names = (0..<200).map { "v\($0)" }
            let sample = try SampleProject(
                values: names.map { "\($0): {type: text}" }.joined(separator: "\n"), body: "")
            let pages = (UInt64(0)..<Self.pages).map { seed in
                var random = RandomPage(seed: seed)
                let page = seed % 2 == 0 ? random.page() : random.paragraph()
                let values = random.values
                let source = values.indices.reversed().reduce(page) { $0.replacing("Q\($1)Q", with: "{{v\($1)}}") }
                return (source, [zip(names, values).map { ($0, Value.text($1)) }])
            }
            try check(pages, sample)
        }

        /// Every place at once, with what completes what stands around it.
        @Test func `many values`() throws {
            let names = (0..<DensePage.size).map { "v\($0)" }
            let sample = try SampleProject(
                values: names.map { "\($0): {type: text}" }.joined(separator: "\n"), body: "")
            for start in stride(from: 0, to: Self.pages, by: 100) {
                let pages = (start..<min(start + 100, Self.pages)).map { seed in
                    let page = DensePage(seed: seed)
                    return (page.source, [zip(names, page.values).map { ($0, Value.text($1)) }])
                }
                try check(pages, sample)
            }
        }

        /// The error that a guide is about, in prose and in code.
        @Test func errors() throws {
            let sample = try SampleProject(
                values: "v: {type: text, example: x}",
                metadata: "errors: [\"Limit *of* {{v}}! Try `{{v}}`[ in {{v}}s]\"]",
                body: """
                    ## Problem

                    It says {{error}}, `{{error}}`:

                    ```
                    {{error}}
                    ```

                    ## Steps

                    ### One

                    Do.

                    ## Verification

                    Done.

                    """)
            let template = try text(of: try sample.filled().editions[0])
            let values = ["a", "b_c", "```", "**"]
            let results = try run([(template, values.map { [("v", .text($0))] })])
            for (value, result) in zip(values, results.items.first?.items ?? []) {
                let guide = try sample.filled(settings: ["v=\(value)"])
                let written = RenderedEdition(guide.editions[0], tags: ValueTags(guide.editions[0].texts))
                #expect(Array(result.text.utf8) == written.markdown)
            }
            #expect(results.items.first?.items.count == values.count)
        }

        private typealias Reader = [(String, Value)]

        private func check(_ pages: [(source: String, readers: [Reader])], _ sample: SampleProject) throws {
            let templates = try pages.map { (try text(of: try filled($0.source, [], sample)), $0.readers) }
            let results = try run(templates).items
            try #require(results.count == pages.count)
            for (page, results) in zip(pages, results) {
                try #require(results.items.count == page.readers.count)
                for (reader, result) in zip(page.readers, results.items) {
                    let edition = try filled(page.source, reader, sample)
                    let written = RenderedEdition(edition, tags: ValueTags(edition.texts), pointsLinks: false).markdown
                    guard Array(result.text.utf8) != written else { continue }
                    let text = String(decoding: written, as: UTF8.self)
                    Issue.record("the script:\n\(result.text)\nthe program:\n\(text)\nof:\n\(page.source)\n\(reader)")
                }
            }
        }

        private func filled(_ source: String, _ reader: Reader, _ sample: SampleProject) throws -> FilledEdition {
            var diagnostics: [Diagnostic] = []
            guard let text = sample.read(SourceFile(path: "page.md", text: source), &diagnostics) else {
                throw SampleError(diagnostics)
            }
            let given = reader.map { GivenValue(name: $0.0, value: $0.1, source: .set) }
            let book = ValueBook(sample.project.configuration, given: given, audience: .team)
            return text.filled(from: book).editions[0]
        }

        /// A page's Markdown as the script reads it.
        private func text(of edition: FilledEdition) throws -> String {
            let page = RenderedEdition(edition, tags: ValueTags(edition.texts), pointsLinks: false, isForScript: true)
            let script = String(decoding: PageData.markdown(page), as: UTF8.self)
            return String(script[try #require(script.firstIndex(of: "["))...])
        }

        /// What the script makes of pages for readers.
        private func run(_ pages: [(template: String, readers: [Reader])]) throws -> JSON {
            let browser = try BrowserScope.openPanel("en/raise-rate-limit")
            // The page loads what fills Markdown in as somebody copies.
            _ = try browser.copiedMarkdown()
            #expect(try browser.complaints() == [])
            let arguments = pages.map { page in
                JSON.array([
                    .text(page.template),
                    .array(
                        page.readers.map { reader in
                            .object(Dictionary(uniqueKeysWithValues: reader.map { ($0.0, json($0.1)) }))
                        }),
                ])
            }
            return try browser.run(
                """
                const choices = {free: {label: "Free"}, paid: {label: "Pa*id"}};
                return arguments[0].map(([template, readers]) => readers.map(reader => {
                    for (const name in reader)
                        values[name] = name === "plan" ? {type: "choice", choices} : {type: name === "u" ? "url" : "text"};
                    Object.assign(given, reader);
                    resolved = {};
                    return filled(JSON.parse(template));
                }));
                """, .array(arguments))
        }

        private func json(_ value: Value) -> JSON {
            switch value {
            case .text(let text), .choice(let text): .text(text)
            default: .null
            }
        }
    }
}
