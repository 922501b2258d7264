import Guides
import Testing

@testable import Rendering

/// The anchors that each flavour gives headings.
@Suite struct WikiSluggerTests {
    @Test(
        arguments: [
            // html-pipeline's TableOfContentsFilter.
            (WikiFlavor.github, "Problème", "problème"), (.github, "3. Ask for more!", "3-ask-for-more"),
            (.github, "A - B", "a---b"), (.github, "snake_case", "snake_case"),
            (.github, "C’est « ici » ?", "cest--ici--"),
            (.github, "日本 語", "日本-語"), (.github, "n² ½", "n-"),
            // `lib/gitlab/utils/markdown.rb`.
            (.gitlab, "A - B", "a-b"), (.gitlab, "3. Ask for more!", "3-ask-for-more"), (.gitlab, "42", "anchor-42"),
            (.gitlab, "snake_case", "snake_case"),
            // `CleanValue` in Gitea's `modules/markup/common`.
            (.gitea, "3. Ask for more!", "3-ask-for-more"), (.gitea, "A - B", "a---b"), (.gitea, "n² ½", "n²-½"),
            // Markdown All in One, “Slugify rules for Azure DevOps”.
            (.azure, "3. Ask for more!", "3.-ask-for-more!"), (.azure, "A\u{A0}: B", "a-:-b"),
        ])
    func slug(flavor: WikiFlavor, heading: String, slug: String) {
        var slugger = WikiSlugger(flavor)
        #expect(slugger.slug(heading) == slug)
    }

    /// The second of two equal headings gets a number, but for Azure DevOps, where links lead to the first.
    @Test func equalHeadings() {
        for flavor in WikiFlavor.allCases {
            var slugger = WikiSlugger(flavor)
            let slugs = ["Notes", "Notes", "notes"].map { slugger.slug($0) }
            #expect(slugs == (flavor == .azure ? ["notes", "notes", "notes"] : ["notes", "notes-1", "notes-2"]))
        }
    }
}
