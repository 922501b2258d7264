import Foundation
import Sources
import TestSupport
import Testing

@testable import Workflows

/// Pictures and files that several guides show from one place.
@Suite struct SharedFileTests {
    private static func guide(_ title: String, _ text: String) -> String {
        TestProject.guide.replacing("title: A guide", with: "title: \(title)").replacing("Like so.", with: text)
    }

    private static func project(_ more: [String: String] = [:]) throws -> TestProject {
        let files = [
            "vademecum.yaml":
                "title: Guides\nlanguages: [en, fr]\nurl: https://guides.example.org/\nwiki: {flavour: github}\n",
            "content/first/en.md": guide(
                "One", "![L](../shared/img/logo.png) ![B](../deep/second/b.png) [F](../form%20a.txt)"),
            "content/deep/second/en.md": guide("Two", "![L](../../shared/img/logo.png) ![B](b.png)"),
            "content/deep/second/b.png": "B", "content/shared/img/logo.png": "L", "content/shared/draft.txt": "D",
            "content/form a.txt": "F",
        ]
        return try TestProject(files.merging(more) { $1 })
    }

    @Test func theyLieBesideThePagesOfEachLanguage() throws {
        let project = try Self.project()
        let outcome = try project.build()
        #expect(outcome.value != nil, "\(outcome.diagnostics.lines)")
        let files = try project.files.files(in: "site").filter {
            !$0.hasSuffix("llms.txt") && !$0.hasSuffix("robots.txt")
        }
        .filter { $0.hasSuffix(".png") || $0.hasSuffix(".txt") }
        // What no page shows is published nowhere.
        #expect(
            files
                == ["en", "fr"].flatMap {
                    ["\($0)/deep/second/b.png", "\($0)/form a.txt", "\($0)/shared/img/logo.png"]
                })
        #expect(try project.files.text(at: "site/en/first/index.html").contains(#"<img src="../shared/img/logo.png""#))
        #expect(try project.build { $0.verifies = true }.diagnostics.isEmpty)
        try project.write("other", at: "site/fr/shared/img/logo.png")
        #expect(try project.build { $0.verifies = true }.diagnostics.hasErrors)
    }

    /// An address that begins with a slash starts at the folder of the content, in every output; where nothing is, it is a fault.
    @Test func anAddressMayBeginAtTheContent() throws {
        let project = try Self.project([
            "content/shared/team.png": "T",
            "content/deep/third/en.md": Self.guide(
                "Three", "![L](/shared/img/logo.png) ![T](/team.png) [B](/deep/second/b.png) [One](/first/en.md#step-1)"
            ),
        ])
        #expect(try project.build().value != nil)
        let page = try project.files.text(at: "site/fr/deep/third/index.html")
        for address in [
            "src=\"../../shared/img/logo.png\"", "src=\"../../shared/team.png\"", "href=\"../second/b.png\"",
            "href=\"../../first/index.html#step-1\"",
        ] { #expect(page.contains(address), "\(page)") }
        #expect(try project.files.text(at: "site/en/deep/third/index.md").contains("![T](../../shared/team.png)"))
        #expect(try project.files.text(at: "site/en/shared/team.png") == "T")
        try project.write(Self.guide("Three", "![L](/none.png) [F](/none/en.md)"), at: "content/deep/third/en.md")
        #expect(
            try project.build().diagnostics.map(\.message)
                == Array(repeating: "an address that begins with `/` depends on where the site is put", count: 2))
    }

    @Test func whatIsNotThereIsTold() throws {
        let project = try Self.project([
            "content/third/en.md": Self.guide(
                "Three", "![L](../shared/img/lgo.png) ![B](../deep/second/c.png) ![O](../../x.png)")
        ])
        let found = try project.build().diagnostics
        #expect(
            found.map(\.message) == [
                "there is no image `shared/img/lgo.png`", "there is no image `deep/second/c.png`",
                "this address leads out of `content/`",
            ])
        #expect(found.first?.help == "did you mean `shared/img/logo.png`?")
    }

    /// Pages that stand elsewhere than their guides show them all the same.
    @Test func pagesElsewhereLeadToThem() throws {
        let project = try Self.project([
            "content/first/guide.yaml": "path: a/b/one\n", "content/deep/second/guide.yaml": "path: two\n",
        ])
        #expect(try project.build().value != nil)
        let page = try project.files.text(at: "site/en/a/b/one/index.html")
        for address in ["../../../shared/img/logo.png", "../../../two/b.png", "../../../form%20a.txt"] {
            #expect(page.contains("\"\(address)\""))
        }
        #expect(try project.files.text(at: "site/en/two/b.png") == "B")
        let printed = try Program.vademecum("personalise", "first", "--no-input", in: project.files.url).text
        #expect(printed.contains("(https://guides.example.org/en/shared/img/logo.png)"))
        #expect(printed.contains("(https://guides.example.org/en/two/b.png)"))
    }

    @Test func linksToThemFollowAMove() throws {
        let project = try Self.project()
        #expect(try Program.vademecum("move", "deep/second", "shared/two", in: project.files.url).status == 0)
        #expect(
            try project.files.text(at: "content/first/en.md")
                .contains("![L](../shared/img/logo.png) ![B](../shared/two/b.png) [F](../form%20a.txt)"))
        // From there it leads where it led.
        #expect(
            try project.files.text(at: "content/shared/two/en.md").contains(
                "![L](../../shared/img/logo.png) ![B](b.png)"))
        #expect(try Program.vademecum("move", "shared/two", "two", in: project.files.url).status == 0)
        #expect(try project.files.text(at: "content/two/en.md").contains("![L](../shared/img/logo.png) ![B](b.png)"))
        #expect(try project.build().value != nil)
    }

    @Test func theWikiHasEachOnce() throws {
        let project = try Self.project()
        let outcome = try Program.vademecum("wiki", "--output", "wiki", in: project.files.url)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(
            try project.files.files(in: "wiki/images") == ["deep/second/b.png", "form a.txt", "shared/img/logo.png"])
        let page = try project.files.files(in: "wiki").first { $0.hasPrefix("One") }
        let text = try project.files.text(at: "wiki/\(page ?? "")")
        #expect(
            text.contains("![L](images/shared/img/logo.png) ![B](images/deep/second/b.png) [F](images/form%20a.txt)"))
    }

    @Test func theyAreServed() async throws {
        let server = try await LiveServer(Self.project())
        #expect(try await server.get("/fr/shared/img/logo.png").body == "L")
        #expect(try await server.get("/en/form%20a.txt").body == "F")
        #expect(try await server.get("/en/shared/draft.txt").status == 404)
    }
}
