import Sources
import Templates
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

    /// What CLDR knows of a region needs no file.
    @Test(arguments: [("es-MX", "."), ("es-AR", ","), ("de-CH", "."), ("de-AT", ","), ("it-CH", "."), ("pt-PT", ",")])
    func aRegionHasItsDecimalSign(_ tag: String, sign: String) throws {
        #expect(try language(tag).writing.decimalSign == sign)
    }

    @Test func swissGermanAndPortugueseOfPortugalHaveTheirWords() throws {
        #expect(try language("de-CH").term("panel-close") == "Schliessen")
        #expect(try language("de-CH").writing.quotes?.open == "«")
        #expect(try language("pt-PT").term("panel-team") == "Valores da equipa")
        #expect(try language("pt-BR").term("panel-team") == "Valores da equipe")
    }

    /// Every language that comes with the program has every word and the title of every section, with the same values in
    /// them.
    @Test(arguments: DefaultTemplates.files.keys.filter { $0.hasPrefix("languages/") && !$0.contains("-") }.sorted())
    func aLanguageOfTheProgramIsComplete(_ path: String) throws {
        let (own, english) = (try language(String(path.dropFirst(10).dropLast(5))), try language("en"))
        #expect(own.borrowedTerms == [])
        #expect(Set(own.sections.keys) == Set(english.sections.keys))
        for (name, text) in english.terms {
            func names(_ text: String) -> Set<Substring> {
                Set(text.matches(of: /\{[a-z]+\}/).map(\.output)).subtracting(["{letter}", "{number}"])
            }
            #expect(names(own.term(name)) == names(text), "\(name)")
        }
        #expect(!own.writing.commonWords.isEmpty && !own.writing.units.isEmpty && !own.writing.vagueLinks.isEmpty)
        #expect(!own.vocabulary.addresses.isEmpty && !own.vocabulary.letters.isEmpty || own.tag.rawValue == "en")
    }
}
