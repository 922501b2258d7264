import Sources

/// What the author of the guide has done already, if in other steps.
extension PageMerge {
    /// Where both came to the same lines, an edit is none any more.
    func dropDone(_ changes: inout [PageChange], _ groups: ChangeGroups) {
        guard merges.contains(where: { $0?.edits.isEmpty == false }) else { return }
        var done: Set<[Int]> = []
        // What came from elsewhere may have other words by now: its author's.
        var moved: [[Int]: [Range<Int>]] = [:]
        let goes = { (index: Int) in changes[index].edits.contains { !$0.range.isEmpty } }
        for group in groups.all where group.contains(where: goes) {
            let moves = ChangeGroups.Moves(group, changes, origin.trace.fields)
            for place in moves.places { moved[place] = moves.moved(in: place) }
        }
        let alone = Set(groups.all.filter { $0.count == 1 }.joined())
        for (field, merge) in merges.enumerated() {
            guard let merge, !merge.edits.isEmpty else { continue }
            let mine = changes.enumerated().flatMap { index, change in
                change.hold == nil
                    ? change.edits.enumerated().filter { $1.field == field }.map { (place: [index, $0], edit: $1) } : []
            }
            let ranges = mine.map(\.edit.range)
            // What came between two lines may have come with either: those around are looked at if it stands at none alone.
            for isWide in [false, true] {
                for place in mine where !done.contains(place.place) {
                    let region = Self.region(around: place.edit.range, merge, ranges, isWide: isWide)
                    let inside = mine.filter { region.base.holds($0.edit.range) }
                    let edits = inside.map { one in
                        Mine(
                            range: one.edit.range.moved(by: -region.base.lowerBound), text: one.edit.text,
                            moved: moved[one.place] ?? [])
                    }
                    let (base, other) = (Array(merge.base[region.base]), Array(merge.other[region.other]))
                    guard Self.hasAll(edits, of: base, in: other) else { continue }
                    // What the author moved has not been taken away.
                    let left = inside.filter { !(alone.contains($0.place[0]) && merge.followed($0.edit.range) != nil) }
                    done.formUnion(left.map(\.place))
                }
            }
        }
        guard !done.isEmpty else { return }
        for index in changes.indices where !changes[index].edits.isEmpty {
            if changes[index].edits.indices.allSatisfy({ done.contains([index, $0]) }) { changes[index].edits = [] }
        }
    }

    /// An edit of a part of a text, and the bytes of what it brings that stood elsewhere before.
    private struct Mine {
        let range: Range<Int>
        let text: [UInt8]
        let moved: [Range<Int>]
    }

    /// Whether a text has all that some edits make of another, alone or with something else that its author changed beside: it
    /// differs less from what they make than from what was there, and nothing at their places is another.
    private static func hasAll(_ edits: [Mine], of base: [UInt8], in other: [UInt8]) -> Bool {
        // Where the author did nothing, nothing is done.
        if base == other { return false }
        let made = base.applying(edits.map { ($0.range, $0.text) })
        if made.loosened == other.loosened { return true }
        let (all, left) = (TextMerge(from: base, to: other), TextMerge(from: made, to: other))
        let size = { (merge: TextMerge) in merge.edits.reduce(0) { $0 + $1.old.count + $1.new.count } }
        guard size(left) < size(all) else { return false }
        var distance = 0
        let order = edits.sorted { ($0.range.lowerBound, $0.range.count) < ($1.range.lowerBound, $1.range.count) }
        for edit in order {
            let start = edit.range.lowerBound + distance
            // What is there still has not been taken away.
            if let core = all.core(of: edit.range), edit.text.isEmpty,
                left.edits.contains(where: { other[$0.new].firstRange(of: base[core]) != nil })
            {
                return false
            }
            let met = left.meeting(start..<(start + edit.text.count)).map { left.edits[$0].old.moved(by: -start) }
            if !met.allSatisfy({ one in edit.moved.contains { $0.holds(one) } }) { return false }
            // Words of the author in the place of his own, but not another text.
            let size = edit.moved.reduce(0) { $0 + $1.count }
            if met.reduce(0, { $0 + $1.count }) * 2 > size, !met.isEmpty { return false }
            distance += edit.text.count - edit.range.count
        }
        return true
    }

    /// The whole lines around an edit that hold all that either side did there.
    ///
    /// - Parameter isWide: whether what they did to the lines before and behind those is a part of it.
    private static func region(
        around range: Range<Int>, _ merge: TextMerge, _ mine: [Range<Int>], isWide: Bool
    ) -> (base: Range<Int>, other: Range<Int>) {
        let all = mine + merge.edits.map(\.old)
        var base = merge.base.linesAround(range)
        while true {
            let near =
                isWide
                ? merge.base.linesAround(max(0, base.lowerBound - 1)..<min(base.upperBound + 1, merge.base.count))
                : base
            let touching = all.filter { $0.lowerBound <= near.upperBound && near.lowerBound <= $0.upperBound }
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
