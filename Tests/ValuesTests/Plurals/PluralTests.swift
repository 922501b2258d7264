import Guides
import Sources
import TestSupport
import Testing

@testable import Values

/// Units that agree with their numbers.
@Suite struct PluralTests {
    /// Numbers of CLDR's samples for each category.
    @Test(arguments: [
        ("en", "0 other, 1 one, 1.0 other, 2 other, 1.5 other, -1 one"),
        ("fr", "0 one, 1 one, 1.5 one, 1.99 one, 2 other, 1000000 many, 1000001 other, 2000000 many"),
        ("fr-CA", "0 one, 1.5 one, 2 other"), ("pt", "0 one, 1.5 one, 2 other"), ("pt-PT", "0 other, 1 one, 1.5 other"),
        ("es", "1 one, 1.0 one, 0 other"), ("it", "1 one, 1.0 other"), ("de", "1 one, 0 other, 21 other"),
        ("pl", "1 one, 2 few, 4 few, 5 many, 12 many, 22 few, 112 many, 1.5 other"),
        ("ru", "1 one, 21 one, 11 many, 2 few, 13 many, 5 many, 0 many, 1.5 other"),
        ("cs", "1 one, 3 few, 5 other, 1.5 many"), ("lt", "1 one, 21 one, 11 other, 2 few, 1.5 many"),
        ("ar", "0 zero, 1 one, 2 two, 3 few, 103 few, 11 many, 100 other, 101 other, 1.5 other"),
        ("lv", "0 zero, 11 zero, 1 one, 21 one, 0.1 one, 2 other"), ("he", "1 one, 2 two, 0.5 one, 3 other"),
        ("sl", "1 one, 101 one, 2 two, 3 few, 5 other, 1.5 few"), ("da", "1 one, 0.5 one, 1.5 one, 2 other"),
        ("ja", "0 other, 1 other, 2 other"), ("xx", "1 other"), ("cy", "0 zero, 3 few, 6 many, 7 other"),
        ("kw", "1000 two, 100000 two, 3 few, 21 many"), ("mt", "1 one, 2 two, 0 few, 11 many, 20 other"),
    ])
    func categories(language: String, samples: String) throws {
        let rules = PluralRules(try #require(LanguageTag(rawValue: language)))
        for sample in samples.components(separatedBy: ", ") {
            let parts = sample.split(separator: " ")
            #expect(rules.category(of: String(parts[0])) == parts[1], "\(language): \(sample)")
        }
    }

    private static let tokens = """
        tokens:
          type: integer
          unit: {en: {one: token, other: tokens}, fr: {one: token, other: tokens}, ja: トークン}
        share: {type: decimal, decimals: 1, unit: {en: {one: cup, other: cups}}}
        bare: {type: text, unit: x}
        """

    @Test(arguments: [
        ("en", 1.0, "token"), ("en", 0, "tokens"), ("en", 2, "tokens"), ("fr", 0, "token"), ("fr", 1, "token"),
        ("fr", 2, "tokens"), ("ja", 1, "トークン"), ("de", 1, "tokens"),
    ])
    func theUnitAgreesWithItsNumber(language: String, number: Double, form: String) throws {
        let values = try declarations(Self.tokens)
        let unit = try #require(values.declaration(named: "tokens.unit"))
        let tag = try #require(LanguageTag(rawValue: language))
        #expect(ValueFormatter(tag).prose(.number(number), type: unit.type, decimals: unit.decimals) == form)
    }

    private func declarations(_ values: String) throws -> ValueDeclarations {
        try #require(Configuration.example(values: values).configuration).values
    }

    /// What is shown counts: with a decimal, one cup is `1.0 cups` in English.
    @Test func decimalsThatAreShownCount() throws {
        let values = try declarations(Self.tokens)
        let unit = try #require(values.declaration(named: "share.unit"))
        let english = try #require(LanguageTag(rawValue: "en"))
        #expect(ValueFormatter(english).prose(.number(1), type: unit.type, decimals: unit.decimals) == "cups")
        #expect(values.declaration(named: "bare.unit") == nil)
    }
}
