import Sources
import TestSupport
import Testing

@testable import Checks

/// What people read on a terminal.
@Suite struct TextReporterTests {
    struct Sample: Problem {
        static let description = CheckDescription(
            "sample", .structure, summary: "", why: "", mending: "")
        var message = "something is wrong"
        var help: String?
    }
    struct Doubt: Problem {
        static let description = CheckDescription(
            "doubt", .structure, .warning, summary: "", why: "", mending: "")
        let message = "something is odd"
    }
    struct Hint: Problem {
        static let description = CheckDescription(
            "hint", .structure, .note, summary: "", why: "", mending: "")
        let message = "by the way"
    }

    /// The diagnostic of the first marked span.
    private func diagnostic(_ marked: String, _ problem: Sample = Sample()) -> Diagnostic {
        let source = MarkedText(marked)
        return Diagnostic(problem, at: SourceFile(path: "content/a/fr.md", text: source.text).place(source.ranges[0]))
    }

    private func describe(_ marked: String, _ problem: Sample = Sample()) -> String {
        TextReporter(usesColor: false).describe(diagnostic(marked, problem))
    }

    @Test func placeSentenceLineCaretHelp() {
        #expect(
            describe("a\n\nUne ⟦{{limte}}⟧ ici.\n", Sample(help: "did you mean `limite`?")) == """
                content/a/fr.md:3:5: error[sample]: something is wrong
                  |
                3 | Une {{limte}} ici.
                  |     ^^^^^^^^^
                  help: did you mean `limite`?

                """)
    }

    @Test(
        "The caret stands under the span",
        arguments: [
            ("a ⟦b⟧", "a b", "  ^"), ("⟦abc⟧ d", "abc d", "^^^"), ("é à ⟦ç⟧", "é à ç", "    ^"),
            ("日本 ⟦語⟧", "日本 語", "     ^^"),
            ("e\u{301} ⟦a⟧", "e\u{301} a", "  ^"), ("\t⟦a⟧\tb", "    a    b", "    ^"), ("⟦a\tb⟧", "a    b", "^^^^^^"),
            ("a⟦⟧", "a", " ^"), ("a ⟦⟧b", "a b", "  ^"),
            ("a⟦b\nc⟧", "ab", " ^"), ("🎉 ⟦a⟧", "🎉 a", "   ^"), ("a\r\n⟦b⟧", "b", "^"),
        ])
    func carets(marked: String, line: String, caret: String) {
        let lines = describe(marked).split(separator: "\n")
        #expect(lines[2].dropFirst(4) == line)
        #expect(lines[3].dropFirst(4) == caret)
    }

    @Test func theMarginIsAsWideAsTheNumber() {
        let text = describe(String(repeating: "\n", count: 99) + "⟦a⟧")
        #expect(text.contains("    |\n100 | a\n    | ^\n"))
    }

    /// A paragraph may be one long line: what matters stays in sight.
    @Test func longLinesAreCut() {
        let lines = describe(String(repeating: "a", count: 500) + "⟦bcd⟧" + String(repeating: "e", count: 500)).split(
            separator: "\n")
        #expect(
            lines[2] == "1 | …" + String(repeating: "a", count: 40) + "bcd" + String(repeating: "e", count: 57) + "…")
        #expect(lines[3] == "  | " + String(repeating: " ", count: 41) + "^^^")
        let begin = describe("⟦a⟧" + String(repeating: "b", count: 500)).split(separator: "\n")
        #expect(begin[2] == "1 | a" + String(repeating: "b", count: 99) + "…")
        let whole = describe("⟦" + String(repeating: "a", count: 500) + "⟧").split(separator: "\n")
        #expect(whole[3] == "  | " + String(repeating: "^", count: 100))
    }

    @Test(
        "No control character reaches the terminal",
        arguments: [
            "\u{1B}[31m", "\u{7}", "\u{8}", "\u{9B}", "\u{202E}", "\u{2066}", "\u{200B}", "\u{200F}", "\u{FEFF}",
            "\u{7F}", "\r",
        ])
    func controls(text: String) {
        let related = Diagnostic.Related(Place(path: "b\(text)"), "there \(text)")
        let source = SourceFile(path: "a\(text).md", text: "x \(text)yz")
        let problem = Sample(message: "the section “\(text)”\nis", help: "remove \(text)")
        let report = TextReporter(usesColor: false)
            .report([Diagnostic(problem, at: source.place(0..<1), related: [related])])
        let scalars = report.unicodeScalars.filter { $0 != "\n" && !$0.isASCII || $0.value < 0x20 || $0.value == 0x7F }
        #expect(scalars.allSatisfy { ["\n", "\u{FFFD}", "“", "”"].contains($0) })
        // One line for the place and the sentence, whatever the sentence holds.
        #expect(report.split(separator: "\n")[0].hasSuffix("is"))
    }

    @Test func relatedPlaces() {
        let file = SourceFile(path: "vademecum.yaml", text: "values:\n  limit: {type: integer}\n")
        let related = Diagnostic.Related(file.place(10..<15), "`limit` is declared here")
        let place = SourceFile(path: "content/a/fr.md", text: "Une {{limit}}").place(4..<13)
        #expect(
            TextReporter(usesColor: false).describe(Diagnostic(Sample(), at: place, related: [related])) == """
                content/a/fr.md:1:5: error[sample]: something is wrong
                  |
                1 | Une {{limit}}
                  |     ^^^^^^^^^
                vademecum.yaml:2:3: note: `limit` is declared here
                  |
                2 |   limit: {type: integer}
                  |   ^^^^^

                """)
    }

    @Test func linesAreWrappedBetweenWords() {
        let file = SourceFile(path: "a.md", text: String(repeating: "表 ", count: 60))
        let problem = Sample(
            message: "the section has a sentence that is longer than a line", help: "write a shorter one, or two")
        let text = TextReporter(usesColor: false, width: 40).describe(Diagnostic(problem, at: file.place(0..<3)))
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines.allSatisfy { TerminalText.columns($0) <= 40 })
        #expect(lines.first == "a.md:1:1: error[sample]: the section has")
        #expect(text.contains("  help: write a shorter one, or two\n"))
        #expect(lines.contains { $0.hasPrefix("  |") && $0.hasSuffix("^^") })
    }

    @Test func manyOfOneKindInOneFileAreToldTogether() {
        let file = SourceFile(path: "a.md", text: String(repeating: "x\n", count: 20))
        let other = SourceFile(path: "b.md", text: "x\n")
        let many = (0..<12).map { Diagnostic(Sample(), at: file.place(($0 * 2)..<($0 * 2 + 1))) }
        var report = CheckReport(
            many + [Diagnostic(Sample(), at: other.place(0..<1))], guides: 1, files: 2, version: "1",
            registry: ProblemRegistry([Sample.self]))
        let text = TextReporter(usesColor: false).report(report)
        #expect(text.contains("a.md:3:1: ") && !text.contains("a.md:4:1: ") && text.contains("b.md:1:1: "))
        #expect(
            text.contains(
                "a.md: error[sample]: 9 more like the last, in lines 4, 5, 6, 7, 8, 9, 10, 11, 12 (--all shows them)\n")
        )
        report.showsAll = true
        #expect(TextReporter(usesColor: false).report(report).contains("a.md:12:1: "))
    }

    @Test func aWholeFileHasNoLine() {
        let text = TextReporter(usesColor: false).describe(Diagnostic(Sample(help: "add it"), at: Place(path: "a.md")))
        #expect(text == "a.md: error[sample]: something is wrong\n  help: add it\n")
    }

    @Test(arguments: [
        ([1, 0, 0], "1 error"), ([2, 0, 0], "2 errors"), ([0, 1, 0], "1 warning"),
        ([3, 2, 1], "3 errors, 2 warnings, 1 note"), ([0, 0, 2], "2 notes"),
    ])
    func summaries(counts: [Int], summary: String) {
        let place = Place(path: "a.md")
        let diagnostics =
            Array(repeating: Diagnostic(Sample(), at: place), count: counts[0])
            + Array(repeating: Diagnostic(Doubt(), at: place), count: counts[1])
            + Array(repeating: Diagnostic(Hint(), at: place), count: counts[2])
        let report = TextReporter(usesColor: false).report(diagnostics)
        #expect(report.split(separator: "\n").last.map(String.init) == summary)
        #expect(report.hasSuffix("\n"))
    }

    @Test func nothingToReportIsNothing() {
        #expect(TextReporter(usesColor: true).report([]) == "")
    }

    @Test func colours() {
        let plain = TextReporter(usesColor: false), painted = TextReporter(usesColor: true)
        let diagnostics = [
            diagnostic("a ⟦b⟧", Sample(help: "h")), Diagnostic(Doubt(), at: Place(path: "a")),
            Diagnostic(Hint(), at: Place(path: "a")),
        ]
        #expect(!plain.report(diagnostics).contains("\u{1B}"))
        let report = painted.report(diagnostics)
        #expect(report.contains("\u{1B}[1;31merror[sample]\u{1B}[0m"))
        #expect(report.contains("\u{1B}[1;31m^\u{1B}[0m"))
        #expect(report.contains("\u{1B}[1;33mwarning[doubt]\u{1B}[0m"))
        #expect(report.contains("\u{1B}[36mnote[hint]\u{1B}[0m"))
        // The colours are all that differs, and each is taken back.
        let stripped = report.replacing(/\u{1B}\[[0-9;]*m/, with: "")
        #expect(stripped == plain.report(diagnostics))
        #expect(report.ranges(of: "\u{1B}[0m").count * 2 == report.ranges(of: "\u{1B}[").count)
    }
}
