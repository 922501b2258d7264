import Guides
import Sources
import TestSupport
import Testing

@testable import Values

/// A value in a sentence of each language, as CLDR has it.
@Suite struct ProseTests {
    @Test(arguments: [
        ("fr", 40000, "40\u{202F}000"), ("en", 40000, "40,000"), ("ar", 40000, "40,000"), ("ar-EG", 40000, "٤٠٬٠٠٠"),
        ("de", 40000, "40.000"),
        ("fr-CH", 40000, "40\u{202F}000"), ("fr", 6.141, "6,141"), ("en", 6.141, "6.141"), ("en", 100, "100"),
        ("fr", 1_234_567, "1\u{202F}234\u{202F}567"), ("fr", -5, "-5"), ("en", 0.1, "0.1"),
        ("en", 1e15, "1,000,000,000,000,000"),
    ])
    func numbers(language: String, number: Double, text: String) throws {
        #expect(try prose(language, .number(number), .decimal) == text)
    }

    @Test(
        arguments: [
            ("fr", 0.125, nil, "12,5\u{A0}%"), ("en", 0.125, nil, "12.5%"), ("en", 0.07, nil, "7%"),
            ("en", 0.57, nil, "57%"),
            ("en", 1.0 / 3, 1, "33.3%"), ("en", 0.5, 2, "50.00%"), ("en", 12, nil, "1,200%"),
            ("en", 0.00125, 2, "0.13%"),
        ] as [(String, Double, Int?, String)])
    func percents(language: String, ratio: Double, decimals: Int?, text: String) throws {
        #expect(try prose(language, .number(ratio), .percent, decimals: decimals) == text)
    }

    @Test(
        arguments: [
            ("fr", 6.141, nil, "6,141\u{202F}s"), ("en", 6.141, nil, "6.141 sec"), ("en", 86.4, nil, "1 min 26.4 sec"),
            ("en", 578, nil, "9 min 38 sec"), ("en", 86400, nil, "1 day"), ("en", 0, nil, "0 sec"),
            ("fr", 86400, nil, "1\u{202F}j"), ("fr", 90061, nil, "1\u{202F}j 1\u{202F}h 1\u{A0}min 1\u{202F}s"),
            ("en", 27.888, 1, "27.9 sec"), ("en", 60, 1, "1 min"), ("en", 59.96, 1, "1 min"),
        ] as [(String, Double, Int?, String)])
    func durations(language: String, seconds: Double, decimals: Int?, text: String) throws {
        let prose = try prose(language, .number(seconds), .duration, decimals: decimals)
        #expect(prose == text)
    }

    @Test(arguments: [
        ("fr", "23 novembre 2026"), ("en", "November 23, 2026"), ("de", "23. November 2026"),
        ("en-GB", "23 November 2026"),
        ("ar", "23 نوفمبر، 2026"),
    ])
    func days(language: String, text: String) throws {
        let day = try #require(CalendarDate(iso: "2026-11-23"))
        #expect(try prose(language, .date(day), .date) == text)
    }

    @Test func choicesShowTheirLabels() throws {
        let (configuration, _) = Configuration.example(
            values: "plan: {type: choice, choices: {free: {fr: Gratuit, en: Free, match: [free tier]}, paid: {}}}")
        let type = try #require(configuration?.values[0].type)
        #expect(try prose("fr", .choice("free"), type) == "Gratuit")
        #expect(try prose("fr-CH", .choice("free"), type) == "Gratuit")
        #expect(try prose("en", .choice("free"), type) == "Free")
        #expect(try prose("de", .choice("free"), type) == "Gratuit")
        #expect(try prose("en", .choice("paid"), type) == "paid")
    }

    /// A text of several lines is a text of one, whatever ended its lines.
    @Test(arguments: ["a\nb", "a\r\nb", "a\rb"])
    func textsAreOfOneLine(text: String) throws {
        #expect(try prose("en", .text(text), .text) == "a b")
        #expect(Value.text(text).code(type: .text) == "a b")
    }

    private func prose(_ language: String, _ value: Value, _ type: ValueType, decimals: Int? = nil) throws -> String {
        ValueFormatter(try #require(LanguageTag(rawValue: language))).prose(value, type: type, decimals: decimals)
    }
}

/// Rounding for show.
@Suite struct DecimalDigitsTests {
    @Test(
        "Halves go away from zero, on the digits that a person sees",
        arguments: [
            (1.005, 2, "1.01"), (2.5, 0, "3"), (-2.5, 0, "-3"), (0.125, 2, "0.13"), (27.888, 1, "27.9"),
            (9.99, 1, "10.0"),
            (99.5, 0, "100"), (6.141, nil, "6.141"), (6, 2, "6.00"), (40000, nil, "40000"), (-0.04, 1, "0.0"),
            (0.1 + 0.2, nil, "0.3"), (1e21, nil, "1000000000000000000000"), (1.5e-7, nil, "0.00000015"),
            (1.5e-7, 3, "0.000"), (-1e-7, nil, "-0.0000001"), (1.25e17, nil, "125000000000000000"), (0.0, nil, "0"),
            (-0.0, nil, "0"), (123_456_789.125, 2, "123456789.13"),
        ] as [(Double, Int?, String)])
    func rounded(number: Double, decimals: Int?, text: String) {
        #expect(DecimalDigits(number, decimals: decimals).text == text)
    }

    /// A percentage is written as it was given: 7 % is not 7.000000000000001 %.
    @Test func everyPercentageComesBack() throws {
        let written = (0...10_000).map { DecimalDigits(Double($0) / 100, decimals: nil).text + "%" }
        let read = try written.map { try ValueParser.parse($0, as: .percent).code(type: .percent) }
        #expect(zip(read, written).filter { $0 != $1 }.map(\.0) == [])
    }
}

/// A value in code, data and addresses: the same in every language.
@Suite struct CodeFormatTests {
    @Test(
        arguments: [
            (.number(40000), .integer, nil, "40000"), (.number(6.141), .duration, nil, "6.141s"),
            (.number(27.888), .duration, 1, "27.9s"), (.number(86400), .duration, nil, "86400s"),
            (.number(0.125), .percent, nil, "12.5%"), (.text("org-EXAMPLE"), .identifier, nil, "org-EXAMPLE"),
            (.table([]), .table([]), nil, ""),
        ] as [(Value, ValueType, Int?, String)])
    func code(value: Value, type: ValueType, decimals: Int?, text: String) {
        #expect(value.code(type: type, decimals: decimals) == text)
    }

    @Test func daysAndChoices() throws {
        let day = try #require(CalendarDate(year: 2026, month: 1, day: 5))
        #expect(Value.date(day).code(type: .date) == "2026-01-05")
        let type = ValueParserTests.plan
        #expect(Value.choice("tpm").code(type: type) == "tokens per min (TPM)")
        #expect(Value.choice("free").code(type: type) == "free")
        #expect(Value.choice("tpm").key(type: type) == "tpm")
        #expect(Value.choice("tpm").addressComponent(type: type) == "tpm")
    }

    @Test(arguments: [
        ("org-EXAMPLE_1.a~b", "org-EXAMPLE_1.a~b"), ("a b", "a%20b"), ("é", "%C3%A9"),
        ("a/b?c#d&e=f", "a%2Fb%3Fc%23d%26e%3Df"),
        ("<>\"'()[]", "%3C%3E%22%27%28%29%5B%5D"), ("%20", "%2520"), ("مرحبا", "%D9%85%D8%B1%D8%AD%D8%A8%D8%A7"),
    ])
    func addresses(text: String, encoded: String) {
        #expect(Value.text(text).addressComponent(type: .text) == encoded)
    }
}
