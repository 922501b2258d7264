import Foundation
import TestSupport
import Testing

/// What people do to the names of pages: `adopt` brings home what publishing holds back, or says what to do.
@Suite struct WikiPageNameTests {
    private static let page = "Request-too-large.md"
    private static let file = "content/too-large/en.md"

    /// A name that somebody gave a page is a line of its guide’s front matter.
    @Test(arguments: ["", "&& perl -pi -e 's/Name the model/Name the region/' Over-the-limit.md"])
    func aRenamedPage(edit: String) throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.colleague("git mv \(Self.page) Over-the-limit.md \(edit)")
        #expect(try wiki.publish().status == 1)
        let adopting = try wiki.vademecum(["wiki", "adopt", wiki.remote])
        #expect(adopting.status == 0)
        #expect(
            adopting.errors.contains(
                "it is Over-the-limit.md on the wiki, and the patch gives it that name in \(Self.file)"))
        try wiki.apply(adopting)
        let text = try wiki.project.text(at: Self.file)
        #expect(text.contains("title: Request too large\nwiki-name: Over the limit\nsummary:"), "\(text)")
        #expect(text.contains("Name the region") == !edit.isEmpty)
        #expect(try wiki.publish().status == 0)
        #expect(try wiki.publish().errors.hasPrefix("Nothing to publish"))
        #expect(try wiki.pages()["Over-the-limit.md"]?.contains("> This page is generated.") == true)
        let again = try wiki.vademecum(["wiki", "adopt", wiki.remote])
        #expect(again.status == 0 && again.errors.contains("Nobody has edited a page."), "\(again.errors)")
    }

    @Test func aNameThatNoGuideCanGive() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.colleague("mkdir -p old && git mv \(Self.page) old/Over-the-limit.md")
        let adopting = try wiki.vademecum(["wiki", "adopt", wiki.remote])
        #expect(adopting.status == 1)
        #expect(
            adopting.errors.contains("it was renamed to old/Over-the-limit.md, which no guide’s page can be called"))
        #expect(adopting.text.isEmpty)
    }

    @Test func aDeletedPage() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.colleague("git rm --quiet \(Self.page)")
        #expect(try wiki.publish().status == 1)
        let adopting = try wiki.vademecum(["wiki", "adopt", wiki.remote])
        #expect(adopting.status == 1)
        #expect(adopting.errors.contains("\(Self.page) edited by Léa on 20"))
        #expect(adopting.errors.contains("it was deleted on the wiki; `wiki --publish --overwrite` publishes it again"))
        #expect(try wiki.publish("--overwrite", Self.page).status == 0)
        #expect(try wiki.vademecum(["wiki", "adopt", wiki.remote]).status == 0)
    }
}
