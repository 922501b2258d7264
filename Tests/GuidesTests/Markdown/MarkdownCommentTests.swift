import CommonMark
import TestSupport
import Testing

@testable import Guides

/// Comments leave a page's Markdown without changing what stands around them.
@Suite struct MarkdownCommentTests {
    @Test(arguments: [
        ("a\n\n<!-- x -->\n\nb\n", "a\n\n\n\nb\n"), ("<!-- x\n\ny\n z -->\nb\n", "\nb\n"), ("a <!-- x -->\n", "a\n"),
        ("> <!-- x\n> y -->\n> b\n", "> \n> b\n"), ("a  <!-- x -->\nb\n", "a\nb\n"), ("a<!-- x -->, b\n", "a, b\n"),
        // An empty one is there to part what it stands between.
        ("a@<!-- -->b\n", "a@<!-- -->b\n"), ("- a\n\n<!-- -->\n\n- b\n", "- a\n\n<!-- -->\n\n- b\n"),
        ("- a\n\n<!-- x -->\n\n- b\n", "- a\n\n<!-- -->\n\n- b\n"),
        ("- a\n\n<!-- x -->\n\n<!-- y -->\n\n- b\n", "- a\n\n<!-- -->\n\n<!-- -->\n\n- b\n"),
        ("- a\n  <!-- x -->\n- b\n", "- a\n  <!-- -->\n- b\n"), ("- <!-- x -->\n\n  a\n", "- <!-- -->\n\n  a\n"),
        ("*a*<!-- x -->b\n", "*a*<!-- -->b\n"), ("1<!-- x -->. a\n", "1<!-- -->. a\n"),
    ])
    func comments(source: String, markdown: String) throws {
        let edition = try #require(try MarkdownRoundTripTests.filled(source, []))
        #expect(edition.markdownText == markdown)
        let again = try #require(try MarkdownRoundTripTests.filled(markdown, []))
        #expect(again.markdownText == markdown)
        #expect(Outline.of(again.document) == Outline.of(edition.document))
    }

    /// What a value could make of the author's own signs.
    @Test(arguments: [
        ("[a](/bQ0Q c", ")"), ("[a](/b Q0Q)", "\"t\""), ("[a]Q0Q", ": /b"), ("`a``Q0Q``", "``"), ("`a ``bQ0Q``", "`"),
        ("``` aQ0Q\nb\n```", "  "),
        ("~~~ a ``` Q0Q\nb\n~~~", "`"), ("  ```\nQ0Qa\n  ```", "  b"), (">  ```\n>Q0Qa\n>  ```", "  b\n c"),
    ])
    func authorsSigns(source: String, value: String) throws {
        let edition = try #require(try MarkdownRoundTripTests.filled(source, [value]))
        #expect(try Outline.of(edition.markdownText) == Outline.of(edition.document), "\(edition.markdownText)")
    }

    /// CommonMark 0.31 takes symbols for punctuation, where 0.30 takes them for letters.
    @Test(arguments: [("a*Q0Q*b", "€", "a<em>€</em>b"), ("a **Q0Q** b", "→", "a **→** b"), ("a*Q0Q*b", "é", "a*é*b")])
    func symbols(source: String, value: String, markdown: String) throws {
        let edition = try #require(try MarkdownRoundTripTests.filled(source, [value]))
        #expect(edition.markdownText == markdown)
    }
}
