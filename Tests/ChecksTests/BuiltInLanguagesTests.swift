import Checks
import Foundation
import Sources
import TestSupport
import Testing
import Values

/// The languages that come with the program: a page in each is checked against the English one without a finding, and what
/// was left in the wrong language is told.
@Suite struct BuiltInLanguagesTests {
    static let languages = ["de", "es", "it", "pt", "nl", "pl", "ar", "ja", "zh"]

    private func text(_ language: String) throws -> String {
        try String(contentsOf: Package.fixture("languages/\(language).md"), encoding: .utf8)
    }

    /// A site in English and another language.
    private func findings(_ language: String, other: String? = nil, english: String? = nil) throws -> [String] {
        let configuration = "title: Guides\nlanguages: [en, \(language)]\n"
        var project = ExampleProject(
            CheckExample(files: [
                ("vademecum.yaml", configuration), ("content/key/en.md", try english ?? text("en")),
                ("content/key/\(language).md", try other ?? text(language)),
            ]))
        project.keep(guide: "key")
        project.acceptsTranslations = true
        return project.diagnose().lines
    }

    @Test(arguments: languages) func `a page in the language has no finding`(_ language: String) throws {
        #expect(try findings(language) == [])
    }

    @Test(arguments: languages) func `English that was left is told`(_ language: String) throws {
        let left = "This is the one that you have been given by the team."
        let other = try text(language) + "\n\(left)\n"
        let english = try text("en") + "\nOne more sentence, which is the last of all.\n"
        let found = try findings(language, other: other, english: english)
        #expect(found.count { $0.contains("this is in English") } == 1, "\(found)")
    }

    @Test(arguments: languages) func `the language is told in an English page`(_ language: String) throws {
        let lines = try text(language).split(separator: "\n")
        let sentence = try #require(lines.first { $0.contains("3 ") })
        let english = try text("en").replacing(
            "Open the page of the keys, then choose the one that has leaked. It takes 3 minutes.",
            with: String(sentence))
        let found = try findings(language, english: english)
        #expect(found.contains { $0.contains("this is in ") || $0.contains("same text") }, "\(found)")
    }

    @Test(arguments: languages) func `a date that differs is told`(_ language: String) throws {
        let english = try text("en").replacing("2 January 2026", with: "3 January 2026")
        let found = try findings(language, english: english)
        #expect(found.contains { $0.contains("different-numbers") || $0.contains("2026-01-0") }, "\(found)")
    }
}
