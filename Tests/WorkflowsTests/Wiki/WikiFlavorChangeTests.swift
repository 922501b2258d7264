import Foundation
import Guides
import Rendering
import Testing
import Values

@testable import Workflows

/// A team goes to another wiki, or to the other layout, after somebody has edited a page: what was edited before comes home, and the
/// new page has it in its own terms.
@Suite struct WikiFlavorChangeTests {
    /// A kind of wiki, and how its pages are laid out.
    struct Kind: CustomTestStringConvertible, Sendable, Equatable {
        let flavor: WikiFlavor
        let layout: WikiLayout

        var testDescription: String { "\(flavor.rawValue) \(layout.rawValue)" }

        static let all = WikiFlavor.allCases.flatMap { flavor in
            WikiLayout.allCases.map { Kind(flavor: flavor, layout: $0) }
        }
    }

    private static let path = "content/a/en.md"

    /// What the colleague does on the page, and what that is in the guide.
    private static func edits(_ link: String) -> [(old: String, new: String, source: (old: String, new: String)?)] {
        [
            ("Send a request.", "Send one request.", nil),
            ("- Region: Europe.\n", "- Region: Europe.\n- Zone: any.\n", nil),
            (
                "shows every limit.", "shows every limit, as [there](\(link)).",
                ("shows every limit.", "shows every limit, as [there](../b/en.md).")
            ),
            ("| large | 90 |", "| large | 90 |\n| huge | 900 |", nil),
            ("Ask early: it takes", "Ask very early: it takes", nil),
            ("## Notes", "## More notes", ("## Notes", "## More notes {#notes}")),
            ("Use it\n", "Use it well\n", nil),
            ("A second paragraph, about *time* and ~~cost~~.\n\n", "", nil),
            ("run --all", "run --some", nil),
            (
                "of the cases.", "of the cases.\n\nThe limit is 40,000.",
                ("of the cases.", "of the cases.\n\nThe limit is {{limit}}.")
            ),
        ]
    }

    @Test(arguments: Kind.all, Kind.all)
    func editsComeHome(from: Kind, to: Kind) throws {
        let (before, after) = (EditedWiki(from.layout, flavor: from.flavor), EditedWiki(to.layout, flavor: to.flavor))
        let old = try before.wiki()
        let published = try before.page(old)
        let english = try #require(LanguageTag(rawValue: "en"))
        let other = try EditTrial.page(of: "b", english, in: old)
        let link = try #require(old.source?.map.pages.first { "\($0.name).md" == other.path }?.link)
        var edited = String(decoding: published.bytes, as: UTF8.self)
        var later = after.raised
        for edit in Self.edits(link) {
            let place = edited.ranges(of: edit.old).last
            edited.replaceSubrange(try #require(place, "\(edit.old)"), with: edit.new)
            let (was, now) = edit.source ?? (edit.old, edit.new)
            var text = try #require(later.files[Self.path])
            let found = text.ranges(of: was).last
            text.replaceSubrange(try #require(found, "\(was)"), with: now)
            later.files[Self.path] = text
        }
        let wanted = later.files[Self.path]
        later.files[Self.path] = after.files[Self.path]
        let outcome = try before.merge(edited, published: published, into: try later.wiki()).outcome()
        #expect(outcome.held.isEmpty, "\(outcome.held)")
        later.files[Self.path] = outcome.files[Self.path].map { String(decoding: $0, as: UTF8.self) }
        #expect(later.files[Self.path] == wanted)
        let adopted = try later.wiki()
        let page = try later.page(adopted).bytes
        #expect(outcome.page == page, "\(String(decoding: outcome.page ?? [], as: UTF8.self))")
        // From then on the wiki has nothing that is not in the guides.
        #expect(try before.merge(edited, published: published, into: adopted).outcome().isHome)
    }
}
