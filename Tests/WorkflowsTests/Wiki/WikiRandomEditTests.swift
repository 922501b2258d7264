import Foundation
import Testing

@testable import Workflows

/// Edits of every kind at random places of random guides, in both layouts and all flavours, each with a value changed at once and
/// often with a word that the author changed: they come home, the page reads as it was written by hand with the new value in it, no
/// other byte of the guide is another, and what cannot come home stays on the page with a sentence that says why.
///
/// `VADEMECUM_WIKI_EDITS=2000` tries as many and prints what became of every kind, `VADEMECUM_WIKI_FROM=500` begins with another
/// one than the first, and `VADEMECUM_WIKI_EDIT=NAME` tries one kind alone.
@Suite struct WikiRandomEditTests {
    private static let variables = ProcessInfo.processInfo.environment
    private static var count: Int { variables["VADEMECUM_WIKI_EDITS"].flatMap(Int.init) ?? 210 }

    private static var first: Int { variables["VADEMECUM_WIKI_FROM"].flatMap(Int.init) ?? 0 }

    /// What became of the edits of a kind.
    fileprivate struct Tally {
        var (home, held, wrong) = (0, 0, 0)
        var reasons: [String: Int] = [:]
    }

    @Test func editsComeHome() throws {
        let kinds = WikiEditKind.all.filter { kind in
            Self.variables["VADEMECUM_WIKI_EDIT"].map(kind.name.contains) ?? true
        }
        var tallies: [String: Tally] = [:]
        for index in Self.first..<(Self.first + Self.count) {
            let kind = kinds[index % kinds.count]
            for attempt in 0..<12 {
                let seed = UInt64(index / kinds.count * 16 + attempt) &* 2 &+ UInt64((index / kinds.count) % 2)
                var trial = try EditTrial(seed: seed)
                guard try trial.make(kind) else { continue }
                let verdict: EditTrial.Verdict
                do { verdict = try trial.verdict() } catch { verdict = .wrong(["\(error)"]) }
                tallies[kind.name, default: Tally()].add(verdict, "\(kind.name), seed \(seed)")
                break
            }
        }
        report(tallies, kinds)
        let wanted = kinds.filter { $0.fate == .home }.compactMap { tallies[$0.name] }
        let (home, all) = (wanted.reduce(0) { $0 + $1.home }, wanted.reduce(0) { $0 + $1.home + $1.held + $1.wrong })
        #expect(home * 20 >= all * 19, "\(home) of \(all) came home")
    }

    /// The author changes a word in the very lines that were edited, which the edit has left: it is in what comes home, and where
    /// both cannot be had, the edit is held as a whole.
    @Test func editsComeHomeWithTheAuthorsWords() throws {
        let kinds = WikiEditKind.all.filter { kind in
            kind.fate == .home && Self.variables["VADEMECUM_WIKI_EDIT"].map(kind.name.contains) ?? true
        }
        var tallies: [String: Tally] = [:]
        for index in (Self.first / 2)..<((Self.first + Self.count) / 2) {
            let kind = kinds[index % kinds.count]
            for attempt in 0..<12 {
                let seed =
                    UInt64(index / kinds.count * 16 + attempt) &* 2 &+ UInt64((index / kinds.count) % 2) &+ 400_000
                var trial = try EditTrial(seed: seed, isNear: true)
                guard try trial.make(kind) else { continue }
                let verdict: EditTrial.Verdict
                do { verdict = try trial.verdict() } catch { verdict = .wrong(["\(error)"]) }
                tallies[kind.name, default: Tally()].add(verdict, "\(kind.name), near seed \(seed)")
                break
            }
        }
        report(tallies, kinds)
        let (home, all) = tallies.values.reduce((0, 0)) { ($0.0 + $1.home, $0.1 + $1.home + $1.held + $1.wrong) }
        #expect(home * 10 >= all * 9, "\(home) of \(all) came home")
    }

    /// Several edits of one page at once.
    @Test func editsTogetherComeHome() throws {
        var (home, all) = (0, 0)
        for index in (Self.first / 8)..<((Self.first + Self.count) / 8) {
            var trial = try EditTrial(seed: UInt64(100_000 + index))
            var choices = Choices(seed: UInt64(index))
            var names: [String] = []
            for _ in 0..<3 {
                let kind = choices.pick(WikiEditKind.all.filter { $0.fate == .home })
                if try trial.make(kind) { names.append(kind.name) }
            }
            if names.isEmpty { continue }
            all += 1
            switch try trial.verdict() {
            case .home: home += 1
            case .held(let reasons):
                if Self.variables["VADEMECUM_WIKI_EDITS"] != nil {
                    print("held together, \(names), seed \(100_000 + index): \(reasons)")
                }
            case .wrong(let faults):
                Issue.record("\(names), seed \(100_000 + index): \(faults.joined(separator: "\n"))")
            }
        }
        #expect(home * 10 >= all * 8, "\(home) of \(all) came home")
    }

    private func report(_ tallies: [String: Tally], _ kinds: [WikiEditKind]) {
        guard Self.variables["VADEMECUM_WIKI_EDITS"] != nil else { return }
        for kind in kinds {
            let tally = tallies[kind.name] ?? Tally()
            print("| \(kind.name) | \(tally.home) | \(tally.held) | \(tally.wrong) |")
            for (reason, count) in tally.reasons.sorted(by: { $0.key < $1.key }) { print("    \(count) × \(reason)") }
        }
    }
}

extension WikiRandomEditTests.Tally {
    fileprivate mutating func add(_ verdict: EditTrial.Verdict, _ name: String) {
        switch verdict {
        case .home: home += 1
        case .held(let sentences):
            held += 1
            for sentence in Set(sentences) { reasons["\(name): \(sentence)", default: 0] += 1 }
        case .wrong(let faults):
            wrong += 1
            Issue.record("\(name): \(faults.joined(separator: "\n"))")
        }
    }
}
