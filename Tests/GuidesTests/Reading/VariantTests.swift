import TestSupport
import Testing

@testable import Guides

/// Parts for some readers only.
@Suite struct VariantTests {
    static let values = """
        plan: {type: choice, choices: {free: {en: Free}, paid: {en: Paid}, trial: {en: Trial}}}
        limit: {type: integer, value: 1}
        """

    @Test(arguments: [
        ("<!-- only: plan=paid -->", "plan", ["paid"]), ("<!--only:plan=paid|free-->", "plan", ["paid", "free"]),
        ("<!--  only:  plan = paid | free  -->", "plan", ["paid", "free"]),
    ])
    func conditions(marker: String, name: String, keys: [String]) throws {
        let body = "## Notes\n\n\(marker)\n\nx\n\n<!-- end -->\n"
        let variants = try SampleProject(values: Self.values, body: body).guide().editions[0].variants
        #expect(variants.map(\.name) == [name])
        #expect(variants.map(\.keys) == [keys])
        #expect(variants.map(\.condition) == ["plan=\(keys.joined(separator: "|"))"])
    }

    @Test(
        "Faults",
        arguments: [
            ("⟦<!-- only: plan=paid -->⟧\n\nx", ["this variant is never closed"]),
            ("x\n\n⟦<!-- end -->⟧", ["an end without a beginning"]),
            (
                "<!-- only: plan=paid -->\n\n⟦<!-- only: plan=free -->⟧\n\nx\n\n<!-- end -->",
                ["a variant inside a variant"]
            ),
            ("⟦<!-- only: plan -->⟧\n\nx", ["a variant without a value and a choice"]),
            ("⟦<!-- only: plan= -->⟧\n\nx", ["a variant without a value and a choice"]),
            ("Some ⟦<!-- end -->⟧ more", ["a variant's marker in the middle of a text"]),
            ("- a\n\n  ⟦<!-- only: plan=paid -->⟧\n\n  b\n\nx", ["this variant is never closed"]),
            (
                "- a\n\n  <!-- only: plan=paid -->\n\n  b\n\n⟦<!-- end -->⟧",
                ["this variant was opened in another list or quote"]
            ),
            ("> <!-- only: plan=paid -->\n\nx\n\n⟦<!-- end -->⟧", ["this variant was opened in another list or quote"]),
            ("<!-- only: plan=paid -->\n\n### ⟦A heading⟧\n\n<!-- end -->", ["a heading inside a variant"]),
            ("⟦<!-- only: plan=payed -->⟧\n\nx\n\n<!-- end -->", ["`payed` is none of the choices"]),
            ("⟦<!-- only: plan=paid| -->⟧\n\nx\n\n<!-- end -->", ["`` is none of the choices"]),
            ("⟦<!-- only: limit=1 -->⟧\n\nx\n\n<!-- end -->", ["`limit` is not of type choice"]),
            ("⟦<!-- only: plann=paid -->⟧\n\nx\n\n<!-- end -->", ["no value is called `plann`"]),
        ])
    func faults(body: String, messages: [String]) throws {
        let project = try SampleProject(values: Self.values, body: "## Notes\n\n" + MarkedText(body).text + "\n")
        expect(project.diagnostics(), in: SampleProject.frontMatter + "## Notes\n\n" + body + "\n", say: messages)
    }

    @Test func theNearestKeyIsOffered() throws {
        let body = "## Notes\n\n<!-- only: plan=payd -->\n\nx\n\n<!-- end -->\n"
        #expect(
            try SampleProject(values: Self.values, body: body).diagnostics().map(\.help) == ["did you mean `paid`?"])
    }

    static let body = """
        ## Notes

        - Before
        <!-- only: plan=free -->
        - A few days
        <!-- end -->
        <!-- only: plan=paid|trial -->
        - 48 hours
        <!-- end -->
        - After

        <!-- only: plan=free -->

        Be patient.

        > Really.

        <!-- end -->

        """

    /// Lists that the markers split are one list again, and as tight as it was.
    @Test(arguments: [
        ("free", ["Before", "A few days", "After"], "Be patient."), ("paid", ["Before", "48 hours", "After"], ""),
        ("trial", ["Before", "48 hours", "After"], ""),
    ])
    func known(plan: String, items: [String], text: String) throws {
        let project = try SampleProject(values: Self.values, body: Self.body)
        let edition = try project.filled(settings: ["plan=\(plan)"]).editions[0]
        #expect(edition.conditions.isEmpty)
        let list = items.map { "- \($0)\n" }.joined()
        #expect(edition.markdownText == "## Notes\n\n\(list)" + (text.isEmpty ? "" : "\n\(text)\n\n> Really.\n"))
    }

    @Test func whileNobodyKnowsEveryVariantShows() throws {
        let edition = try SampleProject(values: Self.values, body: Self.body).filled().editions[0]
        #expect(
            edition.markdownText
                == "## Notes\n\n- Before\n- A few days\n- 48 hours\n- After\n\nBe patient.\n\n> Really.\n")
        #expect(
            edition.conditions.map { "\($0.text): \($0.node.plainText)" } == [
                "plan=free: A few days", "plan=paid|trial: 48 hours", "plan=free: Be patient.", "plan=free: Really.",
            ])
    }

    /// An example says nothing about the reader.
    @Test func anExampleDecidesNothing() throws {
        let values = Self.values.replacing("{type: choice,", with: "{type: choice, example: paid,")
        let edition = try SampleProject(values: values, body: Self.body).filled().editions[0]
        #expect(edition.conditions.count == 4)
    }

    @Test func insideAListsItem() throws {
        let body = """
            ## Notes

            1. First

               <!-- only: plan=free -->

               Wait.

               <!-- end -->

            2. Second

            """
        let project = try SampleProject(values: Self.values, body: body)
        let (free, paid) = try (
            project.filled(settings: ["plan=free"]).editions[0].markdownText,
            project.filled(settings: ["plan=paid"]).editions[0].markdownText
        )
        #expect(free == "## Notes\n\n1. First\n\n   Wait.\n\n2. Second\n")
        #expect(paid == "## Notes\n\n1. First\n\n2. Second\n")
    }
}
