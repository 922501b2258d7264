import TestSupport
import Testing
import Values

@testable import Guides

/// Values in all their forms, worded once for a language and a set of examples.
@Suite struct ValueBookTests {
    static let values = """
        limit: {type: integer, value: 40000}
        used: {type: integer, example: 1000}
        plan: {type: choice, value: free, choices: {free: {fr: Gratuit, en: Free, match: [free tier]}}}
        none: {type: text}
        """

    private func book(audience: Audience = .team, given: [GivenValue] = []) throws -> ValueBook {
        ValueBook(
            try #require(Configuration.example(values: Self.values).configuration), given: given, audience: audience)
    }

    private func texts(_ tag: String, examples: [String: Value] = [:]) throws -> ValueTexts {
        try book().texts(in: try #require(LanguageTag(rawValue: tag)), examples: examples)
    }

    @Test func oneEntryADeclaration() throws {
        let texts = try texts("fr")
        #expect(texts.entries.map { $0?.name } == ["limit", "used", "plan", nil])
        #expect(texts.entries.map { $0?.prose } == ["40\u{202F}000", "1\u{202F}000", "Gratuit", nil])
        #expect(texts.entries.map { $0?.code } == ["40000", "1000", "free tier", nil])
        #expect(texts.entries.map { $0?.key } == ["40000", "1000", "free", nil])
        #expect(texts.entries.map { $0?.addressComponent } == ["40000", "1000", "free", nil])
    }

    @Test func eachLanguageHasItsWords() throws {
        #expect(try texts("en").entries.map { $0?.prose } == ["40,000", "1,000", "Free", nil])
        // A language that the configuration lacks is worded when it is asked for.
        #expect(try texts("de").entries[0]?.prose == "40.000")
    }

    @Test func eachGuideHasItsExamples() throws {
        let book = try book()
        let english = try #require(LanguageTag(rawValue: "en"))
        for _ in 1...2 {
            #expect(book.texts(in: english).entries[1]?.code == "1000")
            #expect(book.texts(in: english, examples: ["used": .number(2)]).entries[1]?.code == "2")
            #expect(book.resolved(examples: ["used": .number(3)]).values[1]?.value == .number(3))
        }
    }

    @Test func moreSetsOfExamplesThanAreKept() throws {
        let book = try book()
        for number in [0...300, 0...300].joined() {
            let resolved = book.resolved(examples: ["used": .number(Double(number))])
            #expect(resolved.values[1]?.value == .number(Double(number)))
        }
    }
}
