import Foundation
import TestSupport
import Testing

/// `vademecum wiki adopt`: what colleagues edit on the wiki comes home, and publishing is clean again.
@Suite struct WikiAdoptTests {
    /// An edit of a page, and what a guide's file gets by it.
    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let old: String
        let new: String
        let lines: [String]

        var testDescription: String { name }
    }

    static let examples = [
        Example(
            name: "words beside values", old: "is 40,000 tokens, and you need more.",
            new: "is only 40,000 tokens a minute, and you need many more.",
            lines: ["The limit of `{{org.id}}` is only {{limit}} tokens a minute, and you need many more."]),
        Example(
            name: "a sentence without its value", old: "The limit of `org-TEAM` is 40,000 tokens, and you need more.",
            new: "You have reached a limit.", lines: ["You have reached a limit."]),
        Example(
            name: "a new item", old: "- Name the model.\n", new: "- Name the model.\n- Name the region.\n",
            lines: ["- Name the model.", "- Name the region.", "- Say that you have {{limit}} tokens."]),
        Example(
            name: "a new paragraph with values and a link", old: "Sign in with your account.",
            new:
                "Your organization is `org-TEAM`.\n\nSee [the other guide](Request-too-large#step-2) for 40,000 tokens.\n\nSign in with your account.",
            lines: [
                "Your organization is `{{org.id}}`.", "",
                "See [the other guide](../too-large/en.md#step-2) for {{limit}} tokens.", "",
            ]),
        Example(
            name: "an item gone", old: "- Name the model.\n", new: "",
            lines: ["### Ask for more", "", "- Say that you have {{limit}} tokens."]),
        Example(
            name: "a step's title", old: "### 1. Open the page", new: "### 1. Open the page of the limits",
            lines: ["### Open the page of the limits"]),
        Example(
            name: "another address", old: "(Request-too-large#step-2)", new: "(https://example.org/help)",
            lines: ["Sign in with your account. See [the other](https://example.org/help)."]),
        Example(
            name: "the summary", old: "What Raise a limit is good for.", new: "How to get more tokens.",
            lines: ["summary: How to get more tokens."]),
        Example(
            name: "a new step, the others renumbered by hand",
            old: "### 2. Ask for more", new: "### 2. Take a breath\n\nIt helps.\n\n### 3. Ask for more",
            lines: ["### Take a breath", "", "It helps.", "", "### Ask for more"]),
        Example(
            name: "an item in another hand", old: "- Name the model.\n",
            new: "- Name   the model, _please_.\n", lines: ["- Name the model, _please_."]),
    ]

    @Test(arguments: examples) func editComesHome(_ example: Example) throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.rewrite("Raise-a-limit.md", example.old, example.new)
        #expect(try wiki.publish().status == 1)
        let before = try wiki.project.contents()
        let outcome = try wiki.vademecum(["wiki", "adopt", wiki.remote])
        #expect(outcome.status == 0, "\(outcome.errors)\n\(outcome.text)")
        #expect(outcome.errors.hasPrefix("Raise-a-limit.md edited by Léa on 20"))
        #expect(try wiki.project.contents() == before)
        try wiki.apply(outcome)
        let file = try wiki.project.text(at: "content/raise-limit/en.md")
        #expect(file.contains(example.lines.joined(separator: "\n")), "\(file)")
        #expect(!file.contains("org-TEAM"))
        let publish = try wiki.publish()
        #expect(publish.status == 0, "\(publish.text)\(publish.errors)")
        #expect(try wiki.publish().errors.hasPrefix("Nothing to publish"))
        #expect(try wiki.vademecum(["wiki", "adopt", wiki.remote]).errors == "Nobody has edited a page.\n")
    }

    /// The source has moved on elsewhere in the page: only the colleague's words are in the patch.
    @Test func editThatWasMerged() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.edit("Raise-a-limit.md", "Sign in with your account.", "Sign in with the account of the team.")
        try wiki.change("raise-limit", "Name the model.", "Name the model first.")
        for publishes in [false, true] {
            if publishes { #expect(try wiki.publish().status == 1) }
            let outcome = try wiki.vademecum(["wiki", "adopt", wiki.remote, "Raise a limit"])
            #expect(outcome.status == 0)
            #expect(
                outcome.text.split(separator: "\n").filter { $0.hasPrefix("+") || $0.hasPrefix("-") } == [
                    "--- a/content/raise-limit/en.md", "+++ b/content/raise-limit/en.md",
                    "-Sign in with your account. See [the other](../too-large/en.md#step-2).",
                    "+Sign in with the account of the team. See [the other](../too-large/en.md#step-2).",
                ])
        }
    }

    /// What is no guide's to say is printed whole; the rest of the edit comes home all the same.
    @Test func partThatHasNoPlace() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.edit("Raise-a-limit.md", "Say that you have 40,000 tokens.", "Say that you have 50,000 tokens.")
        try wiki.edit("Raise-a-limit.md", "This page is generated.", "This page is mine.")
        try wiki.edit("Raise-a-limit.md", "Sign in with your account.", "Sign in with the account of the team.")
        let outcome = try wiki.vademecum(["wiki", "adopt", wiki.remote])
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("this has no place in the guides:\n  this is what every page says around"))
        #expect(
            outcome.errors.contains(
                "“50,000” stands where the page prints `limit`, which is 40,000, given in vademecum.yaml:5; change it there."
            ))
        #expect(outcome.errors.contains("\n+- Say that you have 50,000 tokens.\n"))
        #expect(outcome.errors.contains("\n+> This page is mine."))
        #expect(!outcome.errors.contains("+Sign in"))
        try wiki.apply(outcome)
        let file = try wiki.project.text(at: "content/raise-limit/en.md")
        #expect(file.contains("Sign in with the account of the team.") && file.contains("have {{limit}} tokens"))
    }

    /// A value that somebody typed over is changed where it is given, if everybody may read it there.
    @Test func valueTypedOver() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.edit("Raise-a-limit.md", "is 40,000 tokens, and", "is 45,000 tokens, and")
        let outcome = try wiki.vademecum(["wiki", "adopt", wiki.remote])
        #expect(outcome.status == 1)
        #expect(outcome.text.contains("+  limit: {type: integer, value: 45000, label: Limit}"))
        try wiki.apply(outcome)
        #expect(try wiki.publish().status == 0)
        #expect(try wiki.pages()["Raise-a-limit.md"]?.contains("Say that you have 45,000 tokens.") == true)
    }

    /// A list of guides has no file of its own.
    @Test func editOfAList() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.colleague("echo 'Ask Léa.' >>Home.md")
        let outcome = try wiki.vademecum(["wiki", "adopt", wiki.remote])
        #expect(outcome.status == 1)
        #expect(outcome.text.isEmpty)
        #expect(
            outcome.errors.contains("none of it has a place in the guides:\n") && outcome.errors.contains("+Ask Léa."))
    }

    @Test func conflictIsShown() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.edit("Raise-a-limit.md", "Name the model.", "Name the model and the region.")
        try wiki.change("raise-limit", "Name the model.", "Name the model first.")
        let outcome = try wiki.vademecum(["wiki", "adopt", wiki.remote])
        #expect(outcome.status == 1)
        #expect(outcome.text.isEmpty && outcome.errors.contains("+- Name the model and the region."))
    }

    /// Where the wiki is configured, a page can be named alone.
    @Test func pageOfTheConfiguredWiki() throws {
        let wiki = try TeamWiki()
        let settings = "wiki: {flavour: github, remote: \"\(wiki.remote)\"}"
        try wiki.project.write(
            TeamWiki.configuration.replacing("wiki: {flavour: github}", with: settings), at: "vademecum.yaml")
        try wiki.publish()
        try wiki.edit("Raise-a-limit.md", "Name the model.", "Name the model and the region.")
        #expect(try wiki.vademecum(["wiki", "adopt", "Request-too-large"]).errors == "Nobody has edited a page.\n")
        #expect(
            try wiki.vademecum(["wiki", "adopt", "Raise a limit"]).text.contains("+- Name the model and the region."))
        #expect(try wiki.vademecum(["wiki", "adopt"]).text.contains("+- Name the model and the region."))
    }

    @Test func unknownPage() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        let outcome = try wiki.vademecum(["wiki", "adopt", wiki.remote, "Raise-a-limt"])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("did you mean `Raise-a-limit.md`?"))
    }
}

extension TeamWiki {
    /// Lets the colleague replace a text of several lines.
    func rewrite(_ page: String, _ old: String, _ new: String) throws {
        let text = try #require(try pages()[page])
        try #require(text.contains(old))
        try repositories.write(text.replacing(old, with: new), at: "rewritten")
        try colleague("cp ../rewritten '\(page)'")
    }

    /// Applies a patch as its reader would.
    func apply(_ outcome: Program.Outcome) throws {
        try project.write(outcome.output, at: ".git-apply/edit.patch")
        let applied = try Program.shell("git apply .git-apply/edit.patch && rm -r .git-apply", in: project.url)
        #expect(applied.status == 0, "\(applied.errors)\n\(outcome.text)")
    }
}
