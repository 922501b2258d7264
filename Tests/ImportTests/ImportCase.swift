import Foundation
import TestSupport
import Testing

/// A text as a program's authors write it, and what it comes to.
struct ImportCase: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// The program: its file of settings says which it is.
    let program: Program
    let text: String
    /// What the page has to say.
    let page: [String]
    /// What it must not say.
    var absent: [String] = []
    /// What the report tells.
    var told: [String] = []

    enum Program: String {
        case jekyll = "_config.yml"
        case mkdocs = "mkdocs.yml"
        case hugo = "hugo.toml"
        case github = "NOTES"
    }

    /// The page, and the report, of the text in English beside a French one of its own.
    func imported() throws -> (page: String, report: String) {
        let (source, project) = (try TemporaryFolder(), try TemporaryFolder())
        try source.write("title = \"T\"\n".replacing(" =", with: program == .hugo ? " =" : ":"), at: program.rawValue)
        try source.write("---\ntitle: Deck\n---\n\n\(text)\n", at: "deck.en.md")
        try source.write("---\ntitle: Pont\n---\n\n# Rien\n", at: "deck.fr.md")
        try source.write("<b>{{ i18n \"needed\" }}</b>\n", at: "layouts/shortcodes/needed.html")
        try source.write("{{- /* no */ -}}v{{ .Get 0 }}", at: "layouts/shortcodes/since.html")
        try source.write("{{ include.text }}\n", at: "_includes/box.html")
        try source.write("[needed]\nother = \"required\"\n", at: "i18n/en.toml")
        for name in ["plan a.png", "b.md", "b.fr.md"] { try source.write("Mast.\n", at: name) }
        let outcome = try TestSupport.Program.vademecum(
            "import", source.path, "--languages", "en,fr", in: project.url)
        let page = try project.text(at: "content/deck/en.md")
        return (page, outcome.text)
    }
}

extension ImportCase {
    private init(
        _ name: String, _ program: Program, _ text: String, _ page: [String], not absent: [String] = [],
        told: [String] = []
    ) {
        self.init(testDescription: name, program: program, text: text, page: page, absent: absent, told: told)
    }

    /// What kramdown and the themes for Jekyll have.
    static let kramdown: [ImportCase] = [
        ImportCase(
            "IDs on a line of their own", .jekyll,
            "## The mast ##\n{: #old-mast .x}\n\nSee [it](#old-sail).\n\nA sail\n------\n{: #old-sail}\n\nBig.",
            ["## The mast {#old-mast}\n", "See [it](#old-sail).", "## A sail {#old-sail}\n"]),
        ImportCase(
            "an anchor of a paragraph leads to the heading above", .jekyll,
            "## Notes\n\nSee [one](#fn-1).\n\nThe keel.\n{: #fn-1}", ["See [one](#notes).", "\nThe keel.\n"],
            not: ["{:", "<a "], told: ["`#fn-1` is the anchor of a block"]),
        ImportCase(
            "an anchor of HTML is that of the heading below it", .github,
            "See [it](#old).\n\n<a name=\"old\"></a>\n\n## New\n\nWords.", ["See [it](#old).", "## New {#old}\n"],
            not: ["<a"]),
        ImportCase(
            "boxes of themes", .jekyll,
            "Salt water.\n{: .notice--warning}\n\n> Knots.\n{: .prompt-tip }\n\n{: .note-title }\n> Ropes\n>\n> Are long.\n\nShort.\n{: .summary}\n\nEnd.",
            [
                "> [!WARNING]\n> Salt water.\n", "> [!TIP]\n> Knots.\n", "> [!NOTE]\n> **Ropes**\n>\n> Are long.\n",
                "\nShort.\n\nEnd.",
            ], not: ["{:"]),
        ImportCase(
            "contents, comments and attributes of words", .jekyll,
            "* Anything\n{:toc}\n\n{::comment}\nNot for readers.\n{:/comment}\n\n*So*{: .red} and `{: .x}` with `a`{:.language-c}.\n\n* {: .x} Item",
            ["*So* and `{: .x}` with `a`.", "* Item"], not: ["Anything", "Not for readers", "{:.", "toc"]),
        ImportCase(
            "abbreviations at their first place", .jekyll,
            "The ABS and the ABS.\n\n*[ABS]: Anchor \"big\" system\n*[XY]: Nothing here",
            ["The <abbr title=\"Anchor &quot;big&quot; system\">ABS</abbr> and the ABS.\n"], not: ["*["]),
        ImportCase(
            "dashes", .jekyll,
            "Ropes---long ones -- and `a--b` with --help.\n\n| A | B |\n| --- | -- |\n| c | d |\n\nEnd.",
            ["Ropes—long ones – and `a--b` with --help.", "| --- | -- |"]),
        ImportCase(
            "a rule below several lines is none of a title", .mkdocs, "On the water\nwith a sail\n---\n\nEnd.",
            ["On the water\nwith a sail\n\n---\n"], not: ["##"]),
        ImportCase(
            "a title over two lines", .github, "On the water\n![Plan](plan%20a.png)\n---\n\nEnd.",
            ["## On the water ![Plan](plan%20a.png) {#on-the-water-plan}\n"]),
    ]

    /// What goldmark has of the same, and Liquid that no text can be.
    static let attributes: [ImportCase] = [
        ImportCase(
            "without a colon", .hugo, "Wide words\n{.display}\n\n## Oars\n{#old-oars .x}\n\nEnd.",
            ["Wide words\n\n", "## Oars {#old-oars}\n"], not: ["{."]),
        ImportCase(
            "Liquid in a line", .jekyll, "It is {{ site.rope | upcase }}, and `{{ x }}`.\n\nEnd.",
            ["It is {{ site.rope | upcase }}, and `{{ x }}`."], told: ["`site.rope | upcase` is Liquid"]),
    ]

    /// HTML for the layout.
    static let layout: [ImportCase] = [
        ImportCase(
            "what is set in is no code", .jekyll,
            "<div class=\"a\">\n  <div>\n    <svg viewBox=\"0 0 1 1\">\n\n      <path d=\"M1\"/>\n    </svg>\n    <p>\n      Old *words*.\n    </p>\n  </div>\n</div>\n\nEnd.",
            ["\nOld *words*.\n\nEnd."], not: ["svg", "path", "    Old"], told: ["a drawing in SVG has no equal"]),
        ImportCase(
            "a link over lines", .jekyll,
            "<div>\n  <a class=\"b\" href=\"https://e.example.org/\">\n      Sail\n      on\n  </a>\n</div>\n\nWords <a\nhref=\"https://f.example.org/\">\nhere </a>.",
            ["\n[Sail on](https://e.example.org/)\n", "Words [here](https://f.example.org/)."]),
        ImportCase(
            "tasks, asides, instructions", .jekyll,
            "<aside markdown=\"1\" class=\"q\">\n- a\n  - b\n</aside>\n\n<div>\n  <input type=\"checkbox\" id=\"x\" checked>\n  <label for=\"x\">Is the *hull* dry?</label>\n</div>\n\n<?code-excerpt \"x.c\"?>\n\nEnd.",
            ["\n- a\n  - b\n", "- [x] Is the *hull* dry?\n"], not: ["<"], told: ["`<?code-excerpt …?>` has no equal"]),
        ImportCase(
            "lists, headings and films", .github,
            "<section>\n  <h3 id=\"crew\">The <b>crew</b></h3>\n  <ol>\n    <li>One\n      <ul><li>Two</li></ul></li>\n    <li>Three</li>\n  </ol>\n  <iframe src=\"https://v.example.org/1\"></iframe>\n</section>",
            ["### The **crew** {#crew}\n\n1. One\n   - Two\n1. Three\n\n<https://v.example.org/1>\n"],
            told: ["a link leads to `https://v.example.org/1` in its place"]),
    ]

    /// Shortcodes as they are written by hand and by programs that lay out texts.
    static let shortcodes: [ImportCase] = [
        ImportCase(
            "boxes and tabs within a line", .hugo,
            "{{% alert title=\"Warning\" color=\"warning\" %}} It stops\nand starts. {{% /alert %}}\n\n{{< tabpane text=true >}} {{% tab header=\"Port\" %}}\n\nleft\n\n{{% /tab %}} {{% tab \"Starboard\" %}}\n\nright\n\n{{% /tab %}} {{< /tabpane >}}",
            ["> [!WARNING]\n> It stops\n> and starts.\n", "**Port**\n\nleft\n\n**Starboard**\n\nright\n"],
            not: ["**Warning**"]),
        ImportCase(
            "code in tabs", .hugo,
            "{{< tabpane lang=\"sh\" >}}\n{{< tab header=\"One\" >}}\nls *\n{{< /tab >}}\n{{< tab header=\"Two\" lang=\"bat\" >}}\ndir\n{{< /tab >}}\n{{< /tabpane >}}",
            ["**One**\n\n```sh\nls *\n```\n\n**Two**\n\n```bat\ndir\n```\n"]),
        ImportCase(
            "what a reader sees of unknown ones", .hugo,
            "{{% knob name=\"deck.on\" default=false %}} Set it. {{% /knob %}}\n\n{{% knob\n  name=\"deck.off\"\n%}} Take it. {{% /knob %}}\n\n{{< card title=\"Crew\" subtitle=\"All hands\" >}}\n\nPress {{< kbd >}}K{{< /kbd >}}.",
            [
                "**`deck.on`**\n\nSet it.\n", "**`deck.off`**\n\nTake it.\n", "**Crew**\n", "Press <kbd>K</kbd>.",
            ], not: ["{{%"], told: ["without `default=false`", "left out is `subtitle=All hands`"]),
        ImportCase(
            "parameters", .hugo,
            "Run `get {{% param v.deck %}}` at https://e.example.org/{{% param v.deck %}}/x, {{< param v.deck >}}.\n\n```sh\nget {{% param v.deck %}}\n{{</* param */>}}\n```",
            [
                "`get <v.deck>` at https://e.example.org/v.deck/x, `v.deck`.", "get <v.deck>\n{{< param >}}\n",
            ], told: ["`v.deck` is a parameter of the site"]),
        ImportCase(
            "a hero is no box", .hugo,
            "{{% blocks/cover title=\"Set sail\" color=\"primary\" %}}\n\nOn all seas.\n\n<a href=\"https://e.example.org/\">\n    Learn it\n</a>\n\n{{% /blocks/cover %}}",
            ["**Set sail**\n\nOn all seas.\n\n[Learn it](https://e.example.org/)\n"], not: ["[!"]),
    ]

    /// What a site's own layouts and words show, and links by names of pages.
    static let layouts: [ImportCase] = [
        ImportCase(
            "of a site", .hugo,
            "A rope {{< needed >}} since {{< since 2.1 >}}, [b]({{< page-relref ref=\"b\" >}}).\n\n{{< page-ref page=\"b\" title=\"The mast\" >}}\n\n{{< gear title=\"Gear\" url=\"https://e.example.org/\" >}}All of it.{{< /gear >}}",
            [
                "A rope required since v2.1, [b](../b/en.md).\n\n[The mast](../b/en.md)\n",
                "**[Gear](https://e.example.org/)**\n\nAll of it.",
            ], not: ["{{"]),
        ImportCase(
            "instructions before code, and addresses of applications", .github,
            "<?code-excerpt \"x.c\"?>\n```c\nint a;\n```\n\n[Open *it*](sailapp:open?x=1), [too](sailapp:close).",
            ["```c\nint a;\n```\n\nOpen *it*, too.\n"], not: ["<?"],
            told: ["no page links by `sailapp:`, as to `sailapp:open?x=1`"]),
    ]

    /// Titles of boxes that say no more than their kind.
    static let titles: [ImportCase] = [
        ImportCase(
            "in any language", .hugo,
            "{{% alert title=\"Astuce\" %}}\nA.\n{{% /alert %}}\n\n{{% alert title=\"Achtung!\" color=\"warning\" %}}\nB.\n{{% /alert %}}\n\n{{% alert title=\"Wichtig\" color=\"warning\" %}}\nC.\n{{% /alert %}}",
            ["> [!TIP]\n> A.\n", "> [!WARNING]\n> B.\n", "> [!WARNING]\n> **Wichtig**\n>\n> C.\n"]),
        ImportCase(
            "of alerts as Obsidian writes them", .github,
            "> [!IMPORTANT] Help wanted\n>\n> Do it.\n\n> [!info]- Tipp\n> So.\n\n> [!NOTE]\n> Plain.",
            ["> [!IMPORTANT]\n> **Help wanted**\n>\n> Do it.", "> [!TIP]\n> So.", "> [!NOTE]\n> Plain."]),
    ]

    /// What the settings of a site say, signs within a line, and words behind a fence.
    static let settings: [ImportCase] = [
        ImportCase(
            "of Jekyll's, and of an include", .jekyll,
            "It is {{ site.title }}, {{ page.title | escape }}, {{ site.none }}.\n\n```\n{{ site.title }}\n{% raw %}{{ site.title }}{% endraw %}\n```\n\n{% include box.html text=\"So it *is*.\" %}\n\nEnd.",
            ["It is T, Deck, {{ site.none }}.", "```\nT\n{{ site.title }}\n```", "So it *is*.\n\nEnd."],
            not: ["include"],
            told: ["`site.none` is Liquid"]),
        ImportCase(
            "keys, raised signs, icons and faces", .mkdocs,
            "## 1.9 { data-toc-label=\"x\" }\n\nPress ++ctrl+c++, H~2~O, 10^3^, ==so==, ^^new^^, `++a++`, a ~~b~~ :rocket: :material-clock:{ .lg } at 10:30:45.",
            [
                "## 1.9 {#s-1-9}\n",
                "Press <kbd>Ctrl</kbd>+<kbd>C</kbd>, H<sub>2</sub>O, 10<sup>3</sup>, **so**, new, `++a++`, a ~~b~~ 🚀 at 10:30:45.",
            ]),
        ImportCase(
            "of code", .hugo,
            "```yaml {linenos=true hl_lines=[2,\"4-5\"]}\na: 1\n```\n\n```{ .python title=\"x.py\" }\nx\n```\n\n```sh [npm]\nnpm i # [!code highlight]\n```\n\n<!--more-->\n\nEnd.",
            ["```yaml {2,4-5}\n", "```python title=\"x.py\"\n", "```sh {1} title=\"npm\"\nnpm i\n```\n\nEnd."]),
        ImportCase(
            "headings, quotes, rules and code of HTML", .github,
            "<h2 id=\"crew\">The <b>crew</b></h2>\n\n<blockquote>\n  <p>So be it.</p>\n</blockquote>\n\n<hr>\n\n<pre><code class=\"language-c\">a &lt; b;\n</code></pre>\n\n<ul>\n  <li>One</li>\n</ul>\n\n<img src=\"plan a.png\" alt=\"Plan\">\n![Plan](plan%20a.png)",
            [
                "## The **crew** {#crew}\n\n> So be it.\n\n---\n\n```c\na < b;\n```\n\n- One\n\n![Plan](plan%20a.png)\n\n![Plan]"
            ],
            not: ["<h2", "<ul", "<pre"]),
    ]
}
