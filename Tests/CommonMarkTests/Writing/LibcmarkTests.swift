import Sources
import TestSupport
import Testing

@testable import CommonMark

/// Where nothing needs care, the page is byte for byte what libcmark's own CommonMark writer makes of the tree.
@Suite struct LibcmarkTests {
    @Test func libcmarkWritesTheSame() throws {
        var count = 0
        for seed in RoundTripTests.seeds {
            var random = RandomPage(seed: seed, words: ["a", "b c", "mot", "café", "日本"])
            let source = random.page()
            let document = try Document(parsing: Array(source.utf8))
            document.fill(random.values)
            for node in Array(document.root.descendants) {
                if node.isBeyondLibcmark { node.removeMarkup() }
                if node.kind == .text, node.parent?.url != node.literal { node.setLiteral(node.literal.withoutSigns) }
            }
            guard !document.root.descendants.contains(where: \.startsOrFollowsLists) else { continue }
            count += 1
            #expect(document.markdown == document.libcmarkMarkdown, "seed \(seed)")
        }
        #expect(count > RoundTripTests.seeds.count / 2)
    }

    @Test(
        "Lists, quotes and rules",
        arguments: [
            "- a\n- b\n\nc", "- a\n\n- b", "9. a\n10. b\n11. c", "7) a\n8) b", "- a\n\n\n<!-- -->\n\n- b",
            "- a\n  - b\n    - c\n\n      d\n- e", "> a\n> b\n>\n> > c\n\nd", "> - a\n>\n>   b\n> - c\n",
            "a\n\n---\n\nb",
            "1. a\n   - b\n\n   - c\n2. d", "-\n\n  a", "- a\n-\n- b", ">", "#", "a  \nb\\\nc", "- > a\n  > b\n- c",
            "# a\n\n###### b\n\na\n===\n", "", "<div>\na\n\n</div>\n\nb", "> <div>\n> a\n> </div>\n>\n> b",
        ])
    func layout(source: String) throws {
        let document = try Document(parsing: Array(source.utf8))
        #expect(document.markdown == document.libcmarkMarkdown)
    }
}

extension Node {
    /// What libcmark does not know, or writes between other delimiters.
    fileprivate var isBeyondLibcmark: Bool {
        switch kind {
        case .table, .alert, .strikethrough, .emphasis, .strong, .codeBlock: true
        default: false
        }
    }

    /// Takes out a block, and of an inline the delimiters.
    fileprivate func removeMarkup() {
        if !kind.isBlock { for child in children { insertBefore(child) } }
        remove()
    }

    /// Where we write another comment than libcmark, or none.
    fileprivate var startsOrFollowsLists: Bool {
        kind == .item && firstChild?.kind == .list || kind == .list && next?.kind == .list
    }
}

extension String {
    /// The text with letters in the place of what could need an escape, or be lost at a line's start.
    fileprivate var withoutSigns: String {
        String(decoding: utf8.map { $0 == 0x20 || $0.isASCIIPunctuation ? UInt8(ascii: "x") : $0 }, as: UTF8.self)
    }
}
