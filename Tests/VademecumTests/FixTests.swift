import Foundation
import TestSupport
import Testing

/// `vademecum check --fix`: what is safe is mended, and no other byte of a file changes.
@Suite struct FixTests {
    /// What the English of the project becomes, and what it is when it is mended.
    private static let faulty = "Send the form...\nIt's done."
    private static let mended = "Send the form…\nIt’s done."

    /// A project whose English has two faults that can be mended, saved as an editor of some system would.
    private func project(_ transform: (String) -> String = { $0 }) throws -> (CheckProject, expected: Data) {
        let project = try CheckProject(accepted: false)
        let english = AskGuide.english.replacing("Send the form.", with: Self.faulty)
        try project.folder.write(transform(english), at: "content/ask/en.md")
        return (project, Data(transform(english.replacing(Self.faulty, with: Self.mended)).utf8))
    }

    private func english(_ project: CheckProject) throws -> Data {
        try Data(contentsOf: project.url.appending(path: "content/ask/en.md"))
    }

    /// In the head, braces begin a mapping of YAML: the text around a placeholder is put between quotes, or left to a person.
    @Test(arguments: [
        ("title: org-AB12 is full", "title: \"{{org.id}} is full\""), ("title: Of org-AB12", "title: Of {{org.id}}"),
        ("title: 'org-AB12 is full'", "title: '{{org.id}} is full'"),
        ("title: org-AB12 \\ full", "title: org-AB12 \\ full"),
        ("title: T\nextra: {a: org-AB12}", "title: T\nextra: {a: org-AB12}"),
    ]) func aPlaceholderInTheHeadIsYAML(_ head: String, _ mended: String) throws {
        let project = try SmallProject(
            guide: SmallProject.guide.replacing("title: A guide", with: head))
        let outcome = try project.run("check", "--fix")
        #expect(try project.folder.text(at: "content/a-guide/en.md").contains("---\n\(mended)\nsummary:"))
        #expect(!outcome.text.contains("error[yaml"), "\(outcome.text)")
        #expect(outcome.text.contains("private-value") == (head == mended))
    }

    @Test(arguments: ["lines", "carriage returns", "no final newline", "trailing spaces"])
    func everyOtherByteStays(_ kind: String) throws {
        let (project, expected) = try project { text in
            switch kind {
            case "carriage returns": text.replacing("\n", with: "\r\n")
            case "no final newline": String(text.dropLast())
            case "trailing spaces": text.replacing("Go to the page of limits.", with: "Go to the page of limits.   \t")
            default: text
            }
        }
        let outcome = try project.run("check", "--fix")
        #expect(try english(project) == expected)
        #expect(outcome.text.contains("2 fixed"))
        // A second run finds nothing to do, and touches nothing.
        let before = try project.folder.contents()
        #expect(try !project.run("check", "--fix").text.contains(" fixed"))
        #expect(try project.folder.contents() == before)
    }

    @Test func differenceIsShownAndNothingIsWritten() throws {
        let (project, expected) = try project()
        let before = try project.folder.contents()
        let outcome = try project.run("check", "--fix", "--diff")
        #expect(try project.folder.contents() == before)
        #expect(outcome.text.hasPrefix("--- a/content/ask/en.md\n+++ b/content/ask/en.md\n@@ "))
        // What is shown is what would be written.
        try project.folder.write(outcome.output, at: "patch")
        let applied = try Program.named("git", "-C", project.folder.path, "apply", "patch")
        #expect(applied.status == 0, "\(applied.errors)")
        #expect(try english(project) == expected)
    }

    @Test func fileKeepsItsPermissions() throws {
        let (project, _) = try project()
        let path = project.url.appending(path: "content/ask/en.md").path
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        try project.run("check", "--fix")
        let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(permissions == 0o640)
        #expect(try project.folder.files(in: "content/ask") == ["en.md", "fr.md"])
    }

    @Test func whatIsAnsweredForIsNotMended() throws {
        let (project, _) = try project()
        try project.edit("en.md", "Say which", "<!-- check: ignore three-dots as the form has them -->\nSay which")
        try project.run("check", "--fix")
        #expect(try String(decoding: english(project), as: UTF8.self).contains("Send the form...\nIt’s done."))
    }

    @Test func diffTakesFix() throws {
        #expect(try CheckProject().run("check", "--diff").status == 2)
    }
}
