import Foundation
import TestSupport
import Testing

/// What colleagues type where a guide has no place for it, and how their editors write.
@Suite struct WikiTypedAroundTests {
    /// Text above the page stays a block of its own, while the rest is published.
    @Test(arguments: ["# Of mine", "---\ntitle: Of mine\n---", "**Under review**"])
    func textAboveStays(text: String) throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        let note = "> This page is generated."
        try wiki.rewrite("Raise-a-limit.md", note, "\(text)\n\n\(note)")
        try wiki.change("raise-limit", "Name the model.", "Name the model first.")
        #expect(try wiki.publish().status == 1)
        let page = try #require(try wiki.pages()["Raise-a-limit.md"])
        #expect(page.hasPrefix("\(text)\n\n\(note)"))
        #expect(page.contains("Name the model first."))
        #expect(try wiki.vademecum(["wiki", "adopt", wiki.remote]).status == 1)
    }

    /// A comment stays on the page until the guide has it, where it shows nowhere.
    @Test func commentComesHome() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        let comment = "<!-- Or the region? -->"
        try wiki.rewrite("Raise-a-limit.md", "Sign in with your account.", "Sign in \(comment) with your account.")
        try wiki.rewrite("Raise-a-limit.md", "The new limit shows.", "\(comment)\n\nThe new limit shows.")
        try wiki.change("raise-limit", "Name the model.", "Name the model first.")
        #expect(try wiki.publish().status == 1)
        let page = try #require(try wiki.pages()["Raise-a-limit.md"])
        #expect(page.ranges(of: comment).count == 2 && page.contains("Name the model first."))
        let outcome = try wiki.vademecum(["wiki", "adopt", wiki.remote])
        #expect(outcome.status == 0, "\(outcome.errors)")
        try wiki.apply(outcome)
        #expect(try wiki.project.text(at: "content/raise-limit/en.md").ranges(of: comment).count == 2)
        #expect(try wiki.publish().status == 0)
        #expect(try wiki.pages()["Raise-a-limit.md"]?.contains(comment) == false)
        #expect(try wiki.vademecum(["wiki", "--plan", wiki.remote]).status == 0)
    }

    /// A page that an editor gave other ends of lines differs in its words alone.
    @Test func linesEndsAreNoDifference() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.colleague("perl -pi -e 's/your account/an account/; s/\\n/\\r\\n/' Raise-a-limit.md")
        try wiki.change("raise-limit", "Name the model.", "Name the model first.")
        for arguments in [["wiki", "--plan", wiki.remote], ["wiki", "--publish", wiki.remote]] {
            let text = try wiki.vademecum(arguments).text
            #expect(!text.contains("\u{FFFD}") && !text.contains("> This page is generated."), "\(text)")
            #expect(text.contains("    +Sign in with an account."))
        }
    }
}
