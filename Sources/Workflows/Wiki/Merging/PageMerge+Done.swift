import Sources

/// What the author of the guide has done already, if in other steps.
extension PageMerge {
    /// Where both came to the same lines, an edit is none any more.
    func dropDone(_ changes: inout [PageChange]) {
        var done: Set<[Int]> = []
        for (field, merge) in merges.enumerated() {
            guard let merge, !merge.edits.isEmpty else { continue }
            let mine = changes.enumerated().flatMap { index, change in
                change.hold == nil
                    ? change.edits.enumerated().filter { $1.field == field }.map { (place: [index, $0], edit: $1) } : []
            }
            for place in mine where !done.contains(place.place) {
                let region = Self.region(around: place.edit.range, merge, mine.map(\.edit.range))
                let inside = mine.filter { region.base.holds($0.edit.range) }
                let text = Array(merge.base[region.base]).applying(
                    inside.map { ($0.edit.range.moved(by: -region.base.lowerBound), $0.edit.text) })
                if text.loosened == Array(merge.other[region.other]).loosened { done.formUnion(inside.map(\.place)) }
            }
        }
        guard !done.isEmpty else { return }
        for index in changes.indices where !changes[index].edits.isEmpty {
            if changes[index].edits.indices.allSatisfy({ done.contains([index, $0]) }) { changes[index].edits = [] }
        }
    }

    /// The whole lines around an edit that hold all that either side did there.
    private static func region(
        around range: Range<Int>, _ merge: TextMerge, _ mine: [Range<Int>]
    ) -> (base: Range<Int>, other: Range<Int>) {
        let all = mine + merge.edits.map(\.old)
        var base = merge.base.linesAround(range)
        while true {
            let touching = all.filter { $0.lowerBound <= base.upperBound && base.lowerBound <= $0.upperBound }
            let start = min(base.lowerBound, touching.map(\.lowerBound).min() ?? base.lowerBound)
            let end = max(base.upperBound, touching.map(\.upperBound).max() ?? base.upperBound)
            let wider = merge.base.linesAround(start..<end)
            if wider == base { break }
            base = wider
        }
        let before = merge.edits.filter { $0.old.upperBound < base.lowerBound }
        let inside = merge.edits.filter { base.holds($0.old) }
        let start = before.reduce(base.lowerBound) { $0 + $1.new.count - $1.old.count }
        return (base, start..<inside.reduce(start + base.count) { $0 + $1.new.count - $1.old.count })
    }
}

extension Range<Int> {
    /// Whether all of another range lies within this one, its edges included.
    fileprivate func holds(_ other: Range<Int>) -> Bool {
        lowerBound <= other.lowerBound && other.upperBound <= upperBound
    }

    fileprivate func moved(by distance: Int) -> Range<Int> { (lowerBound + distance)..<(upperBound + distance) }
}

extension [UInt8] {
    /// The whole lines that a range touches, with their ends, at least one, and the blank lines around them: which of those came
    /// with what is anybody's guess.
    fileprivate func linesAround(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (Swift.min(range.lowerBound, count), Swift.min(range.upperBound, count))
        while start > 0, self[start - 1] != 0x0A { start -= 1 }
        while end < count, end == start || self[end - 1] != 0x0A { end += 1 }
        while start > 1, self[start - 2] == 0x0A { start -= 1 }
        while end < count, self[end] == 0x0A { end += 1 }
        return start..<end
    }
}
