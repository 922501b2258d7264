import CommonMark
import Foundation
import Guides
import Sources
import TestSupport
import Testing
import Values

@testable import Rendering

/// Text that a flavour has ideas about is written so that it stays text.
@Suite struct WikiMarkupTests {
    @Test(
        arguments: [
            // People, and addresses of electronic mail.
            ("Ask @alice", [WikiFlavor.github, .gitlab, .gitea, .azure], "Ask @<!-- -->alice"),
            ("help@example.org", [.github, .gitlab, .gitea, .azure], "help@<!-- -->example.org"),
            ("@<0000-1111>", [.azure], "@<!-- --><0000-1111>"),
            ("at @ home", [.github, .gitlab, .gitea, .azure], "at @ home"),
            ("`@alice`", [.github, .gitlab, .gitea, .azure], "`@alice`"),
            ("[@alice #1](https://example.org)", [.github, .gitlab], "[@<!-- -->alice #1](https://example.org)"),
            ("<a@b.example> ![a@b.example](c.png)", [.github, .gitlab], "<a@b.example> ![a@b.example](c.png)"),
            // Issues and their like; GitHub's wikis link none.
            ("Issue #42", [.github], "Issue #42"), ("Issue #42", [.gitlab, .gitea, .azure], "Issue #<!-- -->42"),
            ("see !7", [.gitlab, .gitea], "see !<!-- -->7"), ("see !7", [.github, .azure], "see !7"),
            ("&3, %4, ~bug", [.gitlab], "&<!-- -->3, %<!-- -->4, ~<!-- -->bug"),
            ("&3, %4, ~bug", [.github], "&3, %4, ~bug"),
            ("100 % sure, 5 & 6", [.gitlab], "100 % sure, 5 & 6"),
            ("[issue:12]", [.gitlab], "[<!-- -->issue:12]"), ("{+ new +}", [.gitlab], "{<!-- -->+ new +}"),
            // Emoji.
            ("a :tada: b", [.github, .gitlab, .gitea, .azure], "a :<!-- -->tada: b"),
            ("Note: this", [.github, .gitlab, .gitea, .azure], "Note: this"), ("fine :)", [.azure], "fine :<!-- -->)"),
            ("at 12:30", [.github, .gitlab, .gitea, .azure], "at 12:30"),
            // Links, tables of contents and blocks of their own.
            ("[[Home]]", [.github, .gitlab, .gitea, .azure], "[<!-- -->[Home]]"),
            ("[[_TOC_]]", [.azure], "[<!-- -->[_TOC_]]"), ("[[_TOC_]]", [.gitlab], "[<!-- -->[_T<!-- -->OC_]]"),
            ("[TOC]", [.gitlab], "[<!-- -->TOC]"), ("::: mermaid", [.azure], ":<!-- -->:: mermaid"),
            ("::include{file=a}", [.gitlab], ":<!-- -->:include{file=a}"),
            // Addresses that stand in a text are links for everybody.
            ("http://a.example", [.github, .gitlab, .gitea, .azure], "http://a.example"),
            ("www.example.org", [.github, .gitlab, .gitea, .azure], "www.example.org"),
            // Mathematics takes two dollar signs.
            ("only $5", [.github, .gitea, .azure], "only $5"), ("only $5", [.gitlab], "only \\$5"),
            ("$5 or $6", [.github], "<span>$</span>5 or <span>$</span>6"),
            ("$5 or $6", [.gitlab, .gitea, .azure], "\\$5 or \\$6"),
        ] as [(String, [WikiFlavor], String)])
    func text(source: String, flavors: [WikiFlavor], written: String) throws {
        for flavor in flavors { #expect(try Self.written(source, [], flavor).text == written, "\(flavor)") }
    }

    /// What a value holds is looked at together with the text around it.
    @Test func valuesBesideText() throws {
        for (source, value, written) in [
            ("@Q0Q", "alice", "@<!-- -->alice"), ("#Q0Q", "42", "#<!-- -->42"), (":Q0Q:", "tada", ":<!-- -->tada:"),
            ("Q0QQ1Q", "a", "a@<!-- -->b"), ("[Q0Q", "[x]]", "\\[<!-- -->\\[x\\]\\]"),
        ] {
            let text = try Self.written(source, [value, "@b"], .gitlab).text
            #expect(text == written)
        }
    }

    private static let names = (0..<200).map { "v\($0)" }
    private static let project = Result {
        try SampleProject(
            values: names.map { "\($0): {type: text}" }.joined(separator: "\n"), body: "## Notes\n\nText.\n"
        ).project
    }

    /// A text with values in the places of `Q0Q` and its like, as a page of a wiki has it.
    private static func written(
        _ source: String, _ values: [String], _ flavor: WikiFlavor
    ) throws -> (edition: FilledEdition, text: String) {
        let project = try project.get()
        let text = values.indices.reversed().reduce(source) { $0.replacing("Q\($1)Q", with: "{{v\($1)}}") }
        let given = zip(names, values).map { GivenValue(name: $0, value: .text($1), source: .set) }
        var diagnostics: [Diagnostic] = []
        let file = SourceFile(path: "page.md", text: text)
        guard let read = LooseReader(project, language: project.languages[0]).read(file, &diagnostics) else {
            throw SampleError(diagnostics)
        }
        let book = ValueBook(project.configuration, given: given, audience: .team)
        let edition = read.filled(from: book, keepsProse: true).editions[0]
        let markup = WikiMarkup(flavor)
        var edits = markup.edits(edition.prose, in: edition.source)
        if flavor == .azure { edits += JoinedLines(edition).edits }
        let bytes = edition.markdown(edits) { markup.cuts($0, next: $1) }
        return (edition, String(decoding: bytes, as: UTF8.self))
    }

    /// More seeds than usual, for whoever changed the writer: `ROUND_TRIPS=20000 swift test --filter WikiMarkup`.
    static let seeds = 0..<(ProcessInfo.processInfo.environment["ROUND_TRIPS"].flatMap(UInt64.init) ?? 200)

    /// What wikis have ideas about, on top of what Markdown has.
    static let words =
        RandomPage.words + [
            "@a", "a@b.example", "@", "#1", "#", "!2", "&3", "%4", "~c", "$5", "$", "$x$", ":d:", ":", "[[e]]",
            "[[_TOC_]]",
            "TOC", "[", "{+f+}", "[-g-]", "::: h", "::include{i", "://", "www.j.example", "http://k.example", ":)",
            "[l:m]",
        ] + DensePage.words

    /// Whatever the text and the values, GitHub's own parser reads what was meant, in every flavour.
    @Test(arguments: WikiFlavor.allCases) func randomPagesReadByGFM(flavor: WikiFlavor) throws {
        var (plain, plainlyMeant): ([String], [String]) = ([], [])
        var (meant, written): ([String], [String]) = ([], [])
        for seed in Self.seeds {
            var random = RandomPage(seed: seed, strikesApart: true, words: Self.words)
            let source = random.page()
            let page = try Self.written(source, random.values, flavor)
            let nodes = page.edition.document.root.descendants
            guard !nodes.contains(where: { $0.isInItsOwnKind || $0.showsAddress }) else { continue }
            let harmless = try Self.written(source, random.values.indices.map { "word\($0)" }, flavor)
            plainlyMeant.append(Outline.of(harmless.edition.document, isGFM: true))
            plain.append(harmless.text)
            meant.append(Outline.of(page.edition.document, isGFM: true))
            written.append(page.text)
        }
        let plainlyRead = try GFMOutline.of(plain)
        let read = try GFMOutline.of(written)
        try #require(read.count == meant.count && plainlyRead.count == meant.count)
        // Where the two readers do not read the author's own text alike, nothing is meant.
        let alike = meant.indices.filter {
            lines(WikiOutline.cleaned(plainlyRead[$0]), flavor) == lines(plainlyMeant[$0], flavor)
        }
        #expect(alike.count > meant.count / 2)
        for index in alike {
            let outline = WikiOutline.cleaned(Outline.withElements(read[index]))
            guard lines(outline, flavor) != lines(meant[index], flavor) else { continue }
            Issue.record("read:\n\(outline)\nmeant:\n\(meant[index])\nwritten:\n\(written[index])")
        }
    }

    /// Azure's pages have one line a paragraph.
    private func lines(_ outline: String, _ flavor: WikiFlavor) -> String {
        flavor == .azure ? outline.replacing("⏎", with: " ") : outline
    }
}

extension Node {
    /// Whether an image's text has an address: cmark-gfm puts a link in it, of which its HTML shows nothing.
    fileprivate var showsAddress: Bool { kind == .image && plainText.contains("@") }

    fileprivate var isInItsOwnKind: Bool {
        guard kind == .emphasis || kind == .strong else { return false }
        return sequence(first: self, next: \.parent).dropFirst().contains { $0.kind == kind }
    }
}
