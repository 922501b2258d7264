import Guides
import Sources
import TestSupport
import Testing

@testable import Values

/// Values that come from elsewhere than `vademecum.yaml`.
@Suite struct GivenValuesTests {
    static let values = """
        org.id: {type: identifier, pattern: org-.+, private: true, example: org-EXAMPLE}
        limit.current: {type: integer}
        limits: {type: table, columns: {model: {type: text}}}
        """

    private func declarations() throws -> ValueDeclarations {
        try #require(Configuration.example(values: Self.values).configuration).values
    }

    @Test func fromAFile() throws {
        let file = SourceFile(
            path: "mine.yaml", text: "org.id: org-MINE\nlimit.current: 75 000\nlimits: [{model: a}]\n")
        let (values, diagnostics) = try declarations().given(in: file, source: .file)
        #expect(diagnostics.lines == [])
        #expect(values.map(\.name) == ["org.id", "limit.current", "limits"])
        #expect(values.map(\.value) == [.text("org-MINE"), .number(75000), .table([[.text("a")]])])
        #expect(values.allSatisfy { $0.source == .file })
    }

    @Test func fromAFileWithFaults() throws {
        let marked = "⟦limit.curent⟧: 1\nlimit.current: ⟦many⟧\norg.id: ⟦secret⟧\n"
        let file = SourceFile(path: "mine.yaml", text: MarkedText(marked).text)
        let (values, diagnostics) = try declarations().given(in: file, source: .local)
        #expect(values.isEmpty)
        expect(
            diagnostics.sortedByPlace(), in: marked,
            say: [
                "no value is called `limit.curent`",
                "`limit.current` takes a whole number such as 40000, not `many`",
                "`org.id` must match `org-.+`; what was given does not",
            ])
        #expect(diagnostics.contains { $0.help == "did you mean `limit.current`?" })
    }

    @Test func fromTheEnvironment() throws {
        let environment = [
            "VADEMECUM_ORG_ID": "org-ENV", "VADEMECUM_LIMIT_CURRENT": "", "VADEMECUM_OTHER": "x", "ORG_ID": "org-NO",
        ]
        let (values, diagnostics) = try declarations().given(inEnvironment: environment)
        #expect(diagnostics.lines == [])
        #expect(values.map(\.name) == ["org.id"])
        #expect(values.map(\.value) == [.text("org-ENV")])
        let bad = try declarations().given(inEnvironment: ["VADEMECUM_LIMIT_CURRENT": "x"]).diagnostics
        #expect(bad.map(\.place.path) == ["environment variable VADEMECUM_LIMIT_CURRENT"])
    }

    @Test(
        arguments: [
            ("limit.current=75000", .number(75000)), ("limit.current = 75 000", .number(75000)),
            ("org.id=org-a=b", .text("org-a=b")),
        ] as [(String, Value)])
    func settings(setting: String, value: Value) throws {
        let (given, diagnostics) = try declarations().given(setting: setting)
        #expect(diagnostics.lines == [])
        #expect(given?.value == value)
        #expect(given?.source == .set)
    }

    @Test(arguments: [
        ("limit.current", "--set limit.current:1:1 wrong-shape: expected NAME=VALUE"),
        ("limit.wanted=1", "--set limit.wanted:1:1 undefined-value: no value is called `limit.wanted`"),
        (
            "limit.current=",
            "--set limit.current:1:1 wrong-type: `limit.current` takes a whole number such as 40000, not ``"
        ),
        ("org.id=secret", "--set org.id:1:1 wrong-pattern: `org.id` must match `org-.+`; what was given does not"),
        ("limits=a", "--set limits:1:1 wrong-type: `limits` takes a list of rows, not `a`"),
    ])
    func settingsWithFaults(setting: String, line: String) throws {
        let (given, diagnostics) = try declarations().given(setting: setting)
        #expect(given == nil)
        #expect(diagnostics.lines == [line])
    }
}
