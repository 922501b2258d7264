import TestSupport
import Testing

@testable import CommonMark

/// Pipe tables, as GFM 0.29, section 4.10, has them.
@Suite struct TableTests {
    @Test func alignmentsAndCells() throws {
        let outline = try Outline.of(
            """
            | Left | Center | Right | None |
            |:---|:-:|--:|---|
            | a | **b** | `c` | [d](e.md) |
            """)
        #expect(
            outline == """
                table
                  tableRow
                    cell left
                      “Left”
                    cell center
                      “Center”
                    cell right
                      “Right”
                    cell none
                      “None”
                  tableRow
                    cell left
                      “a”
                    cell center
                      strong
                        “b”
                    cell right
                      code “c”
                    cell none
                      link <e.md> “”
                        “d”
                """)
    }

    /// What a cell holds is read without a parser where that is safe, and otherwise with one: both as libcmark would.
    @Test(arguments: [
        "`a`", "**a**", "*a*", "`a b`", "*a b*", "**é a**", "`a`b`", "``a``", "*a**", "**a*", "***a***", "* a*", "*a *",
        "*“a”*", "**(a)**", "** a**", "`a*b`", "*a_b*", "*a`b*", "`a\\b`", "`&amp;`", "*a&amp;b*", "**", "****",
        "`` ` ``",
        "*", "`", "` a `", "*a*b*", "**a**b**", "*\u{E000}0ax*", "_a_", "a", "*a!*", "`é`", "*«\u{A0}a\u{A0}»*",
        "*[a](b)*",
    ])
    func cellsAsParagraphs(cell: String) throws {
        let table = try lines("| a |\n|---|\n| \(cell) |")
        var paragraph = try lines(". \(cell)").dropFirst()
        // What stands in the cell, without what keeps the paragraph from being something else.
        if paragraph.first == "“. ”" { paragraph = paragraph.dropFirst() }
        let wanted = paragraph.map { $0.replacing("“. ", with: "“", maxReplacements: 1) }
        #expect(Array(table[(table.lastIndex { $0.hasPrefix("cell") }.map { $0 + 1 } ?? 0)...]) == wanted, "\(cell)")
    }

    private func lines(_ markdown: String) throws -> [String] {
        try Outline.of(markdown).split(separator: "\n").map { String($0.drop { $0 == " " }) }
    }

    @Test(
        "A pipe is part of a cell when a backslash stands before it, in code too",
        arguments: [
            ("| a \\| b |", ["a | b"]), ("| `a \\| b` | c |", ["a | b", "c"]), ("a | b", ["a", "b"]),
            ("| a | b |", ["a", "b"]), ("|a|b|", ["a", "b"]), ("| a |  |", ["a", ""]), ("|\ta\t|\tb\t|", ["a", "b"]),
            ("| \\\\| |", ["|"]), ("| `a\\\\|b` | c |", ["a\\|b", "c"]),
        ])
    func cellsOfAHeader(header: String, cells: [String]) throws {
        let markdown = header + "\n" + String(repeating: "|---", count: cells.count) + "|"
        let document = try Document(parsing: Array(markdown.utf8))
        #expect(document.root.firstChild?.kind == .table)
        #expect(document.cellTexts == [cells])
    }

    @Test func rowsAreCutOrFilledToTheHeadersWidth() throws {
        let document = try Document(parsing: Array("| a | b |\n|--|--|\n| 1 |\n| 1 | 2 | 3 |\n| 1 | 2 |".utf8))
        #expect(document.cellTexts == [["a", "b"], ["1", ""], ["1", "2"], ["1", "2"]])
    }

    @Test func definitionsReachIntoCells() throws {
        let outline = try Outline.of("| [a][x] |\n|---|\n| [x] |\n\n[x]: https://example.org \"T\"")
        #expect(outline.components(matching: "link <https://example.org> “T”") == 2)
    }

    @Test(
        "In quotes and lists the markers of the container are no part of a cell",
        arguments: [
            "> | a | b |\n> |---|---|\n> | c | d |", "- | a | b |\n  |---|---|\n  | c | d |",
            "1. x\n\n   | a | b |\n   |---|---|\n   | c | d |", "> - | a | b |\n>   |---|---|\n>   | c | d |",
            "| a | b |\r\n|---|---|\r\n| c | d |\r\n", "   | a | b |\n |---|---|\n  | c | d |",
        ])
    func inContainers(markdown: String) throws {
        let document = try Document(parsing: Array(markdown.utf8))
        #expect(document.cellTexts == [["a", "b"], ["c", "d"]])
    }

    @Test func aParagraphMayStandDirectlyBefore() throws {
        #expect(
            try Outline.of("Some *text*\n| a |\n|---|\n| b |") == """
                paragraph
                  “Some ”
                  emphasis
                    “text”
                table
                  tableRow
                    cell none
                      “a”
                  tableRow
                    cell none
                      “b”
                """)
    }

    @Test(
        "What is no table stays a paragraph",
        arguments: ["| a | b |\n|---|", "| a |\n| --- | --- |", "a | b", "| a |\n|-x-|", "    | a |\n    |---|"])
    func noTables(markdown: String) throws {
        let document = try Document(parsing: Array(markdown.utf8))
        #expect(document.root.descendants.allSatisfy { $0.kind != .table })
    }
}

extension Document {
    /// The plain text of each cell, row by row.
    fileprivate var cellTexts: [[String]] {
        root.descendants.filter { $0.kind == .tableRow }.map { row in
            row.children.filter { $0.kind == .tableCell }.map(\.plainText)
        }
    }
}

extension String {
    fileprivate func components(matching part: String) -> Int { ranges(of: part).count }
}
