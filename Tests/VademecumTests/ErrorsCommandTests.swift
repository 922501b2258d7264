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
        #expect(
            outcome.text.contains(
                "quota-exceeded (fr, en; 2 samples; e/openai-quota-exceeded)\n  You exceeded your current quota"))
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

    // MARK: Why, and where

    @Test func whereAPatternStopsIsSaid() throws {
        let key = "s" + "k-" + String(repeating: "Ab1", count: 16)
        let outcome = try Program.vademecum(
            "errors", "explain", "Rate limit reached for gpt-4o on Tuesday \(key)", "--project", Package.folder.path)
        #expect(outcome.status == 1)
        #expect(
            outcome.text.hasPrefix(
                "No guide is about the message.\n\nraise-rate-limit: Rate limit reached for {{model}}"))
        #expect(outcome.text.contains("\n  + {{model}} = gpt-4o\n  + on\n  - {{limit.metric}}\n"))
        #expect(outcome.text.contains("\n  stopped where “{{limit.metric}}” was expected: “Tuesday ***”\n"))
        #expect(!outcome.text.contains(key))
    }

    @Test func whatFitsIsShownWithItsValues() throws {
        let message = PersonaliseTests.message.replacing("org-EXAMPLE42", with: "***")
        let outcome = try Program.vademecum(
            ["errors", "explain", "-", "--format", "json", "--project", Package.folder.path], input: Data(message.utf8))
        #expect(outcome.status == 0)
        let report = try JSONDecoder().decode(JSON.self, from: Data(outcome.text.utf8))
        #expect(report["result"].text == "found" && report["guides"] == .array([.text("raise-rate-limit")]))
        let pieces = report["patterns"].items[0]["pieces"].items
        func piece(_ text: String) -> JSON { pieces.first { $0["text"].text == text } ?? .null }
        #expect(piece("{{limit.current}}")["value"].text == "30000")
        #expect(piece("{{org.id}}")["state"].text == "unreadable")
        #expect(piece("{{service.tier}}")["state"].text == "left")
    }

    @Test func nothingInCommonIsSaid() throws {
        let outcome = try Program.vademecum("errors", "explain", "disk full", "--project", Package.folder.path)
        #expect(outcome.status == 1)
        #expect(outcome.text == "No guide is about the message.\nNo text of any pattern stands in the message.\n")
    }

    /// What GitHub's runners look for matches what people get.
    @Test func aProblemMatcherIsMade() throws {
        let outcome = try Program.vademecum("errors", "matcher", "--project", Package.folder.path)
        #expect(outcome.status == 0)
        let matchers = try JSONDecoder().decode(JSON.self, from: Data(outcome.text.utf8))["problemMatcher"].items
        #expect(Set(matchers.map { $0["owner"].text }).count == matchers.count)
        let matcher = try #require(matchers.first { $0["owner"].text == "vademecum-openai-rate-limit" })
        let expression = try NSRegularExpression(pattern: matcher["pattern"].items[0]["regexp"].text)
        let line = "12:00 ERROR \(PersonaliseTests.message)"
        let match = try #require(expression.firstMatch(in: line, range: NSRange(line.startIndex..., in: line)))
        #expect(line[try #require(Range(match.range(at: 1), in: line))] == PersonaliseTests.message)
    }

    /// The address of an error stays when its guide moves, and a sample is nothing to publish.
    @Test func addressesStay() throws {
        let project = try SmallProject()
        let metadata = "errors: [no room]\nerror-id: full\nsamples: [{file: from-a-log.txt}]\n"
        try project.write(metadata, at: "content/a-guide/guide.yaml")
        try project.write("12:00 no room for ana@example.org\n", at: "content/a-guide/from-a-log.txt")
        #expect(try project.run("check").status == 0)
        #expect(try project.run("build").status == 0)
        let files = try project.folder.files(in: "site")
        #expect(["e/full/index.html", "en/e/full/index.html", "e/index.json", "address.js"].allSatisfy(files.contains))
        #expect(!files.contains { $0.hasSuffix("from-a-log.txt") })
        let page = try project.folder.text(at: "site/en/a-guide/index.html")
        #expect(page.contains("<a href=\"../../en/e/full/index.html\" rel=\"bookmark\">"))
        #expect(try project.folder.text(at: "site/en/e/full/index.html").contains("href=\"../../a-guide/index.html\""))
        try FileManager.default.createDirectory(
            at: project.url.appending(path: "content/moved"), withIntermediateDirectories: true)
        try FileManager.default.moveItem(
            at: project.url.appending(path: "content/a-guide"), to: project.url.appending(path: "content/moved/guide"))
        #expect(try project.run("build").status == 0)
        #expect(
            try project.folder.text(at: "site/e/full/index.html").contains("href=\"../../en/moved/guide/index.html\""))
        #expect(try project.folder.text(at: "site/e/index.json").contains("\"address\": \"/e/full/\""))
    }

    @Test func twoErrorsOfOneAddressAreNotBuilt() throws {
        let project = try SmallProject()
        for guide in ["a-guide", "another"] {
            try project.write("errors: [no \(guide)]\nerror-id: full\n", at: "content/\(guide)/guide.yaml")
            try project.write(SmallProject.guide, at: "content/\(guide)/en.md")
        }
        let outcome = try project.run("build")
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("content/another/guide.yaml:2:11: error[repeated-error-id]: `a-guide` has the"))
    }
}
