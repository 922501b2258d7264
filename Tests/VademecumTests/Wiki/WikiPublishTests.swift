import Foundation
import TestSupport
import Testing

/// `vademecum wiki --publish` against real git: what the guides say gets to the wiki.
@Suite struct WikiPublishTests {
    @Test func firstPublish() throws {
        let wiki = try TeamWiki(branch: "trunk")
        let outcome = try wiki.publish()
        #expect(outcome.status == 0)
        #expect(
            outcome.text == """
                create    Home.md
                create    Raise-a-limit.md
                create    Request-too-large.md
                create    _Footer.md
                create    _Sidebar.md

                """)
        let commit = try #require(try wiki.head())
        #expect(
            outcome.errors
                == "Published 5 pages to \(wiki.remote) (branch trunk) in commit \(commit.prefix(12)); 0 unchanged.\n")
        #expect(try wiki.pages()["Raise-a-limit.md"]?.contains("The limit of `org-TEAM` is 40,000 tokens") == true)
        #expect(try wiki.commits() == 1)
    }

    @Test func nothingToSayIsNoCommit() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        let head = try wiki.head()
        let outcome = try wiki.publish()
        #expect(outcome.status == 0)
        #expect(outcome.text == "")
        #expect(outcome.errors == "Nothing to publish to \(wiki.remote) (branch master); 5 unchanged.\n")
        #expect(try wiki.head() == head)
    }

    /// A new value changes the pages that show it, in one commit that says which and from what.
    @Test func changeOfAValue() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.project.write(
            TeamWiki.configuration.replacing("40000", with: "75000"), at: "vademecum.yaml")
        _ = try Program.shell(
            "git init -q && git add -A && \(TeamWiki.asLéa) commit -q -m 'More tokens'", in: wiki.project.url)
        let commit = try Program.shell("git rev-parse --short=12 HEAD", in: wiki.project.url).text
            .trimmingCharacters(in: .newlines)
        let outcome = try wiki.publish()
        #expect(outcome.status == 0)
        #expect(outcome.text == "change    Raise-a-limit.md\nchange    Request-too-large.md\n")
        #expect(try wiki.pages()["Request-too-large.md"]?.contains("is 75,000 tokens") == true)
        #expect(try wiki.commits() == 2)
        let message = try wiki.message()
        #expect(message.hasPrefix("Publish 2 pages of the guides\n\nMade from commit \(commit).\n"))
        #expect(message.contains("\nChange: Raise-a-limit.md\nChange: Request-too-large.md\n"))
    }

    /// Names beyond ASCII, with the characters that wikis and git have ideas of their own about.
    @Test func titleBeyondASCII() throws {
        let wiki = try TeamWiki()
        try wiki.change("raise-limit", "title: Raise a limit", "title: Élever « l’été » & œuvre 日本")
        try wiki.publish()
        #expect(try wiki.pages().keys.contains("Élever-«\u{A0}l’été\u{A0}»-&-œuvre-日本.md") == false)
        #expect(try wiki.pages().keys.contains("Élever-«-l’été-»-&-œuvre-日本.md"))
        try wiki.edit("Élever-«-l’été-»-&-œuvre-日本.md", "you need more", "you need œufs")
        let outcome = try wiki.publish()
        #expect(outcome.status == 1)
        #expect(outcome.text.contains("held      Élever-«-l’été-»-&-œuvre-日本.md: edited by Léa on "))
    }

    /// A wiki that people have begun: theirs stays, and a page of the same name is theirs too.
    @Test func pagesThatAreNotOurs() throws {
        let wiki = try TeamWiki()
        try wiki.colleague(
            """
            echo 'Welcome!' >Home.md
            mkdir archive
            echo 'Old advice' >archive/request-too-large.asciidoc
            echo 'Notes' >Notes.md
            """)
        let outcome = try wiki.publish()
        #expect(outcome.status == 1)
        #expect(
            outcome.text.contains("held      Home.md: a page of this name is there, not made here, last edited by Léa"))
        #expect(
            outcome.text.contains(
                "held      Request-too-large.md: the wiki would take it for archive/request-too-large.asciidoc"))
        var pages = try wiki.pages()
        #expect(pages["Home.md"] == "Welcome!\n" && pages["Notes.md"] == "Notes\n")
        #expect(pages["Request-too-large.md"] == nil && pages["Raise-a-limit.md"] != nil)
        // One page is given up, by name; the report has what stood there.
        let overwriting = try wiki.publish("--overwrite", "Home")
        #expect(overwriting.status == 1)
        #expect(overwriting.text.contains("overwrite Home.md\n") && overwriting.text.contains("-Welcome!"))
        pages = try wiki.pages()
        #expect(pages["Home.md"]?.contains("Request too large") == true && pages["Notes.md"] == "Notes\n")
    }

    // MARK: Names

    /// A new title is a new name, and the old one leads there.
    @Test func renamedPage() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.change("too-large", "title: Request too large", "title: Request over the limit")
        let outcome = try wiki.publish()
        #expect(outcome.status == 0)
        #expect(outcome.text.contains("move      Request-too-large.md → Request-over-the-limit.md\n"))
        #expect(outcome.text.contains("stub      Request-too-large.md\n"))
        let pages = try wiki.pages()
        #expect(
            pages["Request-too-large.md"]
                == "This page has moved to [Request over the limit](Request-over-the-limit).\n")
        #expect(pages["Raise-a-limit.md"]?.contains("[the other](Request-over-the-limit#step-2)") == true)
        // And back again: what was the way there is the page.
        try wiki.change("too-large", "title: Request over the limit", "title: Request too large")
        #expect(try wiki.publish().status == 0)
        #expect(try wiki.pages()["Request-too-large.md"]?.contains("Ask for more") == true)
        #expect(
            try wiki.pages()["Request-over-the-limit.md"]
                == "This page has moved to [Request too large](Request-too-large).\n")
        #expect(try wiki.publish().errors.hasPrefix("Nothing to publish"))
    }

    /// As long as a page cannot get to its new name, what leads there stays, and so does the page, pruned or not.
    @Test func renamedPageWhoseNameIsTaken() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.change("too-large", "title: Request too large", "title: Over the limit")
        try wiki.publish()
        try wiki.colleague("echo 'Of mine' >Much-too-large.md")
        try wiki.change("too-large", "title: Over the limit", "title: Much too large")
        let before = try wiki.pages()
        let outcome = try wiki.publish("--prune")
        #expect(outcome.status == 1)
        #expect(outcome.text.contains("held      Much-too-large.md: a page of this name is there"))
        let pages = try wiki.pages()
        for path in ["Request-too-large.md", "Over-the-limit.md", "Much-too-large.md"] {
            #expect(pages[path] == before[path])
        }
        // The name becomes free, and everything follows.
        try wiki.colleague("git mv Much-too-large.md Notes-of-mine.md")
        #expect(try wiki.publish().status == 0)
        #expect(
            try wiki.pages()["Request-too-large.md"] == "This page has moved to [Much too large](Much-too-large).\n")
        #expect(try wiki.pages()["Over-the-limit.md"] == "This page has moved to [Much too large](Much-too-large).\n")
    }

    /// A page takes along what somebody wrote in it.
    @Test func renamedPageThatWasEdited() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.edit("Request-too-large.md", "Name the model.", "Name the model and the region.")
        try wiki.change("too-large", "title: Request too large", "title: Request over the limit")
        let outcome = try wiki.publish()
        #expect(outcome.status == 1)
        #expect(try wiki.pages()["Request-over-the-limit.md"]?.contains("and the region") == true)
        #expect(try wiki.pages()["Request-too-large.md"]?.hasPrefix("This page has moved") == true)
    }

    /// A folder with another name is known by its text, even under another title.
    @Test func renamedFolder() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.change("raise-limit", "../too-large/", "../over-limit/")
        try wiki.rename("too-large", to: "over-limit")
        try wiki.change("over-limit", "title: Request too large", "title: Over the limit")
        let outcome = try wiki.publish()
        #expect(outcome.status == 0)
        #expect(outcome.text.contains("move      Request-too-large.md → Over-the-limit.md\n"))
        #expect(
            try wiki.pages()["Request-too-large.md"] == "This page has moved to [Over the limit](Over-the-limit).\n")
    }

    /// Two guides change their titles with each other; nobody's page gets lost on the way.
    @Test func swappedTitles() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.edit("Request-too-large.md", "Name the model.", "Name the model and the region.")
        try wiki.change("too-large", "title: Request too large", "title: Raise a limit")
        try wiki.change("raise-limit", "title: Raise a limit", "title: Request too large")
        #expect(try wiki.publish().status == 1)
        let pages = try wiki.pages()
        #expect(pages["Raise-a-limit.md"]?.contains("and the region") == true)
        #expect(pages["Request-too-large.md"]?.contains("[the other](Raise-a-limit#step-2)") == true)
    }

    // MARK: Removal

    @Test func removedGuide() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.change("raise-limit", "See [the other](../too-large/en.md#step-2).", "")
        try wiki.remove("too-large")
        let outcome = try wiki.publish()
        #expect(outcome.status == 0)
        let reason = "nothing makes this page any more; --prune removes what is ours of it"
        #expect(outcome.text.contains("unused    Request-too-large.md: \(reason)\n"))
        #expect(try wiki.pages()["Request-too-large.md"] != nil)
        #expect(try wiki.pages()["Home.md"]?.contains("Request") == false)
        let pruning = try wiki.publish("--prune")
        #expect(pruning.status == 0)
        #expect(pruning.text == "remove    Request-too-large.md\n")
        #expect(try wiki.pages()["Request-too-large.md"] == nil)
    }

    /// What somebody added to a page outlives its guide, until it is given up by name.
    @Test func removedGuideThatWasEdited() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.edit("Request-too-large.md", "Name the model.", "Name the model and the region.")
        try wiki.change("raise-limit", "See [the other](../too-large/en.md#step-2).", "")
        try wiki.remove("too-large")
        let pruning = try wiki.publish("--prune")
        #expect(pruning.status == 1)
        #expect(
            pruning.text.contains("held      Request-too-large.md: no guide makes this page, but it was edited by Léa"))
        #expect(try wiki.pages()["Request-too-large.md"]?.contains("and the region") == true)
        let overwriting = try wiki.publish("--prune", "--overwrite", "Request-too-large.md")
        #expect(overwriting.status == 0)
        #expect(overwriting.text.contains("-- Name the model and the region."))
        #expect(try wiki.pages()["Request-too-large.md"] == nil)
    }

    /// A run with an error removes nothing, and publishes nothing.
    @Test func errorsPublishNothing() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        let head = try wiki.head()
        try wiki.remove("too-large")
        // The other guide links to it still.
        #expect(try wiki.publish("--prune").status == 1)
        #expect(try wiki.head() == head)
        try wiki.remove("raise-limit")
        #expect(try wiki.publish("--prune").status != 0)
        #expect(try wiki.head() == head)
    }
}
