import Foundation
import TestSupport
import Testing

/// The commands of daily work, records and patches among them, show no private value that somebody typed into a guide.
@Suite struct SecretsInWorkTests {
    private static let values = ["--values", "../secrets.yaml"]

    /// A project in two languages, whose source has changed since it was translated, with a text in both.
    private func project(_ text: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(SecretsTests.configuration(languages: "[fr, en]"), at: "p/vademecum.yaml")
        try folder.write("corp: \(SecretsTests.secret)\nbudget: \(SecretsTests.number)\n", at: "secrets.yaml")
        for (language, titles) in [
            ("fr", ["Problème", "Étapes", "Vérification"]), ("en", ["Problem", "Steps", "Verification"]),
        ] {
            try folder.write(
                """
                ---
                title: A
                summary: B.
                ---

                ## \(titles[0])

                {{corp}} pays {{budget}}. [a](https://example.org/a)

                \(text)

                ## \(titles[1])

                ### Un

                A.

                ## \(titles[2])

                B.

                """, at: "p/content/g/\(language).md")
        }
        return folder
    }

    @Test(arguments: SecretsTests.plants.filter { $0.text != "Text." })
    func translations(plant: SecretsTests.Plant) throws {
        let folder = try project(plant.text)
        let place = folder.url.appending(path: "p")
        func run(_ arguments: String...) throws {
            let outcome = try Program.vademecum(arguments + Self.values, in: place)
            #expect(outcome.status < 2, "\(arguments): \(outcome.errors)")
            expectNoSecret(outcome.output, in: arguments)
            expectNoSecret(Data(outcome.errors.utf8), in: arguments)
        }
        try run("translations", "accept")
        let french = try folder.text(at: "p/content/g/fr.md")
        try folder.write(french.replacing("example.org/a)", with: "example.com/b)"), at: "p/content/g/fr.md")
        try run("translations", "status")
        try run("translations", "status", "--format", "json")
        try run("translations", "sync", "--diff")
        try run("translations", "sync")
        try folder.write(french.replacing(plant.text, with: plant.text + "\n\nEncore."), at: "p/content/g/fr.md")
        try run("translations", "accept", "--unchanged", "we know")
        try run("errors", "list")
        if let records = try? folder.text(at: "p/content/g/translations.yaml") {
            expectNoSecret(Data(records.utf8), in: ["translations.yaml"])
        }
    }

    /// A log is somebody's own; the report about it is for others.
    @Test(arguments: ["text", "json"]) func scanning(format: String) throws {
        let folder = try project("A.")
        let log = "Error: \(SecretsTests.secret) was refused\nError: budget of \(SecretsTests.number) is reached\n"
        let arguments = ["errors", "scan", "-", "--format", format] + Self.values
        let outcome = try Program.vademecum(
            arguments, in: folder.url.appending(path: "p"), input: Data(log.utf8))
        #expect(outcome.status == 1, "\(outcome.errors)")
        expectNoSecret(outcome.output, in: arguments)
        expectNoSecret(Data(outcome.errors.utf8), in: arguments)
    }

    /// A colleague reads the team's values on the wiki, and types them: a patch is for the project, which is public.
    @Test(arguments: [
        "echo 'Ask org-TEAM first.' >>Raise-a-limit.md",
        "sed -i 's/Name the model\\./Name the model to org-TEAM./' Raise-a-limit.md",
        "sed -i 's/^## Steps/## Steps of ORG-TEAM/' Raise-a-limit.md",
        "sed -i 's/org-TEAM/org-TEAM, twice org-TEAM,/' Raise-a-limit.md",
    ])
    func adopting(_ script: String) throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.colleague(script)
        try wiki.change("raise-limit", "Say that you have", "Say first that you have")
        for arguments in [["--plan", wiki.remote], ["adopt", wiki.remote], ["--publish", wiki.remote]].map({
            ["wiki"] + $0
        }) {
            let outcome = try wiki.vademecum(arguments)
            #expect(!(outcome.text + outcome.errors).lowercased().contains("org-team"), "\(arguments)")
        }
    }

    private func expectNoSecret(_ bytes: Data, in arguments: [String]) {
        guard SecretsTests.holdsSecret(bytes) else { return }
        Issue.record(
            "\(arguments.joined(separator: " ")) shows it:\n\(String(decoding: bytes, as: UTF8.self).prefix(2000))")
    }
}
