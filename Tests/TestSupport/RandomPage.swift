/// Random Markdown with places for values, and random values to put there.
public struct RandomPage {
    private var generator: SeededGenerator
    /// The values for the places.
    public private(set) var values: [String] = []

    /// Whether struck text stands apart: cmark-gfm looks through `~` when it decides about emphasis beside it.
    private let isApart: Bool

    private let words: [String]

    /// A page that is the same for the same seed, with values put together from words.
    public init(seed: UInt64, strikesApart isApart: Bool = false, words: [String] = Self.words) {
        self.words = words
        generator = SeededGenerator(seed: seed)
        self.isApart = isApart
    }

    /// A page of a few blocks.
    public mutating func page() -> String { blocks(depth: 0) }

    /// One paragraph, where a fault is easily seen.
    public mutating func paragraph() -> String { line() }

    /// What people and attackers type where a value is asked for.
    public static let words = [
        "a", "word", "40000", "org-EXAMPLE", "é", "été", "«", "…", "日本", "مرحبا", "#", "# x", "###", "- x", "-", "--",
        "---",
        "+", "+ y", "*", "* z", "**", "***b***", "_", "__i__", "_u_", "1.", "1. x", "2)", "10) y", "=", "===", ">",
        "> q",
        "~", "~~", "~~~", "~~x~~", "`", "``", "```", "`c`", "<", "<b>", "</b>", "<!-- x -->", "<?x", "&", "&copy;",
        "&#35;",
        "&amp", "[", "]", "[x]", "[x](y)", "[x]: y", "![", "![i](j)", "!", "\\", "\\\\", "\\*", "|", "| a |", "||",
        ":--",
        "--:", ":-: | --", "https://x.y", "http://a.b/c?d=e&f=g", "www.x.y", "ftp://z.z", ":", ".", "(", ")", "(a)",
        "\"",
        "'q'", "a b", "a  b", " a", "b ", "  ", "\t", "[!NOTE]", "[ ]", "[x] t", "{{x}}", "$x$", "@ ", "%", "^",
        "a_b_c",
        "snake_case_", "C#", "5 < 6", "R&D", "x*y", "x ~ y", "\u{FEFF}", "\u{00A0}", "\u{202F}", "e\u{301}", "👩‍💻",
    ]

    private mutating func pick<Element>(_ choices: [Element]) -> Element {
        choices[Int.random(in: 0..<choices.count, using: &generator)]
    }

    private mutating func value() -> String {
        var text = pick(words)
        if Int.random(in: 0..<3, using: &generator) == 0 { text += pick(words) }
        values.append(text)
        return "Q\(values.count - 1)Q"
    }

    private mutating func inline(_ depth: Int) -> String {
        switch Int.random(in: 0..<(depth > 1 ? 7 : 13), using: &generator) {
        case 0...2: value()
        case 3: pick(["w", "mot", "x y", "fin.", "(note)", "l’été", "9"])
        case 4: " "
        case 5: "`c \(value()) d`"
        case 6: "<https://example.org/a_b?c=d&e=f>"
        case 7: "*\(apart(depth + 1))* "
        case 8: "**\(apart(depth + 1))**"
        case 9: isApart ? "w ~~w\(apart(depth + 1))w~~ w" : "~~\(apart(depth + 1))~~"
        case 10: "[\(inlines(depth + 1))](https://example.org/a_b)"
        case 11: "![\(value())](i.png \"t\")"
        default: " _\(apart(depth + 1))_ "
        }
    }

    private mutating func inlines(_ depth: Int) -> String {
        (0..<Int.random(in: 1...4, using: &generator)).map { _ in inline(depth) }.joined()
    }

    /// Delimiters that touch others are a riddle to readers: one kind of text always stands between them.
    private mutating func apart(_ depth: Int) -> String { "\(value())\(inlines(depth))\(value())" }

    private mutating func line() -> String { inlines(0) }

    private mutating func block(_ depth: Int) -> String {
        switch Int.random(in: 0..<(depth > 1 ? 6 : 11), using: &generator) {
        case 0: return line()
        case 1: return line() + "\n" + line()
        case 2: return line() + "w\\\nw" + line()
        case 3: return String(repeating: "#", count: Int.random(in: 1...6, using: &generator)) + " " + line()
        case 4: return "```text\n\(value())\n\(value())\n```"
        case 5:
            return "| \(value()) | b |\n| :-- | --: |\n| \(inlines(1)) | \(value()) |\n| \(value()) | `\(value())` |"
        case 6: return indented(blocks(depth: depth + 1), first: "- ", rest: "  ")
        case 7: return indented(blocks(depth: depth + 1), first: "1. ", rest: "   ")
        case 8: return indented(blocks(depth: depth + 1), first: "> ", rest: "> ")
        case 9: return "> [!\(pick(["NOTE", "TIP", "WARNING"]))]\n> \(line())"
        default: return "- \(line())\n- [ ] w\(line())\n- \(line())"
        }
    }

    private mutating func blocks(depth: Int) -> String {
        (0..<Int.random(in: 1...3, using: &generator)).map { _ in block(depth) }.joined(separator: "\n\n")
    }

    private func indented(_ text: String, first: String, rest: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .map { ($0 == 0 ? first : rest) + $1 }.joined(separator: "\n")
    }
}
