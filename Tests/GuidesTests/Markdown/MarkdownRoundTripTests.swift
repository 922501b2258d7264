import CommonMark
import Foundation
import Sources
import TestSupport
import Testing
import Values

@testable import Guides

/// A page's Markdown, read again, is the tree that was meant: whatever the values are and wherever they stand.
@Suite struct MarkdownRoundTripTests {
    /// More seeds than usual, for whoever changed the rules: `ROUND_TRIPS=20000 swift test --filter RoundTrip`.
    static let seeds = 0..<(ProcessInfo.processInfo.environment["ROUND_TRIPS"].flatMap(UInt64.init) ?? 400)
    static let names = (0..<200).map { "v\($0)" }
    static let project = Result {
        try SampleProject(
            values: names.map { "\($0): {type: text}" }.joined(separator: "\n"), body: "## Notes\n\nText.\n"
        ).project
    }

    @Test func paragraphs() throws {
        for seed in Self.seeds {
            var random = RandomPage(seed: seed)
            let source = random.paragraph()
            try check(source, random.values, seed)
        }
    }

    @Test func pages() throws {
        for seed in Self.seeds {
            var random = RandomPage(seed: seed)
            let source = random.page()
            try check(source, random.values, seed)
        }
    }

    /// GitHub's own parser reads the same, where the two read the author's own text alike.
    @Test func pagesReadByGFM() throws {
        var (plain, plainlyMeant): ([String], [String]) = ([], [])
        var (meant, written): ([String], [String]) = ([], [])
        for seed in Self.seeds {
            var random = RandomPage(seed: seed, strikesApart: true)
            let source = random.page()
            let words = random.values.indices.map { "word\($0)" }
            guard let edition = try Self.filled(source, random.values), let harmless = try Self.filled(source, words)
            else { continue }
            plainlyMeant.append(Outline.of(harmless.document, isGFM: true))
            plain.append(String(decoding: harmless.markdown(), as: UTF8.self))
            meant.append(Outline.of(edition.document, isGFM: true))
            written.append(String(decoding: edition.markdown(), as: UTF8.self))
        }
        let plainlyRead = try GFMOutline.of(plain)
        let read = try GFMOutline.of(written).map(Outline.withElements)
        try #require(read.count == meant.count && plainlyRead.count == meant.count)
        let alike = meant.indices.filter { plainlyRead[$0] == plainlyMeant[$0] }
        #expect(alike.count > meant.count * 3 / 4)
        for index in alike where read[index] != meant[index] {
            Issue.record("read:\n\(read[index])\nmeant:\n\(meant[index])\nwritten:\n\(written[index])")
        }
    }

    private func check(_ source: String, _ values: [String], _ seed: UInt64) throws {
        guard let edition = try Self.filled(source, values) else { return }
        let meant = Outline.of(edition.document)
        let markdown = String(decoding: edition.markdown(), as: UTF8.self)
        let read = Outline.withElements(try Outline.of(markdown))
        guard read != meant else { return }
        Issue.record("seed \(seed), read:\n\(read)\nmeant:\n\(meant)\nsource:\n\(source)\nwritten:\n\(markdown)")
    }

    /// A page with its values; nil where emphasis stands in emphasis of its own kind, a riddle that no two readers solve
    /// alike.
    static func filled(_ source: String, _ values: [String]) throws -> FilledEdition? {
        let project = try project.get()
        let text = values.indices.reversed().reduce(source) { $0.replacing("Q\($1)Q", with: "{{v\($1)}}") }
        let given = zip(names, values).map { GivenValue(name: $0, value: .text($1), source: .set) }
        let file = SourceFile(path: "page.md", text: text)
        var diagnostics: [Diagnostic] = []
        guard let text = LooseReader(project, language: project.languages[0]).read(file, &diagnostics) else {
            throw SampleError(diagnostics)
        }
        guard !text.edition.document.root.descendants.contains(where: \.isInItsOwnKind) else { return nil }
        return text.filled(from: ValueBook(project.configuration, given: given, audience: .team)).editions[0]
    }
}

extension Node {
    fileprivate var isInItsOwnKind: Bool {
        guard kind == .emphasis || kind == .strong else { return false }
        return sequence(first: self, next: \.parent).dropFirst().contains { $0.kind == kind }
    }
}
