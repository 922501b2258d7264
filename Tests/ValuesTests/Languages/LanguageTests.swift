import Sources
import TestSupport
import Testing

@testable import Values

/// Languages and kinds are data: a file each.
@Suite struct LanguageTests {
    @Test(arguments: ["fr", "fr-CH", "pt-BR", "zh-Hant-TW", "ar", "gsw", "es-419"])
    func tags(text: String) {
        #expect(LanguageTag(rawValue: text)?.description == text)
    }

    @Test(arguments: [
        "", "f", "1r", "fr-", "-fr", "fr_CH", "fr--CH", "français", "a b", "../fr", "toolongtag", "fr-toolongtag",
    ])
    func noTags(text: String) {
        #expect(LanguageTag(rawValue: text) == nil)
    }

    @Test func aTextForTheNearestLanguage() throws {
        let (french, german) = try (#require(LanguageTag(rawValue: "fr")), #require(LanguageTag(rawValue: "de")))
        let text = LocalizedText([french: "Bonjour"], fallback: "Hello")
        #expect(text[french] == "Bonjour")
        let swiss = try #require(LanguageTag(rawValue: "fr-CH"))
        #expect(text[swiss] == "Bonjour")
        #expect(text[german] == "Hello")
    }

    @Test func aLanguagesFile() throws {
        let arabic = try SampleProject.language("ar")
        #expect(arabic.name == "العربية")
        #expect(arabic.direction == .rtl)
        #expect(arabic.sections["steps"] == ["الخطوات"])
        #expect(arabic.term("recommended") == "موصى به")
        // A word that the file lacks shows as its name, which somebody will notice.
        #expect(arabic.term("no-such-word") == "no-such-word")
        let french = try SampleProject.language("fr")
        #expect(french.direction == .ltr)
        #expect(french.sections["workarounds"] == ["En attendant", "Contournements"])
    }

    @Test(
        "Faults of a language’s file",
        arguments: [
            ("⟦n⟧ame: X", "`sections` is missing"), ("⟦s⟧ections: {}", "`name` is missing"),
            ("name: X\nsections: {}\ndirection: ⟦up⟧", "expected `ltr` or `rtl`, found `up`"),
            ("name: X\nsections: {}\n⟦term⟧: {}", "`term` is not known here"),
            ("name: X\nsections: {steps: ⟦{⟧a: b}}", "expected a list, found a mapping"),
        ])
    func languageFaults(marked: String, message: String) throws {
        let file = SourceFile(path: "xx.yaml", text: MarkedText(marked).text)
        let (_, diagnostics) = Language.read(file, tag: try #require(LanguageTag(rawValue: "xx")))
        expect(diagnostics, in: marked, say: [message])
    }
}
