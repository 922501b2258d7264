import Sources
import TestSupport
import Testing
import Values

@testable import Workflows

/// A language of a region is that of all regions, but for what its file says.
@Suite struct RegionalLanguageTests {
    private func language(_ tag: String, files: [String: String] = [:]) throws -> Language {
        var diagnostics: [Diagnostic] = []
        let folder = TemplateFolder(project: ProjectFolder(MemoryFiles(texts: files)))
        let languages = folder.languages([try #require(LanguageTag(rawValue: tag))], &diagnostics)
        #expect(diagnostics.isEmpty)
        return try #require(languages.first)
    }

    @Test func canadianFrenchHasItsOwnSpaces() throws {
        let (french, canadian) = (try language("fr"), try language("fr-CA"))
        #expect(canadian.sections == french.sections)
        #expect(canadian.terms == french.terms)
        #expect(canadian.name == "Français (Canada)")
        #expect(french.writing.spaceBefore["!"] == "\u{202F}")
        #expect(canadian.writing.spaceBefore["!"] == "")
        #expect(canadian.writing.spaceBefore[":"] == "\u{A0}")
        #expect(canadian.writing.spaceAfter == french.writing.spaceAfter)
        #expect(canadian.writing.commonWords == french.writing.commonWords)
    }

    @Test func aRegionNeedsNoFile() throws {
        let british = try language("en-GB")
        #expect(british.tag.rawValue == "en-GB")
        #expect(british.sections["steps"] == ["Steps"])
    }

    /// What the project says of the language holds for its regions.
    @Test func theProjectsOwnFileCounts() throws {
        let files = [
            "templates/languages/fr.yaml": "sections: {steps: Marche à suivre}\n",
            "templates/languages/fr-BE.yaml": "terms: {home: Tous}\nwriting: {apostrophe: \"'\"}\n",
        ]
        let belgian = try language("fr-BE", files: files)
        #expect(belgian.sections["steps"] == ["Marche à suivre"])
        #expect(belgian.sections["problem"] == ["Problème"])
        #expect(belgian.terms["home"] == "Tous")
        #expect(belgian.writing.apostrophe == "'")
        #expect(belgian.writing.spaceBefore["!"] == "\u{202F}")
    }
}
