import Testing
import Values

@testable import Workflows

/// Which language a reader gets who does not say.
@Suite struct EnvironmentLanguageTests {
    @Test(arguments: [
        ([:], nil), (["LANG": "fr_CA.UTF-8"], "fr-CA"), (["LANG": "en_US.UTF-8", "LC_MESSAGES": "fr_FR"], "fr-FR"),
        (["LANG": "en_US", "LC_MESSAGES": "de_DE", "LC_ALL": "fr"], "fr"), (["LANG": "C.UTF-8"], nil),
        // What is set first counts, even where it names no language; what is empty is not set.
        (["LC_ALL": "POSIX", "LANG": "fr_FR"], nil), (["LC_ALL": "", "LANG": "sr_RS@latin"], "sr-RS"),
        (["LANG": "../../x"], nil),
    ])
    func tag(environment: [String: String], tag: String?) {
        #expect(EnvironmentLanguage.tag(environment)?.rawValue == tag)
    }

    @Test(arguments: [("fr", "fr"), ("fr-CA", "fr"), ("PT-br", "pt-BR"), ("pt", "pt-BR"), ("de", nil)])
    func best(asked: String, given: String?) throws {
        let languages = ["en", "fr", "pt-BR"].compactMap { LanguageTag(rawValue: $0) }
        #expect(languages.best(for: try #require(LanguageTag(rawValue: asked)))?.rawValue == given)
    }
}
