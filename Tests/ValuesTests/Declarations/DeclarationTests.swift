import Guides
import Sources
import TestSupport
import Testing

@testable import Values

/// The values of `vademecum.yaml`.
@Suite struct DeclarationTests {
    @Test func everything() throws {
        let read = try declarations(
            """
            org.id:
              type: identifier
              pattern: org-[A-Za-z0-9]+
              private: true
              example: org-EXAMPLE
              label: {fr: Identifiant d’organisation, en: Organization ID}
            limit:
              type: integer
              value: 40 000
              unit: {fr: tokens par minute, en: tokens per minute}
            wait: {type: duration, formula: limit * 1 s, decimals: 1, example: 1m26.4s}
            """)
        let (french, english) = try (#require(LanguageTag(rawValue: "fr")), #require(LanguageTag(rawValue: "en")))
        #expect(read.map(\.name) == ["org.id", "limit", "wait", "limit.unit"])
        #expect(read[0].type == .identifier)
        #expect(read[0].pattern == "org-[A-Za-z0-9]+")
        #expect(read[0].isPrivate)
        #expect(read[0].example == .text("org-EXAMPLE"))
        #expect(read[0].label[french] == "Identifiant d’organisation")
        #expect(read[1].value == .number(40000))
        #expect(read[1].unit?.other[english] == "tokens per minute")
        #expect(read[1].label[english] == "limit")
        #expect(!read[1].isPrivate)
        #expect(read[2].formula?.text == "limit * 1 s")
        #expect(read[2].decimals == 1)
        #expect(read[2].example == .number(86.4))
        #expect(read[2].place.line == 14)
    }

    @Test func choicesCarryLabelsWordingsAndFacts() throws {
        let read = try declarations(
            """
            metric:
              type: choice
              choices:
                tpm: {fr: tokens, en: tokens per minute, match: [tokens per min (TPM), TPM], period: 60 s, weight: 2}
                rpd: {period: 1 day}
                bare: Bare
                empty:
            window: {type: choice, choices: {hour: {fr: 1 h, en: 1 h}, day: {fr: 24 h, en: 1 day}}}
            """)
        let english = try #require(LanguageTag(rawValue: "en"))
        let choices = read[0].type.choices
        #expect(choices.map(\.key) == ["tpm", "rpd", "bare", "empty"])
        #expect(choices.map { $0.label[english] } == ["tokens per minute", "rpd", "Bare", "empty"])
        #expect(choices[0].match == ["tokens per min (TPM)", "TPM"])
        #expect(choices[0].facts["period"] == ValueType.Fact(type: .duration, number: 60))
        #expect(choices[0].facts["weight"] == ValueType.Fact(type: .decimal, number: 2))
        #expect(choices[1].facts["period"]?.number == 86400)
        // A label may look like a fact: the languages of the site are never names of facts.
        #expect(read[1].type.choices.map { $0.label[english] } == ["1 h", "1 day"])
        #expect(read[1].type.choices.allSatisfy { $0.facts.isEmpty })
    }

    @Test func tables() throws {
        let read = try declarations(
            """
            limits:
              type: table
              columns: {model: {type: identifier, label: {en: Model}}, share: {type: percent, decimals: 1}}
              value: [{model: gpt-a, share: 12.5 %}, {share: 7, model: gpt-b}]
            """)
        guard case .table(let columns) = read[0].type else { throw SampleMismatch() }
        #expect(columns.map(\.name) == ["model", "share"])
        #expect(columns.map(\.type) == [.identifier, .percent])
        #expect(columns[1].decimals == 1)
        #expect(read[0].value == .table([[.text("gpt-a"), .number(0.125)], [.text("gpt-b"), .number(0.07)]]))
    }

    @Test(
        "Faults",
        arguments: [
            ("⟦Org⟧: {type: text}", "`Org` is not a name for a value"),
            ("⟦org_id⟧: {type: text}", "`org_id` is not a name for a value"),
            ("⟦a..b⟧: {type: text}", "`a..b` is not a name for a value"),
            ("⟦1a⟧: {type: text}", "`1a` is not a name for a value"),
            ("⟦error⟧: {type: text}", "`error` prints the guide's first error pattern"),
            ("a: {type: ⟦integr⟧}", "no type is called `integr`"), ("a: ⟦{⟧value: 1}", "`type` is missing"),
            ("a: ⟦text⟧", "expected a mapping, found a single value"),
            ("a: {type: integer, value: ⟦many⟧}", "`a` takes a whole number such as 40000, not `many`"),
            ("a: {type: integer, example: ⟦1.5⟧}", "`a` takes a whole number such as 40000, not `1.5`"),
            ("a: {type: identifier, pattern: a+, value: ⟦b⟧}", "`a` must match `a+`; `b` does not"),
            ("a: {type: text, pattern: \"⟦(a⟧\"}", "this is not a regular expression"),
            ("a: {type: text, private: ⟦maybe⟧, example: x}", "expected true or false, found `maybe`"),
            ("⟦a⟧: {type: text, private: true}", "`a` is private and has no example"),
            ("a: {type: text, decimals: ⟦2⟧}", "a value of type text has no decimals"),
            ("a: {type: decimal, decimals: ⟦16⟧}", "expected a number of digits from 0 to 15, found `16`"),
            ("a: {type: ⟦choice⟧}", "`choices` is missing"), ("a: {type: ⟦table⟧}", "`columns` is missing"),
            (
                "a: {type: table, columns: {b: {type: ⟦table⟧}}}",
                "expected a type whose values fit into a cell, found `table`"
            ),
            ("a: {type: table, columns: {b: {type: text}}, value: [⟦{⟧}]}", "`b` is missing"),
            ("a: {type: table, columns: {b: {type: text}}, value: [{b: x, ⟦c⟧: y}]}", "`c` is not known here"),
            (
                "a: {type: table, columns: {b: {type: integer}}, value: [{b: ⟦x⟧}]}",
                "`a.b` takes a whole number such as 40000, not `x`"
            ),
            (
                "a: {type: table, columns: {b: {type: text}}, value: ⟦x⟧}",
                "`a` takes a list of rows, not `a single value`"
            ),
            ("a: {type: integer, ⟦vlaue⟧: 1}", "`vlaue` is not known here"),
            ("a: {type: choice, choices: {x: {⟦e!⟧: y}}}", "expected a language such as `fr` or `pt-BR`, found `e!`"),
        ])
    func faults(marked: String, message: String) {
        let marked = "title: T\nlanguages: [en]\nvalues:\n  \(marked)"
        let (_, diagnostics) = Configuration.read(SourceFile(path: "x", text: MarkedText(marked).text))
        expect(diagnostics, in: marked, say: [message])
    }

    @Test func allFaultsComeInOneRun() {
        let (_, diagnostics) = Configuration.example(
            values: "A: {type: text}\nb: {type: txt}\nc: {type: integer, value: x}\nd: {type: integer, formula: 1 +}")
        #expect(diagnostics.checks == ["bad-name", "unknown-type", "wrong-type", "bad-formula"])
        #expect(diagnostics[1].help == "did you mean `text`?")
    }

    private func declarations(_ values: String) throws -> ValueDeclarations {
        let (configuration, diagnostics) = Configuration.example(values: values)
        #expect(diagnostics.lines == [])
        return try #require(configuration).values
    }
}

struct SampleMismatch: Error {}
