import Foundation
import TestSupport
import Testing

extension BrowserTests {
    /// A guide goes to paper, or into a mail, as PDF: the sheets hold all that the page says.
    @Suite struct PrintTests {
        /// The sheets of a page as `pdftotext` reads them, each line by itself, with single spaces.
        private static func sheets(_ guide: String) throws -> [[String]] {
            let browser = try BrowserScope.open("\(guide)/index.html")
            let printed = try Program.named("pdftotext", "-raw", "-", "-", input: try browser.printed())
            try #require(printed.status == 0, "\(printed.errors)")
            return printed.text.split(separator: "\u{C}").map { sheet in
                sheet.split(separator: "\n").map(folded).filter { !$0.isEmpty }
            }
        }

        /// A PDF has its spaces where a line of it has room, and breaks lines as the sheet does.
        private static func folded(_ text: some StringProtocol) -> String {
            text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }

        @Test func `an address stands on the sheet once, numbers stay whole, and the site is named`() throws {
            let folder = try TemporaryFolder()
            try folder.write(
                "title: Our guides\nlanguages: [en]\nsource: https://git.example.org/edit/\nvalues:\n  limit: {type: integer, example: 1234567, label: Limit}\n  place: {type: url, example: \"https://example.org/place\", label: Place}\n",
                at: "vademecum.yaml")
            let names = ["One", "Seventh", "Three", "Four", "Five", "Six", "Last"]
            let row = "a | {{limit}} | some words | `a-long-code-without-a-space-in-it` | more words than fit | x | y"
            try folder.write(
                "---\ntitle: G\nsummary: S.\n---\n\n## Problem\n\nSee https://example.org/bare, <https://example.org/angle>, [example.org](https://example.org/), {{place}} and [words](https://example.org/words).\n\n| \(names.joined(separator: " | ")) |\n|\(String(repeating: " --- |", count: 7))\n| \(row) |\n\n## Steps\n\n### Go\n\nOn.\n\n## Verification\n\nOK.\n",
                at: "content/g/en.md")
            try #require(try Program.vademecum("build", in: folder.url).status == 0)
            let scope = try #require(BrowserScope.current)
            try scope.browser.open(folder.url.appending(path: "site/en/g/index.html"))
            let printed = try Program.named("pdftotext", "-raw", "-", "-", input: try scope.browser.printed())
            let text = Self.folded(printed.text)
            for address in ["https://example.org/bare", "https://example.org/angle", "https://example.org/place"] {
                #expect(text.ranges(of: address).count == 1, "\(text)")
            }
            #expect(text.contains("example.org,") && text.contains("words (https://example.org/words)"))
            #expect(text.contains("1,234,567") && text.contains("Seventh") && text.contains("Three"), "\(text)")
            #expect(text.contains("Our guides") && !text.contains("git.example.org"))
        }

        private static let guides = ["raise-rate-limit", "request-too-large", "quota-exceeded"].flatMap { guide in
            ["fr", "en"].map { "\($0)/\(guide)" }
        }

        @Test(arguments: guides) func `all that the page says is on the sheets`(guide: String) throws {
            let text = try Self.sheets(guide).joined().joined().filter(\.isSaid)
            let page = try #require(BrowserScope.current).browser.run(
                "return [...document.querySelectorAll('h1, article h2, article h3, article p, article li, article th, article td, article pre')]"
                    + ".filter(box => box.checkVisibility() && !box.querySelector('p, li, button, a, summary, input')).map(box => [...box.childNodes].filter(node => !node.matches?.('.step')).map(node => node.textContent).join(''))"
            )
            // The order of a PDF's text is that in which it is painted.
            #expect(page.items.count > 20)
            for block in page.items.map({ $0.text.filter(\.isSaid) }) { #expect(text.contains(block)) }
        }

        @Test(arguments: guides) func `no sheet ends with a heading, and none is half empty`(guide: String) throws {
            let sheets = try Self.sheets(guide)
            let headings = try #require(BrowserScope.current).browser.run(
                "return [...document.querySelectorAll('article h2, article h3, article h4')].map(box => box.textContent)"
            ).items.map { Self.folded($0.text) }
            #expect(sheets.count > 1 && headings.count > 5)
            for sheet in sheets.dropLast() {
                #expect(sheet.count > 20)
                #expect(!headings.contains { $0.hasSuffix(sheet.last ?? "") }, "\(sheet.last ?? "")")
            }
        }
    }
}

extension Character {
    /// A sheet has spaces, and no hyphens, where its lines end.
    fileprivate var isSaid: Bool { isLetter || isNumber }
}
