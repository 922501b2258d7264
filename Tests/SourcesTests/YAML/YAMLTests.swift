import Guides
import TestSupport
import Testing

@testable import Sources

/// The YAML of our own files: strict, and every fault with its line and column.
@Suite struct YAMLTests {
    @Test(
        "What is no YAML",
        arguments: [
            ("a: [1, 2", 1, "this is not YAML: did not find expected ',' or ']'"),
            ("a: 1\n b: 2", 2, "this is not YAML: mapping values are not allowed in this context"),
            ("a: \"x", 1, "this is not YAML: found unexpected end of stream"),
            ("a: 1\n\ta: 2", 2, "this is not YAML: found a tab character that violates indentation"),
            ("a: *nobody", 1, "this is not YAML: found undefined alias"),
            ("a: 1\n---\nb: 2", 2, "this is not YAML: but found another document"),
        ])
    func syntax(text: String, line: Int, message: String) {
        let (node, diagnostics) = read(text)
        #expect(node == nil)
        #expect(diagnostics.messages == [message])
        #expect(diagnostics.checks == ["yaml-syntax"])
        #expect(diagnostics.map(\.place.line) == [line])
    }

    @Test func aKeyIsGivenOnce() {
        let (node, diagnostics) = read("a: 1\nb: 2\na: 3")
        #expect(node == nil)
        expect(diagnostics, in: "⟦a⟧: 1\nb: 2\na: 3", say: ["this is not YAML: `a` is given more than once"])
    }

    /// An alias can make a small file large: nine lines, a billion nodes.
    @Test func aliasesAreRefused() {
        let (node, diagnostics) = read("a: &x 1\nb: *x")
        #expect(diagnostics.messages == ["this is not YAML: anchors and aliases are not supported"])
        #expect(node == nil)
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let items = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            bomb += "a\(level): &a\(level) [\(items)]\n"
        }
        #expect(read(bomb).diagnostics.checks.contains("yaml-syntax"))
    }

    @Test func nestingHasAnEnd() {
        let deep = String(repeating: "[", count: 17) + String(repeating: "]", count: 17)
        #expect(read(deep).diagnostics.messages == ["this is not YAML: nested too deeply"])
        #expect(read(String(repeating: "[", count: 100_000)).diagnostics.checks == ["yaml-syntax"])
        #expect(read(String(repeating: "- ", count: 100_000)).diagnostics.checks == ["yaml-syntax"])
        #expect(read(String(repeating: "{a: ", count: 100_000)).diagnostics.checks == ["yaml-syntax"])
    }

    @Test func sizeHasAnEnd() {
        let (node, diagnostics) = read("a: " + String(repeating: "x", count: 1 << 20))
        #expect(node == nil)
        #expect(diagnostics.messages == ["more bytes than one file may hold (at most 1048576)"])
    }

    @Test func badCharactersAreShownWhereTheyStand() {
        let (_, diagnostics) = read("a: x\nb: y\u{202E}z")
        expect(
            diagnostics, in: "a: x\nb: y⟦\u{202E}⟧z", say: ["a character that reverses the text around it, U+202E"])
    }

    @Test(
        "Nothing is nothing, in quotes it is a text",
        arguments: [
            ("", true), ("~", true), ("null", true), ("\"\"", true), ("'null'", false), ("\"~\"", false), ("no", false),
        ])
    func nothing(text: String, isEmpty: Bool) {
        #expect(read("a: \(text)").node?.pairs.first?.value.isEmpty == isEmpty)
    }

    /// What YAML takes for numbers, days and truth stays the text that was written.
    @Test(arguments: ["007", "1_000", "yes", "2026-11-23", "1e3", "0x1F", "3.10"])
    func scalarsAreTexts(text: String) {
        #expect(read("a: \(text)").node?.pairs.first?.value.text == text)
    }

    @Test func placesOfScalars() {
        let text = "key: value\nlist:\n  - \"quoted\"\n  - plain é\n"
        let node = read(text).node
        let places = node?.pairs.flatMap { pair -> [Place] in
            if case .sequence(let items) = pair.value.content { return items.map(\.place) }
            return [pair.key.place, pair.value.place]
        }
        let marked = MarkedText.marking((places ?? []).map { $0.range(in: text) }, in: text)
        #expect(marked == "⟦key⟧: ⟦value⟧\nlist:\n  - \"⟦quoted⟧\"\n  - ⟦plain é⟧\n")
    }

    @Test(
        "Readers say what they expected",
        arguments: [
            ("title: [a]\nlanguages: [en]", "title: ⟦[⟧a]\nlanguages: [en]", "expected a mapping, found a list"),
            ("title: T\nlanguages: {en: 1}", "title: T\nlanguages: ⟦{⟧en: 1}", "expected a list, found a mapping"),
            (
                "title: T\nlanguages: [en]\nvalues: x", "title: T\nlanguages: [en]\nvalues: ⟦x⟧",
                "expected a mapping, found a single value"
            ),
            (
                "title: T\nlanguages: [en]\nurl: [a]", "title: T\nlanguages: [en]\nurl: ⟦[⟧a]",
                "expected a text, found a list"
            ),
        ])
    func shapes(text: String, marked: String, message: String) {
        let (_, diagnostics) = Configuration.read(SourceFile(path: "vademecum.yaml", text: text))
        expect(Array(diagnostics.prefix(1)), in: marked, say: [message])
        #expect(diagnostics.first?.check == "wrong-shape")
    }

    private func read(_ text: String) -> (node: YAMLNode?, diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        let node = YAMLNode.read(SourceFile(path: "x.yaml", text: text), &diagnostics)
        return (node, diagnostics)
    }
}

extension YAMLNode {
    fileprivate var pairs: [Pair] {
        if case .mapping(let pairs) = content { pairs } else { [] }
    }
}
