import Guides
import Sources
import TestSupport
import Testing

/// What makes a fingerprint another one, and what does not: it is kept for years, beside every guide.
@Suite struct TranslationUnitTests {
    /// The fingerprints of the first section's blocks.
    private func fingerprints(_ body: String) throws -> [FairFingerprint] {
        try units(body).compactMap(\.fingerprints.fair)
    }

    private func units(_ body: String) throws -> [TranslationUnit.Block] {
        let project = try SampleProject(
            values: "limit: {type: integer, value: 4}\nwanted: {type: integer, value: 4}",
            body: "\n## Problem\n\n\(body)\n\n## Steps\n\n### Wait\n\nText.\n\n## Verification\n\nText.\n")
        var ignored: [Diagnostic] = []
        guard let guide = project.read("guide", &ignored), let edition = guide.editions.first else { return [] }
        return edition.translationUnits().first { $0.id == "problem" }?.blocks ?? []
    }

    @Test(arguments: [
        ("One two three.", "One\ntwo   three."), ("- a\n- b", "* a\n\n* b"), ("*a* b", "_a_\nb"),
        ("Wait: now!", "Wait\u{A0}: now\u{202F}!"), ("He said «yes».", "He said «\u{A0}yes\u{202F}»."),
        ("It's done...", "It’s done…"), ("A [link](a.png).", "A [link][1].\n\n[1]: a.png"),
        ("Up to {{limit}}.", "Up to {{ limit }}."), ("Text.", "Text. <!-- why -->"),
        ("Text.", "<!-- check: ignore three-dots as an example -->\n\nText."),
        ("> [!NOTE]\n> Text.", "> [!note]\n> Text."), ("| a |\n|---|\n| b |", "|  a  |\n|:--:|\n|  b  |"),
        // Markup that is spelled otherwise.
        ("**a** b", "__a__ b"), ("***a***", "**_a_**"), ("#### A\n\nb", "#### A ####\n\nb"), ("2 * 3", "2 \\* 3"),
        ("a  \nb", "a\\\nb"), ("    a\n    b", "```\na\nb\n```"), ("```sh\na\n```", "~~~ sh\na\n~~~"),
        ("<https://example.org/a>", "[https://example.org/a](https://example.org/a)"), ("a & b", "a &amp; b"),
        ("1. a\n2. b", "1) a\n1) b"), ("- [x] a", "* [X] a"), ("---", "* * *"), ("| a |\n|-|", "a |\n-|"),
        // Typography.
        ("He said “yes”.", "He said \"yes\"."), ("Il dit « oui ».", "Il dit \"oui\"."), ("“*a*”", "«\u{A0}*a*\u{A0}»"),
        ("a – b", "a—b"), ("a -- b", "a — b"), ("10-20", "10–20"), ("40 000 tokens", "40\u{202F}000 tokens"),
        ("40000 tokens", "40 000 tokens"), ("5 %", "5%"), ("week\u{AD}end", "weekend"), ("e\u{301}tape", "étape"),
        ("{{limit}} : a", "{{limit}}: a"),
        // Addresses on one host.
        ("[a](b.png)", "[a](c.png)"), ("[a](https://example.org/a)", "[a](http://EXAMPLE.org/b?c#d)"),
        ("[a](https://example.org/{{limit}})", "[a](https://example.org/x)"), ("[a](#b)", "[a](#c)"),
        ("<https://example.org/a>", "<https://example.org/b>"),
        // Spacing of code.
        ("```sh\na  # b\n\nc\n```", "```sh\na # b\nc\n```"), ("```\n#a\nf( b,c )\n```", "```\n# a\nf(b, c)\n```"),
        ("```yaml\na:\n  b: 1\n```", "```yaml\na:\n    b:  1\n```"), ("`a  b`", "`a b`"),
        ("<!-- only: limit > 3 -->\na\n<!-- end -->", "<!--only:limit>3-->\na\n<!--end-->"),
    ]) func `what a translation need not follow makes no difference`(_ one: String, _ other: String) throws {
        let (one, other) = (try fingerprints(one), try fingerprints(other))
        #expect(!one.isEmpty)
        #expect(one == other)
    }

    @Test(arguments: [
        ("One two.", "One too."), ("One two.", "Onetwo."), ("*a*", "**a**"), ("- a", "1. a"), ("# a b", "a b"),
        ("Up to {{limit}}.", "Up to {{wanted}}."), ("`a b`", "`ab`"), ("![a](b.png)", "![a](c.png)"),
        ("```\nls -l a\n```", "```\nls -la\n```"), ("```\na\nb\n```", "```\nab\n```"),
        ("```\n# a\n```", "```\n# b\n```"), ("[a](https://example.org)", "[a](https://example.net)"),
        ("[limits](https://example.org/limits)", "[keys](https://example.org/limits)"), ("a[b](c)", "a b"),
        ("[a](b \"c\")", "[a](b \"d\")"), ("[a](b)", "[a](https://example.org/b)"), ("40 tokens", "41 tokens"),
        ("<mailto:a@example.org>", "<mailto:b@example.org>"), ("it's", "its"), ("a - b", "a + b"),
        ("<!-- only: limit > 3 -->\na\n<!-- end -->", "<!-- only: limit > 4 -->\na\n<!-- end -->"),
        ("<!-- only: limit > 3 -->\na\n<!-- end -->", "<!-- only: wanted > 3 -->\na\n<!-- end -->"),
        ("[a]({{limit}})", "[a]({{wanted}})"), ("`{{limit}}`", "`{{wanted}}`"),
        ("- a\n  - b", "- a\n- b"), ("> [!NOTE]\n> a", "> [!TIP]\n> a"), ("```sh\na\n```", "```\na\n```"),
        ("| a | b |\n|---|---|\n| c | d |", "| a | b |\n|---|---|\n| cd |  |"), ("- [ ] a", "- [x] a"),
    ]) func `structure, text, values and addresses do`(_ one: String, _ other: String) throws {
        #expect(try fingerprints(one) != fingerprints(other))
    }

    /// Another number here makes every translation of everybody fall behind.
    @Test func `fingerprints are the same in every version`() throws {
        var published = Fingerprint()
        for byte in "foobar".utf8 { published.combine(byte) }
        // The test vector of FNV-1a's authors.
        #expect(published.text == "85944171f73967e8")
        #expect(Fingerprint(Array("85944171f73967e8".utf8)[...]) == published)
        let found = try units("Wait **{{limit}}** minutes:\n\n- `a`\n- [b](c.png)\n").map(\.fingerprints)
        #expect(found.map(\.exact?.text) == ["d355a86e36a9c355", "bf4d12d875c7d610"])
        #expect(found.map(\.fair?.digest.text) == ["e2a3e0a4b4203c03", "672ebd00fec044c8"])
        #expect(found.map(\.fair?.values) == [["limit"], []])
    }

    @Test func `blocks know their lines and their step`() throws {
        let project = try SampleProject(
            body:
                "\n## Problem\n\nText\nand more.\n\n## Steps\n\n### One\n\nText.\n\n### Two\n\nText.\n\n## Verification\n\nText.\n"
        )
        let guide = try project.guide()
        let edition = try #require(guide.editions.first)
        let units = edition.translationUnits()
        #expect(units.map(\.id) == ["front matter", "problem", "steps", "verification"])
        #expect(units[1].blocks.map(\.lines) == [8...9])
        #expect(edition.text(of: units[1].blocks[0]) == "Text\nand more.")
        #expect(units[2].blocks.map(\.step) == [1, 1, 2, 2])
    }
}
