import Foundation
import TestSupport
import Testing

/// `vademecum move`: a guide gets another path, and everything that names it follows.
@Suite struct MoveTests {
    /// Three guides in two languages that link to each other in every way that there is.
    private static func project() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            title: Guides
            languages: [fr, en]
            groups:
              - {title: First, guides: [send, network/]}
            check:
              ignore:
                - {check: vague-link, path: content/send/**, reason: it is short}
            terms: {}  # kept

            """, at: "vademecum.yaml")
        for (tag, sections) in [
            ("fr", ["Problème", "Étapes", "Vérification"]), ("en", ["Problem", "Steps", "Verification"]),
        ] {
            func guide(_ title: String, _ text: String) -> String {
                "---\ntitle: \(title) \(tag)\nsummary: \(title) \(tag).\n---\n\n## \(sections[0])\n\n\(text)\n## \(sections[1])\n\n### 🙂\n\n1 2.\n\n## \(sections[2])\n\nOK 3.\n"
            }
            try folder.write(
                guide(
                    "Send",
                    "![A](a.png) [B](../network/vpn/\(tag).md#step-1), [C](\(tag).md#steps), [D][vpn].\n\n[vpn]: ../network/vpn/\(tag).md 'VPN'\n"
                ), at: "content/send/\(tag).md")
            try folder.write(
                guide(
                    "VPN",
                    """
                    > [A](<../../send/\(tag).md#step-1> "T"), `../../send/\(tag).md` and [D *d*][s].
                    >
                    > [s]: ../../send/\(tag).md#steps

                    | Table |
                    | --- |
                    | [A](../../send/\(tag).md) |

                    Note.[^1] [Self](\(tag).md), [S](../../send/../send/\(tag).md).

                    [^1]: See [it](../../send/\(tag).md#problem).

                    ```
                    [s]: ../../send/\(tag).md
                    ```

                    - [E]

                      [E]:
                        <../../send/\(tag).md>

                    """), at: "content/network/vpn/\(tag).md")
            try folder.write(
                guide("Last", "[A](../send/\(tag).md).\r\n").replacing("\r\n", with: "\n").replacing(
                    "\n", with: "\r\n"),
                at: "content/last/\(tag).md")
        }
        try folder.write("PNG", at: "content/send/a.png")
        try folder.write("kind: how-to\n", at: "content/send/guide.yaml")
        #expect(try Program.vademecum("translations", "accept", in: folder.url).status == 0)
        return folder
    }

    private static func findings(_ folder: TemporaryFolder) throws -> [String] {
        let outcome = try Program.vademecum("check", "--format", "json", in: folder.url)
        return outcome.text.matches(of: /"check": "([^"]+)"/).map { String($0.output.1) }
    }

    @Test func linksRecordsGroupsAndRulesFollow() throws {
        let folder = try Self.project()
        let (before, findings) = (try folder.contents(), try Self.findings(folder))
        let states = try Program.vademecum("translations", "--format", "json", in: folder.url).text
        let outcome = try Program.vademecum("move", "content/send/", "mail/to/send", in: folder.url)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.text.contains("move      content/send → content/mail/to/send\n"))
        #expect(outcome.text.contains("links     content/network/vpn/en.md: 6 links\n"))
        let vpn = try folder.text(at: "content/network/vpn/en.md")
        #expect(
            vpn
                == String(decoding: try #require(before["content/network/vpn/en.md"]), as: UTF8.self)
                .replacing("../../send/", with: "../../mail/to/send/")
                .replacing("mail/to/send/../send", with: "mail/to/send")
                // Code shows what it showed.
                .replacing("`../../mail/to/send/en.md`", with: "`../../send/en.md`")
                .replacing("```\n[s]: ../../mail/to/send", with: "```\n[s]: ../../send"))
        let send = try folder.text(at: "content/mail/to/send/fr.md")
        #expect(send.contains("[B](../../../network/vpn/fr.md#step-1), [C](fr.md#steps), [D][vpn]."))
        #expect(send.contains("[vpn]: ../../../network/vpn/fr.md 'VPN'"))
        #expect(try folder.text(at: "content/last/en.md").contains("[A](../mail/to/send/en.md).\r\n"))
        #expect(try folder.text(at: "content/mail/to/send/a.png") == "PNG")
        #expect(try !folder.files().contains { $0.hasPrefix("content/send") })
        let configuration = try folder.text(at: "vademecum.yaml")
        #expect(configuration.contains("guides: [mail/to/send, network/]"))
        #expect(configuration.contains("path: content/mail/to/send/**") && configuration.contains("# kept"))
        #expect(try folder.text(at: "redirects.yaml").hasSuffix("\nsend: mail/to/send\n"))
        // What was found is found, and nothing else; no translation fell behind.
        #expect(try Self.findings(folder) == findings)
        let after = try Program.vademecum("translations", "--format", "json", in: folder.url).text
        #expect(after.contains("current") && !after.contains("\"state\": \"behind\""))
        #expect(after.count { $0 == "\n" } == states.count { $0 == "\n" })
        #expect(try Program.vademecum("build", in: folder.url).status == 0)
        #expect(try folder.text(at: "site/en/send/index.html").contains("../../en/mail/to/send/index.html"))
        // And home again: all is as it was, but that the other address leads here now.
        #expect(try Program.vademecum("move", "mail/to/send", "send", in: folder.url).status == 0)
        var home = try folder.contents().filter { !$0.key.hasPrefix("site/") && $0.key != "redirects.yaml" }
        // A way round becomes the way.
        for tag in ["fr", "en"] {
            let path = "content/network/vpn/\(tag).md"
            home[path] = home[path].map {
                Data(
                    String(decoding: $0, as: UTF8.self)
                        .replacing("[S](../../send/", with: "[S](../../send/../send/").utf8)
            }
        }
        let records = "content/network/vpn/translations.yaml"
        #expect(home.filter { $0.key != records } == before.filter { $0.key != records })
        #expect(try folder.text(at: "redirects.yaml").hasSuffix("\nmail/to/send: send\n"))
    }

    /// A translation that is behind stays so, and one that is not does not fall behind, whatever the form of the records.
    @Test func whatWasBehindStaysBehind() throws {
        let folder = try Self.project()
        try folder.write(
            folder.text(at: "content/last/fr.md").replacing("1 2.", with: "1 2 4."), at: "content/last/fr.md")
        for path in ["content/last", "content/network/vpn"] {
            // As format 1 had it, which knew exact fingerprints alone.
            let records = try folder.text(at: "\(path)/translations.yaml")
            let exact = records.replacing(/- [0-9a-f]{16} ([0-9a-f]{16})[^\n]*/) { "- \($0.output.1)" }
            try folder.write(exact, at: "\(path)/translations.yaml")
        }
        let before = try Program.vademecum("translations", "--quiet", in: folder.url).text
        #expect(before.contains("1 section behind"), "\(before)")
        #expect(try Program.vademecum("move", "send", "mail", in: folder.url).status == 0)
        let after = try Program.vademecum("translations", "--quiet", in: folder.url).text
        #expect(
            after.replacing("mail", with: "send").split(separator: "\n").sorted()
                == before.split(separator: "\n").sorted())
    }

    @Test func redirectsAndAnchorsFollow() throws {
        let folder = try Self.project()
        try folder.write(
            "a: last\n/b: /en/send/\n\"c\": 'send'  # why\nsend#old: send#steps\nz: send#steps\n", at: "redirects.yaml")
        #expect(try Program.vademecum("move", "send", "mail", in: folder.url).status == 0)
        #expect(
            try folder.text(at: "redirects.yaml")
                == "a: last\n/b: /en/mail/\n\"c\": 'mail'  # why\nsend: mail\nmail#old: mail#steps\nz: mail#steps\n")
        #expect(try Program.vademecum("build", in: folder.url).status == 0)
    }

    @Test func aFolderOfGuidesMovesWithAllOfThem() throws {
        let folder = try Self.project()
        let outcome = try Program.vademecum("move", "network", "net", in: folder.url)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try folder.text(at: "content/send/en.md").contains("(../net/vpn/en.md#step-1)"))
        #expect(try folder.text(at: "vademecum.yaml").contains("guides: [send, net/]"))
        #expect(try folder.text(at: "redirects.yaml").hasSuffix("\nnetwork/vpn: net/vpn\n"))
        #expect(try Program.vademecum("build", in: folder.url).status == 0)
        // Out of its folder, which is gone with it, and stays in its group.
        #expect(try Program.vademecum("move", "net/vpn", "vpn", in: folder.url).status == 0)
        #expect(try folder.text(at: "vademecum.yaml").contains("guides: [send, vpn]"))
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/content/net"))
        #expect(try Program.vademecum("build", in: folder.url).status == 0)
    }

    @Test func aFolderMovesIntoItselfAndOutAgain() throws {
        let folder = try Self.project()
        #expect(try Program.vademecum("move", "send", "send/mail", in: folder.url).status == 0)
        #expect(try folder.text(at: "content/send/mail/en.md").contains("../../network/vpn/en.md"))
        #expect(try Program.vademecum("build", in: folder.url).status == 0)
        #expect(try Program.vademecum("move", "send/mail", "send", in: folder.url).status == 0)
        #expect(try folder.text(at: "content/send/a.png") == "PNG")
        #expect(try Program.vademecum("build", in: folder.url).status == 0)
    }

    @Test func aDryRunWritesNothing() throws {
        let folder = try Self.project()
        let before = try folder.contents()
        let outcome = try Program.vademecum("move", "send", "mail", "--dry-run", in: folder.url)
        #expect(outcome.status == 0)
        #expect(outcome.text.contains("redirect  send → mail\n"))
        #expect(outcome.errors == "1 guide would be moved.\n")
        #expect(try folder.contents() == before)
    }

    /// What is asked for, and why it is not done.
    static let refusals: [([String], String)] = [
        (["sent", "mail"], "no guide is called `sent`"),
        (["send", "last"], "something is here already"),
        (["send", "network"], "something is here already"),
        (["send", "last/fr.md"], "something is here already"),
        (["send", "send"], "it is called that already"),
        (["send", "../mail"], "no guide can be called `../mail`"),
        (["send", "mail/index.html"], "taken-name"),
    ]

    @Test(arguments: refusals) func nothingIsChanged(_ arguments: [String], _ reason: String) throws {
        let folder = try Self.project()
        let before = try folder.contents()
        let outcome = try Program.vademecum(["move"] + arguments, in: folder.url)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains(reason), "\(outcome.errors)")
        #expect(try folder.contents() == before)
    }

    @Test func whatCannotBeWrittenLeavesAllAsItWas() throws {
        let folder = try Self.project()
        try folder.write("a: last\n", at: "elsewhere.yaml")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/redirects.yaml", withDestinationPath: "elsewhere.yaml")
        let before = try folder.contents()
        let outcome = try Program.vademecum("move", "send", "mail", in: folder.url)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("nothing is written through one"), "\(outcome.errors)")
        #expect(try folder.contents() == before)
        try FileManager.default.removeItem(atPath: folder.path + "/redirects.yaml")
        try folder.write("{a: last}\n", at: "redirects.yaml")
        #expect(try Program.vademecum("move", "send", "mail", in: folder.url).status == 2)
        #expect(
            try folder.text(at: "content/last/en.md")
                == String(decoding: before["content/last/en.md"] ?? Data(), as: UTF8.self))
    }

    @Test func aGuideThatCannotBeReadIsNamed() throws {
        let folder = try Self.project()
        try folder.write(Data([0x23, 0xFF, 0xFE, 0x00]), at: "content/last/en.md")
        let outcome = try Program.vademecum("move", "send", "mail", in: folder.url)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("content/last/en.md:1"))
        #expect(try folder.files().contains("content/send/en.md"))
    }

    // MARK: The wiki

    /// The page and its picture are known again, and what a colleague wrote there is kept, even under another title.
    @Test func theWikiKnowsThePageAgain() throws {
        let wiki = try TeamWiki()
        try wiki.change("too-large", "The new limit shows.", "The new limit shows. ![A picture](a.png)")
        try wiki.project.write("PNG", at: "content/too-large/a.png")
        try wiki.publish()
        let before = try wiki.pages()
        try wiki.edit("Request-too-large.md", "Name the model.", "Name the model and the region.")
        #expect(try wiki.vademecum(["move", "too-large", "limits/over"]).status == 0)
        let outcome = try wiki.publish("--prune")
        let pages = try wiki.pages()
        #expect(pages["Request-too-large.md"]?.contains("and the region") == true, "\(outcome.text)")
        #expect(pages.keys.filter { $0.hasSuffix(".png") } == ["images/limits/over/a.png"])
        #expect(pages.count == before.count)
        #expect(!outcome.text.contains("leftover") && !outcome.text.contains("a page of this name"), "\(outcome.text)")
        // With another title besides, of which the text tells nothing.
        try wiki.change("limits/over", "title: Request too large", "title: Over the limit")
        #expect(try wiki.vademecum(["move", "limits/over", "over"]).status == 0)
        _ = try wiki.publish()
        #expect(try wiki.pages()["Over-the-limit.md"]?.contains("and the region") == true)
    }
}
