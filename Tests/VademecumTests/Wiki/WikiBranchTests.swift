import Foundation
import TestSupport
import Testing

/// `wiki adopt --branch`: edits of the wiki as commits of the project, for a pull request.
@Suite struct WikiBranchTests {
    private static let initialization =
        "git init -q -b main . && git config user.name Ada && git config user.email ada@example.org && git add -A "
        + "&& git commit -q -m first"

    /// A published wiki whose project is a repository of its own, in a folder of it where that is wanted.
    private func wiki() throws -> TeamWiki {
        let wiki = try TeamWiki()
        try project(
            wiki,
            "\(Self.initialization)"
        )
        try wiki.publish()
        return wiki
    }

    @discardableResult
    private func project(_ wiki: TeamWiki, _ script: String) throws -> String {
        let identity =
            "export GIT_AUTHOR_NAME=Ada GIT_AUTHOR_EMAIL=ada@example.org GIT_COMMITTER_NAME=Ada GIT_COMMITTER_EMAIL=ada@example.org"
        let outcome = try Program.shell("\(identity); \(script)", in: wiki.project.url)
        try #require(outcome.status == 0, "\(outcome.errors)")
        return outcome.text
    }

    private let edit = "sed -i 's/Name the model\\./Name the model and the day./' Raise-a-limit.md"

    @Test func anEditBecomesACommitOfItsEditor() throws {
        let wiki = try wiki()
        try wiki.colleague(edit)
        let before = try wiki.project.contents().filter { !$0.key.hasPrefix(".git/") }
        let outcome = try wiki.vademecum(["wiki", "adopt", wiki.remote, "--branch", "wiki-edits"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("Raise-a-limit.md edited by Léa on "))
        #expect(outcome.errors.contains("Branch wiki-edits: 1 commit, up to "))
        // What is checked out stays as it is.
        #expect(try wiki.project.contents().filter { !$0.key.hasPrefix(".git/") } == before)
        #expect(try project(wiki, "git status --porcelain; git branch --show-current") == "main\n")
        let log = try project(wiki, "git log --format='%an|%cn|%s' main..wiki-edits")
        #expect(log.hasPrefix("Léa|Ada|Take over what was edited on the wiki: Raise-a-limit.md"))
        let difference = try project(wiki, "git diff -U0 main wiki-edits | grep '^[-+]- '")
        #expect(difference == "-- Name the model.\n+- Name the model and the day.\n")
        // The next run makes it anew, and after the merge there is nothing to say.
        try wiki.colleague("sed -i 's/the day/the hour/' Raise-a-limit.md")
        #expect(try wiki.vademecum(["wiki", "adopt", wiki.remote, "--branch", "wiki-edits"]).status == 0)
        #expect(try project(wiki, "git log --format=%s main..wiki-edits | wc -l") == "1\n")
        try project(wiki, "git merge -q wiki-edits")
        #expect(
            try wiki.vademecum(["wiki", "adopt", wiki.remote, "--branch", "wiki-edits"]).errors
                == "Nobody has edited a page.\n")
        #expect(try wiki.vademecum(["wiki", "--publish", wiki.remote]).status == 0)
    }

    /// A project may be a folder of a repository.
    @Test func aProjectInAFolderOfARepository() throws {
        let wiki = try TeamWiki()
        try project(
            wiki,
            "mkdir docs && mv content vademecum.yaml docs/ && \(Self.initialization)"
        )
        let environment = ["VADEMECUM_ORG_ID": "org-TEAM"]
        let docs = wiki.project.url.appending(path: "docs")
        func run(_ arguments: String...) throws -> Program.Outcome {
            try Program.vademecum(arguments, in: docs, environment: environment)
        }
        #expect(try run("wiki", "--publish", wiki.remote).status == 0)
        try wiki.colleague(edit)
        let outcome = try run("wiki", "adopt", wiki.remote, "--branch", "wiki/edits")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try project(wiki, "git diff --name-only main wiki/edits") == "docs/content/raise-limit/en.md\n")
    }

    /// A branch that somebody works on is theirs, and so is the one that is checked out.
    @Test(arguments: [
        (
            "git branch others; git checkout -q others; git commit -q --allow-empty -m mine; git checkout -q main",
            "others", "has commits that are not of the wiki"
        ),
        ("true", "main", "is checked out"), ("true", "a..b", "is not a name for a branch"),
        ("true", "-x", "is not a name for a branch"),
        ("sed -i 's/Name the model/Name your model/' content/raise-limit/en.md", "new", "commit the guides first"),
    ]) func whatIsNotOursStays(_ script: String, _ branch: String, _ reason: String) throws {
        let wiki = try wiki()
        try wiki.colleague(edit)
        try project(wiki, script)
        let before = try project(wiki, "git for-each-ref")
        let outcome = try wiki.vademecum(["wiki", "adopt", wiki.remote, "--branch=\(branch)"])
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains(reason), "\(outcome.errors)")
        #expect(try project(wiki, "git for-each-ref") == before)
    }
}
