import Foundation
import TestSupport
import Testing

/// Pictures that somebody put on the wiki or replaced there come home beside the guide.
@Suite struct WikiUploadTests {
    private static let png = "\\211PNG\\r\\n\\032\\n\\000\\001\\002\\377"

    private func adopt(_ wiki: TeamWiki) throws -> Program.Outcome {
        let outcome = try wiki.vademecum(["wiki", "adopt", wiki.remote])
        try Data(outcome.output).write(to: wiki.project.url.appending(path: "edit.patch"))
        let applied = try Program.shell("git init -q . && git apply edit.patch", in: wiki.project.url)
        #expect(applied.status == 0, "\(applied.errors)\n\(outcome.text)")
        return outcome
    }

    /// By the address that an editor writes for it, and by the way in which GitHub's wikis have pictures.
    @Test(arguments: [
        "![The form](uploads/my%20form.png)", "[[/uploads/my form.png|alt=The form]]",
        "![The form](https://github.com/team/guides/wiki/uploads/my%20form.png)",
    ])
    func anUploadedPictureComesHome(markdown: String) throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.colleague(
            """
            mkdir uploads && printf '\(Self.png)' > 'uploads/my form.png'
            MARKDOWN='\(markdown)' perl -pi -e 's/^(The new limit shows\\.)$/$1\\n\\n$ENV{MARKDOWN}/' Raise-a-limit.md
            """)
        // Until it is adopted, the page shows it where it is.
        try wiki.change("raise-limit", "you need more", "you want more")
        #expect(try wiki.publish().text.contains("published with the edit in it"))
        let published = try #require(try wiki.pages()["Raise-a-limit.md"])
        #expect(published.contains("uploads/my") && published.contains("you want more"))
        #expect(try adopt(wiki).status == 0)
        #expect(try wiki.project.text(at: "content/raise-limit/en.md").contains("![The form](my%20form.png)"))
        let bytes = try Data(contentsOf: wiki.project.url.appending(path: "content/raise-limit/my form.png"))
        #expect(bytes == Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 1, 2, 0xFF]))
        let clean = try wiki.publish()
        #expect(clean.status == 0, "\(clean.text)")
        #expect(try wiki.pages()["Raise-a-limit.md"]?.contains("(images/raise-limit/my%20form.png)") == true)
        #expect(try wiki.publish().errors.hasPrefix("Nothing to publish"))
    }

    /// PNG and SVG, in a folder, with a space, in each flavour.
    @Test(arguments: ["github", "gitlab", "gitea", "azure"])
    func aReplacedPictureComesHome(flavour: String) throws {
        let wiki = try TeamWiki()
        let folder = wiki.project.url.appending(path: "content/raise-limit/more pictures")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("PNG\0one".utf8).write(to: folder.appending(path: "a form.png"))
        try Data("<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n".utf8).write(to: folder.appending(path: "map.svg"))
        try wiki.change(
            "raise-limit", "The new limit shows.",
            "The new limit shows.\n\n![A form](more%20pictures/a%20form.png) ![A map](<more pictures/map.svg>)")
        let flavor = ["--flavour", flavour]
        #expect(try wiki.vademecum(["wiki", "--publish", wiki.remote] + flavor).status == 0)
        try wiki.colleague(
            """
            find . -name '*form.png' -exec sh -c 'printf "PNG\\000two" > "$1"' _ {} ';'
            find . -name '*map.svg' -exec sh -c 'printf "<svg xmlns=\\"http://www.w3.org/2000/svg\\"><g/></svg>\\n" > "$1"' _ {} ';'
            """)
        let outcome = try wiki.vademecum(["wiki", "adopt", wiki.remote] + flavor)
        #expect(outcome.status == 0, "\(outcome.errors)")
        try Data(outcome.output).write(to: wiki.project.url.appending(path: "edit.patch"))
        #expect(try Program.shell("git init -q . && git apply edit.patch", in: wiki.project.url).status == 0)
        #expect(try Data(contentsOf: folder.appending(path: "a form.png")) == Data("PNG\0two".utf8))
        #expect(try String(contentsOf: folder.appending(path: "map.svg"), encoding: .utf8).contains("<g/>"))
        let clean = try wiki.vademecum(["wiki", "--publish", wiki.remote] + flavor)
        #expect(clean.status == 0 && !clean.text.contains("edited"), "\(clean.text)\(clean.errors)")
    }

    /// Replaced on both sides, a person has to choose.
    @Test func aPictureReplacedTwice() throws {
        let wiki = try TeamWiki()
        let picture = wiki.project.url.appending(path: "content/raise-limit/a.png")
        try Data("PNG\0one".utf8).write(to: picture)
        try wiki.change("raise-limit", "The new limit shows.", "The new limit shows.\n\n![A form](a.png)")
        try wiki.publish()
        try wiki.colleague("printf 'PNG\\000two' > images/raise-limit/a.png")
        try Data("PNG\0three".utf8).write(to: picture)
        let outcome = try wiki.vademecum(["wiki", "adopt", wiki.remote])
        #expect(outcome.status == 1 && outcome.output.isEmpty)
        #expect(outcome.errors.contains("content/raise-limit/a.png has been replaced in the guide too"))
    }

    /// Notes that somebody types on a wiki that has none come home as notes, and are numbered when they are published.
    @Test func aNoteComesHome() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.colleague(
            "perl -pi -e 's/^(The new limit shows)\\.$/$1\\[^day\\].\\n\\n\\[^day\\]: Within a day, at {{most}}./' Raise-a-limit.md"
        )
        #expect(try adopt(wiki).status == 0)
        let text = try wiki.project.text(at: "content/raise-limit/en.md")
        #expect(text.contains("The new limit shows[^day].\n\n[^day]: Within a day, at \\{{most}}.\n"))
        #expect(try wiki.publish().status == 0)
        let page = try #require(try wiki.pages()["Raise-a-limit.md"])
        #expect(page.contains("shows<sup>1</sup>.") && page.contains("<sup>1</sup> Within a day"))
    }
}
