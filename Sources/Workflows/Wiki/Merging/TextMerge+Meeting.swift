import Sources

/// What the other side changed at the place of an edit.
extension TextMerge {
    /// The changes of the other side that an edit meets and that do not stand elsewhere by now.
    func met(by edit: SourceEdit) -> [Int] {
        let met = Set(meeting(edit.range)).union(edit.isDeletion ? touching(edit.range) : [])
        return met.filter { !edit.taken.contains(edits[$0].old) && !isApart(edits[$0], edit) }.sorted()
    }

    /// Whether of two that put something at the same place one adds words to a line, and the other lines behind it.
    private func isApart(_ change: Edit, _ edit: SourceEdit) -> Bool {
        guard change.old.isEmpty, edit.range.isEmpty else { return false }
        let (mine, theirs) = (edit.text[...], other[change.new])
        let (place, their) = (edit.range.lowerBound, change.old.lowerBound)
        if isWords(theirs), isLines(mine, place) { return their <= place }
        return isWords(mine) && isLines(theirs, their) && place < their
    }

    private func isWords(_ text: ArraySlice<UInt8>) -> Bool { !text.contains(0x0A) }

    /// Whether a text brings lines of its own at a place, behind the line that ends there or ended before it.
    private func isLines(_ text: ArraySlice<UInt8>, _ place: Int) -> Bool {
        text.first == 0x0A || text.last == 0x0A && place > 0 && base[place - 1] == 0x0A
    }

    /// The bytes of the other version that an edit has taken elsewhere and that came at its edges.
    func outside(_ edit: SourceEdit) -> [Range<Int>] {
        edits.filter { change in
            edit.taken.contains(change.old) && change.old.isEmpty
                && !(edit.range.lowerBound < change.old.lowerBound && change.old.lowerBound < edit.range.upperBound)
        }
        .map(\.new)
    }

    /// What came at the edges of lines that go, and belongs to them: words before their first and behind their last, and
    /// blocks at the end of a part.
    private func touching(_ range: Range<Int>) -> [Int] {
        guard let core = core(of: range) else { return [] }
        let isLineStart =
            base[..<core.lowerBound].reversed().first { $0 != 0x20 && $0 != 0x09 }.map { $0 == 0x0A } ?? true
        let isLineEnd = base[core.upperBound...].first { $0 != 0x20 && $0 != 0x09 }.map { $0 == 0x0A } ?? true
        return edits.indices.filter { index in
            let (place, text) = (edits[index].old, other[edits[index].new])
            guard place.isEmpty else { return false }
            if place.lowerBound == core.upperBound { return isLineEnd && text.first != 0x0A }
            if place.lowerBound == core.lowerBound { return isLineStart && text.last != 0x0A }
            return isAtPartEnd(index, core)
        }
    }

    /// A range without the white space at its edges; nil where it has nothing else.
    func core(of range: Range<Int>) -> Range<Int>? {
        guard let start = base[range].firstIndex(where: { $0 > 0x20 }),
            let end = base[range].lastIndex(where: { $0 > 0x20 })
        else { return nil }
        return start..<(end + 1)
    }

    /// Whether a change brings blocks behind a part with a heading that goes, and not another part.
    func isAtPartEnd(_ index: Int, _ core: Range<Int>) -> Bool {
        let (place, text) = (edits[index].old.lowerBound, other[edits[index].new])
        guard place > core.upperBound, base[core.upperBound..<place].allSatisfy({ $0 <= 0x20 }) else { return false }
        let level = Self.level(base[core])
        guard level > 0 else { return false }
        let next = base[place...].drop { $0 <= 0x20 }
        let nextLevel = Self.level(next)
        guard next.isEmpty || nextLevel > 0 && nextLevel <= level else { return false }
        let own = Self.level(text.drop { $0 <= 0x20 })
        return own == 0 || own > level
    }

    /// The level of the heading that a text begins with; 0 where it begins with none.
    private static func level(_ text: ArraySlice<UInt8>) -> Int {
        let signs = text.prefix { $0 == UInt8(ascii: "#") }.count
        return text.dropFirst(signs).first == 0x20 ? signs : 0
    }
}
