import CommonMark
import Foundation
import Sources
import TestSupport
import Testing
import Values

@testable import Guides

/// The Markdown of CommonMark's own examples, in any order and with values between their words, is the tree that was meant
/// when it is read again.
@Suite struct SpecificationRoundTripTests {
    /// Read as the page's HTML would be made of it.
    @Test func examples() throws {
        // A no-break space behind a list's sign is an error, and read as the plain one that was meant.
        let sources = try Self.sources().filter { !$0.contains("\u{A0}") }
        for seed in MarkdownRoundTripTests.seeds {
            let (source, values) = Self.page(seed, of: sources)
            guard let edition = try MarkdownRoundTripTests.filled(source, values), !edition.document.holdsHTML else {
                continue
            }
            let meant = Outline.of(edition.document)
            let markdown = edition.markdownText
            let read = Outline.withElements(try Outline.of(markdown))
            guard read != meant else { continue }
            Issue.record("seed \(seed), read:\n\(read)\nmeant:\n\(meant)\nsource:\n\(source)\nwritten:\n\(markdown)")
        }
    }

    /// GitHub's own parser reads the same, where the two read the author's own text alike.
    @Test func examplesReadByGFM() throws {
        // All texts are read at once, and a definition would count for all of them. An author's own address of mail is a
        // link to GFM alone.
        let sources = try Self.sources().filter { !$0.contains("]:") && !$0.contains("@") }
        var (plain, plainlyMeant, meant, written): ([String], [String], [String], [String]) = ([], [], [], [])
        var origins: [String] = []
        // cmark-gfm takes a backslash before the sign that ends a title for that sign's own, even an escaped one.
        let titled = ["\\", "\\\\"]
        for seed in MarkdownRoundTripTests.seeds {
            let (source, values) = Self.page(seed, of: sources)
            if source.contains("title"), values.contains(where: titled.contains) { continue }
            // A fence that nothing closes would take in the texts behind it.
            let closed = try Document(parsing: Array((source + "\n\n# end").utf8))
            guard closed.root.lastChild?.kind == .heading else { continue }
            let words = values.indices.map { "word\($0)" }
            guard let edition = try MarkdownRoundTripTests.filled(source, values),
                let harmless = try MarkdownRoundTripTests.filled(source, words)
            else { continue }
            plainlyMeant.append(Outline.of(harmless.document, isGFM: true))
            plain.append(harmless.markdownText)
            // What reads XML makes a space of a tab in a title.
            meant.append(Outline.of(edition.document, isGFM: true).replacing("\t", with: " "))
            origins.append(source)
            written.append(edition.markdownText)
        }
        let plainlyRead = try GFMOutline.of(plain)
        let read = try GFMOutline.of(written).map(Outline.withElements)
        try #require(read.count == meant.count && plainlyRead.count == meant.count)
        let alike = meant.indices.filter { plainlyRead[$0] == plainlyMeant[$0] }
        #expect(alike.count > meant.count / 2)
        for index in alike where read[index].replacing("\t", with: " ") != meant[index] {
            Issue.record(
                """
                read:
                \(read[index])
                meant:
                \(meant[index])
                source:
                \(origins[index])
                written:
                \(written[index])
                """)
        }
    }

    /// Examples that hold no HTML, which no page has.
    private static func sources() throws -> [String] {
        try SpecificationExample.commonMark().map(\.markdown).filter { text in
            try !Document(parsing: Array(text.utf8)).holdsHTML
        }
    }

    /// A few examples, and values before and behind some of their words. What defines a reference stays as it is: no value
    /// decides what a label is.
    private static func page(_ seed: UInt64, of sources: [String]) -> (source: String, values: [String]) {
        var random = SeededGenerator(seed: seed)
        var values: [String] = []
        let examples = (0..<Int.random(in: 1...3, using: &random)).map { _ in
            sources[Int.random(in: 0..<sources.count, using: &random)]
        }
        let text = examples.joined(separator: "\n")
        // Where a word of letters begins or ends.
        var source = ""
        var previous: Character = "\n"
        for character in text {
            let isEdge = previous.isLetter != character.isLetter && previous != "\\" && character != "\\"
            if isEdge, !text.contains("]:"), Int.random(in: 0..<4, using: &random) == 0 {
                values.append(RandomPage.words[Int.random(in: 0..<RandomPage.words.count, using: &random)])
                source += "Q\(values.count - 1)Q"
            }
            source.append(character)
            previous = character
        }
        return (source, values)
    }
}

extension Document {
    fileprivate var holdsHTML: Bool { root.descendants.contains { $0.kind == .htmlBlock || $0.kind == .htmlInline } }
}
