import Guides
import Sources

/// Which findings somebody answered for, laid out so that a finding is not held against every answer.
struct SuppressionTable {
    /// Suppressions that are for the same lines of a file.
    private struct Entry {
        let lines: ClosedRange<Int>
        var numbers: [Int]
        var isUsed = false
    }

    private struct Key: Hashable {
        let check: String
        let path: String
    }

    /// By their first lines.
    private var entries: [Key: [Entry]] = [:]
    /// The last line of each entry and those before it.
    private var ends: [Key: [Int]] = [:]
    private var rules: [String: [(pattern: PathPattern, number: Int, isUsed: Bool)]] = [:]

    mutating func add(_ suppression: Suppression, number: Int) {
        switch suppression.scope {
        case .files(let pattern): rules[suppression.check, default: []].append((pattern, number, false))
        case .lines(let path, let lines):
            let key = Key(check: suppression.check, path: path)
            // Those before the same block come one after the other.
            if let last = entries[key]?.indices.last, entries[key]?[last].lines == lines {
                entries[key]?[last].numbers.append(number)
            } else {
                entries[key, default: []].append(Entry(lines: lines, numbers: [number]))
            }
        }
    }

    /// Makes ready for questions, when all were added.
    mutating func sort() {
        for key in entries.keys {
            entries[key]?.sort { $0.lines.lowerBound < $1.lines.lowerBound }
            var last = 0
            ends[key] = entries[key]?.map { entry in
                last = max(last, entry.lines.upperBound)
                return last
            }
        }
    }

    /// Whether a finding is answered for.
    mutating func covers(_ diagnostic: Diagnostic) -> Bool {
        var isCovered = false
        let key = Key(check: diagnostic.check, path: diagnostic.place.path)
        let line = diagnostic.place.line
        if let ends = ends[key] {
            var (low, high) = (0, ends.count)
            while low < high {
                let middle = (low + high) / 2
                if ends[middle] >= line { high = middle } else { low = middle + 1 }
            }
            while low < ends.count, let lines = entries[key]?[low].lines, lines.lowerBound <= line {
                if lines.contains(line) {
                    entries[key]?[low].isUsed = true
                    isCovered = true
                }
                low += 1
            }
        }
        for index in rules[diagnostic.check]?.indices ?? 0..<0 {
            guard rules[diagnostic.check]?[index].pattern.matches(diagnostic.place.path) == true else { continue }
            rules[diagnostic.check]?[index].isUsed = true
            isCovered = true
        }
        return isCovered
    }

    /// The numbers of those that covered nothing.
    var unused: [Int] {
        entries.values.joined().filter { !$0.isUsed }.flatMap(\.numbers)
            + rules.values.joined().filter { !$0.isUsed }.map(\.number)
    }
}
