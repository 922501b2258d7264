import Foundation
import Guides
import TestSupport
import Testing

@testable import Workflows

/// What is recorded of translations, and how they compare with it.
@Suite struct TranslationRecordTests {
    @Test(arguments: [
        ("Indique la limite souhaitée.\nEnvoie", "Indique la limite\nsouhaitée. Envoie"),
        ("Le service refuse ta requête.", "Le   service\nrefuse ta requête."),
        ("Le service refuse ta requête.", "<!-- check the name -->\n\nLe service refuse ta requête."),
        ("## Vérification\n", "\n\n## Vérification\n\n"), ("## Vérification\n", "Vérification\n------------\n"),
        ("Va sur la page des limites.", "Va sur la page&nbsp;des limites."),
    ]) func spacingAndCommentsChangeNothing(_ old: String, _ new: String) throws {
        let project = MemoryProject()
        try project.edit("fr.md", old, new)
        #expect(project.states == [.current])
    }

    /// A value that has another name is the same value.
    @Test func aRenamedValueMakesNothingStale() throws {
        let project = MemoryProject(values: "quota: {type: integer, value: 4}")
        try project.edit("fr.md", "Le service refuse", "Au-delà de {{quota}}, le service refuse")
        try project.edit("en.md", "The service refuses", "Beyond {{quota}} the service refuses")
        project.accept()
        let configuration = try project.text("vademecum.yaml")
        try project.write(configuration.replacing("quota:", with: "limit.current:"), at: "vademecum.yaml")
        try project.edit("fr.md", "{{quota}}", "{{limit.current}}")
        #expect(project.check().diagnostics.map(\.check) == ["undefined-value"])
        try project.edit("en.md", "{{quota}}", "{{limit.current}}")
        #expect(project.check().findings == [])
        #expect(project.states == [.current])
    }

    /// Another value is another text, although what it stands for looks the same.
    @Test func anotherValueIsAChange() throws {
        let project = MemoryProject(values: "quota: {type: integer, value: 4}\n  wanted: {type: integer, value: 4}")
        try project.edit("fr.md", "Le service refuse", "Au-delà de {{quota}}, et de {{wanted}}, le service refuse")
        try project.edit("en.md", "The service refuses", "Beyond {{quota}} and {{wanted}} the service refuses")
        project.accept()
        try project.edit("fr.md", "{{quota}}, et de {{wanted}}", "{{wanted}}, et de {{quota}}")
        #expect(project.check().diagnostics.map(\.check) == ["stale-translation"])
    }

    /// Records of format 1 have fingerprints of all that was said.
    @Test func earlierRecordsAreStillKnown() throws {
        let project = MemoryProject()
        let earlier = try Data(contentsOf: Package.fixture("translations/earlier.yaml"))
        try project.write(String(decoding: earlier, as: UTF8.self), at: "content/ask/translations.yaml")
        #expect(project.check().findings == [])
        #expect(project.states == [.current])
        try project.edit("fr.md", "Va sur la page", "Ouvre la page")
        #expect(project.check().diagnostics.messages.count == 1)
        // One section alone is recorded anew, and stands beside those that are not.
        project.accept {
            $0.sections = ["steps"]
            $0.unchanged = "a word in French"
        }
        #expect(project.check().findings == [])
        let mixed = try project.text("content/ask/translations.yaml")
        #expect(mixed.contains("format: 2\n") && mixed.contains("\n        - 01172b85d9b964db\n"))
        project.accept()
        #expect(try !project.text("content/ask/translations.yaml").contains("        - 01172b85d9b964db\n"))
        #expect(project.check().findings == [])
    }

    @Test(arguments: [
        ("title: Demander", "title: Réclamer", "title and summary are behind fr.md: 1 block is new or changed"),
        ("Le service refuse ta requête.\n\n", "", "the section “Problem” is behind fr.md: 1 block is gone"),
        (
            "Va sur la page des limites.", "Va sur la page.\n\nPuis attends.",
            "the section “Steps” is behind fr.md: 2 blocks are new or changed"
        ),
        ("Va sur la page", "Va sur **la page**", "the section “Steps” is behind fr.md: 1 block is new or changed"),
        ("Va sur la page", "- Va sur la page", "the section “Steps” is behind fr.md: 1 block is new or changed"),
    ]) func changesAreTold(_ old: String, _ new: String, _ message: String) throws {
        let project = MemoryProject()
        try project.edit("fr.md", old, new)
        #expect(project.check().diagnostics.filter { $0.check == "stale-translation" }.messages == [message])
    }

    @Test func movedBlocksAreTold() throws {
        let project = MemoryProject()
        try project.edit("fr.md", "Le service refuse ta requête.", "Un.\n\nDeux.")
        try project.edit("en.md", "The service refuses your request.", "One.\n\nTwo.")
        project.accept()
        try project.edit("fr.md", "Un.\n\nDeux.", "Deux.\n\nUn.")
        #expect(
            project.check().diagnostics.messages == [
                "the section “Problem” is behind fr.md: its blocks stand in another order"
            ])
    }

    @Test func fileIsTheSameBytesEachTimeAndReadsWellInADiff() throws {
        let project = MemoryProject()
        let text = try project.text("content/ask/translations.yaml")
        try expectSnapshot(text, at: "Tests/Fixtures/translations/translations.yaml")
        project.accept()
        #expect(try project.text("content/ask/translations.yaml") == text)
        // Somebody's editor may write YAML otherwise.
        try project.edit("translations.yaml", "  en:", "  \"en\":")
        #expect(project.check().findings == [])
    }

    @Test(arguments: [
        ("source: fr", "<<<<<<< ours\nsource: fr", "conflicting-records"), ("format: 2", "format: 3", "wrong-shape"),
        ("      translation: ", "      translation: x", "wrong-shape"), ("format: 2\n", "", "missing-key"),
    ]) func fileThatIsNoneIsRefused(_ old: String, _ new: String, _ check: String) throws {
        let project = MemoryProject()
        try project.edit("translations.yaml", old, new)
        let outcome = project.check()
        #expect(!outcome.isUsage)
        #expect(
            outcome.diagnostics.contains {
                $0.check == check && $0.severity == .error && $0.place.path == "content/ask/translations.yaml"
            })
    }

    @Test func translationWithoutARecordHasItsOwnMessage() throws {
        let project = MemoryProject(accepted: false)
        #expect(project.check().findings == ["en.md:1:1: warning[unrecorded-translation]"])
        #expect(project.states == [.unrecorded])
        project.accept()
        // A new section of both languages is one that nobody has recorded yet.
        try project.edit("fr.md", "## Vérification", "## Secours {#help}\n\nTexte.\n\n## Vérification")
        try project.edit("en.md", "## Verification", "## Help {#help}\n\nText.\n\n## Verification")
        #expect(
            project.check().diagnostics.messages.contains {
                $0.contains("nothing says what the section “Help” was translated from")
            })
    }
}

extension MemoryProject {
    /// How far the translations of the guide are.
    fileprivate var states: [GuideTranslations.Translation.State]? {
        let outcome = TranslationWork(folder, TranslationsOptions()).status(history: nil)
        return outcome.value?.guides.flatMap(\.translations).map(\.state)
    }
}
