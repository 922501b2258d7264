import TestSupport
import Testing

@testable import Guides

/// The placeholders of a text, and the marks in their place.
@Suite struct ValueMarksTests {
    @Test(
        "A mark is as long as the placeholder",
        arguments: [
            "{{a}}", "{{ab}}", "{{ a }}", "{{limit.current}}", "{{a1.b2}}", "{{   a}}",
            "{{" + String(repeating: "a", count: 200) + "}}",
        ])
    func lengths(placeholder: String) throws {
        var bytes = Array("é \(placeholder)!".utf8)
        let count = bytes.count
        let marks = ValueMarks(marking: &bytes, from: 0)
        #expect(bytes.count == count)
        #expect(marks.marks.map(\.range) == [3..<(count - 1)])
        #expect(String(decoding: bytes[3..<6], as: UTF8.self) == "\u{E000}")
        let found = bytes.withUnsafeBufferPointer { marks.next(in: $0, from: 0) }
        #expect(found?.number == 0)
        #expect(found?.range == 3..<(count - 1))
    }

    @Test(
        "What is found in a text",
        arguments: [
            ("a {{b}} c", ["b"], []), ("{{a}}{{b}}", ["a", "b"], []), ("{{ a.b }}", ["a.b"], []), ("{a}", [], []),
            ("a { {b} }", [], []),
            ("\\{{a}}", [], []), ("\\\\{{a}}", ["a"], []), ("\\\\\\{{a}}", [], []), ("${{ a }}", [], []),
            ("$ {{a}}", ["a"], []),
            ("{{{a}}}", [], ["{{{a}}"]), ("{{}}", [], ["{{}}"]), ("{{ }}", [], ["{{ }}"]), ("{{A}}", [], ["{{A}}"]),
            ("{{a_b}}", [], ["{{a_b}}"]), ("{{1a}}", [], ["{{1a}}"]), ("{{a..b}}", [], ["{{a..b}}"]),
            ("{{.a}}", [], ["{{.a}}"]),
            ("{{a.}}", [], ["{{a.}}"]), ("{{a b}}", [], ["{{a b}}"]), ("{{a", [], ["{{a"]), ("{{a\n}}", [], ["{{a"]),
            ("{{a} }", [], ["{{a} }"]),
            ("{{a\r\n}}", [], ["{{a"]), ("{{é}}", [], ["{{é}}"]), ("{{a}} {{", ["a"], ["{{"]),
            ("{{-a}}", [], ["{{-a}}"]),
        ] as [(String, [String], [String])])
    func found(text: String, names: [String], malformed: [String]) {
        var bytes = Array(text.utf8)
        let marks = ValueMarks(marking: &bytes, from: 0)
        #expect(marks.marks.map(\.name) == names)
        #expect(marks.malformed.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) } == malformed)
    }

    @Test func everyMarkHasItsNumber() {
        var bytes = Array(String(repeating: "{{a}} ", count: ValueMarks.most).utf8)
        let marks = ValueMarks(marking: &bytes, from: 0)
        #expect(!marks.isOverfull)
        var numbers: [Int] = []
        bytes.withUnsafeBufferPointer { buffer in
            var start = 0
            while let mark = marks.next(in: buffer, from: start) {
                numbers.append(mark.number)
                start = mark.range.upperBound
            }
        }
        #expect(numbers == Array(0..<ValueMarks.most))
    }

    @Test func moreThanAFileMayHold() throws {
        let body = "## Notes\n\n" + String(repeating: "{{a}}\n\n", count: ValueMarks.most + 1)
        let project = try SampleProject(values: "a: {type: text, value: x}", body: body)
        #expect(project.diagnostics().messages == ["more placeholders than one file may hold (at most 3844)"])
    }

    @Test(
        "Malformed ones are faults, but in verbatim code",
        arguments: [
            ("A ⟦{{Limit}}⟧ and {{a}}", ["double braces that are not a placeholder"]),
            ("`⟦{{x y}}⟧`", ["double braces that are not a placeholder"]),
            ("```text verbatim\n{{ Any.thing }} {{\n```", []), ("```verbatim\n{{a}}\n```", []),
            ("```text\n⟦{{ Any.thing }}⟧\n```", ["double braces that are not a placeholder"]),
            ("${{ secrets.KEY }} and \\{{ this }}", []),
        ])
    func malformed(body: String, messages: [String]) throws {
        let project = try SampleProject(
            values: "a: {type: text, value: x}", body: "## Notes\n\n" + MarkedText(body).text + "\n")
        expect(project.diagnostics(), in: SampleProject.frontMatter + "## Notes\n\n" + body + "\n", say: messages)
    }

    @Test func usesAreThoseOutsideOfVerbatimCode() throws {
        let body = "## Notes\n\n{{a}} `{{b}}`\n\n```verbatim\n{{c}}\n```\n\n    {{d}}\n\n[e]({{e}})\n"
        let values = ["a", "b", "c", "d", "e"].map { "\($0): {type: url, value: \"https://example.org\"}" }.joined(
            separator: "\n")
        let uses = try SampleProject(values: values, body: body).guide().editions[0].uses
        #expect(uses.map(\.name) == ["a", "b", "d", "e"])
        // Only a whole paragraph is a place for a table.
        #expect(uses.map(\.standsAlone) == [false, false, false, false])
        let alone = try SampleProject(values: values, body: "## Notes\n\n{{a}}\n\n- {{b}}\n\nx {{c}}\n\n**{{d}}**\n")
            .guide()
        #expect(alone.editions[0].uses.map(\.standsAlone) == [true, true, false, false])
    }
}
