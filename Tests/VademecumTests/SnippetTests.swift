import Foundation
import TestSupport
import Testing

/// Snippets: what several guides say stands once for each language, and every page that takes it in shows it as its own text.
@Suite struct SnippetTests {
    private static let marker = "<!-- include: shared/contact -->"

    /// Two guides in two languages that take in a snippet, which takes in another in a list.
    private static func project(_ more: [String: String] = [:]) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            title: Guides
            languages: [fr, en]
            values:
              hours: {type: integer, example: 8, label: {fr: Heures, en: Hours}}

            """, at: "vademecum.yaml")
        for (tag, titles) in [
            ("fr", ["Problème", "Étapes", "Attendre", "Vérification", "Le guide", "À quoi sert le guide"]),
            ("en", ["Problem", "Steps", "Wait", "Verification", "The guide", "What it is for, guide"]),
        ] {
            for (name, around) in [("one", "\(marker)"), ("deep/two", "1. A\n2. B\n\n   \(marker)\n3. C")] {
                try folder.write(
                    """
                    ---
                    title: \(titles[4]) \(name.suffix(3))
                    summary: \(titles[5]) \(name.suffix(3)).
                    ---

                    ## \(titles[0])

                    Text.
                    \(around)
                    More.

                    ## \(titles[1])

                    ### \(titles[2])

                    OK 1.

                    ## \(titles[3])

                    OK 2.

                    """, at: "content/\(name)/\(tag).md")
            }
            try folder.write(
                """
                > [!NOTE]
                > [One](../one/\(tag).md#step-1), {{hours}} h.

                ![The team](team.png)

                - First
                - <!-- include: shared/deep/second -->

                """, at: "content/shared/contact.\(tag).md")
            try folder.write(
                "Second \(tag)\n\n```\n<!-- include: shared/no -->\n```\n", at: "content/shared/deep/second.\(tag).md")
        }
        try folder.write("PNG", at: "content/shared/team.png")
        for (path, text) in more { try folder.write(text, at: path) }
        #expect(try Program.vademecum("translations", "accept", in: folder.url).status == 0)
        return folder
    }

    @Test func pagesShowItAsTheirOwn() throws {
        let folder = try Self.project()
        let check = try Program.vademecum("check", "--strict", in: folder.url)
        #expect(check.status == 0, "\(check.text)\(check.errors)")
        #expect(try Program.vademecum("build", "--set", "hours=10", in: folder.url).status == 0)
        let one = try folder.text(at: "site/en/one/index.html"),
            two = try folder.text(at: "site/fr/deep/two/index.html")
        // The paragraphs around it stay paragraphs of their own.
        #expect(one.contains("<p>Text.</p>\n<aside class=\"alert") && one.contains("<p>More.</p>"))
        #expect(one.contains("<a href=\"index.html#step-1\">One</a>"))
        #expect(one.contains("src=\"../shared/team.png\""))
        #expect(try folder.text(at: "site/en/shared/team.png") == "PNG")
        #expect(one.contains("<p>Second en</p>"))
        #expect(one.contains("&lt;!-- include: shared/no --&gt;"))
        // In a list it is set in as its marker is.
        #expect(two.contains("<ol>") && two.contains("<p>B</p>\n<aside class=\"alert"))
        #expect(!one.contains("include: shared/contact") && !two.contains("include: shared/contact"))
        let markdown = try folder.text(at: "site/en/deep/two/index.md")
        #expect(
            markdown.contains(
                """
                1. A
                2. B

                   > [!NOTE]
                   > [One](../../one/index.md#step-1), 10 h.

                   ![The team](../../shared/team.png)

                   - First
                   - Second en

                     ```
                     <!-- include: shared/no -->
                     ```

                3. C
                """), "\(markdown)")
    }

    /// A fault is told once, where it was written, with the line that takes it in; a fix is made there.
    @Test func findingsArePlacedInIt() throws {
        let folder = try Self.project()
        let path = "content/shared/contact.en.md"
        let text = try folder.text(at: path)
        try folder.write(text.replacing("{{hours}} h.", with: "{{hour}} h... [x](../none/en.md)"), at: path)
        let check = try Program.vademecum("check", in: folder.url)
        #expect(check.text.contains("\(path):2:31: error[undefined-value]"), "\(check.text)")
        #expect(check.text.components(separatedBy: "error[undefined-value]").count == 2)
        #expect(check.text.contains("\(path):2:") && check.text.contains("error[broken-link]"))
        // Of one guide alone, what it takes in is told too.
        #expect(try Program.vademecum("check", "content/deep/two", in: folder.url).text.contains("\(path):2:31"))
        #expect(try Program.vademecum("check", path, in: folder.url).text.contains("\(path):2:31"))
        let build = try Program.vademecum("build", in: folder.url)
        #expect(build.status == 1, "\(build.errors)")
        #expect(build.errors.contains("note: it is taken in here"))
        let guide = try folder.text(at: "content/deep/two/en.md")
        _ = try Program.vademecum("check", "--fix", in: folder.url)
        #expect(try folder.text(at: path).contains("{{hour}} h… [x]"))
        #expect(try folder.text(at: "content/deep/two/en.md") == guide)
    }

    /// What one language takes in and another lacks, in whichever file it stands.
    @Test func languagesAreCompared() throws {
        let folder = try Self.project()
        let path = "content/shared/deep/second.fr.md"
        try folder.write("Deuxième `code`, {{hours}} h.\n", at: path)
        let found = try Program.vademecum("check", in: folder.url)
        #expect(found.text.contains("[stale-translation]") && found.text.contains("[different-"), "\(found.text)")
        let status = try Program.vademecum("translations", "status", "one", in: folder.url)
        #expect(status.text.contains("\(path):1") || status.text.contains("Deuxième `code`"), "\(status.text)")
    }

    /// What is refused, in which line of which file.
    @Test(arguments: [
        ("<!-- include: shared/contac -->", "there is no snippet `shared/contac`", "did you mean `shared/contact`?"),
        ("<!-- include: shared/../one/en -->", "is no name of a snippet", "`shared/name`"),
        ("<!-- include: /etc/passwd -->", "is no name of a snippet", "`shared/name`"),
        ("<!-- include: shared/french -->", "is not written in English", "`content/shared/french.en.md`"),
        (
            "<!-- include: shared/round -->", "`shared/round` takes in `shared/about` takes in `shared/round`",
            "take one"
        ),
        ("A <!-- include: shared/contact --> b.", "this takes in a snippet in the middle", "on a line of its own"),
    ])
    func whatCannotBeTakenInIsRefused(_ line: String, _ message: String, _ help: String) throws {
        let folder = try Self.project([
            "content/shared/french.fr.md": "Oui.\n", "content/shared/round.en.md": "<!-- include: shared/about -->\n",
            "content/shared/about.en.md": "A\n\n<!-- include: shared/round -->\n",
        ])
        let guide = try folder.text(at: "content/one/en.md")
        try folder.write(guide.replacing(Self.marker, with: line), at: "content/one/en.md")
        let build = try Program.vademecum("build", in: folder.url)
        #expect(build.status == 1 && build.errors.contains("error[bad-include]"), "\(build.errors)")
        #expect(build.errors.contains(message) && build.errors.contains(help), "\(build.errors)")
    }

    /// Snippets that take in each other twice would make a text of any size of a few lines.
    @Test func whatGrowsWithoutEndIsRefused() throws {
        let folder = try Self.project()
        for number in 0..<19 {
            let next = "<!-- include: shared/n\(number + 1) -->\n"
            try folder.write(next + "\n" + next, at: "content/shared/n\(number).en.md")
        }
        try folder.write(String(repeating: "word ", count: 10_000), at: "content/shared/n19.en.md")
        let guide = try folder.text(at: "content/one/en.md")
        try folder.write(guide.replacing(Self.marker, with: "<!-- include: shared/n0 -->"), at: "content/one/en.md")
        let build = try Program.vademecum("build", in: folder.url)
        #expect(build.status == 1 && build.errors.contains("more bytes with its snippets"), "\(build.errors)")
    }

    @Test func renderTakesItInToo() throws {
        let folder = try Self.project()
        let outcome = try Program.vademecum("render", "content/one/en.md", "--to", "markdown", in: folder.url)
        #expect(outcome.status == 0 && outcome.text.contains("Second en"), "\(outcome.text)\(outcome.errors)")
        let empty = try TemporaryFolder()
        let alone = try Program.vademecum("render", in: empty.url, input: Data(Self.marker.utf8))
        #expect(alone.status == 1 && alone.errors.contains("there is no snippet"))
    }

    /// Links in a snippet follow a guide that moves, in the snippet's file, and those of a guide that moves with it stay.
    @Test func linksInItFollowAMove() throws {
        let folder = try Self.project()
        let moved = try Program.vademecum("move", "one", "first/one", in: folder.url)
        #expect(moved.status == 0, "\(moved.errors)")
        #expect(try folder.text(at: "content/shared/contact.en.md").contains("[One](../first/one/en.md#step-1)"))
        #expect(try folder.text(at: "content/first/one/en.md").contains(Self.marker))
        let check = try Program.vademecum("check", "--strict", in: folder.url)
        #expect(check.status == 0, "\(check.text)\(check.errors)")
    }

    /// One that nobody takes in is told, and so is one with a name that makes it none.
    @Test func unusedOnesAreTold() throws {
        let folder = try Self.project(["content/shared/old.en.md": "Old.\n", "content/shared/new.md": "New.\n"])
        let check = try Program.vademecum("check", in: folder.url)
        #expect(check.text.contains("content/shared/old.en.md: warning[unused-snippet]"), "\(check.text)")
        #expect(check.text.contains("content/shared/new.md: warning[unknown-language-file]"))
        #expect(check.text.contains("rename it to `new.fr.md`"))
    }
}
