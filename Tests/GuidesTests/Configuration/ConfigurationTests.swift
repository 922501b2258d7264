import Sources
import TestSupport
import Testing
import Values

@testable import Guides

/// `vademecum.yaml`.
@Suite struct ConfigurationTests {
    @Test func everything() throws {
        let (configuration, diagnostics) = read(
            """
            title: {fr: Guides de l’équipe, en: Team guides}
            languages: [fr, en, pt-BR]
            audience: team
            url: https://guides.example.org
            source: https://git.example.org/edit/main/
            wiki: {flavour: github, layout: pages, remote: origin}
            values: {b: {type: text}, a: {type: text}}
            """)
        #expect(diagnostics.lines == [])
        let read = try #require(configuration)
        let french = try #require(LanguageTag(rawValue: "fr"))
        #expect(read.title[french] == "Guides de l’équipe")
        #expect(read.languages.map(\.rawValue) == ["fr", "en", "pt-BR"])
        #expect(read.sourceLanguage == french)
        #expect(read.audience == .team)
        // Addresses end in a slash, so that paths can be put behind them.
        #expect(read.url == "https://guides.example.org/")
        #expect(read.source == "https://git.example.org/edit/main/")
        #expect(read.wiki.layout == .pages)
        #expect(read.values.map(\.name) == ["b", "a"])
    }

    @Test func whatMayBeLeftOut() throws {
        let (configuration, diagnostics) = read("title: T\nlanguages: en")
        #expect(diagnostics.lines == [])
        let read = try #require(configuration)
        #expect(read.audience == .public)
        #expect(read.url == nil)
        #expect(read.values.isEmpty)
    }

    @Test(
        "Faults",
        arguments: [
            ("⟦t⟧itle: T", ["`languages` is missing"]), ("⟦l⟧anguages: [en]", ["`title` is missing"]),
            ("title: T\nlanguages: ⟦[⟧]", ["expected at least one language, found none"]),
            ("title: T\nlanguages: [en, ⟦en⟧]", ["`en` is there already"]),
            ("title: T\nlanguages: [en, ⟦e!⟧]", ["expected a language such as `fr` or `pt-BR`, found `e!`"]),
            ("title: T\nlanguages: [en]\naudience: ⟦everyone⟧", ["expected `public` or `team`, found `everyone`"]),
            (
                "title: T\nlanguages: [en]\nurl: ⟦example.org⟧",
                ["expected an address with https or http, found `example.org`"]
            ),
            (
                "title: T\nlanguages: [en]\nurl: ⟦javascript:x⟧",
                ["expected an address with https or http, found `javascript:x`"]
            ),
            ("title: T\nlanguages: [en]\n⟦langages⟧: [fr]", ["`langages` is not known here"]),
        ])
    func faults(marked: String, messages: [String]) {
        let (_, diagnostics) = read(MarkedText(marked).text)
        expect(diagnostics, in: marked, say: messages)
    }

    @Test func theNearestKeyIsOffered() {
        #expect(read("title: T\nlanguages: [en]\nlangages: x").diagnostics.map(\.help) == ["did you mean `languages`?"])
        #expect(
            read("title: T\nlanguages: [en]\nzzz: x").diagnostics.map(\.help) == [
                "the keys are `title`, `languages`, `audience`, `url`, `source`, `issues`, `kind`, `placeholders`, `wiki`, `check`, `terms`, `groups`, `tags`, `redirects`, `values`"
            ])
    }

    private func read(_ text: String) -> (configuration: Configuration?, diagnostics: [Diagnostic]) {
        Configuration.read(SourceFile(path: "vademecum.yaml", text: text))
    }
}
