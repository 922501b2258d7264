import Foundation
import TestSupport
import Testing

/// Whoever edited a page is named, with what is theirs; long reports are cut.
@Suite struct WikiEditorsTests {
    private static let page = "Raise-a-limit.md"
    private static let asMax = "-c user.name=Max -c user.email=max@example.org"

    private func edited() throws -> TeamWiki {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.colleague(
            "sed -i 's/Sign in with your account\\./Sign in with the account of your team./' \(Self.page)")
        try wiki.colleague(
            "git config user.name Max && git config user.email max@example.org && "
                + "sed -i 's/The new limit shows\\./The new limit shows at once./' \(Self.page) && git commit -qam 'Mine' && touch .note"
        )
        return wiki
    }

    @Test func everyEditorIsNamedWithTheirLines() throws {
        let wiki = try edited()
        let lines = try #require(try wiki.pages()[Self.page]).split(separator: "\n", omittingEmptySubsequences: false)
        let first = try #require(lines.firstIndex { $0.contains("of your team") }) + 1
        let last = try #require(lines.firstIndex { $0.contains("at once") }) + 1
        let outcome = try wiki.publish()
        #expect(outcome.status == 1)
        #expect(
            outcome.text.contains(
                try Regex("edited by Max on [0-9TZ:-]+ \\(line \(last)\\) and Léa on [0-9TZ:-]+ \\(line \(first)\\)")))
        let adopted = try wiki.vademecum(["wiki", "adopt", wiki.remote])
        #expect(adopted.errors.contains("(line \(last)) and Léa on "))
        let json = try wiki.vademecum(["wiki", "--plan", wiki.remote, "--format", "json"])
        #expect(json.text.contains("\"editors\""))
        #expect(json.text.contains("\"author\": \"Max\""))
    }

    /// After the page has moved, too; and the commit of a branch has both.
    @Test func editorsOfAPageThatMoved() throws {
        let wiki = try edited()
        try wiki.change("raise-limit", "title: Raise a limit", "title: Raise the limit")
        let outcome = try wiki.publish()
        #expect(outcome.text.contains("Max on ") && outcome.text.contains("Léa on "), "\(outcome.text)")
        let again = try wiki.publish()
        #expect(again.text.contains("Max on ") && again.text.contains("Léa on "), "\(again.text)")
        let git =
            "git init -q -b main . && git config user.name Ada && git config user.email ada@example.org && git add -A && git commit -qm first"
        #expect(try Program.shell(git, in: wiki.project.url).status == 0)
        #expect(try wiki.vademecum(["wiki", "adopt", wiki.remote, "--branch", "edits"]).status == 0)
        let log = try Program.shell(
            "git log -1 --format='%an|%(trailers:key=Co-authored-by,valueonly)' edits", in: wiki.project.url)
        #expect(log.text.contains("Max|Léa <lea@example.org>"), "\(log.text)")
    }

    /// A line in which publishing changes a value is still its editor’s.
    @Test func aValueThatChangesTakesNoLineFromItsEditor() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.colleague("sed -i 's/Say that you have/Tell them that you have/' \(Self.page)")
        try wiki.colleague(
            "git config user.name Max && git config user.email max@example.org && "
                + "sed -i 's/The new limit shows\\./The new limit shows at once./' \(Self.page) && git commit -qam 'Mine' && touch .note"
        )
        let values = TeamWiki.configuration.replacing("value: 40000", with: "value: 50000")
        try wiki.project.write(values, at: "vademecum.yaml")
        let outcome = try wiki.publish()
        #expect(outcome.text.contains("Max on ") && outcome.text.contains("Léa on "), "\(outcome.text)")
        let adopted = try wiki.vademecum(["wiki", "adopt", wiki.remote])
        #expect(adopted.errors.contains("Max on ") && adopted.errors.contains("Léa on "), "\(adopted.errors)")
    }

    /// A person who alone edited a page needs no lines.
    @Test func oneEditorHasNoLines() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        try wiki.edit(Self.page, "Name the model.", "Name the model and the day.")
        let text = try wiki.publish().text
        #expect(text.contains("edited by Léa on ") && !text.contains("(line"))
    }

    @Test func longDifferencesAreCut() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        let lines = (1...150).map { "Line \($0) of a long text.\\n" }.joined(separator: "\\n")
        try wiki.colleague("perl -pi -e 's/^(The new limit shows\\.)$/$1\\n\\n\(lines)/' \(Self.page)")
        let short = try wiki.vademecum(["wiki", "--plan", wiki.remote])
        #expect(short.text.contains(" more lines; --full shows them"))
        #expect(!short.text.contains("Line 140 of"))
        let full = try wiki.vademecum(["wiki", "--plan", wiki.remote, "--full"])
        #expect(full.text.contains("Line 140 of") && !full.text.contains("--full shows"))
    }

    /// A plan goes to logs that anybody may read.
    @Test func reportsPrintNothingPrivate() throws {
        let wiki = try TeamWiki()
        try wiki.publish()
        let key = "sk-proj-" + String(repeating: "Ab1C", count: 12)
        try wiki.edit(Self.page, "Name the model.", "Name the model for org-TEAM with \(key).")
        for arguments in [
            ["--plan", wiki.remote], ["--plan", wiki.remote, "--format", "json"], ["--publish", wiki.remote],
        ] {
            let outcome = try wiki.vademecum(["wiki"] + arguments)
            #expect(!outcome.text.contains("org-TEAM") && !outcome.text.contains(key), "\(arguments)")
        }
        let adopted = try wiki.vademecum(["wiki", "adopt", wiki.remote])
        #expect(!adopted.text.contains(key) && !adopted.errors.contains(key) && !adopted.text.contains("org-TEAM"))
    }
}
