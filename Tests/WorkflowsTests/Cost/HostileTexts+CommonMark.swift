/// What takes readers of CommonMark long, or took one of them: the kinds of libcmark's own list of pathological inputs and
/// more of the sort, in our own words.
enum HostileTexts {
    static let commonMark: [HostileText] = inlines + brackets + html + blocks

    private static let inlines: [HostileText] = [
        HostileText("strong in emphasis in strong", "*a **a ", "b", " a** a*"),
        HostileText("closers without openers", repeating: "a_ "),
        HostileText("openers without closers", repeating: "_a "),
        HostileText("openers and closers of two sorts", repeating: "*a_ "),
        HostileText("runs whose lengths add up to a multiple of three", repeating: "c* ", after: "a**b"),
        HostileText("emphasis side by side", repeating: "*a*_b_"),
        HostileText("emphasis around a value, side by side", repeating: "*{{name}}**b*"),
        HostileText("delimiters beside letters that are no ASCII", repeating: "*é_"),
        HostileText("nothing but stars", repeating: "*"),
        HostileText("two long runs") {
            String(repeating: "*", count: $0 / 2) + "a" + String(repeating: "*", count: $0 / 2)
        },
        HostileText("runs of backticks, each longer than the last") { size in
            (1...max(1, Int((2 * Double(size)).squareRoot()))).map { "e" + String(repeating: "`", count: $0) }.joined()
        },
        HostileText("runs of backticks of many lengths", repeating: "` `` ``` ```` ````` "),
        HostileText("code spans", repeating: "`a` "),
        HostileText("entities", repeating: "&amp;&copy; "),
        HostileText("entities that are none", repeating: "&a"),
        HostileText("backslashes", repeating: "\\"),
        HostileText("escaped stars", repeating: "\\*"),
        HostileText("struck words", repeating: "~~a~~ "),
        HostileText("struck words, a paragraph each", repeating: "~~a~~\n\n"),
        HostileText("tildes that close nothing", repeating: "~~a"),
        HostileText("hard breaks", repeating: "a  \n"),
        HostileText("one long word", repeating: "a"),
        HostileText("spaces", repeating: " "),
        HostileText("addresses between angle brackets", repeating: "<https://a.example/b> "),
        HostileText("bare addresses", repeating: "www.a.example a@b.example "),
    ]

    private static let brackets: [HostileText] = [
        HostileText("brackets that nothing opens", repeating: "a]"),
        HostileText("brackets that nothing closes", repeating: "[a"),
        HostileText("brackets and emphasis that nothing closes", repeating: "[ a_"),
        HostileText("a bracket and half an address", repeating: "[ (]("),
        HostileText("images without an end, and links", repeating: "![[]()"),
        HostileText("images whose end stands in code, and links", repeating: "![`]` [](a) "),
        HostileText("images and links", repeating: "![a](b.png) [c](https://d.example) "),
        HostileText("links across emphasis", repeating: "**x [a*b**c*](d) "),
        HostileText("brackets in brackets", "[", "a", "]"),
        HostileText("images in images", "![", "a", "](b)"),
        HostileText("addresses without an end", repeating: "[a](<b"),
        HostileText("addresses without a parenthesis", repeating: "[a](b"),
        HostileText("titles without an end", repeating: "[a](b \""),
        HostileText("titles without an end behind names of references", repeating: "[x](b '", after: "[x]: /u\n\n"),
        HostileText("parentheses in an address") {
            "[a](" + String(repeating: "(", count: $0 / 2) + String(repeating: ")", count: $0 / 2)
        },
        HostileText("references", each: { "[x\($0)]: /u\n\n[x\($0)] " }),
        HostileText("references defined again", repeating: "[x]: /u\n\n[x] "),
        HostileText("a long address that many references name") {
            "[x]: /" + String(repeating: "u", count: $0 / 2) + "\n\n" + String(repeating: "[x]\n\n", count: $0 / 10)
        },
        HostileText("definitions that are none", repeating: "[a]: <\n"),
        HostileText("labels without an end", repeating: "[a\n"),
        HostileText("links in items", repeating: "- [a](https://b.example)\n"),
        HostileText("boxes of tasks", repeating: "- [x] a\n\n"),
        HostileText("boxes in lists that end at once", repeating: "- [ ] a\n+ [x] b\n"),
    ]

    private static let html: [HostileText] = [
        HostileText("comments without an end", repeating: "a <!-- "),
        HostileText("instructions without an end", repeating: "a <? "),
        HostileText("declarations without an end", repeating: "a <!A "),
        HostileText("character data without an end", repeating: "a <![CDATA[ "),
        HostileText("tags without an end", repeating: "a <a "),
        HostileText("attributes without an end", repeating: "<a b=\"c"),
        HostileText("one tag of many attributes", repeating: "b=\"c\" ", after: "<a "),
        HostileText("comments in a row", repeating: "<!-- a -->\n\n"),
        HostileText("comments in text", repeating: "a <!-- b --> "),
        HostileText("blocks of HTML", repeating: "<div>\n\n"),
    ]

    private static let blocks: [HostileText] = [
        HostileText("quotes in quotes", repeating: "> "),
        HostileText("deep quotes, line by line", repeating: "> > > > > > > > > > > > > > > > a\n\n"),
        HostileText("lists in lists") { size in
            (0..<Int(Double(size).squareRoot())).map { String(repeating: "  ", count: $0) + "* a\n" }.joined()
        },
        HostileText("blank lines in deep lists", repeating: "\n", after: String(repeating: "- ", count: 40) + "x"),
        HostileText(
            "blank lines in lists in a quote", repeating: ">\n",
            after: "> " + String(repeating: "- ", count: 40) + "x\n"),
        HostileText("lines that go on in a deep quote", repeating: "a\n", after: String(repeating: "> ", count: 40)),
        HostileText("items", repeating: "- a\n"),
        HostileText("lists of one item", repeating: "- a\n+ b\n"),
        HostileText("alerts", repeating: "> [!NOTE]\n> a\n\n"),
        HostileText("quotes that are no alerts", repeating: "> [!NOTEX]\n> a\n\n"),
        HostileText("headings of one name", repeating: "## A\n\nb\n\n"),
        HostileText("headings with attributes", repeating: "### A {#a .recommended}\n\nb\n\n"),
        HostileText("a heading of braces", repeating: "{#a ", after: "## A "),
        HostileText("titles over a line of dashes", repeating: "a\n---\n\n"),
        HostileText("rules", repeating: "---\n\n"),
        HostileText("fences", repeating: "```a\nb\n```\n"),
        HostileText("indented code", repeating: "    a\n\n"),
        HostileText("paragraphs", repeating: "a\n\n"),
        HostileText("line ends of old", repeating: "a\r"),
    ]
}
