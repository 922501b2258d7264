import Guides
import TestSupport
import Testing

@testable import Values

/// Formulas: what they compute, and where they are wrong.
@Suite struct FormulaTests {
    static let numbers = ["a": 2.0, "b": 3, "usage.used": 25502, "usage.requested": 18592, "limit": 40000]

    @Test(arguments: [
        ("a + b * 4", 14), ("(a + b) * 4", 20), ("a - b - 4", -5), ("24 / b / a", 4), ("-a + b", 1), ("-(a + b)", -5),
        ("--a", 2), ("2*-a", -4), ("min(a, b, 1)", 1), ("max(a, b)", 3), ("max(a)", 2), ("round(2.5)", 3),
        ("round(-2.5)", -3), ("round(7 / a)", 4), ("60 s", 60), ("1 min + 30 s", 90), ("2 days", 172_800), ("a*b", 6),
        ("max(0 s, (usage.used + usage.requested - limit) * 60 s / limit)", 6.141), (" a\n + b ", 5),
    ])
    func evaluated(text: String, result: Double) throws {
        #expect(try Formula(text).evaluate { Self.numbers[$0] } == result)
    }

    @Test("No result", arguments: ["1 / 0", "0 / 0", "a / (b - 3)", "unknown + 1", "max(a, unknown)"])
    func withoutResult(text: String) throws {
        #expect(try Formula(text).evaluate { Self.numbers[$0] } == nil)
    }

    @Test(
        "Faults stand under the exact span",
        arguments: [
            ("a + ⟦⟧", "expected a number, a duration or a value's name, found the end"),
            ("⟦⟧", "expected a number, a duration or a value's name, found the end"),
            ("a + ⟦)⟧", "expected a number, a duration or a value's name, found `)`"),
            ("a ⟦b⟧", "`b` has no place here"), ("60 ⟦f⟧oo", "`foo` has no place here"),
            ("a * ⟦(⟧b + 1", "this parenthesis is not closed"), ("a ⟦)⟧", "`)` has no place here"),
            ("⟦sqrt⟧(a)", "no function is called `sqrt`"), ("1 + ⟦Max⟧(a)", "no function is called `Max`"),
            ("2 * ⟦round(a, b)⟧", "`round` does not take that many arguments"),
            ("max(⟦)⟧", "expected a number, a duration or a value's name, found `)`"),
            ("a + ⟦1.2.3⟧", "`1.2.3` has no place here"), ("⟦1..5⟧", "`1..5` has no place here"),
            ("a ⟦%⟧ b", "`% b` has no place here"),
            ("⟦é⟧ + 1", "expected a number, a duration or a value's name, found `é + 1`"),
        ])
    func faults(marked: String, message: String) throws {
        let marked = MarkedText(marked)
        let error = try #require(throws: FormulaError.self) { try Formula(marked.text) }
        #expect(error.message == message)
        let end = min(error.range.upperBound, marked.text.utf8.count)
        #expect([error.range.lowerBound..<max(end, error.range.lowerBound)] == marked.ranges)
    }

    @Test(arguments: ["(", "-", "max(", "1+", "1*"])
    func nestingHasAnEnd(part: String) throws {
        let error = try #require(throws: FormulaError.self) { try Formula(String(repeating: part, count: 100_000)) }
        #expect(error.fault == .tooDeep)
    }

    @Test func namesWithTheirPlaces() throws {
        let marked = MarkedText("max(⟦limit.current⟧, ⟦a⟧) - ⟦a⟧")
        let names = try Formula(marked.text).names
        #expect(names.map(\.name) == ["limit.current", "a", "a"])
        #expect(names.map(\.range) == marked.ranges)
    }
}

/// Names, types and circles, with the values of a configuration.
@Suite struct FormulaCheckTests {
    static let values = """
        n: {type: integer, value: 1}
        share: {type: percent, value: 1}
        time: {type: duration, value: 1 s}
        word: {type: text, value: a}
        metric:
          type: choice
          choices: {tpm: {en: TPM, period: 60 s, weight: 2}, rpd: {en: RPD, period: 86400 s}}

        """

    @Test(
        "What may be computed with what",
        arguments: [
            ("integer", "n + 1"), ("decimal", "n / 3"), ("percent", "share * 2"), ("duration", "time + 60 s"),
            ("duration", "time * n"), ("duration", "n * time"), ("duration", "time / n"), ("decimal", "time / 1 s"),
            ("duration", "max(0 s, time)"), ("duration", "-time"), ("duration", "n * metric.period / 2"),
        ])
    func sound(type: String, formula: String) {
        let (_, diagnostics) = Configuration.example(
            values: Self.values + "x: {type: \(type), formula: \"\(formula)\"}")
        #expect(diagnostics.lines == [])
    }

    @Test(
        "Faults stand under the exact span of the configuration",
        arguments: [
            ("duration", "⟦time + 1⟧", "`+` does not go with a duration and a number"),
            ("duration", "n * (⟦time - 1⟧)", "`-` does not go with a duration and a number"),
            ("duration", "⟦(n + 1) + (time)⟧", "`+` does not go with a number and a duration"),
            ("duration", "⟦time * time⟧", "`*` does not go with a duration and a duration"),
            ("decimal", "⟦1 / time⟧", "`/` does not go with a number and a duration"),
            ("duration", "1 * ⟦max(0, time)⟧", "`max` does not go with a number and a duration"),
            ("integer", "⟦n * 60 s⟧", "`x` is of type integer, and its formula gives a duration"),
            ("duration", "⟦n⟧", "`x` is of type duration, and its formula gives a number"),
            ("text", "⟦n⟧", "`x` is of type text, and its formula gives a number"),
            ("integer", "n + ⟦word⟧", "`word` is of type text, with which nothing can be computed"),
            ("integer", "n + ⟦metric⟧", "`metric` is of type choice, with which nothing can be computed"),
            ("integer", "n + ⟦tine⟧", "no value is called `tine`"),
            ("duration", "⟦metric.perod⟧", "no value is called `metric.perod`"),
            ("decimal", "⟦metric.weight⟧", "the choice `rpd` of `metric` has no `weight`"),
            ("integer", "n + ⟦x⟧", "`x` is computed from itself: x → x"),
        ])
    func faults(type: String, marked: String, message: String) {
        let (_, diagnostics) = Configuration.example(
            values: Self.values + "x: {type: \(type), formula: \"\(MarkedText(marked).text)\"}")
        #expect(diagnostics.messages == [message])
        #expect(diagnostics.first?.marked == MarkedText(marked).marked.first)
        #expect(diagnostics.first?.place.sourceLine?.hasPrefix("  x: {type") == true)
    }

    @Test func aCircleIsToldOnce() {
        let (_, diagnostics) = Configuration.example(
            values: """
                a: {type: integer, formula: b + 1}
                b: {type: integer, formula: 2 * c}
                c: {type: integer, formula: a}
                d: {type: integer, formula: a + d}
                """)
        #expect(
            diagnostics.lines == [
                "vademecum.yaml:4:31 circular-formula: `a` is computed from itself: a → b → c → a",
                "vademecum.yaml:7:35 circular-formula: `d` is computed from itself: d → d",
            ])
    }

    @Test func theNearestNameIsOffered() {
        let (_, diagnostics) = Configuration.example(
            values: "limit.current: {type: integer, value: 1}\nx: {type: integer, formula: limit.curent}")
        #expect(diagnostics.map(\.help) == ["did you mean `limit.current`?"])
    }
}
