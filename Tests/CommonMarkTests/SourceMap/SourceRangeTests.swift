import TestSupport
import Testing

@testable import CommonMark

/// The true bytes of what a message points at, where libcmark's own columns are off.
@Suite struct SourceRangeTests {
    /// The first node of the kind that a case is about.
    enum Sought: String, CaseIterable { case link, code, image, strong, emphasis, text, heading, strikethrough }

    @Test(arguments: [
        (Sought.link, "a ⟦[b](c)⟧ d"), (.link, "⟦<https://x.y>⟧"), (.link, "a ⟦[b][c]⟧ d\n\n[c]: e"),
        (.link, "⟦[c]⟧ d\n\n[c]: e"),
        (.link, "a\n⟦[b *c*](d \"t\nu\")⟧ x"), (.link, "\\[x] ⟦[b](c)⟧"), (.link, "&copy; ⟦[b](c)⟧"),
        (.link, "é ⟦[ç](à)⟧"),
        (.code, "a ⟦`b`⟧ c"), (.code, "a ⟦`` b`c ``⟧ d"), (.code, "`a` is not sought\n"),
        (.code, "x\n      ⟦`over-indented`⟧"),
        (.code, "> a\nlazy ⟦`b`⟧"), (.code, "- > a\n  > ⟦`b`⟧"), (.code, "1. a\n\n   b ⟦`c`⟧"),
        (.code, "\ta\n\nb\t⟦`c`⟧"),
        (.code, "[a](b \"t\nu\") ⟦`c`⟧"), (.code, "| a | b |\n|---|---|\n| c | ⟦`d`⟧ |"),
        (.code, "> | a |\n> |---|\n> | x ⟦`d`⟧ |"),
        (.code, "a\r\nb ⟦`c`⟧\r\nd"), (.image, "a ⟦![b](c.png)⟧"), (.strong, "a ⟦**b**⟧ c"), (.emphasis, "⟦*a `b`*⟧ c"),
        (.text, "## ⟦A title⟧ ##"), (.text, "⟦A title⟧\n=====\n"), (.text, "⟦a\\*b&amp;c⟧"),
        (.heading, "# ⟦A title⟧\n\nx"), (.heading, "⟦A title⟧\n---\n\nx"), (.heading, "⟦A\ntitle⟧\n===\nx"),
        (.heading, "⟦A title⟧\n==="), (.heading, "> ⟦A title⟧\n> ===\n\n***"), (.heading, "⟦A title⟧\n===\n---"),
        (.strikethrough, "a ⟦~~b~~⟧ c"), (.code, "- [ ] a ⟦`b`⟧"), (.code, "> [!NOTE]\n> <https://x.y> ⟦`b`⟧"),
        (.link, "- [ ] ⟦<https://x.y>⟧"), (.code, "> [!NOTE]\n>\n> a ⟦`b`⟧"),
        (.link, "- a\n  - b ⟦[c](d)⟧"),
    ])
    func ranges(sought: Sought, marked: String) throws {
        let marked = MarkedText(marked)
        let document = try Document(parsing: Array(marked.text.utf8))
        let node = document.root.descendants.first { node in
            switch (sought, node.kind) {
            case (.link, .link), (.code, .code), (.image, .image), (.strong, .strong), (.emphasis, .emphasis),
                (.text, .text), (.heading, .heading), (.strikethrough, .strikethrough):
                true
            default: false
            }
        }
        guard let expected = marked.ranges.first else { return }
        let range = try #require(node?.sourceRange)
        #expect(MarkedText.marking([range], in: marked.text) == MarkedText.marking([expected], in: marked.text))
    }

    /// Whatever the page, a text's range holds that text, or something that stands for it.
    @Test func randomPages() throws {
        for seed in 0..<200 as Range<UInt64> {
            var random = RandomPage(seed: seed)
            let source = random.page()
            let document = try Document(parsing: Array(source.utf8))
            for node in document.root.descendants where node.kind == .code {
                let range = try #require(node.sourceRange, "seed \(seed)")
                let text = String(decoding: document.source[range], as: UTF8.self)
                #expect(
                    text.hasPrefix("`") && text.hasSuffix("`") && text.contains(node.literal),
                    "seed \(seed): \(text) for \(node.literal)")
            }
        }
    }

    @Test func nodesMadeByHandHaveNone() throws {
        let document = try Document(parsing: Array("a".utf8))
        #expect(document.makeText("b").sourceRange == nil)
    }
}
