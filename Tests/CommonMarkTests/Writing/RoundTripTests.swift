import Foundation
import TestSupport
import Testing

@testable import CommonMark

/// What is written, read again, is the tree that was meant: whatever the values are.
@Suite struct RoundTripTests {
    /// More seeds than usual, for whoever changed the writer: `ROUND_TRIPS=20000 swift test --filter RoundTrip`.
    static let seeds = 0..<(ProcessInfo.processInfo.environment["ROUND_TRIPS"].flatMap(UInt64.init) ?? 400)

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

    /// GitHub's own parser reads the same.
    @Test func pagesReadByGFM() throws {
        var meant: [String] = []
        var written: [String] = []
        for seed in Self.seeds {
            var random = RandomPage(seed: seed, strikesApart: true)
            let source = random.page()
            let document = try Document(parsing: Array(source.utf8))
            guard !document.root.descendants.contains(where: \.isInItsOwnKind) else { continue }
            document.fill(random.values)
            meant.append(Outline.of(document, isGFM: true))
            written.append(document.markdown)
        }
        let read = try GFMOutline.of(written)
        try #require(read.count == meant.count)
        for index in meant.indices where read[index] != meant[index] {
            Issue.record("read:\n\(read[index])\nmeant:\n\(meant[index])\nsource:\nwritten:\n\(written[index])")
        }
    }

    private func check(_ source: String, _ values: [String], _ seed: UInt64) throws {
        let document = try Document(parsing: Array(source.utf8))
        // Emphasis in emphasis of its own kind is a riddle that no two readers solve alike.
        guard !document.root.descendants.contains(where: \.isInItsOwnKind) else { return }
        document.fill(values)
        let meant = Outline.of(document)
        let html = document.html
        let markdown = document.markdown
        let read = try Outline.of(markdown)
        #expect(document.html == html, "seed \(seed): what was prepared has to be taken back whole")
        guard read != meant else { return }
        Issue.record("seed \(seed), read:\n\(read)\nmeant:\n\(meant)\nsource:\n\(source)\nwritten:\n\(markdown)")
    }
}

extension Node {
    fileprivate var isInItsOwnKind: Bool {
        guard kind == .emphasis || kind == .strong else { return false }
        return sequence(first: self, next: \.parent).dropFirst().contains { $0.kind == kind }
    }
}
