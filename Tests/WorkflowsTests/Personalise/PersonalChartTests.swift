import Testing

@testable import Workflows

/// A chart, as characters and as a picture.
@Suite struct PersonalChartTests {
    /// `used` and `asked` of a limit of 40, unless a test says otherwise.
    static func configuration(used: String = "10", asked: String = "20", limit: String = "40") -> String {
        """
        title: Guides
        languages: [en]
        values:
          used: {type: integer, value: \(used), label: Used}
          asked: {type: integer, example: \(asked), label: Asked for}
          limit: {type: integer, value: \(limit), label: The limit}
          use: {type: chart, parts: [used, asked], limit: limit, label: Use}

        """
    }

    static func text(_ format: PersonalFormat, _ configuration: String) throws -> String {
        let project = try PersonaliserTests.project("Look:\n\n{{use}}", ["vademecum.yaml": configuration])
        return String(decoding: try PersonaliserTests.write(project, format).text, as: UTF8.self)
    }

    @Test func underTheLimit() throws {
        let text = try Self.text(.text, Self.configuration())
        #expect(
            text.contains(
                """
                    ████████████▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒············│

                    █ Used       10
                    ▒ Asked for  20
                    │ The limit  40
                    · Left       10

                """))
    }

    /// What is over the limit is marked, whatever part it belongs to.
    @Test func overTheLimit() throws {
        let text = try Self.text(.markdown, Self.configuration(used: "60", asked: "20", limit: "40"))
        #expect(
            text.contains(
                """
                ```text
                ████████████████████████│╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳

                █ Used            60
                ▒ Asked for       20
                │ The limit       40
                ╳ Over the limit  40
                ```

                """))
    }

    @Test(arguments: [("0", "0", "0"), ("0", "0", "40"), ("-5", "5", "-1"), ("1", "1", "9007199254740991")])
    func numbersAtTheEdgeAreDrawn(used: String, asked: String, limit: String) throws {
        let configuration = Self.configuration(used: used, asked: asked, limit: limit)
        #expect(try Self.text(.text, configuration).contains("│ The limit"))
        #expect(try !Self.text(.html, configuration).contains(#/ (x|x1|width)="-/#), "nothing is drawn backwards")
    }

    /// Who sees no picture reads the numbers, and the script finds what it has to move.
    @Test func pictureIsToldInWordsAndPlacesInPercent() throws {
        let html = try Self.text(.html, Self.configuration(used: "30"))
        #expect(html.contains("<figure class=\"chart\" data-chart=\"use\">"))
        #expect(html.contains("<svg role=\"img\""))
        #expect(html.contains("aria-label=\"Use. Used: 30. Asked for: 20. The limit: 40. Over the limit: 10.\""))
        #expect(html.contains("data-name=\"used\" x=\"0%\" y=\"10\" width=\"60%\""))
        #expect(html.contains("data-name=\"asked\" fill=\"url(#chart-1-1)\" x=\"60%\" y=\"10\" width=\"40%\""))
        #expect(html.contains("class=\"chart-excess\" fill=\"url(#chart-1-excess)\" x=\"80%\" y=\"10\" width=\"20%\""))
        #expect(html.contains("<line class=\"chart-limit\" data-name=\"limit\" x1=\"80%\" x2=\"80%\""))
        #expect(html.contains("<span class=\"example\" data-difference>10</span>"))
        #expect(!html.contains("style=\""), "the page's policy forbids it")
    }
}
