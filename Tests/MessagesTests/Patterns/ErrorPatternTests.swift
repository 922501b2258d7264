import Sources
import TestSupport
import Testing

@testable import Messages

/// How a guide says which error it is about.
@Suite struct ErrorPatternTests {
    static let known = NameTable(["model", "org.id", "limit.current", "usage.used"])

    @Test func literalsValuesAndOptionalParts() throws {
        let pattern = try ErrorPattern(
            "Limit for {{model}}[ in {{ org.id }}[]".replacing("[]", with: "]") + " \\[x\\]: {{limit.current}}.",
            known: Self.known)
        #expect(
            pattern.pieces == [
                .literal("Limit for "), .value("model"), .optional([.literal(" in "), .value("org.id")]),
                .literal(" [x]: "), .value("limit.current"), .literal("."),
            ])
        #expect(pattern.names == ["model", "org.id", "limit.current"])
    }

    /// An optional part prints when all its values are there.
    @Test(arguments: [
        ([], "A {{model}}: {{limit.current}}"), (["org.id"], "A {{model}} in {{org.id}}: {{limit.current}}"),
        (["usage.used"], "A {{model}}: {{limit.current}}"),
        (["org.id", "usage.used"], "A {{model}} in {{org.id}}: {{limit.current}}, used {{usage.used}} of {{org.id}}"),
    ])
    func printed(there: [String], text: String) throws {
        let pattern = try ErrorPattern(
            "A {{model}}[ in {{org.id}}]: {{limit.current}}[, used {{usage.used}} of {{org.id}}]", known: Self.known)
        var printed = ""
        pattern.forEachPrinted(where: { there.contains($0) }) { piece in
            switch piece {
            case .literal(let text): printed += text
            case .value(let name): printed += "{{\(name)}}"
            case .any, .optional, .choice: printed += "[]"
            }
        }
        #expect(printed == text)
    }

    @Test(
        "Faults stand under the exact span",
        arguments: [
            ("a ⟦[⟧b", "this bracket has no other half"), ("a ⟦]⟧ b", "this bracket has no other half"),
            ("a ⟦[⟧b [c]", "this bracket has no other half"),
            ("a ⟦{{model⟧", "this placeholder is not closed"),
            ("é ⟦{{modle}}⟧", "no value is called `modle`"), ("⟦{{}}⟧", "no value is called ``"),
            ("{{model}}⟦{{org.id}}⟧", "nothing stands between `org.id` and the value before it"),
            ("{{model}}[⟦{{org.id}}⟧ x]", "nothing stands between `org.id` and the value before it"),
            ("[x {{model}}]⟦{{org.id}}⟧", "nothing stands between `org.id` and the value before it"),
            ("{{model}}[ x ]⟦{{org.id}}⟧", "nothing stands between `org.id` and the value before it"),
            (
                "{{model}}[ x {{limit.current}} y][ z]⟦{{org.id}}⟧",
                "nothing stands between `org.id` and the value before it"
            ),
        ])
    func faults(marked: String, message: String) throws {
        let source = MarkedText(marked)
        let error = try #require(throws: ErrorPatternError.self) { try ErrorPattern(source.text, known: Self.known) }
        #expect(error.message == message)
        #expect(MarkedText.marking([error.range], in: source.text) == marked)
    }

    @Test func theNearestNameIsOffered() throws {
        let error = try #require(throws: ErrorPatternError.self) { try ErrorPattern("{{modle}}", known: Self.known) }
        #expect(error.help == "did you mean `model`?")
    }

    @Test func faultsInGuideYAML() throws {
        let marked = "errors:\n  - \"Limit {{limit}}\"\n  - 'Used ⟦{{used}}⟧'\n  - a ⟦[⟧b\n"
        let project = try SampleProject(
            values: "limit: {type: integer, value: 1}", metadata: MarkedText(marked).text, body: "## Notes\n\nx\n")
        expect(
            project.diagnostics(), in: marked, say: ["no value is called `used`", "this bracket has no other half"])
    }
}
