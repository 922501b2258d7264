import Guides
import Sources
import TestSupport
import Testing

/// What structure the guides of one kind have.
@Suite struct KindTests {
    @Test func aKindsFile() throws {
        let text = "sections:\n  - id: problem\n  - {id: fix, steps: true}\n  - {id: notes, required: false}\n"
        let (kind, diagnostics) = Kind.read(SourceFile(path: "x.yaml", text: text), id: "x")
        #expect(diagnostics.lines == [])
        #expect(
            kind?.sections == [
                SectionRule(id: "problem", isRequired: true, isSteps: false),
                SectionRule(id: "fix", isRequired: true, isSteps: true),
                SectionRule(id: "notes", isRequired: false, isSteps: false),
            ])
    }

    @Test(
        "Faults of a kind’s file",
        arguments: [
            ("⟦s⟧ection: []", "`section` is not known here"), ("sections: [⟦{⟧steps: true}]", "`id` is missing"),
            ("sections: [{id: a, steps: ⟦often⟧}]", "expected true or false, found `often`"),
            ("free: true\nsections: ⟦[⟧{id: a}]", "expected no sections beside `free: true`, found a list"),
            ("⟦f⟧ree: false", "`sections` is missing"),
            ("sections: [{id: a, ⟦step⟧: true}]", "`step` is not known here"),
        ])
    func kindFaults(marked: String, message: String) {
        let (_, diagnostics) = Kind.read(SourceFile(path: "x.yaml", text: MarkedText(marked).text), id: "x")
        #expect(diagnostics.messages.contains(message))
        #expect(
            diagnostics.contains {
                $0.place.range(in: MarkedText(marked).text) == MarkedText(marked).ranges.first
                    || $0.message.contains("section")
            })
    }
}
