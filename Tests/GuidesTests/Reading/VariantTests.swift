import TestSupport
import Testing

@testable import Guides

/// Parts for some readers only.
@Suite struct VariantTests {
    static let values = """
        plan:
          type: choice
          label: {en: Plan}
          choices: {free: {en: Free, days: 7}, paid: {en: Paid, days: 2}, trial: {en: Trial, days: 3}}
        limit: {type: integer, value: 1}
        used: {type: integer, example: 2, label: {en: Used}}
        wait: {type: duration, example: 2 s}
        since: {type: date, example: 2026-01-01}
        model: {type: identifier, example: m, label: {en: Model}}
        """

    @Test(arguments: [
        ("<!-- only: plan=paid -->", "plan=paid"), ("<!--only:plan=paid|free-->", "plan=paid|free"),
        ("<!--  only:  plan = paid | free  -->", "plan=paid|free"),
        ("<!-- only: used > limit -->", "['>','used','limit']"),
        ("<!-- only: used + 2 <= limit * 50 % -->", "['<=',['+','used',2],['*','limit',0.5]]"),
        ("<!-- only: plan.days >= 7 -->", "['>=','plan.days',7]"), ("<!-- only: limit=1 -->", "['=','limit',1]"),
        ("<!-- only: wait < 1 min -->", "['<','wait',60]"),
        ("<!-- only: since < 1970-01-03 -->", "['<','since',2]"),
        ("<!-- only: model = a/b|c -->", "model=a/b|c"),
    ])
    func conditions(marker: String, condition: String) throws {
        let body = "## Notes\n\n\(marker)\n\nx\n\n<!-- end -->\n"
        let project = try SampleProject(values: Self.values, body: body)
        #expect(project.diagnostics().isEmpty)
        #expect(try project.guide().editions[0].variants.map(\.script) == [condition])
    }

    /// What stands behind an else is for everybody else.
    @Test(arguments: [
        ("plan=paid", "plan=free|trial"), ("used > limit", "['<=','used','limit']"),
        ("limit = 1", "['!=','limit',1]"), ("model = a", "model!=a"),
    ])
    func elses(condition: String, opposite: String) throws {
        let body = "## Notes\n\n<!-- only: \(condition) -->\n\nx\n\n<!-- else -->\n\ny\n\n<!-- end -->\n"
        let project = try SampleProject(values: Self.values, body: body)
        #expect(project.diagnostics().isEmpty)
        #expect(try project.guide().editions[0].variants.last?.script == opposite)
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
            ("⟦<!-- only: plan -->⟧\n\nx\n\n<!-- end -->", ["a variant without a condition that can be read"]),
            ("⟦<!-- only: plan= -->⟧\n\nx\n\n<!-- end -->", ["a variant without a condition that can be read"]),
            ("Some ⟦<!-- end -->⟧ more", ["a variant's marker in the middle of a text"]),
            ("- a\n\n  ⟦<!-- only: plan=paid -->⟧\n\n  b\n\nx", ["this variant is never closed"]),
            (
                "- a\n\n  <!-- only: plan=paid -->\n\n  b\n\n⟦<!-- end -->⟧",
                ["this variant was opened in another list or quote"]
            ),
            ("> <!-- only: plan=paid -->\n\nx\n\n⟦<!-- end -->⟧", ["this variant was opened in another list or quote"]),
            ("<!-- only: plan=paid -->\n\n### ⟦A heading⟧\n\n<!-- end -->", ["a heading inside a variant"]),
            ("⟦<!-- only: plan=payed -->⟧\n\nx\n\n<!-- end -->", ["`payed` is not one of the choices"]),
            ("⟦<!-- only: plan=paid| -->⟧\n\nx\n\n<!-- end -->", ["`` is not one of the choices"]),
            ("⟦<!-- only: plan<3 -->⟧\n\nx\n\n<!-- end -->", ["`plan` is of type choice, which only `=` compares"]),
            ("⟦<!-- only: limit < 3 s -->⟧\n\nx\n\n<!-- end -->", ["`<` does not go with a number and a duration"]),
            ("⟦<!-- only: limit != 3 -->⟧\n\nx\n\n<!-- end -->", ["a variant without a condition that can be read"]),
            ("⟦<!-- only: 1 < limit < 3 -->⟧\n\nx\n\n<!-- end -->", ["`< 3` has no place here"]),
            ("⟦<!-- only: limit < lim -->⟧\n\nx\n\n<!-- end -->", ["no value is called `lim`"]),
            ("⟦<!-- only: since < 3 -->⟧\n\nx\n\n<!-- end -->", ["`since` is a date, and `3` is not"]),
            ("x\n\n⟦<!-- else -->⟧\n\ny", ["an else without a beginning"]),
            (
                "<!-- only: plan=paid -->\n\nx\n\n<!-- else -->\n\ny\n\n⟦<!-- else -->⟧\n\nz\n\n<!-- end -->",
                ["a second else in one variant"]
            ),
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
                == """
                ## Notes

                - Before
                - *(Plan: Free)* A few days
                - *(Plan: Paid or Trial)* 48 hours
                - After

                *(Plan: Free)* Be patient.

                > Really.

                """)
        #expect(
            edition.conditions.filter { !$0.isLabel }.map { "\($0.text): \($0.node.plainText)" } == [
                "plan=free: (Plan: Free) A few days", "plan=paid|trial: (Plan: Paid or Trial) 48 hours",
                "plan=free: (Plan: Free) Be patient.", "plan=free: Really.",
            ])
    }

    /// An example says nothing about the reader.
    @Test func anExampleDecidesNothing() throws {
        let values = Self.values.replacing("{type: choice,", with: "{type: choice, example: paid,")
        let edition = try SampleProject(values: values, body: Self.body).filled().editions[0]
        #expect(edition.conditions.filter { !$0.isLabel }.count == 4)
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
