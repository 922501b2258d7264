import Foundation
import TestSupport
import Testing

/// A wiki that somebody has put odd things into: nothing that is not ours is touched, and nothing is taken for what it is not.
@Suite struct WikiHostileTests {
    /// A page that is no text any more is said to be none: a patch of it would be another edit than the colleague's.
    @Test(arguments: [
        (#"printf 'x\0y\n'"#, "it holds a byte 0, in line "), (#"printf 'Un caf\351.\n'"#, "it is not UTF-8, in line "),
        (#"printf '\303'"#, "it is not UTF-8, in line "),
        ("head -c 6000000 /dev/zero | tr '\\0' x", "it is larger than 4 MiB"),
    ]) func whatIsNoTextIsNotAdopted(_ bytes: String, _ reason: String) throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.colleague("printf -- '- A point that matters.\\n' >>Raise-a-limit.md; \(bytes) >>Raise-a-limit.md")
        let outcome = try wiki.vademecum(["wiki", "adopt", wiki.remote])
        #expect(outcome.status == 1)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("Raise-a-limit.md edited by Léa on "))
        #expect(outcome.errors.contains(": it is not text, for \(reason)"))
        // Publishing leaves it as it is; where the guide changes elsewhere in it, what the colleague wrote stays.
        let before = try wiki.git("--git-dir=wiki.git rev-parse HEAD:Raise-a-limit.md").text
        #expect(try wiki.vademecum(["wiki", "--publish", wiki.remote]).status == 1)
        #expect(try wiki.git("--git-dir=wiki.git rev-parse HEAD:Raise-a-limit.md").text == before)
        try wiki.change("raise-limit", "Name the model.", "Name the model first.")
        #expect(try wiki.vademecum(["wiki", "--publish", wiki.remote]).status == 1)
        #expect(try wiki.pages()["Raise-a-limit.md"]?.contains("- A point that matters.\n") == true)
        let discarding = ["wiki", "--publish", wiki.remote, "--overwrite", "Raise-a-limit"]
        #expect(try wiki.vademecum(discarding).status == 0)
        #expect(try wiki.pages()["Raise-a-limit.md"]?.contains("Name the model first.") == true)
    }

    /// Links, other repositories, names of every kind: they are a colleague's, and stay.
    @Test func whatIsNotOursStays() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        let head = try #require(try wiki.head())
        try wiki.colleague(
            #"""
            ln -s /etc/passwd Link.md; ln -s ../../outside Out
            mkdir -p 'a b' .hidden; echo x >'a b/-rf'; echo x >.hidden/x; echo x >$'tab\there.md'; echo x >$'line\nfeed.md'
            echo x >$'esc\033[2J.md'; echo x >'quote".md'; echo x >$'caf\351.md'; echo x >'--option.md'; echo x >é.md
            git update-index --add --cacheinfo 160000,\#(head),module
            """#)
        let tree = "--git-dir=wiki.git ls-tree -r HEAD"
        let before = Set(try wiki.git(tree).text.split(separator: "\n"))
        try wiki.change("raise-limit", "Name the model.", "Name the model first.")
        let outcome = try wiki.vademecum(["wiki", "--publish", wiki.remote, "--prune"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let after = Set(try wiki.git(tree).text.split(separator: "\n"))
        let gone = before.subtracting(after).map { $0.split(separator: "\t").last }
        #expect(gone.sorted { "\($0 ?? "")" < "\($1 ?? "")" } == [".vademecum.json", "Raise-a-limit.md"])
        #expect(try wiki.vademecum(["wiki", "adopt", wiki.remote]).errors.hasSuffix("Nobody has edited a page.\n"))
    }

    /// A page that became a link, or another repository, is neither read nor written through.
    @Test(arguments: [
        "ln -sf /etc/hostname Raise-a-limit.md",
        "git rm -q Raise-a-limit.md; mkdir Raise-a-limit.md; echo x >Raise-a-limit.md/x",
    ])
    func pageThatIsNoFileStays(_ script: String) throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.colleague(script)
        let listing = "--git-dir=wiki.git ls-tree -r HEAD -- Raise-a-limit.md"
        let before = try wiki.git(listing).text
        try wiki.change("raise-limit", "Name the model.", "Name the model first.")
        let outcome = try wiki.vademecum(["wiki", "--publish", wiki.remote])
        #expect(outcome.status == 1)
        #expect(try wiki.git(listing).text == before)
        #expect(try wiki.vademecum(["wiki", "adopt", wiki.remote]).output.isEmpty)
    }

    /// The list of what was published is on the wiki, where anybody can write to it.
    @Test(arguments: ["../../escape.md", ".git/config", "/etc/passwd", "a/../../b.md", "", "Notes.md"])
    func listThatNamesOtherFilesDoesNoHarm(_ path: String) throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.colleague("echo mine >Notes.md")
        let entry =
            #"{"path": "\#(path)", "guide": "gone", "languages": ["en"], "text": "0123456789012345678901234567890123456789"},"#
        try wiki.colleague("ENTRY='\(entry)' perl -pi -e 's/\"pages\": \\[/\"pages\": [$ENV{ENTRY}/' .vademecum.json")
        try wiki.change("raise-limit", "Name the model.", "Name the model first.")
        let outside = try FileManager.default.contentsOfDirectory(atPath: wiki.repositories.path).sorted()
        _ = try wiki.vademecum(["wiki", "--publish", wiki.remote, "--prune"])
        #expect(try wiki.pages()["Notes.md"] == "mine\n")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: wiki.repositories.path).sorted().filter { $0 != "tree" }
                == outside.filter { $0 != "tree" })
        #expect(try wiki.git("--git-dir=wiki.git fsck --strict").status == 0)
    }
}
