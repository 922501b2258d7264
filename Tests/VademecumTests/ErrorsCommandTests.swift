import Foundation
import TestSupport
import Testing

/// `vademecum errors`, on this project's own guides.
@Suite struct ErrorsCommandTests {
    static let log = """
        2026-11-29T10:00:01Z INFO served /a in 12 ms
        2026-11-29T10:00:02Z ERROR openai: Rate limit reached for gpt-4o in organization org-EXAMPLE1 on tokens per min (TPM): \
        Limit 30000, Used 20000, Requested 18592. Please try again in 2s.
        2026-11-29T10:00:03Z ERROR db: connection to 10.0.0.1 refused
        2026-11-29T10:00:04Z ERROR openai: Rate limit reached for gpt-4o in organization org-EXAMPLE2 on tokens per min (TPM): \
        Limit 30000, Used 21000, Requested 18592. Please try again in 3s.

        """

    @Test func everyPatternIsListed() throws {
        let outcome = try Program.vademecum("errors", "list", "--project", Package.folder.path)
        #expect(outcome.status == 0)
        #expect(outcome.text.contains("quota-exceeded (fr, en)\n  You exceeded your current quota"))
        #expect(outcome.text.contains("\n  Rate limit reached for {{model}}[ in organization {{org.id}}] on"))
    }

    /// What a guide explains is told from what none does; values are left out.
    @Test func aLogIsLookedThrough() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.log, at: "app.log")
        let path = "\(folder.path)/app.log"
        let outcome = try Program.vademecum("errors", "scan", path, "--project", Package.folder.path)
        #expect(outcome.status == 1)
        #expect(
            outcome.text == """
                2  raise-rate-limit  ERROR openai: Rate limit reached for <*> in organization <*> on tokens per min (TPM): \
                Limit <*> Used <*> Requested <*> Please try again in <*>  (\(path):2)
                1  no guide          ERROR db: connection to <*> refused  (\(path):3)
                4 lines, 2 kinds of errors, 1 without a guide

                """)
        let piped = try Program.vademecum(
            ["errors", "scan", "-", "--format", "json", "--project", Package.folder.path], input: Data(Self.log.utf8))
        let report = try JSONDecoder().decode(JSON.self, from: Data(piped.text.utf8))
        #expect(report["errors"].items.map { $0["count"] } == [.number(2), .number(1)])
        #expect(report["errors"].items[0]["guide"].text == "raise-rate-limit")
    }

    /// In source code the messages that it raises are looked at, with whatever is put into them.
    @Test func sourceCodeIsLookedThrough() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "throw new Error(`Could not open ${path} at all`);\nconst a = 'an error in no message';\n", at: "src/a.js")
        try folder.write("ignored", at: "src/node_modules/b.js")
        let outcome = try Program.vademecum(
            "errors", "scan", "\(folder.path)/src", "--project", Package.folder.path)
        #expect(outcome.status == 1)
        #expect(outcome.text.contains("no guide  Could not open *** at all  (\(folder.path)/src/a.js:1)"))
    }

    @Test func whatIsNotThereIsSaid() throws {
        let outcome = try Program.vademecum("errors", "scan", "/nowhere.log", "--project", Package.folder.path)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("/nowhere.log: error[unreadable-file]: cannot read this file: No such file"))
    }
}
