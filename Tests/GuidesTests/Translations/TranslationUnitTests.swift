import Guides
import Sources
import TestSupport
import Testing

/// What makes a fingerprint another one, and what does not: it is kept for years, beside every guide.
@Suite struct TranslationUnitTests {
    /// The fingerprints of the first section's blocks.
    private func fingerprints(_ body: String) throws -> [String] {
        let project = try SampleProject(
            values: "limit: {type: integer, value: 4}\nwanted: {type: integer, value: 4}",
            body: "\n## Problem\n\n\(body)\n\n## Steps\n\n### Wait\n\nText.\n\n## Verification\n\nText.\n")
        var ignored: [Diagnostic] = []
        guard let guide = project.read("guide", &ignored), let edition = guide.editions.first else { return [] }
        let unit = edition.translationUnits.first { $0.id == "problem" }
        return unit?.blocks.map(\.fingerprint.text) ?? []
    }

    @Test(arguments: [
        ("One two three.", "One\ntwo   three."), ("- a\n- b", "* a\n\n* b"), ("*a* b", "_a_\nb"),
        ("Wait: now!", "Wait\u{A0}: now\u{202F}!"), ("He said «yes».", "He said «\u{A0}yes\u{202F}»."),
        ("It's done...", "It’s done…"), ("A [link](a.png).", "A [link][1].\n\n[1]: a.png"),
        ("Up to {{limit}}.", "Up to {{ limit }}."), ("Text.", "Text. <!-- why -->"),
        ("Text.", "<!-- check: ignore three-dots as an example -->\n\nText."),
        ("> [!NOTE]\n> Text.", "> [!note]\n> Text."), ("| a |\n|---|\n| b |", "|  a  |\n|:--:|\n|  b  |"),
    ]) func `spacing, typography and comments make no difference`(_ one: String, _ other: String) throws {
        let (one, other) = (try fingerprints(one), try fingerprints(other))
        #expect(!one.isEmpty)
        #expect(one == other)
    }

    @Test(arguments: [
        ("One two.", "One too."), ("One two.", "Onetwo."), ("*a*", "**a**"), ("- a", "1. a"), ("# a b", "a b"),
        ("Up to {{limit}}.", "Up to {{wanted}}."), ("`a  b`", "`a b`"), ("[a](b.png)", "[a](c.png)"),
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
        let found = try fingerprints("Wait **{{limit}}** minutes:\n\n- `a`\n- [b](c.png)\n")
        #expect(found == ["d355a86e36a9c355", "bf4d12d875c7d610"])
    }

    @Test func `blocks know their lines and their step`() throws {
        let project = try SampleProject(
            body:
                "\n## Problem\n\nText\nand more.\n\n## Steps\n\n### One\n\nText.\n\n### Two\n\nText.\n\n## Verification\n\nText.\n"
        )
        let guide = try project.guide()
        let edition = try #require(guide.editions.first)
        let units = edition.translationUnits
        #expect(units.map(\.id) == ["front matter", "problem", "steps", "verification"])
        #expect(units[1].blocks.map(\.lines) == [8...9])
        #expect(edition.text(of: units[1].blocks[0]) == "Text\nand more.")
        #expect(units[2].blocks.map(\.step) == [1, 1, 2, 2])
    }
}
