/// What is ours: tables, values, variants, comments that speak to the checks, typography, front matter.
extension HostileTexts {
    static let ours: [HostileText] = footnotes + elements + tables + placeholders + comments + prose + frontMatter

    private static let tables: [HostileText] = [
        HostileText("columns times rows") { size in
            let columns = size / 12
            return "|" + String(repeating: "a|", count: columns) + "\n|" + String(repeating: "-|", count: columns)
                + "\n"
                + String(repeating: "|x\n", count: (size - 4 * columns) / 3)
        },
        HostileText("tables right behind a paragraph", repeating: "a *b*\n|a|\n|-|\n\n", after: "[q]: /u\n\n"),
        HostileText("tables right behind a definition", repeating: "[q]: /u\n|a|\n|-|\n\n"),
        HostileText("tables", repeating: "|a|\n|-|\n|b|\n\n"),
        HostileText("struck cells", repeating: "|~~a~~|\n", after: "|a|\n|-|\n"),
        HostileText("values in cells", repeating: "|{{name}}|\n", after: "|a|\n|-|\n"),
        HostileText("links in cells", repeating: "|[a](https://b.example) *c*|\n", after: "|a|\n|-|\n"),
        HostileText("prose in cells", repeating: "|It's a... b : c|\n", after: "|a|\n|-|\n"),
        HostileText("one wide row") {
            "|" + String(repeating: "a|", count: $0 / 4) + "\n|" + String(repeating: "-|", count: $0 / 4) + "\n"
        },
        HostileText("lines that could be the second of a table", repeating: "|-|-|\n|-|\n"),
        HostileText("a long paragraph before a table", repeating: "a\n", before: "|a|\n|-|\n"),
        HostileText("escaped pipes", repeating: "\\|"),
    ]

    private static let footnotes: [HostileText] = [
        HostileText("notes", repeating: "[^1]: a\n"),
        HostileText("notes that are referred to", each: { "[^\($0)] a\n\n[^\($0)]: b {{name}}\n\n" }),
        HostileText("references to one note", repeating: "[^1] ", after: "[^1]: a [^1]\n\n"),
        HostileText("references to no note", repeating: "[^2] ", after: "[^1]: a\n\n"),
        HostileText("notes that hold each other", each: { "[^\($0)]: [^\($0 + 1)] {{name}}\n" }),
        HostileText("notes between lists", repeating: "- a\n\n[^1]: b\n\n"),
        HostileText("the beginnings of names", repeating: "[^"),
        HostileText("names without an end", repeating: "[^a", after: "[^1]: a\n\n"),
        HostileText("lines of one note", repeating: "    a {{name}}\n", after: "[^1]: a\n"),
        HostileText("one long name") { "[^" + String(repeating: "a", count: $0) + "]: a\n" },
    ]

    private static let elements: [HostileText] = [
        HostileText("bare addresses", repeating: "https://a.example/{{name}} "),
        HostileText("bare addresses without spaces", repeating: "(https://a.example"),
        HostileText("bare addresses that a quotation mark ends", repeating: "(https://a.example", before: "\u{A0}"),
        HostileText("hosts that are none", repeating: "_www."), HostileText("hosts with points", repeating: "www.a."),
        HostileText("signs behind an address", repeating: ").;", after: "https://a.example/"),
        HostileText("tags", repeating: "<kbd>{{name}}</kbd><br>"),
        HostileText("tags that nothing closes", repeating: "<kbd>"),
        HostileText("tags that close nothing", repeating: "</kbd>"),
        HostileText("tags in tags", repeating: "<sub>", before: "a"),
        HostileText("parts that fold", repeating: "<details>\n<summary>a</summary>\n\n{{name}}\n\n</details>\n\n"),
        HostileText("parts that fold in each other", repeating: "<details>\n\n"),
        HostileText("lists in cells", repeating: "| <ul><li>{{name}}</li></ul> |\n", after: "|a|\n|-|\n"),
        HostileText("abbreviations", repeating: "<abbr title=\"a\">{{name}}</abbr> "),
    ]

    private static let placeholders: [HostileText] = [
        HostileText("braces that open", repeating: "{{"),
        HostileText("braces that open, line by line", repeating: "{{a\n"),
        HostileText("braces that close", repeating: "}}"),
        HostileText("names that are none", repeating: "{{A}} "),
        HostileText("names that are none, in paragraphs", repeating: "{{A}}\n\n"),
        HostileText("names that nobody declared", repeating: "{{abc}} "),
        HostileText("braces of another program", repeating: "${{ "),
        HostileText("escaped braces", repeating: "\\{{ "),
        HostileText("values in a line", repeating: "{{name}} "),
        HostileText("values in emphasis", repeating: "**{{name}}** "),
        HostileText("values between signs", repeating: "*{{name}}_"),
        HostileText("values in code", repeating: "`{{name}}` "),
        HostileText("values in lines of code", repeating: "    {{name}}\n"),
        HostileText("values in addresses", repeating: "[a]({{name}}) "),
    ]

    private static let comments: [HostileText] = [
        HostileText("variants", repeating: "<!-- only: plan=a -->\n\na\n\n<!-- end -->\n\n"),
        HostileText("variants of nothing", repeating: "<!-- only: plan=a -->\n\n<!-- end -->\n\n"),
        HostileText("variants of lists", repeating: "- a\n\n<!-- only: plan=b -->\n\n- b\n\n<!-- end -->\n\n"),
        HostileText("variants that nothing ends", repeating: "<!-- only: plan=a -->\n\n"),
        HostileText("ends of nothing", repeating: "<!-- end -->\n\n"),
        HostileText("suppressions", repeating: "<!-- check: ignore three-dots so -->\n\nIt is...\n\n"),
        HostileText(
            "suppressions of one block", repeating: "<!-- check: ignore three-dots so -->\n\n", before: "It is...\n"),
        HostileText("suppressions of a block of findings") {
            let half = $0 / 2
            return String(repeating: "<!-- check: ignore three-dots so -->\n\n", count: half / 38)
                + String(repeating: "a... ", count: half / 5)
        },
        HostileText("suppressions of what is no check", repeating: "<!-- check: ignore nothing so -->\n\na\n\n"),
    ]

    private static let prose: [HostileText] = [
        HostileText("one paragraph of faults", repeating: "a: b ! c' d... "),
        HostileText("paragraphs of faults", repeating: "L'item: oui! C'est... bien.\n\n"),
        HostileText("lines of faults", repeating: "L'item: oui! C'est... bien.\n"),
        HostileText("faults in one text with entities", repeating: "&eacute;: l'a... "),
        HostileText("characters that turn the text around", repeating: "a\u{202E} "),
        HostileText("keys", repeating: "sk" + "-a1B2c3D4a1B2c3D4a1B2c3D4a1B2c3D4 "),
        HostileText("keys in code", repeating: "sk" + "-a1B2c3D4a1B2c3D4a1B2c3D4a1B2c3D4\n", after: "```\n"),
        HostileText(
            "keys in an address", repeating: "sk" + "-a1B2c3D4a1B2c3D4a1B2c3D4a1B2c3D4/",
            after: "[a](https://b.example/", before: ")"),
        HostileText("anchors that are not there", each: { "[a](#x\($0)) " }),
        HostileText("guides that are not there", each: { "[a](../x\($0)/fr.md) " }),
        HostileText("headings and links to none of them", each: { "### A\($0)\n\n[b](#c\($0))\n\n" }),
        HostileText("numbers", repeating: "1 234,5 "),
    ]

    private static let frontMatter: [HostileText] = [
        HostileText("keys of front matter", after: "---\n", each: { "k\($0): x\n" }),
        HostileText("front matter without an end", repeating: "a: b\n", after: "---\n"),
        HostileText("a long title", repeating: "a", after: "---\ntitle: ", before: "\n---\n"),
        HostileText("lists in lists in front matter") {
            "---\ntitle: " + String(repeating: "[", count: $0 / 2) + String(repeating: "]", count: $0 / 2) + "\n---\n"
        },
        HostileText("aliases", repeating: "b: [*x, *x]\n", after: "---\na: &x [1, 2]\n", before: "---\n"),
    ]
}
