import Foundation
import TestSupport
import Testing

/// What colleagues do to the wiki by hand stays, is shown, and makes the exit status 1.
@Suite struct WikiEditTests {
    @Test func handEdit() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.edit("Raise-a-limit.md", "Sign in with your account.", "Sign in with the account of the team.")
        try wiki.change("too-large", "Name the model.", "Name the model first.")
        let outcome = try wiki.publish()
        #expect(outcome.status == 1)
        // Everything else is published.
        #expect(
            outcome.text.hasPrefix("change    Request-too-large.md\nheld      Raise-a-limit.md: edited by Léa on 20"))
        #expect(
            outcome.text.contains(
                """
                    -Sign in with your account. See [the other](Request-too-large#step-2).
                    +Sign in with the account of the team. See [the other](Request-too-large#step-2).

                """))
        #expect(try wiki.pages()["Raise-a-limit.md"]?.contains("the account of the team") == true)
        // It is told every time, and nothing is committed for it.
        let head = try wiki.head()
        #expect(try wiki.publish().status == 1)
        #expect(try wiki.head() == head)
        // Until somebody gives it up, page by page and by name.
        let overwriting = try wiki.publish("--overwrite", "Raise-a-limit")
        #expect(overwriting.status == 0)
        #expect(overwriting.text.contains("-Sign in with the account of the team."))
        #expect(try wiki.pages()["Raise-a-limit.md"]?.contains("with your account") == true)
    }

    /// The guides and a colleague change different lines: both are there, and the edit is still to be brought home.
    @Test func handEditAndSourceChange() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.edit("Raise-a-limit.md", "Sign in with your account.", "Sign in with the account of the team.")
        for name in ["the model first", "the model and the region"] {
            try wiki.change("raise-limit", name == "the model first" ? "the model" : "the model first", name)
            let outcome = try wiki.publish()
            #expect(outcome.status == 1)
            #expect(
                outcome.text.hasPrefix("merge     Raise-a-limit.md\nedited    Raise-a-limit.md: edited by Léa on 20"))
            let page = try wiki.pages()["Raise-a-limit.md"]
            #expect(page?.contains("the account of the team") == true && page?.contains("Name \(name).") == true)
            let head = try wiki.head()
            #expect(try wiki.publish().status == 1)
            #expect(try wiki.head() == head)
        }
    }

    /// They change the same line: nobody decides but a person.
    @Test func conflict() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.edit("Raise-a-limit.md", "Name the model.", "Name the model and the region.")
        try wiki.change("raise-limit", "Name the model.", "Name the model first.")
        let page = try wiki.pages()["Raise-a-limit.md"]
        let outcome = try wiki.publish()
        #expect(outcome.status == 1)
        #expect(outcome.text.contains("held      Raise-a-limit.md: edited by Léa on 20"))
        #expect(
            outcome.text.contains(
                """
                    both changed the same lines:
                    <<<<<<< on the wiki
                    - Name the model and the region.
                    ||||||| as published
                    - Name the model.
                    =======
                    - Name the model first.
                    >>>>>>> from the guides

                """))
        #expect(try wiki.pages()["Raise-a-limit.md"] == page)
        // The source takes the edit over, and all is well.
        try wiki.change("raise-limit", "Name the model first.", "Name the model and the region.")
        #expect(try wiki.publish().status == 0)
        #expect(try wiki.publish().errors.hasPrefix("Nothing to publish"))
    }

    /// A home that a colleague made better is theirs to decide on, too.
    @Test func editedList() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.colleague("printf '%s\\n\\n' 'Ask Léa.' | cat - _Sidebar.md >new && mv new _Sidebar.md")
        #expect(try wiki.publish().text.hasPrefix("held      _Sidebar.md: edited by Léa on 20"))
        try wiki.change("too-large", "title: Request too large", "title: Over the limit")
        #expect(try wiki.publish().status == 1)
        let sidebar = try wiki.pages()["_Sidebar.md"]
        #expect(sidebar?.contains("[Over the limit](Over-the-limit)") == true && sidebar?.contains("Ask Léa.") == true)
    }

    /// Taking a publication back is an edit, though git takes our own list back with it.
    @Test func revertedPublication() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.change("raise-limit", "Name the model.", "Name the model first.")
        try wiki.publish()
        try wiki.colleague("\(TeamWiki.asLéa) revert --no-edit HEAD >/dev/null; touch reverted")
        for _ in 1...2 {
            let outcome = try wiki.publish()
            #expect(outcome.status == 1)
            #expect(outcome.text.contains("held      Raise-a-limit.md: edited by Léa on 20"))
            #expect(try wiki.pages()["Raise-a-limit.md"]?.contains("Name the model.") == true)
        }
    }

    /// A value that changes in the paragraph that somebody edited is no conflict.
    @Test func valueInAnEditedParagraph() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.edit("Raise-a-limit.md", "Say that you have 40,000 tokens.", "Say that you only have 40,000 tokens.")
        let configuration = TeamWiki.configuration.replacing("40000", with: "50000")
        try wiki.project.write(configuration, at: "vademecum.yaml")
        #expect(try wiki.publish().status == 1)
        #expect(try wiki.pages()["Raise-a-limit.md"]?.contains("- Say that you only have 50,000 tokens.") == true)
        try wiki.apply(try wiki.vademecum(["wiki", "adopt", wiki.remote]))
        #expect(try wiki.project.text(at: "content/raise-limit/en.md").contains("you only have {{limit}} tokens."))
        #expect(try wiki.publish().status == 0)
        #expect(try wiki.publish().errors.hasPrefix("Nothing to publish"))
    }

    /// A form of a web page sends other line ends, and editors lose the last one.
    @Test(arguments: [#"perl -pi -e 's/\n/\r\n/'"#, "truncate -s -1", #"perl -pi -e 's/^- /*  /'"#])
    func whatReadsTheSameIsNoEdit(_ command: String) throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.colleague("\(command) Raise-a-limit.md")
        #expect(try wiki.publish().errors.hasPrefix("Nothing to publish"))
        #expect(try wiki.vademecum(["wiki", "adopt", wiki.remote]).errors == "Nobody has edited a page.\n")
    }

    /// A team that has a home of its own keeps it, alone or around ours.
    @Test(arguments: ["theirs", "between"]) func listOfTheTeam(_ owner: String) throws {
        let wiki = try TeamWiki()
        try wiki.colleague("printf 'Our own words.\\n' >Home.md")
        #expect(try wiki.publish().text.contains("keep it with `wiki: {home: theirs}` in vademecum.yaml"))
        let configuration = TeamWiki.configuration.replacing(
            "{flavour: github}", with: "{flavour: github, home: \(owner)}")
        try wiki.project.write(configuration, at: "vademecum.yaml")
        let outcome = try wiki.publish()
        #expect(outcome.status == 0, "\(outcome.text)\(outcome.errors)")
        let home = try #require(try wiki.pages()["Home.md"])
        #expect(home.hasPrefix("Our own words.\n") && home.contains("Raise a limit") == (owner == "between"))
        try wiki.edit("Home.md", "Our own words.", "Our very own words.")
        #expect(try wiki.publish().status == 0)
        try wiki.change("too-large", "title: Request too large", "title: Over the limit")
        #expect(try wiki.publish().status == 0)
        let changed = try #require(try wiki.pages()["Home.md"])
        #expect(
            changed.hasPrefix("Our very own words.\n") && changed.contains("Over the limit") == (owner == "between"))
    }

    @Test func deletedPage() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.colleague("git rm --quiet Request-too-large.md")
        for _ in 1...2 {
            let outcome = try wiki.publish()
            #expect(outcome.status == 1)
            #expect(outcome.text.hasPrefix("held      Request-too-large.md: deleted by Léa on 20"))
            #expect(try wiki.pages()["Request-too-large.md"] == nil)
        }
        #expect(try wiki.publish("--overwrite", "Request too large").status == 0)
        #expect(try wiki.pages()["Request-too-large.md"] != nil)
    }

    /// A page that got another name on the wiki waits for the guide to get it too.
    @Test func pageRenamedOnTheWiki() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.colleague("git mv Request-too-large.md Over-the-limit.md")
        let outcome = try wiki.publish()
        #expect(outcome.status == 1)
        #expect(outcome.text.hasPrefix("held      Request-too-large.md: renamed to Over-the-limit.md by Léa on 20"))
        #expect(try wiki.pages()["Request-too-large.md"] == nil)
        try wiki.edit("Over-the-limit.md", "Name the model.", "Name the model and the region.")
        try wiki.change("too-large", "title: Request too large", "title: Over the limit")
        let adopting = try wiki.publish()
        #expect(adopting.status == 1)
        #expect(try wiki.pages()["Over-the-limit.md"]?.contains("and the region") == true)
        #expect(try wiki.pages()["Home.md"]?.contains("[Over the limit](Over-the-limit)") == true)
        try wiki.change("too-large", "Name the model.", "Name the model and the region.")
        #expect(try wiki.publish().status == 0)
    }

    /// Who renames a page and edits it has not deleted it: the edit comes home.
    @Test func pageRenamedAndEdited() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.colleague(
            "git mv Request-too-large.md Over-the-limit.md && perl -pi -e 's/Name the model/Name the region/' *.md")
        let outcome = try wiki.publish()
        #expect(outcome.status == 1)
        #expect(outcome.text.contains("held      Request-too-large.md: renamed to Over-the-limit.md by Léa on 20"))
        let adopting = try wiki.vademecum(["wiki", "adopt", wiki.remote])
        #expect(adopting.errors.contains("Over-the-limit.md edited by Léa on 20"))
        try wiki.apply(adopting)
        #expect(try wiki.project.text(at: "content/too-large/en.md").contains("Name the region"))
        try wiki.change("too-large", "title: Request too large", "title: Over the limit")
        #expect(try wiki.publish().status == 0)
    }

    /// The way to a page's new name is not put back when somebody has swept it away.
    @Test func deletedStub() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.change("too-large", "title: Request too large", "title: Over the limit")
        try wiki.publish()
        try wiki.colleague("git rm --quiet Request-too-large.md")
        #expect(try wiki.publish().status == 0)
        #expect(try wiki.pages()["Request-too-large.md"] == nil)
        #expect(try wiki.publish().errors.hasPrefix("Nothing to publish"))
    }

    /// A file of a colleague's at a place where a folder of ours would be, and what git knows besides files.
    @Test func linkInThePlaceOfAPage() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.colleague("ln -sf Home.md Raise-a-limit.md")
        try wiki.change("raise-limit", "Name the model.", "Name the model first.")
        #expect(try wiki.publish().status == 1)
        let mode = try wiki.git("--git-dir=wiki.git ls-tree HEAD Raise-a-limit.md").text
        #expect(mode.hasPrefix("120000"))
    }
}
