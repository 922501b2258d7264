import Foundation
import Guides
import Rendering
import TestSupport
import Testing

@testable import Workflows

/// Edits of any kind at any place, each with a value changed at once: they come home, the page reads as it was written by hand,
/// and what cannot come home stays on the page. `VADEMECUM_WIKI_EDITS=2000` tries as many.
@Suite struct WikiRandomEditTests {
    @Test func editsComeHome() throws {
        let count = ProcessInfo.processInfo.environment["VADEMECUM_WIKI_EDITS"].flatMap(Int.init) ?? 12
        var (home, held) = (0, 0)
        for seed in 0..<count {
            let wiki = EditedWiki(seed % 2 == 0 ? .pages : .bilingual)
            let published = try wiki.page(wiki.wikis().published)
            var random = Random(seed: UInt64(seed) + 1)
            let edited = random.edit(String(decoding: published.bytes, as: UTF8.self))
            // It came to nothing, as two changes of one line may.
            if Array(edited.utf8) == published.bytes {
                home += 1
                continue
            }
            let faults = try wiki.faults(of: edited, published: published)
            if faults.isEmpty {
                home += 1
            } else if faults.allSatisfy({ $0.hasPrefix("held: ") }) {
                held += 1
                // What has no place in the guides is on the page that is published, word by word.
                let outcome = try wiki.merge(edited, published: published, into: wiki.wikis().raised).outcome()
                let page = try #require(outcome.page.map { String(decoding: $0, as: UTF8.self) }, "seed \(seed)")
                for word in random.words { #expect(page.contains(word), "seed \(seed): \(word) is lost from\n\(page)") }
            } else {
                Issue.record("seed \(seed): \(faults.joined(separator: "\n"))\nedited:\n\(edited)")
            }
        }
        #expect(home * 10 >= count * 9, "\(home) of \(count) came home, \(held) were held")
    }
}

/// The same edits for the same seed on every machine.
private struct Random {
    private var state: UInt64
    /// The words that were written.
    private(set) var words: [String] = []

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    private mutating func below(_ count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(max(1, count)))
    }

    private mutating func word() -> String {
        let word = "word\(below(100_000))"
        words.append(word)
        return word
    }

    /// One to three changes of lines, some of them new.
    mutating func edit(_ page: String) -> String {
        var lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for _ in 0...below(3) { change(&lines) }
        return lines.joined(separator: "\n")
    }

    private mutating func change(_ lines: inout [String]) {
        // Not what we say around the guide, nor where a block begins and ends.
        let places = lines.indices.filter { index in
            let line = lines[index]
            return index > 4 && line.contains(where: \.isLetter) && !line.hasPrefix("<a ") && !line.hasPrefix("```")
                && !line.hasPrefix("> [!") && !line.hasPrefix("> This") && !line.hasPrefix("> Cette")
                && !line.contains("| Mod") && !line.hasPrefix("Limit 40000")
        }
        guard !places.isEmpty else { return }
        let index = places[below(places.count)]
        var parts = lines[index].split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let candidates = parts.indices.filter { part in
            parts[part].count > 1 && parts[part].allSatisfy { $0.isLetter || $0 == "." || $0 == "," }
        }
        let place = candidates.isEmpty ? nil : candidates[below(candidates.count)]
        switch below(6) {
        case 0:
            guard let place else { return }
            let end = parts[place].last.map { $0.isLetter ? "" : String($0) } ?? ""
            parts[place] = word() + end
        case 1:
            guard let place else { return }
            parts.insert(word(), at: place)
        case 2:
            guard let place, parts.count > 3 else { return }
            parts.remove(at: place)
        case 3:
            let isItem = lines[index].hasPrefix("- ")
            guard isItem else { return }
            lines.insert("- \(word()) \(word()).", at: index + 1)
            return
        case 4:
            guard lines[index].hasPrefix("- "), !lines[index].contains("*(") else { return }
            lines.remove(at: index)
            return
        default:
            let isParagraph =
                lines[index].first?.isUppercase == true && index + 1 < lines.count && lines[index + 1].isEmpty
            guard isParagraph else { return }
            lines.insert(contentsOf: ["", "\(word()) \(word())."], at: index + 1)
            return
        }
        lines[index] = parts.joined(separator: " ")
    }
}
