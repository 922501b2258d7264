import TestSupport
import Testing

@testable import Checks

@Suite struct UndefinedValueCheckTests {
    static let values = "limit.current: {type: integer, value: 1}"

    /// Every place where a value may stand is looked at, and all are told in one run.
    @Test func everywhere() throws {
        let places = [
            "A ⟦{{limit.curent}}⟧.", "`⟦{{limit.curent}}⟧`", "    ⟦{{limit.curent}}⟧",
            "[⟦{{limit.curent}}⟧](#⟦{{limit.curent}}⟧)",
            "> - | a |\n>   | --- |\n>   | ⟦{{ limit.curent }}⟧ |", "### ⟦{{limit.curent}}⟧",
            "![a](a.png \"⟦{{limit.curent}}⟧\")",
            "```⟦{{limit.curent}}⟧\nx\n```", "é **⟦{{limit.curent}}⟧**",
        ]
        let marked = "## Notes\n\n" + places.joined(separator: "\n\n") + "\n"
        let count = places.count + 1
        try expect(
            UndefinedValueCheck(), values: Self.values, in: marked,
            finds: Array(repeating: "no value is called `limit.curent`", count: count),
            help: Array(repeating: "did you mean `limit.current`?", count: count))
    }

    @Test func inTheFrontMatter() throws {
        let marked = "---\ntitle: Above ⟦{{limt}}⟧\nsummary: \"⟦{{limt}}⟧\"\n---\n## Notes\n\nx\n"
        let project = try SampleProject(
            values: Self.values, languages: ["en"], content: ["guide/en.md": MarkedText(marked).text])
        expect(
            try project.diagnose(with: UndefinedValueCheck()), in: marked,
            say: ["no value is called `limt`", "no value is called `limt`"])
    }

    @Test func farFromAnyName() throws {
        try expect(
            UndefinedValueCheck(), values: Self.values, in: "## Notes\n\n⟦{{x}}⟧\n", finds: ["no value is called `x`"],
            help: ["declare it under `values:` in vademecum.yaml"])
    }

    @Test func whatIsNone() throws {
        let body = "## Notes\n\n{{limit.current}} {{error}} \\{{x}} ${{ x }}\n\n```verbatim\n{{x}}\n```\n"
        try expect(UndefinedValueCheck(), values: Self.values, in: body, finds: [])
    }
}

@Suite struct MissingValueCheckTests {
    static let values = """
        none: {type: integer}
        some: {type: integer, example: 1}
        broken: {type: decimal, formula: some / 0}
        dependent: {type: integer, formula: none + 1}
        """

    @Test func holes() throws {
        let marked = "## Notes\n\n{{some}} ⟦{{none}}⟧ ⟦{{broken}}⟧ `⟦{{dependent}}⟧`\n"
        try expect(
            MissingValueCheck(), values: Self.values, in: marked,
            finds: [
                "`none` has neither a value nor an example", "the formula of `broken` has no result",
                "the formula of `dependent` has no result",
            ])
    }

    @Test func theDeclarationIsShown() throws {
        let project = try SampleProject(values: Self.values, body: "## Notes\n\n{{broken}}\n")
        let related = try #require(try project.diagnose(with: MissingValueCheck()).first?.related.first)
        #expect(related.message == "`broken` is declared here")
        #expect(related.place.sourceLine?.contains("broken: {type") == true)
    }

    @Test func aGuidesOwnExampleFillsTheHole() throws {
        try expect(
            MissingValueCheck(), values: Self.values, metadata: "examples: {none: 3}",
            in: "## Notes\n\n{{none}} {{dependent}}\n", finds: [])
    }
}

@Suite struct ErrorPlaceholderCheckTests {
    @Test func withoutAPattern() throws {
        try expect(
            ErrorPlaceholderCheck(), in: "## Notes\n\n    ⟦{{error}}⟧\n", finds: ["the guide has no error to print"],
            help: ["add `errors:` to the guide’s guide.yaml"])
    }

    @Test func withAPattern() throws {
        try expect(ErrorPlaceholderCheck(), metadata: "errors: [Oh no]", in: "## Notes\n\n    {{error}}\n", finds: [])
    }
}

@Suite struct TablePlaceholderCheckTests {
    static let values = "limits: {type: table, columns: {a: {type: text}}, value: [{a: x}]}"

    @Test(arguments: [
        ("Look: ⟦{{limits}}⟧", 1), ("`⟦{{limits}}⟧`", 1), ("    ⟦{{limits}}⟧", 1), ("**⟦{{limits}}⟧**", 1),
        ("### ⟦{{limits}}⟧", 1),
        ("[x](⟦{{limits}}⟧)", 1), ("| ⟦{{limits}}⟧ |\n| --- |", 1), ("{{limits}}", 0), ("> {{limits}}", 0),
        ("- {{limits}}", 0),
    ])
    func places(marked: String, count: Int) throws {
        try expect(
            TablePlaceholderCheck(), values: Self.values, in: "## Notes\n\n\(marked)\n",
            finds: Array(repeating: "`limits` is a table, and a table cannot be part of a text", count: count),
            help: Array(repeating: "put `{{limits}}` into a paragraph of its own", count: count))
    }
}
