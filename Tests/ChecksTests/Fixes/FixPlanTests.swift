import Sources
import Testing

@testable import Checks

@Suite struct FixPlanTests {
    @Test func `edits change their own bytes and no others`() {
        let plan = plan("one...\r\ntwo\r\nthree...", [("...", 0, "…"), ("...", 1, "…")])
        #expect(plan.count == 2)
        #expect(plan.text == "one…\r\ntwo\r\nthree…")
    }

    @Test func `of two fixes for the same bytes the first wins`() {
        let plan = plan("wait...", [("wait...", 0, "stop"), ("...", 0, "…")])
        #expect(plan.count == 1)
        #expect(plan.text == "stop")
    }

    @Test func `insertions at one place wait for each other, and neighbours do not`() {
        #expect(plan("ab", [("", 0, "x"), ("", 0, "y")]).text == "xab")
        #expect(plan("ab", [("a", 0, "A"), ("b", 0, "B")]).text == "AB")
    }

    @Test func `a fix whose place holds something else is left out`() {
        let edit = Fix.Edit(path: "en.md", range: 0..<3, expected: Array("was".utf8), replacement: [])
        let diagnostic = Diagnostic(Remark(), at: Place(path: "en.md"), fix: Fix("remove it", edits: [edit]))
        let plan = FixPlan([diagnostic]) { _ in Array("now".utf8) }
        #expect(plan.count == 0)
        #expect(plan.changes.isEmpty)
    }

    @Test func `a fix of two files is made in both or in neither`() {
        let edits = [
            Fix.Edit(path: "en.md", range: 0..<1, expected: [0x61], replacement: [0x62]),
            Fix.Edit(path: "fr.md", range: 5..<6, expected: [0x61], replacement: [0x62]),
        ]
        let diagnostic = Diagnostic(Remark(), at: Place(path: "en.md"), fix: Fix("rename it", edits: edits))
        #expect(FixPlan([diagnostic]) { _ in [0x61] }.changes.isEmpty)
        #expect(
            FixPlan([diagnostic]) { $0 == "en.md" ? [0x61] : Array("-----a".utf8) }.changes.map(\.path) == [
                "en.md", "fr.md",
            ])
    }

    /// A plan for one file: each fix replaces the occurrence of a text with that number.
    private func plan(_ text: String, _ fixes: [(old: String, occurrence: Int, new: String)]) -> FixPlan {
        let file = SourceFile(path: "en.md", text: text)
        let diagnostics = fixes.map { old, occurrence, new in
            let wanted = Array(old.utf8)
            let starts = file.bytes.indices.filter { file.bytes[$0...].starts(with: wanted) }
            let range = starts[occurrence]..<starts[occurrence] + wanted.count
            return Diagnostic(
                Remark(), at: file.place(range), fix: Fix("mend it", in: file, replacing: range, with: new))
        }
        return FixPlan(diagnostics) { $0 == file.path ? file.bytes : nil }
    }
}

extension FixPlan {
    fileprivate var text: String { String(decoding: changes.first?.new ?? [], as: UTF8.self) }
}
