import Foundation
import Guides
import Sources
import TestSupport
import Testing
import Values

@testable import Workflows

/// One guide for one reader, from its files to what they asked for.
@Suite struct PersonaliserTests {
    static let configuration = """
        title: Guides
        languages: [en, fr]
        values:
          org.id: {type: identifier, pattern: "org-[a-z]+", private: true, example: org-example, label: Organization}
          plan: {type: choice, choices: {free: Free, paid: Paid}, label: Plan}
          used: {type: integer, example: 10, label: Used}
          limit: {type: integer, value: 40, label: Limit}
          rest: {type: integer, formula: limit - used, label: Rest}
          unused: {type: text, example: x, label: Unused}

        """

    static func project(_ text: String, _ files: [String: String] = [:]) throws -> TestProject {
        var all = ["vademecum.yaml": configuration, "content/first/en.md": guide(text)]
        all.merge(files) { $1 }
        return try TestProject(all)
    }

    static func guide(_ text: String) -> String { TestProject.guide.replacing("Something is wrong.", with: text) }

    static func personaliser(
        _ project: TestProject, _ values: ValueOptions = ValueOptions(),
        _ change: (inout PersonalOptions) -> Void = { _ in }
    ) throws -> Personaliser {
        var options = PersonalOptions()
        options.guide = "first"
        change(&options)
        return try #require(Personaliser.find(try project.folder, values, options).value)
    }

    /// Personalises and writes, with the project on disk meanwhile.
    static func write(
        _ project: TestProject, _ format: PersonalFormat, _ change: (inout PersonalOptions) -> Void = { _ in }
    ) throws -> PersonalGuide {
        try withExtendedLifetime(project) {
            try #require(try personaliser(project, ValueOptions(), change).write(format, width: 80).value)
        }
    }

    /// The page is for the one whose value it is; `check` tells the author.
    @Test func anAuthorsSampleMayHoldTheReadersOwnValue() throws {
        let project = try Self.project(
            "`{{error}}` {{org.id}}",
            [
                "content/first/guide.yaml":
                    "errors: ['cannot push {{org.id}}']\nsamples: ['cannot push org-real']\n",
                "vademecum.local.yaml": "org.id: org-real\n",
            ])
        let text = String(decoding: try Self.write(project, .markdown).text, as: UTF8.self)
        #expect(text.contains("org-real"))
    }

    /// A tool that speaks the reader's language is quoted in it.
    @Test func eachLanguagePrintsItsOwnWording() throws {
        let project = try Self.project(
            "`{{error}}`",
            [
                "content/first/guide.yaml":
                    "errors: {en: ['cannot push {{used}}'], fr: ['poussée de {{used}} refusée']}",
                "content/first/fr.md": TestProject.guide.replacing("Something is wrong.", with: "`{{error}}`")
                    .replacing("## Problem", with: "## Problème").replacing("## Steps", with: "## Étapes")
                    .replacing("## Verification", with: "## Vérification"),
            ])
        for (language, words) in [("en", "`cannot push 10`"), ("fr", "`poussée de 10 refusée`")] {
            let guide = try Self.write(project, .markdown) { $0.language = LanguageTag(rawValue: language) }
            #expect(String(decoding: guide.text, as: UTF8.self).contains(words))
        }
    }

    // MARK: Questions

    /// Asked is what the guide depends on and only the reader can say: inputs of formulas and of variants too.
    @Test func asksForExamplesAndForWhatNobodySaid() throws {
        let project = try Self.project(
            "{{rest}} of {{limit}} for {{org.id}}.\n\n<!-- only: plan=paid -->\nPaid.\n<!-- end -->")
        defer { withExtendedLifetime(project) {} }
        var personaliser = try Self.personaliser(project)
        var questions = try #require(personaliser.questions().value)
        #expect(questions.map(\.name) == ["org.id", "plan", "used"])
        #expect(
            questions.map(\.prompt) == [
                "Organization [example: org-example]: ", "Plan [free = Free, paid = Paid]: ", "Used [example: 10]: ",
            ])

        #expect(
            personaliser.answer(questions[2], with: "many")?.message
                == "`used` takes a whole number such as 40000, not `many`")
        #expect(personaliser.answer(questions[2], with: "1 5")?.check == "wrong-type")
        #expect(personaliser.answer(questions[2], with: "15") == nil)
        #expect(personaliser.answer(questions[0], with: "ORG")?.check == "wrong-pattern")
        questions = try #require(personaliser.questions().value)
        #expect(questions.map(\.name) == ["org.id", "plan"])
        let guide = try #require(personaliser.write(.markdown, width: 80).value)
        #expect(String(decoding: guide.text, as: UTF8.self).contains("25 of 40 for org-example."))
        #expect(guide.values.declarations(from: .set).map(\.name) == ["used"])
        #expect(guide.values.declarations(from: .formula).map(\.name) == ["rest"])
    }

    /// What is computed from an example is no more than one.
    @Test func resultOfAnExampleIsAnExample() throws {
        let guide = try Self.write(try Self.project("{{rest}} left."), .markdown)
        #expect(guide.values.declarations(from: .example).map(\.name) == ["used", "rest"])
        #expect(guide.values.declarations(from: .formula).map(\.name) == [])
        #expect(String(decoding: guide.text, as: UTF8.self).hasSuffix("\nExamples, not values of yours: Used, Rest.\n"))
    }

    /// The guide is the reader's own, so private values are filled in; `--set` overrules the message, and the message
    /// everything else.
    @Test func everySourceCountsInItsOrder() throws {
        let project = try Self.project(
            "{{org.id}} {{used}} {{limit}}",
            [
                "vademecum.local.yaml": "org.id: org-local\nused: 1\nlimit: 1\n",
                "content/first/guide.yaml": "errors: [\"Used {{used}} of {{limit}}\"]\n",
            ])
        defer { withExtendedLifetime(project) {} }
        let values = ValueOptions(
            settings: ["limit=4"], environment: ["VADEMECUM_USED": "2", "VADEMECUM_LIMIT": "2"])
        let personaliser = try Self.personaliser(project, values) {
            $0.guide = nil
            $0.message = "Used 3 of 3"
        }
        let guide = try #require(personaliser.write(.markdown, width: 80).value)
        #expect(String(decoding: guide.text, as: UTF8.self).contains("\norg-local 3 4\n"))
        #expect(guide.values.declarations(from: .local).map(\.name) == ["org.id"])
        #expect(guide.values.declarations(from: .error).map(\.name) == ["used"])
        #expect(guide.values.declarations(from: .set).map(\.name) == ["limit"])
    }

    // MARK: Languages

    @Test func languageOfTheEnvironmentElseTheSource() throws {
        let french = Self.guide("Un souci.").replacing("Problem", with: "Problème").replacing("Steps", with: "Étapes")
            .replacing("Verification", with: "Vérification")
        let project = try Self.project("A fault.", ["content/first/fr.md": french])
        defer { withExtendedLifetime(project) {} }
        func text(_ environment: [String: String], _ language: String? = nil) throws -> String {
            let personaliser = try Self.personaliser(project, ValueOptions(environment: environment)) {
                $0.language = language.flatMap { LanguageTag(rawValue: $0) }
            }
            let guide = try #require(personaliser.write(.text, width: 80).value)
            return String(decoding: guide.text, as: UTF8.self)
        }
        #expect(try text([:]).contains("A fault."))
        #expect(try text(["LANG": "de_DE"]).contains("A fault."))
        #expect(try text(["LANG": "fr_BE.UTF-8"]).contains("Un souci."))
        #expect(try text(["LANG": "fr_BE.UTF-8"], "en").contains("A fault."))
    }

    /// A guide that is not translated is shown as it is, and the reader is told.
    @Test func untranslatedGuideComesWithANotice() throws {
        let guide = try Self.write(try Self.project("A fault."), .html) { $0.language = LanguageTag(rawValue: "fr") }
        let html = String(decoding: guide.text, as: UTF8.self)
        let notice = try #require(guide.notice)
        #expect(html.contains("<html lang=\"fr\"") && html.contains("<article lang=\"en\""))
        #expect(html.contains("<p class=\"notice\">\(notice.replacing("'", with: "&#39;"))</p>"))
    }

    // MARK: Formats

    @Test func pageHoldsItsStyleAndImagesAndFetchesNothing() throws {
        let image = Data([0x89, 0x50, 0x4E, 0x47])
        let project = try Self.project(
            "![A box](box.png) [Other](../second/en.md) [Step](#step-1) {{org.id}}",
            ["content/second/en.md": TestProject.guide])
        try project.files.write(image, at: "content/first/box.png")
        let html = String(decoding: try Self.write(project, .html).text, as: UTF8.self)
        #expect(html.contains("src=\"data:image/png;base64,iVBORw==\""))
        // A mailed page has no other guide beside it.
        #expect(html.contains(" Other (second) <a href=\"#step-1\">Step</a>"))
        let markdown = try Self.write(project, .markdown).text
        #expect(String(decoding: markdown, as: UTF8.self).contains(" Other (second) [Step](#step-1)"))
        #expect(html.contains("content=\"default-src 'none'; style-src data:; img-src data:; base-uri 'none'"))
        #expect(!html.contains("<style") && !html.contains("<script") && !html.contains("unsafe-inline"))
        let links = html.matches(of: /<link rel="([a-z]+)" href="data:text\/css;charset=utf-8;base64,([^"]+)">/)
        #expect(links.map { $0.1 } == ["stylesheet"] && html.matches(of: /<link/).count == 1)
        let style = links.first.flatMap { Data(base64Encoded: String($0.2)) }
        #expect(style.map { String(decoding: $0, as: UTF8.self) }?.contains("@media print") == true)
    }

    @Test func linksLeadToTheSiteWhereItHasAnAddress() throws {
        let project = try Self.project(
            "![A box](box.png) [Other](../second/en.md#notes)",
            [
                "vademecum.yaml": Self.configuration + "url: https://guides.example.org\n",
                "content/first/box.png": "x",
                "content/second/en.md": TestProject.guide,
            ])
        let markdown = String(decoding: try Self.write(project, .markdown).text, as: UTF8.self)
        #expect(markdown.contains("![A box](https://guides.example.org/en/first/box.png)"))
        #expect(markdown.contains("[Other](https://guides.example.org/en/second/#notes)"))
    }

    @Test func faultsInTheGuideStopIt() throws {
        let project = try Self.project("{{nobody}}")
        defer { withExtendedLifetime(project) {} }
        let outcome = try Self.personaliser(project).write(.markdown, width: 80)
        #expect(outcome.value == nil && !outcome.isUsage)
        #expect(outcome.diagnostics.checks == ["undefined-value"])
    }

    /// Of other guides only the patterns are read: what is wrong with their texts is nothing to this reader.
    @Test func faultsInOtherGuidesDoNot() throws {
        let project = try Self.project(
            "Fine.",
            [
                "content/second/en.md": "no guide at all",
                "content/first/guide.yaml": "errors: [\"Limit of {{limit}}\"]\n",
            ])
        let guide = try Self.write(project, .text) {
            $0.guide = nil
            $0.message = "Limit of 50"
        }
        #expect(guide.id == "first")
    }

    /// A message that is about another guide than the one that was named is told to be, and nothing is filled in.
    @Test func theMessageIsAboutAnotherGuide() throws {
        let project = try Self.project(
            "{{used}}",
            [
                "content/first/guide.yaml": "errors: ['Quota {{used}} reached today']\n",
                "content/second/en.md": Self.guide("{{limit}}"),
                "content/second/guide.yaml": "errors: ['Limit {{limit}} was exceeded']\n",
            ])
        defer { withExtendedLifetime(project) {} }
        var options = PersonalOptions()
        options.guide = "first"
        options.message = "Limit 5 was exceeded"
        let outcome = Personaliser.find(try project.folder, ValueOptions(), options)
        #expect(outcome.value == nil)
        #expect(
            outcome.diagnostics.lines == [
                "--error:1:1 other-guide: the message is about `second` (“A guide”); you named `first`"
            ])
        options.message = "Nothing of either"
        #expect(
            Personaliser.find(try project.folder, ValueOptions(), options).diagnostics.map(\.check) == [
                "unknown-message"
            ])
    }
}
