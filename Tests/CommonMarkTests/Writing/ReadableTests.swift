import TestSupport
import Testing

@testable import CommonMark

/// What is written looks like what a person types.
@Suite struct ReadableTests {
    @Test(
        "Nothing is escaped that needs no escape",
        arguments: [
            "C’est fini ! « Oui », dit-il : 3 × 4.", "See #1 and C#, a > b, 5 < 6, R&D, 100 %.",
            "snake_case_name and 2*3*4 = 24",
            "Wait (a while) - or not... [sic]; \"quoted\", 'so'.", "~10 minutes, a|b, x = y, +1, $5, 50% & more",
            "1.5 is a number. 2024 was a year.", "**Bold**, *soft*, ***both***, `code`, ~~gone~~.",
            "[A *link*](https://example.org/a_b?c=d&e=f \"Title\") and <https://example.org>.", "![An image](a.png)",
            "A line\nand another\\\nwith a hard break", "Path C:\\temp\\new, regex \\d+",
        ])
    func sentences(text: String) throws {
        let written = try Document(parsing: Array(text.utf8)).markdown
        #expect(written == text.replacing("\\\n", with: "  \n").replacing("[sic]", with: "\\[sic]") + "\n")
    }

    @Test func aWholePage() throws {
        let page = """
            # Title

            A paragraph.

            ## Section

              - one
              - two
                  - inner

            1.  first

            2.  second
                
                ```sh
                code
                ```

            > [!WARNING]
            > Careful.

            | a | b |
            | --- | --: |
            | 1 | 2 |

            -----

            > A quote

            """
        #expect(try Document(parsing: Array(page.utf8)).markdown == page)
    }

    @Test(
        "Every row of a table has a line, and a rule in an item is none of its marker",
        arguments: [
            "| a |\n| --- |\n|  |\n| b |\n", "|  |\n| --- |\n|  |\n", "  - a\n    \n    ***\n    \n    b\n",
            "# 1. No list\n", "a\tb\n",
        ])
    func edges(page: String) throws {
        #expect(try Document(parsing: Array(page.utf8)).markdown == page)
    }

    @Test func places() throws {
        let document = try Document(parsing: Array("> Q0Q\n\n  - `a Q1Q` [Q2Q](/Q/x)\n".utf8))
        document.fill(["*v*", "c", "x"])
        let code = try #require(document.root.descendants.first { $0.kind == .code })
        let link = try #require(document.root.descendants.first { $0.kind == .link })
        let item = try #require(document.root.descendants.first { $0.kind == .item })
        var places = MarkdownPlaces()
        places.ask(for: 2..<3, of: code)
        places.ask(for: 1..<2, of: link)
        places.ask(for: item)
        var written: [UInt8] = []
        document.appendMarkdown(to: &written, telling: &places)
        #expect(String(decoding: written, as: UTF8.self) == document.markdown)
        let texts = places.found.map { String(decoding: written[$0.range], as: UTF8.self) }
        #expect(texts == ["\\*v\\*", "", "c", "x", "Q", ""])
        #expect(places.found.map(\.kind) == [.value(0), .block(0), .part(0), .value(2), .part(1), .blockEnd])
        #expect(written.count - (places.found.last?.range.lowerBound ?? 0) == 1)
    }

    @Test(
        "A value is text, whatever it is and wherever it stands",
        arguments: [
            ("Q0Q", "# x", "\\# x\n"), ("Q0Q", "- x", "\\- x\n"), ("Q0Q", "1. x", "1\\. x\n"),
            ("9Q0Q", "1) x", "91\\) x\n"), ("9Q0Q", ". x", "9\\. x\n"),
            ("Q0Q", "~~~", "\\~\\~\\~\n"),
            ("Q0Q", "> x", "\\> x\n"), ("Q0Q", "---", "\\---\n"), ("a\nQ0Q", "===", "a\n\\===\n"),
            ("Q0Q", " x", "&#32;x\n"),
            ("a Q0Q", "<b>", "a \\<b>\n"), ("Q0Q", "&copy;", "\\&copy;\n"), ("Q0Q", "[x]: y", "\\[x]: y\n"),
            ("Q0Q", "*x*", "\\*x\\*\n"), ("**Q0Q**s", "(a)", "**(a)**&#115;\n"), ("`Q0Q`", "a`b", "``a`b``\n"),
            ("[Q0Q](x)", "a](y)", "[a\\](y)](x)\n"), ("| Q0Q |\n|---|", "a|b", "| a\\|b |\n| --- |\n"),
            ("Q0Q", "www.example.org", "www\\.example.org\n"), ("# Q0Q", "a #", "# a \\#\n"), ("Q0Q", "a\nb", "a b\n"),
            ("> Q0Q", "[!NOTE]", "> \\[!NOTE]\n"), ("- Q0Q", "[ ] x", "  - \\[ ] x\n"), ("Q0Q", "", "\n"),
        ])
    func values(template: String, value: String, written: String) throws {
        let document = try Document(parsing: Array(template.utf8))
        document.fill([value])
        #expect(document.markdown == written)
    }
}
