import Guides
import Rendering
import TestSupport
import Testing

@testable import Workflows

/// Titles that cannot be names are told with their places before a page is made.
@Suite struct WikiNamingTests {
    @Test func characterThatAWikiCannotHold() throws {
        let fixture = try WikiFixture(["content/openai/fr.md": WikiFixture.guide("Que faire\u{202F}?")])
        let outcome = try fixture.outcome(.github)
        #expect(
            outcome.diagnostics.lines == [
                "content/openai/fr.md:2:8 wiki-name: GitHub’s wikis cannot have `?` in the name of a page"
            ])
        #expect(outcome.diagnostics.map(\.marked) == ["Que faire\u{202F}?"])
        #expect(outcome.value == nil && !outcome.isUsage)
        // Azure DevOps has a spelling for it.
        #expect(try fixture.wiki(.azure).pages.map(\.path).contains("Français/Que-faire-%3F.md"))
    }

    /// All faults come in one run.
    @Test func severalFaults() throws {
        let long = String(repeating: "é", count: 130)
        let fixture = try WikiFixture([
            "content/openai/fr.md": WikiFixture.guide("Home"), "content/only-french/fr.md": WikiFixture.guide(long),
        ])
        #expect(
            try fixture.outcome(.github).diagnostics.lines == [
                "content/only-french/fr.md:2:8 wiki-name: the page’s name would take 263 bytes, and GitHub’s wikis have room for 255",
                "content/openai/fr.md:2:8 wiki-name: GitHub’s wikis have a page called “Home” already",
            ])
    }

    /// Where every page stands in one folder, two guides cannot have one title, in whatever language and case.
    @Test func sameTitleOfTwoGuides() throws {
        let fixture = try WikiFixture(["content/only-french/fr.md": WikiFixture.guide("request TOO large")])
        for flavor in [WikiFlavor.github, .gitea] {
            let outcome = try fixture.outcome(flavor)
            #expect(
                outcome.diagnostics.lines == [
                    "content/only-french/fr.md:2:8 wiki-name: two pages of the wiki would be called “request TOO large”"
                ])
            #expect(outcome.diagnostics.first?.related.map(\.place.path) == ["content/limits/too-large/en.md"])
        }
        // Elsewhere the languages have folders of their own.
        #expect(try fixture.outcome(.gitlab).diagnostics.lines == [])
        #expect(try fixture.outcome(.azure).diagnostics.lines == [])
    }

    /// In GitHub's names a dash is a space.
    @Test func dashAndSpaceAreOne() throws {
        let fixture = try WikiFixture(["content/only-french/fr.md": WikiFixture.guide("Requête-trop volumineuse")])
        #expect(try fixture.outcome(.github).diagnostics.checks == ["wiki-name"])
        #expect(try fixture.outcome(.gitea).diagnostics.lines == [])
    }

    /// A translation of the same title takes its language's name; the source keeps its own.
    @Test func sameTitleInTwoLanguagesOfAGuide() throws {
        let paths = try WikiFixture().wiki(.github).pages.map(\.path)
        #expect(paths.filter { $0.hasPrefix("OpenAI") } == ["OpenAI-(English).md", "OpenAI.md"])
    }

    /// The same letters are the same name, however they were typed.
    @Test func namesAreNormalised() throws {
        let fixture = try WikiFixture(["content/only-french/fr.md": WikiFixture.guide("De\u{301}but")])
        let path = try #require(try fixture.wiki(.github).pages.map(\.path).first { $0.hasPrefix("D") })
        #expect(path.unicodeScalars.elementsEqual("Début.md".unicodeScalars))
    }

    /// What is wrong with the content is told as `build` tells it, and nothing is made.
    @Test func brokenContent() throws {
        let fixture = try WikiFixture([
            "content/openai/fr.md": WikiFixture.guide("OpenAI").replacing(
                "Un.", with: "[x](../raise-limit/fr.md#nowhere)")
        ])
        let outcome = try fixture.outcome(.github)
        #expect(Set(outcome.diagnostics.checks) == ["broken-link"])
        #expect(outcome.value == nil)
    }
}
