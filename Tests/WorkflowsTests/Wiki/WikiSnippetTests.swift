import Foundation
import Rendering
import Sources
import Testing

@testable import Workflows

/// Edits of a page that takes in a snippet: those around it come home to the guide, and those in it name its file.
@Suite struct WikiSnippetTests {
    private static let place = "Connecte-toi avec le compte de ton équipe.\n"

    /// The project with a snippet in the step of each language.
    private func wiki() throws -> EditedWiki {
        var files = EditedWiki.project
        for tag in ["fr", "en"] {
            let path = "content/a/\(tag).md"
            let step = try #require(files[path]?.range(of: tag == "fr" ? "### Demander plus" : "### Ask for more"))
            files[path]?.replaceSubrange(
                step.lowerBound..<step.lowerBound, with: "<!-- include: shared/contact -->\n\n")
            files["content/shared/contact.\(tag).md"] =
                "Write to the team, ![the team](team.png).\n\nThe limit is {{limit}} tokens.\n"
        }
        files["content/shared/team.png"] = "PNG"
        return EditedWiki(.pages, files: files)
    }

    private func outcome(_ edit: (String) -> String) throws -> (merge: PageMerge, outcome: PageMerge.Outcome) {
        let edited = try wiki()
        let made = try edited.wiki()
        let page = try edited.page(made)
        let text = String(decoding: page.bytes, as: UTF8.self)
        #expect(text.contains("Write to the team") && edit(text) != text, "\(text)")
        let merge = try edited.merge(edit(text), published: page, into: made)
        return (merge, merge.outcome())
    }

    @Test func anEditBesideItComesHomeWithoutIt() throws {
        let (merge, outcome) = try outcome {
            $0.replacing("The limit is 40,000 tokens.\n", with: "The limit is 40,000 tokens.\n\nA line more.\n")
                .replacing("Write to the team", with: "A line before.\n\nWrite to the team")
        }
        #expect(outcome.held.isEmpty, "\(outcome.held)")
        let patches = merge.patches(with: outcome.changes.filter { $0.hold == nil })
        #expect(patches.map(\.path) == ["content/a/en.md"])
        let text = String(decoding: patches.first?.new ?? [], as: UTF8.self)
        #expect(
            text.contains("A line before.\n\n<!-- include: shared/contact -->\n\nA line more.\n"), "\(text)")
        #expect(!text.contains("Write to the team"))
    }

    @Test func anEditInItIsHeldAndNamesItsFile() throws {
        let (merge, outcome) = try outcome {
            $0.replacing("Write to the team", with: "Write to our team").replacing("Ask for more", with: "Ask for it")
        }
        #expect(outcome.held.compactMap(\.hold) == [.snippet(path: "content/shared/contact.en.md")])
        let sentence = outcome.held.first?.hold?.sentence(merge.source) ?? ""
        #expect(sentence.contains("content/shared/contact.en.md") && sentence.contains("change it there"))
        let patches = merge.patches(with: outcome.changes.filter { $0.hold == nil })
        let text = String(decoding: patches.first?.new ?? [], as: UTF8.self)
        #expect(text.contains("### Ask for it") && text.contains("<!-- include: shared/contact -->"), "\(text)")
        // What is held stays on the wiki.
        #expect(String(decoding: outcome.page ?? [], as: UTF8.self).contains("Write to our team"))
    }
}
