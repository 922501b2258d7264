/// A page with a value in every landing place that Markdown has, and values at random to put there: of pieces that mean
/// something to readers of Markdown, of any characters, and of both.
public struct DensePage {
    /// A kind of place: a text with `Q` where values land.
    private static let blocks = [
        "Q", "Q after", "before Q", "before\nQ\nafter Q", "*Q* **Q** ***Q***", "_Q_ __Q__", "x _Q_ *a Q b* **Q**",
        "a**Q**b",
        "*a **Q** b*", "w ~~Q~~ w", "w ~~aQb~~ w", "`Q`", "`a Q b` ``Q` a``", "[Q](https://example.org)",
        "[Q b](https://example.org/a_b \"Q\")", "[a](https://example.org/Q)", "[a](https://example.org/?q=Q&r=Q#Q)",
        "[a](<https://example.org/Q> 'Q')", "[a](https://example.org (Q))", "![Q](a.png)", "![a](a.png \"Q\")",
        "[![Q](a.png)](https://example.org/Q)", "[Q][ref]", "<https://example.org/Q>", "# Q", "### a Q", "## Q a ##",
        "Q\n===", "a Q\n---", "- Q\n- b Q", "* Q", "+ Q", "1. Q\n2. b", "7) Q", "- [ ] Q\n- [x] a Q", "> Q\n> Q",
        "> - Q",
        "> [!NOTE]\n> Q", "| a | Q |\n| :-- | --: |\n| Q | `Q` |\n| [Q](x.md) | *Q* |", "```\nQ\n```",
        "```text Q\nQ\n\nQ\n```",
        "~~~Q\nQ\n~~~", "> ```\n> Q\n> ```", "- ```\n  Q\n  ```", "    Q\n    b", "\tQ", "Q Q", "QQ", "aQb", "(Q)",
        "“Q”",
        "1Q a", "Q. a", "Q) a", "Q<!-- c -->. a", "&am Q;", "&Q;", "\\Q", "!Q[a](b)", "]Q(", "[Q", "<Q>",
        "https:Q//x.y",
        "wwQw.x.y", "httpQ://x", "Q://x.y/z", "a@Q", "a@bQ", "aQb.c d", "@Q", "\\*Q\\*", "$Q$",
        ":Q:",
        "a\\\nQ\\\nb", "a  \nQ  \nb", "<!-- c -->\nQ", "* * *\nQ\n\n* * *",
        "<kbd>Q</kbd> a<sub>Q</sub>b<sup>*Q*</sup>", "<abbr title=\"a\">Q</abbr><br>Q",
        "<details>\n<summary>a</summary>\n\n**Q**\n\n</details>", "| a |\n| - |\n| <ul><li>Q</li><li>`Q`</li></ul> |",
        "a[^n]Q *[^n]* Q[^n]", "[^n]: a b Q\nc Q d", "[^Q] [^aQ]",
        "https://example.org/aQ?b=Q. (www.example.org/Q)",
    ]

    /// The page, with `{{v0}}`, `{{v1}}` and so on.
    public let source: String
    /// The values in their order.
    public let values: [String]

    /// As many values as a page has.
    public static let size = blocks.reduce(0) { $0 + $1.count(where: { $0 == "Q" }) }

    /// How many pages have a hundred thousand values.
    public static let usual = UInt64(100_000 / size + 1)

    /// A page that is the same for the same seed.
    ///
    /// - Parameter words: what values are made of, besides characters at random.
    public init(seed: UInt64, words: [String] = RandomPage.words + Self.words) {
        var generator = SeededGenerator(seed: seed)
        var values: [String] = []
        var source = ""
        for (index, block) in Self.blocks.shuffled(using: &generator).enumerated() {
            for character in block {
                if character == "Q" {
                    source += "{{v\(values.count)}}"
                    values.append(Self.value(words, &generator))
                } else {
                    source.append(character)
                }
            }
            // Nothing of a block goes on in the next one.
            source += "\n\nend \(index)\n\n"
        }
        self.source = source + "[ref]: https://example.org/ref\n"
        self.values = values
    }

    /// Pieces of addresses, fences and entities that others complete.
    public static let words = [
        "www. x", "www.", "www", "ww", "w.x.y", "http", "https", "http:", "://x.y", "//x.y", "a@b", "a@_b.c", "a@-b.c",
        "@b.c", ".c", "b.c", "mailto", "mailto:a@b.c", "xmpp:a@b.c/d", "<a@b.c>", "&#", "#35;", "amp;", "~~~`\u{301}",
        "```a",
        "\\\n\\\n", "a\n\n## b", "\n---\n", "1)", "1) a", "0.", "\r", "\u{2028}", "{.a}", "{#a}", "[^1]",
        "[^1]: a",
        "==a==", ":::", "$$", "<https://x.y>", "<a href=x>", "]]>", "<![CDATA[", "*a", "a*", "_a", "a_", "~a", "a~",
        "|--|", "\u{200B}", "\u{AD}", "\u{1F600}", "ﬁ", "ß", "\u{3000}", "。", "！", "（", "‘", "’", "”",
    ]

    private static let signs = Array("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \n\t".unicodeScalars)

    private static func value(_ words: [String], _ generator: inout SeededGenerator) -> String {
        func piece() -> String {
            switch Int.random(in: 0..<8, using: &generator) {
            case 0...3: return words[Int.random(in: 0..<words.count, using: &generator)]
            case 4, 5:
                var text = String.UnicodeScalarView()
                for _ in 0..<Int.random(in: 1...4, using: &generator) {
                    text.append(signs[Int.random(in: 0..<signs.count, using: &generator)])
                }
                return String(text)
            case 6: return String(Int.random(in: 0..<1000, using: &generator))
            default:
                // Any character that a value may hold; the planes of emoji and of Chinese are among them.
                let number = UInt32.random(in: 0x20..<0x30000, using: &generator)
                guard let scalar = Unicode.Scalar(number), !scalar.isForbidden else { return "é" }
                return String(scalar)
            }
        }
        return (0..<Int.random(in: 1...3, using: &generator)).map { _ in piece() }.joined()
    }
}

extension Unicode.Scalar {
    /// What no value may hold, or no page may.
    fileprivate var isForbidden: Bool {
        switch value {
        case 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xE000...0xF8FF, 0xFDD0...0xFDEF, 0xFEFF: true
        default: value & 0xFFFE == 0xFFFE
        }
    }
}
