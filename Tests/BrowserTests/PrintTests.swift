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
