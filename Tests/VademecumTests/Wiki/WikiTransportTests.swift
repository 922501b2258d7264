import Foundation
import TestSupport
import Testing

/// What can go wrong on the way to the wiki's repository.
@Suite struct WikiTransportTests {
    /// A plan tells what publishing would do, and changes nothing anywhere.
    @Test func planChangesNothing() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.edit("Raise-a-limit.md", "Sign in with your account.", "Sign in with the account of the team.")
        try wiki.change("too-large", "Name the model.", "Name the model first.")
        let before = (try wiki.head(), try wiki.project.contents())
        let plan = try wiki.vademecum(["wiki", "--plan", wiki.remote])
        #expect(plan.status == 1)
        #expect(plan.text.contains("change    Request-too-large.md\n    --- a/Request-too-large.md\n"))
        #expect(plan.text.contains("    +- Name the model first.\n"))
        let json = try wiki.vademecum(["wiki", "--plan", wiki.remote, "--format", "json"])
        #expect(json.status == 1)
        let read = try JSONDecoder().decode(Report.self, from: json.output)
        #expect(read.changes.map(\.action) == ["change"] && read.changes.map(\.path) == ["Request-too-large.md"])
        #expect(read.changes.map(\.guide) == ["too-large"])
        #expect(read.held.map(\.reason) == ["edited"] && read.held.map(\.author) == ["Léa"])
        #expect(read.held.allSatisfy { $0.diff.contains("+Sign in with the account of the team.") })
        #expect(read.unchanged == 3 && read.branch == "master" && read.commit == nil)
        #expect(try wiki.head() == before.0)
        #expect(try wiki.project.contents() == before.1)
        // What is published is just that.
        let published = try wiki.publish("--format", "json")
        let done = try JSONDecoder().decode(Report.self, from: published.output)
        #expect(done.changes == read.changes)
        #expect(try wiki.head() == done.commit)
    }

    private struct Report: Decodable {
        struct Change: Decodable, Equatable { let action, path, diff: String, guide: String? }
        struct Held: Decodable { let reason, path, diff: String, author: String? }
        let branch: String
        let commit: String?
        let changes: [Change]
        let held: [Held]
        let unchanged: Int
    }

    /// The configured remote is used where none is given; both ways to ask for it work.
    @Test func configuredRemote() throws {
        let wiki = try TeamWiki()
        let settings = "wiki: {flavour: github, remote: \"\(wiki.remote)\"}"
        try wiki.project.write(
            TeamWiki.configuration.replacing("wiki: {flavour: github}", with: settings), at: "vademecum.yaml")
        #expect(try wiki.vademecum(["wiki", "--plan"]).errors.hasPrefix("5 pages to publish to \(wiki.remote)"))
        #expect(try wiki.vademecum(["wiki", "--publish", "--quiet"]).status == 0)
        #expect(try wiki.pages().count == 5)
    }

    /// Somebody pushes between our look and our push: we look again.
    @Test func outrunByAColleague() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.change("too-large", "Name the model.", "Name the model first.")
        try wiki.raceOnce("echo 'Notes of mine' >Notes.md; echo 'Ask me.' >>Raise-a-limit.md")
        let outcome = try wiki.publish(environment: wiki.racing)
        #expect(outcome.status == 1)
        let pages = try wiki.pages()
        #expect(pages["Notes.md"] == "Notes of mine\n")
        #expect(pages["Raise-a-limit.md"]?.hasSuffix("Ask me.\n") == true)
        #expect(pages["Request-too-large.md"]?.contains("Name the model first.") == true)
        #expect(try wiki.commits() == 3)
    }

    /// The same where the repository was empty: the first commit is somebody else's.
    @Test func outrunToTheFirstCommit() throws {
        let wiki = try TeamWiki()
        try wiki.raceOnce("echo 'Welcome!' >Home.md")
        #expect(try wiki.publish(environment: wiki.racing).status == 1)
        let pages = try wiki.pages()
        #expect(pages["Home.md"] == "Welcome!\n" && pages["Raise-a-limit.md"] != nil)
        #expect(try wiki.commits() == 2)
    }

    /// Nothing is half done when the other end cannot be reached, or refuses; the next run does all of it.
    @Test func unreachableRemote() throws {
        let wiki = try TeamWiki()
        let missing = try wiki.vademecum(["wiki", "--publish", wiki.remote + "-missing"])
        #expect(missing.status == 1)
        #expect(missing.errors.contains("error[git]: git ls-remote failed: fatal: "))
        // RFC 6761: nobody has this name.
        let unknown = try wiki.vademecum(["wiki", "--publish", "https://wiki.invalid/team/guides.wiki.git"])
        #expect(unknown.status == 1)
        try wiki.git(
            "mkdir -p wiki.git/hooks; printf '#!/bin/sh\\necho No >&2; exit 1\\n' >wiki.git/hooks/pre-receive; chmod +x wiki.git/hooks/pre-receive",
            isScript: true)
        let refused = try wiki.publish()
        #expect(refused.status == 1)
        #expect(refused.errors.contains("git push failed: ") && refused.errors.contains("pre-receive hook declined"))
        #expect(try wiki.head() == nil)
        try wiki.git("rm wiki.git/hooks/pre-receive", isScript: true)
        #expect(try wiki.publish().status == 0)
    }

    /// A publish that is killed as it pushes leaves nothing that the next one would trip over.
    @Test func killedPublish() throws {
        let wiki = try TeamWiki()
        try wiki.git("mkdir -p bin tmp", isScript: true)
        // A git that ends whoever started it instead of pushing.
        try wiki.wrapGit("kill -9 $PPID; exit 1")
        var environment = wiki.racing
        environment["TMPDIR"] = wiki.repositories.path + "/tmp"
        #expect(try wiki.publish(environment: environment).status == 128 + 9)
        #expect(try wiki.head() == nil)
        let next = try wiki.publish(environment: ["TMPDIR": wiki.repositories.path + "/tmp"])
        #expect(next.status == 0)
        #expect(try wiki.pages().count == 5)
        // Nor does it leave its copy of the wiki behind.
        #expect(try wiki.repositories.files(in: "tmp").isEmpty)
    }

    /// Addresses that would run a program, or that hold a secret, never reach git.
    @Test(arguments: [
        ("ext::sh -c 'touch x'", "git may not use `ext`"),
        ("--upload-pack=touch", "is not the address of a repository"),
        ("ftp://example.org/wiki.git", "git may not use `ftp`"),
        ("https://lea:secret@example.org/wiki.git", "the address of `https://example.org/wiki.git` holds a password"),
        ("https://example.org/wiki.git?token=secret", "has a `?`"),
    ]) func refusedRemote(address: String, reason: String) throws {
        let wiki = try TeamWiki()
        let outcome = try wiki.vademecum(["wiki", "--publish=\(address)"])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains(reason))
        #expect(!outcome.errors.contains("secret"))
    }

    /// A user's name with the shape of a token, made up here.
    @Test func tokenAsUser() throws {
        let token = "gh" + "p_" + String(repeating: "Ab1", count: 12)
        let outcome = try TeamWiki().vademecum(["wiki", "--publish", "https://\(token)@example.org/wiki.git"])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("holds what looks like a token") && !outcome.errors.contains(token))
    }

    @Test func noRemote() throws {
        let outcome = try TeamWiki().vademecum(["wiki", "--publish"])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("the wiki’s repository has no address"))
    }

    /// A `HEAD` that names no branch is not guessed at.
    @Test func noDefaultBranch() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.git("--git-dir=wiki.git symbolic-ref HEAD refs/heads/other")
        let outcome = try wiki.vademecum(["wiki", "--publish", wiki.remote])
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("the repository has no default branch; its branches are master"))
    }

    /// Nobody is at work: the commit has a name that belongs to nobody.
    @Test func neutralIdentity() throws {
        let wiki = try TeamWiki()
        let nobody = [
            "HOME": wiki.repositories.path, "XDG_CONFIG_HOME": wiki.repositories.path, "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": "/dev/null",
        ]
        #expect(try wiki.publish(environment: nobody).status == 0)
        let author = try wiki.git("--git-dir=wiki.git log -1 --format='%an <%ae>' HEAD").text
        #expect(author == "Vademecum <vademecum@example.invalid>\n")
    }

    /// A damaged list of what is ours stops everything, since nobody knows then what may be replaced.
    @Test func damagedManifest() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.colleague("echo '{' >.vademecum.json")
        let head = try wiki.head()
        let outcome = try wiki.publish()
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("the wiki’s `.vademecum.json` cannot be read"))
        #expect(try wiki.head() == head)
    }
}

extension TeamWiki {
    /// The environment in which `git push` is the test's own.
    var racing: [String: String] {
        ["PATH": "\(repositories.path)/bin:\(ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")"]
    }

    /// Lets the colleague push once, just before the program does.
    func raceOnce(_ script: String) throws {
        try wrapGit(
            """
            if [ ! -e '\(repositories.path)/raced' ]; then
                touch '\(repositories.path)/raced'
                (cd '\(repositories.path)' && rm -rf racer && "$real" clone --quiet wiki.git racer 2>/dev/null && cd racer &&
                    \(script.replacing("'", with: "\"")); "$real" add -A &&
                    "$real" -c user.name=Léa -c user.email=lea@example.org commit --quiet -m Race &&
                    "$real" push --quiet origin HEAD) >/dev/null 2>&1
            fi
            """)
    }

    /// Puts a `git` first on `PATH` that does something before it pushes.
    func wrapGit(_ script: String) throws {
        let real = try Program.shell("command -v git").text.trimmingCharacters(in: .newlines)
        try repositories.write(
            """
            #!/bin/sh
            real='\(real)'
            for word; do if [ "$word" = push ]; then
            \(script)
            break
            fi; done
            exec "$real" "$@"

            """, at: "bin/git")
        try git("chmod +x bin/git", isScript: true)
    }
}
