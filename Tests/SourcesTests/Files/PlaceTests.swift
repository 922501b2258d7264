import TestSupport
import Testing

@testable import Sources

/// Lines and columns of bytes, and the order of what is found.
@Suite struct PlaceTests {
    @Test(arguments: [
        ("⟦a⟧bc", 1, 1, 1, 2), ("a\n⟦b⟧", 2, 1, 2, 2), ("é⟦à⟧", 1, 2, 1, 3), ("a 👩‍💻 ⟦b⟧", 1, 7, 1, 8),
        ("a⟦b\nc⟧", 1, 2, 2, 2), ("a\r\n⟦b⟧\r\n", 2, 1, 2, 2), ("ab⟦⟧", 1, 3, 1, 3), ("⟦⟧", 1, 1, 1, 1),
    ])
    func ranges(marked: String, line: Int, column: Int, endLine: Int, endColumn: Int) {
        let source = MarkedText(marked)
        let place = SourceFile(path: "x", text: source.text).place(source.ranges[0])
        #expect([place.line, place.column, place.endLine, place.endColumn] == [line, column, endLine, endColumn])
        #expect(place.range(in: source.text) == source.ranges[0])
    }

    @Test func theLineIsShownWithoutItsEnding() {
        #expect(SourceFile(path: "x", text: "a\r\nbc\r\nd").place(3..<4).sourceLine == "bc")
    }

    @Test func aRangeOutsideIsDrawnBack() {
        let file = SourceFile(path: "x", text: "ab")
        #expect(file.place(-5..<100).column == 1)
        #expect(file.place(50..<100).column == 3)
        #expect(file.place(line: 9).line == 1)
        #expect(SourceFile(path: "x", bytes: []).place(0..<1).line == 1)
    }

    @Test func aLineBeginsWhereItsTextDoes() {
        #expect(SourceFile(path: "x", text: "a\n   ## b\n").place(line: 2).column == 4)
    }

    /// Bytes that are no UTF-8 have columns, too.
    @Test func invalidBytes() {
        let place = SourceFile(path: "x", bytes: [0x61, 0xFF, 0x62]).place(2..<3)
        #expect(place.column == 3)
        #expect(place.sourceLine == "a\u{FFFD}b")
    }

    @Test func byPlaceThenByCheck() {
        func diagnostic(_ path: String, _ line: Int, _ column: Int, _ name: String) -> Diagnostic {
            let place = Place(path: path, line: line, column: column, endLine: line, endColumn: column, sourceLine: "")
            return Diagnostic(UnknownKey(key: name, known: []), at: place)
        }
        let sorted = [
            diagnostic("a", 1, 1, "a"), diagnostic("a", 1, 1, "b"), diagnostic("a", 1, 2, "a"),
            diagnostic("a", 2, 1, "a"),
            diagnostic("a", 10, 1, "a"), diagnostic("b", 1, 1, "a"),
        ]
        for rotation in 0..<sorted.count {
            let mixed = Array(sorted[rotation...] + sorted[..<rotation]).reversed()
            #expect(mixed.sortedByPlace().lines == sorted.lines)
        }
    }

    @Test func errorsStopABuild() {
        struct Remark: Problem {
            static let description = CheckDescription(
                "remark", .structure, .warning, summary: "", why: "", mending: "")
            let message = "x"
        }
        let (warning, error) = (
            Diagnostic(Remark(), at: Place(path: "x")), Diagnostic(MissingKey(key: "a"), at: Place(path: "x"))
        )
        #expect(![warning].hasErrors)
        #expect([warning, error].hasErrors)
        let ordered: [Diagnostic.Severity] = [.note, .warning, .error]
        #expect(ordered == ordered.reversed().sorted())
    }

    /// YAML parsers count characters; files of bytes have lines of any length.
    @Test(arguments: [1, 2, 511, 512, 513, 1_300, 5_000])
    func columnsAreFoundInLinesOfAnyLength(column: Int) {
        let line = String(repeating: "é", count: 700) + String(repeating: "x", count: 4_000)
        for before in ["", "first\n", String(repeating: "a", count: 1_000) + "\n"] {
            let file = SourceFile(path: "a.yaml", text: before + line + "\nlast")
            let start = before.utf8.count
            let scalars = min(column - 1, 4_700)
            let number = before.isEmpty ? 1 : 2
            #expect(file.offset(line: number, column: column) == start + scalars + min(scalars, 700))
        }
    }
}
