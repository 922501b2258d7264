import Foundation
import TestSupport
import Testing

/// `vademecum import FILE`: a how-to that was written for nobody's program becomes a guide.
@Suite struct FileImportTests {
    private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/import")

    private func imported(_ arguments: String...) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let outcome = try Program.vademecum(
            ["import", Self.fixtures.appending(path: "limites.fr.md").path] + arguments, in: folder.url)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return folder
    }

    @Test func aGuideOfOneFileHasNoFaults() throws {
        let folder = try imported()
        let check = try Program.vademecum("check", "--strict", in: folder.url)
        #expect(check.status == 0, "\(check.text)")
        let text = try String(contentsOf: folder.url.appending(path: "content/limites/fr.md"), encoding: .utf8)
        #expect(text.contains("title: Augmenter les limites de débit de Nimbus\n"))
        #expect(text.contains("\n    {{error}}\n"))
        #expect(text.contains("#### Via le formulaire {.recommended}\n"))
        #expect(text.contains("<!-- only: plan=free -->\n- Généralement"))
        #expect(text.contains("\n{{limits}}\n"))
    }

    @Test func itsOwnErrorFillsItsValues() throws {
        let folder = try imported()
        let source = try String(contentsOf: Self.fixtures.appending(path: "limites.fr.md"), encoding: .utf8)
        let error = try #require(source.split(separator: "\n").first { $0.hasPrefix("Rate limit") })
        let outcome = try Program.vademecum(
            "personalise", "--error", String(error), "--format", "json", "--no-input", in: folder.url)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.text.contains("org-a1B2c3D4e5F6"))
        #expect(outcome.text.contains("\"value\": 40000"))
    }

    @Test func whatIsPrivateStandsNowhere() throws {
        let folder = try imported()
        let all = try folder.contents().values.map { String(decoding: $0, as: UTF8.self) }.joined()
        #expect(!all.contains("a1B2c3D4e5F6"))
        #expect(!all.contains("support@"))
    }

    @Test func theOtherLanguageIsAddedAndRecorded() throws {
        let folder = try imported()
        let english = Self.fixtures.appending(path: "limits.en.md").path
        let outcome = try Program.vademecum("import", english, "--into", "limites", in: folder.url)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let check = try Program.vademecum("check", in: folder.url)
        #expect(check.status == 0, "\(check.text)")
        #expect(try Program.vademecum("translations", in: folder.url).status == 0)
    }

    @Test func nothingIsWrittenOverAndNothingInADryRun() throws {
        let folder = try imported()
        let before = try folder.contents()
        let again = try Program.vademecum(
            "import", Self.fixtures.appending(path: "limites.fr.md").path, in: folder.url)
        #expect(again.status == 2)
        #expect(again.errors.contains("existing-target"))
        #expect(try folder.contents() == before)
        let empty = try TemporaryFolder()
        let dry = try Program.vademecum(
            "import", Self.fixtures.appending(path: "limites.fr.md").path, "--dry-run", "--format", "json",
            in: empty.url)
        #expect(dry.status == 0)
        #expect(dry.text.contains("\"dry-run\": true"))
        #expect(try empty.contents().isEmpty)
    }
}
