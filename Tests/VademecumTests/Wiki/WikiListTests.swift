import Foundation
import TestSupport
import Testing

/// The wiki's home and what stands beside its pages, when whose they are is decided anew.
@Suite struct WikiListTests {
    private func set(_ lists: String, of wiki: TeamWiki) throws {
        let configuration = TeamWiki.configuration.replacing("{flavour: github}", with: "{flavour: github\(lists)}")
        try wiki.project.write(configuration, at: "vademecum.yaml")
    }

    private func home(_ wiki: TeamWiki) throws -> String { try #require(try wiki.pages()["Home.md"]) }

    /// A list that was ours alone is there once, between its comments, and what somebody wrote above and below stays.
    @Test(arguments: [("", ""), ("# Welcome\n\n", "\nThe end.\n"), ("", "\nThe end.\n")])
    func oursBecomesShared(words: (before: String, after: String)) throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        if words.before + words.after != "" {
            try wiki.colleague(
                "(printf '\(words.before)'; cat Home.md; printf '\(words.after)') >New && mv New Home.md")
        }
        try set(", home: between, sidebar: between", of: wiki)
        let outcome = try wiki.publish()
        #expect(outcome.status == 0, "\(outcome.text)\(outcome.errors)")
        let home = try home(wiki)
        #expect(home.hasPrefix("\(words.before)<!-- vademecum: begin -->"), "\(home)")
        #expect(home.hasSuffix("<!-- vademecum: end -->\n\(words.after)"), "\(home)")
        #expect(home.ranges(of: "[Raise a limit]").count == 1)
        #expect(try wiki.pages()["_Sidebar.md"]?.ranges(of: "[Raise a limit]").count == 1)
        #expect(try wiki.publish().errors.hasPrefix("Nothing to publish"))
    }

    /// Who changed a line of our list has done something that nobody can place: it stays, and is there once.
    @Test func editedListBecomesShared() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.edit("Home.md", "[Raise a limit]", "[Raise any limit]")
        try set(", home: between", of: wiki)
        let outcome = try wiki.publish()
        #expect(outcome.status == 1, "\(outcome.text)")
        let home = try home(wiki)
        #expect(home.contains("[Raise any limit]") && !home.contains("[Raise a limit]"), "\(home)")
    }

    /// What is the team's is not ours to take away: neither where the page is to be ours, nor where it is to be theirs.
    @Test func sharedBecomesOurs() throws {
        let wiki = try TeamWiki()
        try wiki.colleague("printf 'Our own words.\\n' >Home.md")
        try set(", home: between", of: wiki)
        #expect(try wiki.publish().status == 0)
        let shared = try home(wiki)
        try set(", home: ours", of: wiki)
        for _ in 1...2 {
            let outcome = try wiki.publish()
            #expect(outcome.status == 1)
            #expect(outcome.text.contains("Home.md: the team’s own words stand around our part, last edited by Léa"))
            #expect(try home(wiki) == shared)
        }
        #expect(try wiki.publish("--overwrite", "Home.md").status == 0)
        #expect(try home(wiki).contains("Our own words.") == false)
        #expect(try wiki.publish().errors.hasPrefix("Nothing to publish"))
    }

    @Test func sharedBecomesTheirs() throws {
        let wiki = try TeamWiki()
        try wiki.colleague("printf 'Our own words.\\n' >Home.md")
        try set(", home: between", of: wiki)
        #expect(try wiki.publish().status == 0)
        try wiki.edit("Home.md", "Our own words.", "Our very own words.")
        try set(", home: theirs", of: wiki)
        let outcome = try wiki.publish()
        #expect(outcome.status == 0, "\(outcome.text)")
        #expect(outcome.text.contains("unused    Home.md: nothing makes this page any more"))
        #expect(try wiki.publish("--prune").status == 0)
        #expect(try home(wiki) == "Our very own words.\n")
        #expect(try wiki.publish("--prune").errors.hasPrefix("Nothing to publish"))
        // And shared again.
        try set(", home: between", of: wiki)
        #expect(try wiki.publish().status == 0)
        #expect(try home(wiki).hasPrefix("Our very own words.\n\n<!-- vademecum: begin -->"))
    }
}
