import Sources

/// Signs of another tool's Markdown, which a page shows as they are.
struct ForeignMarkup: Problem {
    /// What is meant by such signs, and how it is written here.
    enum Construct: Sendable {
        case container, admonition, tabs, snippet, contents, wikiLink, attributes, template, definitionList
        case marked, inserted, superscript, subscripted, unknownAlert, titledAlert, module, directive, role, textile
        case macro, math, comment, emoji, include
    }

    static let description = CheckDescription(
        "foreign-markup", .structure, .warning,
        summary: "Signs of another tool's Markdown, which a page shows as they are.",
        why: """
            Whoever brings texts from another generator, or is used to one, writes `:::note` or `[[Page]]`. Nothing fails: \
            readers see the signs.
            """,
        mending: "Write what the message names. Signs that are meant go between backticks, or after a backslash.",
        faulty: [
            CheckExample("⟦:::note⟧\nRead this.\n:::", "`:::note` shows as it is: it is a box of another tool"),
            CheckExample("⟦!!! warning⟧\n    Look out.", "`!!! warning` shows as it is: it is a box of another tool"),
            // Its quotation marks and stars are no text.
            CheckExample(
                "⟦!!! note \"Look out\"⟧\n    Text.\n\n⟦{* ../samples/limit.py hl[3,4] *}⟧",
                "`!!! note \"Look out\"` shows as it is: it is a box of another tool",
                "`{* ../samples/limit.py hl[3,4] *}` shows as it is: it takes in another file elsewhere, and nothing here"
            ),
            CheckExample(
                "A ⟦[[Wiki page]]⟧ and ⟦==marked==⟧.",
                "`[[Wiki page]]` shows as it is: it is a link of a wiki",
                "`==marked==` shows as it is: there is no highlighting"),
            CheckExample(
                "See [the page](https://example.org/)⟦{target=_blank}⟧.\n\n⟦[TOC]⟧\n\n⟦{% include \"x.md\" %}⟧",
                "`{target=_blank}` shows as it is: there are no attributes",
                "`[TOC]` shows as it is: it is a table of contents of another tool",
                "`{% include \"x.md\" %}` shows as it is: it is a template of another tool"),
            CheckExample(
                "Ask ⟦{/* ask-for-a-higher-limit */}⟧ first.",
                "`{/* ask-for-a-higher-limit */}` shows as it is: it is a comment of another tool"),
            CheckExample("> ⟦[!INFO]⟧\n> Text.", "`[!INFO]` shows as it is: there is no such alert"),
            CheckExample("> ⟦[!NOTE] My title⟧\n> Text.", "`[!NOTE] My title` shows as it is: an alert has no title"),
            CheckExample("It is done ⟦:tada:⟧.", "`:tada:` shows as it is: there are no names for emoji"),
            CheckExample(
                "Limit\n⟦:   What may be used.⟧", "`:   What may be used.` shows as it is: it is a list of definitions"),
        ],
        clean: [
            CheckExample(
                """
                Write `:::note`, `[^1]`, `==x==` and `{% x %}` between backticks; \\[^1], 12:30:45, std::x, a == b, [x], {x}.

                > [!NOTE]
                > C++ and ++i, a[[1]], {{model}}, x^2, ~5, 10 %, $5, @home, 3 := 4, mail:me.

                !!! Attention !!!

                $$ is a process, [^a-z] a set, [[1], [2]] a list.

                ```md
                !!! note
                [[toc]]
                ```
                """)
        ])

    /// The signs, with what they hold.
    let text: String
    let construct: Construct

    /// More of a line is not shown.
    private static let longest = 40

    var message: String {
        let shown = text.count > Self.longest ? text.prefix(Self.longest) + "…" : text[...]
        return "`\(shown)` shows as it is: \(construct.reason)"
    }
    var help: String? { construct.wayOut }
}

extension ForeignMarkup.Construct {
    /// What the signs are.
    fileprivate var reason: String {
        switch self {
        case .container, .admonition: "it is a box of another tool"
        case .tabs: "they are tabs of another tool"
        case .snippet, .include: "it takes in another file elsewhere, and nothing here"
        case .contents: "it is a table of contents of another tool"
        case .wikiLink: "it is a link of a wiki"
        case .attributes: "there are no attributes"
        case .template: "it is a template of another tool"
        case .definitionList: "it is a list of definitions"
        case .marked: "there is no highlighting"
        case .inserted: "there are no keys or insertions"
        case .superscript, .subscripted: "nothing is raised or lowered so"
        case .unknownAlert: "there is no such alert"
        case .titledAlert: "an alert has no title"
        case .module: "it is a line of MDX"
        case .directive: "it is a directive of another tool"
        case .role: "it is a role of another tool"
        case .textile: "it is a heading of another markup"
        case .macro: "it is a macro of another tool"
        case .math: "there are no formulas"
        case .comment: "it is a comment of another tool"
        case .emoji: "there are no names for emoji"
        }
    }

    /// How it is written here.
    fileprivate var wayOut: String {
        switch self {
        case .container, .admonition, .directive:
            "a box is a quote that begins with `> [!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]` or `[!CAUTION]`"
        case .tabs:
            "ways to choose from are options of a step, `####`; what is for some readers is `<!-- only: NAME=KEY -->`"
        case .snippet, .include:
            "what several guides say is `<!-- include: shared/name -->`, from `content/shared/name.en.md`"
        case .module: "there is no way to take in a file: write what it says, or link to its guide"
        case .contents: "remove it: every page lists its sections by itself"
        case .wikiLink: "link to the guide’s file: `[the words](../guide/en.md)`"
        case .attributes: "remove it: how things look is the business of the templates, and only headings take `{#id}`"
        case .template: "a value is `{{name}}`; there are no templates in a text"
        case .definitionList:
            "write `<dl>`, `<dt>the term</dt>`, `<dd>` on lines of their own, a blank line, what it means, a blank line, `</dd>`, `</dl>`"
        case .marked: "write `**bold**`"
        case .inserted: "write keys as `<kbd>Ctrl</kbd>`, and what was added in `**bold**`"
        case .superscript: "write `<sup>2</sup>`, or type the character itself, as in m²"
        case .subscripted: "write `<sub>2</sub>`, or type the character itself, as in CO₂"
        case .unknownAlert: "the alerts are `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]` and `[!CAUTION]`"
        case .titledAlert: "leave the marker alone on its line, and begin the text with the title in `**bold**`"
        case .role: "write the words, or a link"
        case .textile: "a heading of level 2 is `## Title`"
        case .macro: "put code between lines of three backticks; a box is a quote that begins with `> [!NOTE]`"
        case .math: "write it with characters, or as an image with a text"
        case .comment: "a comment is `<!-- … -->`"
        case .emoji: "type the emoji itself"
        }
    }
}
