import Testing

@testable import CommonMark

/// Inputs that take libcmark 0.30.2 quadratic time are refused before it sees them (CVE-2023-22486 and its kin).
@Suite struct ParseLimitsTests {
    @Test(arguments: [
        ("![[]()", 5_000), ("![`]` [](a) ", 5_000), ("![\\] ", 5_000), (">", 5_000), ("- ", 5_000), ("1. ", 5_000),
        (" ", 100_000),
    ])
    func hostile(piece: String, count: Int) {
        let text = String(repeating: piece, count: count) + "a"
        #expect(throws: ParseLimitError.self) { try Document(parsing: Array(text.utf8)) }
    }

    /// A header of many columns adds as many cells to each row.
    @Test func cells() throws {
        let table = { (columns: Int, rows: Int) in
            "|" + String(repeating: "a|", count: columns) + "\n|" + String(repeating: "-|", count: columns) + "\n"
                + String(repeating: "|b\n", count: rows)
        }
        _ = try Document(parsing: Array(table(100, 1500).utf8))
        let text = "a\n\n" + table(1000, 1500)
        #expect(throws: ParseLimitError(limit: .cells, offset: 3)) { try Document(parsing: Array(text.utf8)) }
    }

    /// What people write much of: none of it is dangerous.
    @Test(arguments: [
        "- [a](b) ![c](d.png)\n", "| `a` | *b* | [c](d) |\n", "![c \\] `d`](e.png)\n\n", "[a] ", "**a** _b_ `c` <d> ",
        "> a\n> > b\n",
    ])
    func muchOfIt(line: String) throws {
        _ = try Document(parsing: Array(String(repeating: line, count: 10_000).utf8))
    }

    /// Delimiters that open as many elements as there are, in little text and behind a table's bars too.
    @Test(arguments: ["", "| ` | c | ` |\n|---|---|---|\n| ` | "])
    func deep(start: String) {
        let text = start + String(repeating: "*a ", count: 400) + String(repeating: " b*", count: 400) + " | ` |"
        #expect(throws: ParseLimitError.self) { try Document(parsing: Array(text.utf8)) }
    }

    @Test func largerThanAnyPage() {
        let limits = ParseLimits.standard
        #expect(throws: ParseLimitError(limit: .size, offset: limits.size)) {
            try Document(parsing: Array(repeating: UInt8(ascii: "a"), count: limits.size + 1))
        }
    }

    @Test(arguments: [
        ("-", 5_000), ("a\n", 100_000), ("[a](b)\n\n", 5_000), ("**a** _b_\n\n", 5_000),
        ("| a | b |\n|---|---|\n| c | d |\n\n", 500), ("- a\n  - b\n    - c\n      - d\n\n", 500), ("> > a\n\n", 1_000),
    ])
    func ordinary(piece: String, count: Int) throws {
        _ = try Document(parsing: Array(String(repeating: piece, count: count).utf8))
    }
}
