import Guides
import Testing

@testable import Workflows

/// What a colleague did on the page while the author of the guide changed something near: it comes home beside the author's
/// words, and is known to be home from then on.
@Suite struct WikiAuthorsChangeTests {
    /// What becomes of some bytes of the page, and of the guide meanwhile.
    struct Both: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let page: [(old: String, new: String)]
        let guide: (old: String, new: String)
        /// What becomes of the author's text, where that is not what the colleague did.
        let meant: (old: String, new: String)?

        init(
            _ name: String, _ page: (old: String, new: String), _ guide: (old: String, new: String),
            meant: (old: String, new: String)? = nil
        ) {
            self.init(name, [page], guide, meant: meant)
        }

        init(
            _ name: String, _ page: [(old: String, new: String)], _ guide: (old: String, new: String),
            meant: (old: String, new: String)? = nil
        ) {
            (testDescription, self.page, self.guide, self.meant) = (name, page, guide, meant)
        }

        /// What the colleague does, on a page or in the guide's own terms.
        func edited(_ text: String) -> String {
            page.reduce(text) { text, step in
                guard let range = text.ranges(of: step.old).last else { return text }
                return text.replacingCharacters(in: range, with: step.new)
            }
        }
    }

    /// A text whose numbered items have the numbers that readers see.
    private static func counted(_ text: String) -> String {
        var number = 0
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            guard line.first?.isNumber == true, let end = line.firstIndex(of: ".") else {
                number = 0
                return String(line)
            }
            number = number == 0 ? Int(line[..<end]) ?? 0 : number + 1
            return "\(number)\(line[end...])"
        }
        return lines.joined(separator: "\n")
    }

    @Test(arguments: all, [WikiLayout.pages, .bilingual])
    func comesHomeOnce(both: Both, layout: WikiLayout) throws {
        let path = "content/a/en.md"
        let project = EditedWiki(layout).with(path, "every limit.\n", "every limit.\n\nAsk your team.\n")
        let published = try project.page(try project.wiki())
        let page = String(decoding: published.bytes, as: UTF8.self)
        let edited = both.edited(page.replacing("=40000", with: "=40,000")).replacing("=40,000", with: "=40000")
        #expect(edited != page)

        var later = project.raised.with(path, both.guide.old, both.guide.new)
        #expect(later.files[path] != project.files[path])
        let outcome = try project.merge(edited, published: published, into: try later.wiki()).outcome()
        #expect(outcome.held.isEmpty)
        let text = String(decoding: try #require(outcome.files[path]), as: UTF8.self)
        // What the colleague did, to the author's words.
        let guide = try #require(project.files[path])
        let meant = both.edited(guide.replacing("{{limit}}", with: "40,000"))
            .replacing(both.guide.old.replacing("{{limit}}", with: "40,000"), with: both.guide.new)
        #expect(
            Self.counted(text.replacing("{{limit}}", with: "40,000"))
                == Self.counted(meant.replacing("{{limit}}", with: "40,000")))

        later.files[path] = text
        let adopted = try later.wiki()
        #expect(outcome.page == (try later.page(adopted)).bytes)
        #expect(try project.merge(edited, published: published, into: adopted).outcome().isHome)
    }

    @Test(arguments: moved, [WikiLayout.pages, .bilingual])
    func goesWithTheAuthor(both: Both, layout: WikiLayout) throws {
        let path = "content/a/en.md"
        let project = EditedWiki(layout)
        let (published, later) = (
            try project.page(try project.wiki()), project.raised.with(path, both.guide.old, both.guide.new)
        )
        #expect(later.files[path] != project.files[path])
        let edited = both.edited(String(decoding: published.bytes, as: UTF8.self))
        let outcome = try project.merge(edited, published: published, into: try later.wiki()).outcome()
        #expect(outcome.held.isEmpty)
        let text = outcome.files[path].map { String(decoding: $0, as: UTF8.self) } ?? ""
        guard let meant = both.meant, meant.old != "" else {
            // Once, and below what it belongs to.
            #expect(text.ranges(of: both.guide.new).count == 1, "\(text)")
            return
        }
        #expect(text == later.files[path]?.replacing(meant.old, with: meant.new))
    }

    @Test(arguments: undecided, [WikiLayout.pages, .bilingual])
    func isHeldWhole(both: Both, layout: WikiLayout) throws {
        let path = "content/a/en.md"
        let project = EditedWiki(layout)
        let (published, later) = (
            try project.page(try project.wiki()), project.raised.with(path, both.guide.old, both.guide.new)
        )
        #expect(later.files[path] != project.files[path])
        let edited = both.edited(String(decoding: published.bytes, as: UTF8.self))
        let wiki = try later.wiki()
        let outcome = try project.merge(edited, published: published, into: wiki).outcome()
        #expect(!outcome.conflicts.isEmpty)
        #expect(outcome.files.isEmpty, "\(outcome.files.mapValues { String(decoding: $0, as: UTF8.self) })")
        // The page has what the colleague made of the place, with the values of today.
        let page = String(decoding: try #require(outcome.page), as: UTF8.self)
        let meant = edited.replacing("40,000", with: "50,000").replacing("40000", with: "50000")
            .replacing("40\u{202F}000", with: "50\u{202F}000")
        #expect(Array(page.utf8).loosened == Array(meant.utf8).loosened)
    }
}
