import Sources
import TestSupport
import Testing

@testable import Workflows

/// The examples of CommonMark 0.30, and of what GFM 0.29 adds to it, through `render`: equal, or other than the
/// specification on purpose.
@Suite struct SpecificationTests {
    /// Why an example is other than its specification has it.
    enum Reason: String, CaseIterable {
        case rawHTML = "Raw HTML never reaches a page."
        case scheme = "Pages link to a few schemes only."
        case comment = "Comments are for authors, and leave no trace in a page."
        case space = "A no-break space behind a list's sign was meant for a plain one, and is an error."
        case bareAddress = "Addresses of pages in a text are links, as GFM has it; those of mail are not."
        case picture = "An image that is written as HTML is one."

        /// The check that refuses it; nil where it is read as something else.
        var check: String? {
            switch self {
            case .rawHTML: "raw-html"
            case .scheme: "broken-link"
            case .space: "space-in-markup"
            case .comment, .bareAddress, .picture: nil
            }
        }
    }

    /// All 652 but those that are listed; an example that is listed for nothing fails.
    @Test func commonMark() throws {
        let examples = try SpecificationExample.commonMark()
        #expect(examples.map(\.number) == Array(1...652))
        let reasons = try Self.reasons([
            (.rawHTML, [21, 31, 344, 475, 476, 490, 493, 523, 535, 642, 643]),
            (.rawHTML, Array(148...191).filter { ![179, 183].contains($0) } + [201]),
            (.rawHTML, Array(612...616) + [622] + Array(627...631)), (.comment, [179, 183, 308, 309, 624]),
            (.scheme, [595, 597, 598, 600]), (.space, [353]), (.bareAddress, [607, 610]), (.picture, [474]),
        ])
        for example in examples { try check(example, example.html, reasons[example.number]) }
    }

    /// Tables, strikethrough and tasks have GFM's elements, with more attributes; other HTML is refused altogether.
    @Test func gfm() throws {
        let examples = try SpecificationExample.gfm()
        #expect(Set(examples.map(\.extension)) == ["table", "strikethrough", "autolink", "disabled", "tagfilter"])
        #expect(examples.count == 24)
        for (name, example) in examples {
            let isOther = name == "autolink" && example.number > 627
            let reason: Reason? = isOther ? .bareAddress : name == "tagfilter" ? .rawHTML : nil
            try check(example, Self.dressed(example.html), reason)
        }
    }

    /// A single tilde is text, as CommonMark has it.
    @Test func singleTildes() throws {
        #expect(try Self.render("~a~\n", to: .html).value == "<p>~a~</p>\n")
    }

    private func check(_ example: SpecificationExample, _ html: String, _ reason: Reason?) throws {
        let label = "\(example.number): \(example.markdown)"
        let outcome = try Self.render(example.markdown, to: .html)
        let markdown = try Self.render(example.markdown, to: .markdown)
        if let check = reason?.check {
            #expect(outcome.checks.contains(check) && outcome.value == nil && markdown.value == nil, "\(label)")
            return
        }
        guard let reason else {
            #expect(outcome.value == html, "\(label)")
            #expect(markdown.value == example.markdown, "\(label)")
            return
        }
        #expect(outcome.value != html, "\(label) is listed, “\(reason.rawValue)”, and passes")
        let written = try #require(markdown.value)
        // Whatever was left out, what stays is a fixed point and reads as the page does.
        #expect(try Self.render(written, to: .markdown).value == written, "\(label)")
        #expect(try Self.render(written, to: .html).value == outcome.value, "\(label)")
    }

    private static func render(
        _ text: String, to format: LooseRendering.Format
    ) throws -> (value: String?, checks: [String]) {
        let outcome = LooseRendering(nil, ValueOptions())
            .render(SourceFile(path: "example.md", text: text), language: nil, to: format)
        return (outcome.value.map { String(decoding: $0, as: UTF8.self) }, outcome.diagnostics.checks)
    }

    private static func reasons(_ listed: [(Reason, [Int])]) throws -> [Int: Reason] {
        let pairs = listed.flatMap { reason, numbers in numbers.map { ($0, reason) } }
        let reasons = Dictionary(pairs) { first, _ in first }
        #expect(reasons.count == pairs.count, "an example is listed twice")
        return reasons
    }

    /// GFM's own HTML with what our elements have besides, and without the line ends around them.
    private static func dressed(_ html: String) -> String {
        var html = html
        for side in ["left", "center", "right"] {
            html = html.replacing(" align=\"\(side)\"", with: " class=\"align-\(side)\"")
        }
        html = html.replacing("<th", with: "<th scope=\"col\"").replacing("<th scope=\"col\"ead", with: "<thead")
            .replacing("<li><input", with: "<li class=\"task\"><input")
            .replacing(" checked=\"\" disabled=\"\" type=\"checkbox\"", with: " type=\"checkbox\" disabled checked")
            .replacing(" disabled=\"\" type=\"checkbox\"", with: " type=\"checkbox\" disabled")
            .replacing(/(<input[^>]*> [a-z]+)/) { "<label>\($0.1)</label>" }
            .replacing("</thead>\n</table>", with: "</thead><tbody></tbody></table>")
        for tag in ["table", "thead", "tbody", "tr"] {
            html = html.replacing("<\(tag)>\n", with: "<\(tag)>").replacing("\n</\(tag)>", with: "</\(tag)>")
        }
        for (end, start) in [("td", "td"), ("th", "th"), ("tr", "tr"), ("thead", "tbody")] {
            html = html.replacing("</\(end)>\n<\(start)", with: "</\(end)><\(start)")
        }
        return html.replacing("<table>", with: "<div class=\"table\"><table>")
            .replacing("</table>", with: "</table></div>")
    }
}
