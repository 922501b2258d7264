import Testing

@testable import Sources

/// The fast reader gives what Yams gives, to the line and the column, or nothing.
@Suite struct SimpleYAMLTests {
    @Test(arguments: [
        "title: A title\nsummary: A sentence, with “quotes”; it’s fine.\n",
        "kind: how-to\ntags: [openai, limits, gpt-4.1]\nreviewed: 2026-11-23\nreview-every: 180 days\n",
        "# a comment\n\nkind: how-to\n\n# another\ntags:\n  - a\n  - 'b c'\n  - \"d: e # f\"\n",
        "errors:\n  - |-\n    Rate limit reached for {{model}}[ in {{org.id}}]:\n      indented, # no comment\n    end\n  - two\n",
        "examples:\n  usage.requested: 63278\n\n  model: 'gpt'\n# between\n  limit.wanted: 1.5\nkind: x\n",
        "error: |-\n one\n two\nkind: x", "a: >-\n  b c\n  d: [e]\nf:\n  - >-\n    g\n    # h\n  - i\n",
        "a: http://example.org/#b\n", "", "a: {b: c, d.e: 1}\nf: g\n", "a:\n  - b: c\n",
        "a:\n  - b: c\n    d: e\n  - f: g\n",
        "samples:\n  - text: >-\n      no room\n      left\n    values: {model: m-2, limit: 30000}\n  - text: 'a'\n# b\nkind: x\n",
        "a:\n  b:\n    c: d\n", "a:\n  - b:\n      c: d\n    e: f\n  - g\n",
        "samples:\n  - text: >-\n      no room\n    values:\n      model: m-2\n\n      limit: 1\n  - text: a\nb: c\n",
    ])
    func isReadAsYamsDoes(_ text: String) throws {
        let (fast, slow) = try both(text)
        #expect(outline(try #require(fast)) == slow.map(outline))
    }

    /// What means more than it seems, or nothing at all, is left to Yams.
    @Test(arguments: [
        "a: b\n  c\n", "a: b\n\n  c\n", "a: b # c\n", "a: b: c\n", "a: b:\n", "a: [b, c: d]\n", "a: [b,\n  c]\n",
        "a: {b: c,d: e}\n", "a: {b:c}\n", "a: {b: c, b: d}\n", "a: {b: }\n", "a: {}\n", "a: {b: c}d\n", "a: {b: [c]}\n",
        "a: {b: null}\n", "a:\n  - b: c\n   d: e\n", "a:\n  - b: c\n    b: d\n",
        "a: &b c\n", "a: *b\n", "a: !b c\n", "a: \"b\\n\"\n", "a: 'b''c'\n", "a: \"b\" # \"c\"\n", "a: ~\n",
        "a: null\n",
        "null: a\n", "a:\n", "a: >\n  b\n", "a: >-\n  b\n   c\n", "a: >-\n  b\n\n  c\n", "a: |\n  b\n",
        "a: |-\n  b\n\n  c\n", "a: |-\n   b\n  c\n", "a: b\na: c\n",
        "a:\n- b\n", "a:\n  - b\n\n  - c\n", "a:\n  - b\n    c\n", "a:\n  - - b\n",
        "a:\n  b:\n    c:\n      d:\n        e:\n          f:\n            g: h\n", "a:\n  b:\n     c: d\n",
        "a:\tb\n", "a: b\r\n", "a: b \n", "a: b\u{2028}c\n", "- a\n", "--- a\n", "a\n", "? a\n", "\"a\": b\n", "a:b\n",
        " a: b\n",
        "a: @b\n", "a: -b\n", "a: []\n", "a: ''\n", "a: b\n c: d\n", "a:\n  b: c\n d: e\n", "\n", "# a\n",
    ])
    func isLeftToYams(_ text: String) throws {
        #expect(try both(text).fast == nil)
    }

    /// Whatever the pieces of YAML are put together to, the fast reader agrees with Yams or keeps silent.
    @Test func agreesWherever() throws {
        let pieces = [
            "a: b", "b.c: d e", "c:", "d: |-", "e: [f, g-1]", "- h", "- 'i j'", "- |-", "- >-", "d2: >-", "k: \"l: m\"",
            "# n", "o",
            "é p: q", "",
            "r: s: t", "u: [v", "{a: b}", "v2: {a: b, c: 1}", "v3: {a: b,", "- {a: b}",
            "- w2: {x: y}", "- w3: >-", "- w: x", "y: null", "z: 1 #2", "[a, b]",
        ]
        var agreed = 0
        for seed in 0..<20_000 {
            var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            func random(_ count: Int) -> Int {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Int(state >> 33) % count
            }
            var text = ""
            for _ in 0...random(6) {
                text +=
                    String(repeating: " ", count: [0, 0, 0, 2, 2, 4, 4, 6, 1][random(9)]) + pieces[random(pieces.count)]
                    + "\n"
            }
            let (fast, slow) = try both(text)
            guard let fast else { continue }
            agreed += 1
            #expect(outline(fast) == slow.map(outline), "\(text)")
        }
        #expect(agreed > 200)
    }

    private func both(_ text: String) throws -> (fast: YAMLNode?, slow: YAMLNode?) {
        let file = SourceFile(path: "guide.yaml", text: text)
        var diagnostics: [Diagnostic] = []
        let slow = YAMLNode.readWithYams(file, file.bytes[...], firstLine: 3, &diagnostics)
        return (SimpleYAML.read(file, file.bytes[...], firstLine: 3), slow)
    }

    private func outline(_ node: YAMLNode) -> String {
        let place = "\(node.line):\(node.column) "
        return switch node.content {
        case .scalar(let text): place + text.debugDescription
        case .sequence(let items): place + "[" + items.map(outline).joined(separator: ", ") + "]"
        case .mapping(let pairs):
            place + "{" + pairs.map { outline($0.key) + ": " + outline($0.value) }.joined(separator: ", ") + "}"
        }
    }
}
