import Sources

/// Three versions of a text: as it was, and what each of two sides made of it.
struct TextMerge: Sendable {
    /// A piece of the text as it was, and what became of it in the other.
    struct Edit: Sendable, Equatable {
        var old: Range<Int>
        var new: Range<Int>
    }

    let base: [UInt8]
    let other: [UInt8]
    /// What the other side changed.
    let edits: [Edit]
    /// What of it was only moved: words that went and came are numbered as the edits are.
    private let moves: MovedWords?

    /// Compares two versions, by lines and within lines by words.
    init(from base: [UInt8], to other: [UInt8]) {
        self.init(from: base, to: other, edits: base == other ? [] : Self.edits(base, other))
    }

    private init(from base: [UInt8], to other: [UInt8], edits: [Edit]) {
        self.base = base
        self.other = other
        self.edits = edits
        let canMove = edits.contains { !$0.old.isEmpty } && edits.contains { !$0.new.isEmpty }
        moves =
            canMove
            ? MovedWords(went: edits.map { Array(base[$0.old]) }, came: edits.map { Array(other[$0.new]) }) : nil
    }

    /// The same, without some of what the other side changed, and what that was moved to or from.
    func without(_ changes: Set<Int>) -> TextMerge {
        guard !changes.isEmpty else { return self }
        let pairs = (moves?.pairs ?? []).filter { $0.from != $0.to }
        var left = changes
        while let pair = pairs.first(where: { left.contains($0.from) != left.contains($0.to) }) {
            left.formUnion([pair.from, pair.to])
        }
        var (text, kept, position): ([UInt8], [Edit], Int) = ([], [], 0)
        for (index, edit) in edits.enumerated() where !left.contains(index) {
            text += base[position..<edit.old.lowerBound]
            let start = text.count
            text += other[edit.new]
            kept.append(Edit(old: edit.old, new: start..<text.count))
            position = edit.old.upperBound
        }
        return TextMerge(from: base, to: text + base[position...], edits: kept)
    }

    /// The changes of the other side that are at the same place as a range of the text as it was.
    func meeting(_ range: Range<Int>) -> [Int] {
        edits.indices.filter { index in
            let old = edits[index].old
            // What comes behind a line and what comes before the next one comes at the same place.
            if range.isEmpty, old.isEmpty { return hasNothing(between: range.lowerBound, old.lowerBound) }
            if range.isEmpty { return old.lowerBound < range.lowerBound && range.lowerBound < old.upperBound }
            if old.isEmpty { return range.lowerBound < old.lowerBound && old.lowerBound < range.upperBound }
            return max(range.lowerBound, old.lowerBound) < min(range.upperBound, old.upperBound)
        }
    }

    private func hasNothing(between one: Int, _ other: Int) -> Bool {
        base[min(one, other)..<max(one, other)].allSatisfy { $0 <= 0x20 }
    }

    /// Where a range is that the other side moved with all around it; nil where it did not.
    func followed(_ range: Range<Int>) -> Range<Int>? {
        let around = edits.firstIndex { edit in
            range.isEmpty
                ? edit.old.lowerBound < range.lowerBound && range.lowerBound < edit.old.upperBound
                : edit.old.lowerBound <= range.lowerBound && range.upperBound <= edit.old.upperBound
        }
        guard let around, let moves else { return nil }
        let start = edits[around].old.lowerBound
        let place = moves.place(of: (range.lowerBound - start)..<(range.upperBound - start), in: around)
        return place.map { place in
            let start = edits[place.to].new.lowerBound
            return (start + place.range.lowerBound)..<(start + place.range.upperBound)
        }
    }

    /// Where a range that nothing meets is in the other version.
    func moved(_ range: Range<Int>) -> Range<Int> {
        // What the other side put at the edges of the range stays outside of it.
        let start = moved(range.lowerBound, staysBefore: false)
        return start..<max(start, range.isEmpty ? start : moved(range.upperBound, staysBefore: true))
    }

    private func moved(_ offset: Int, staysBefore: Bool) -> Int {
        var distance = 0
        for edit in edits {
            if edit.old.upperBound > offset || edit.old.lowerBound > offset { break }
            if staysBefore, edit.old.isEmpty, edit.old.lowerBound == offset { break }
            distance += edit.new.count - edit.old.count
        }
        return offset + distance
    }

    // MARK: Comparing

    private static func edits(_ base: [UInt8], _ other: [UInt8]) -> [Edit] {
        let (left, right) = (lines(base), lines(other))
        var edits: [Edit] = []
        for edit in gaps(left.map { base[$0] }, right.map { other[$0] }) {
            var (start, next) = (edit.old.lowerBound, edit.new.lowerBound)
            for pair in alike(edit, left, right, base, other) + [(edit.old.upperBound, edit.new.upperBound)] {
                let old = bytes(start..<pair.0, left, base.count)
                let new = bytes(next..<pair.1, right, other.count)
                if !old.isEmpty || !new.isEmpty { edits += words(old, new, base, other) }
                if pair.0 < edit.old.upperBound { edits += words(left[pair.0], right[pair.1], base, other) }
                (start, next) = (pair.0 + 1, pair.1 + 1)
            }
        }
        return edits
    }

    /// The most pairs of lines that are compared word by word.
    private static let mostPairs = 4_000

    /// Lines that are versions of each other, where there are more on one side: what came is whole lines beside them.
    private static func alike(
        _ edit: Edit, _ left: [Range<Int>], _ right: [Range<Int>], _ base: [UInt8], _ other: [UInt8]
    ) -> [(Int, Int)] {
        guard edit.old.count != edit.new.count, edit.old.count * edit.new.count <= mostPairs else { return [] }
        let mine = edit.old.map { Set(words(base, left[$0]).map { base[$0] }) }
        let theirs = edit.new.map { Set(words(other, right[$0]).map { other[$0] }) }
        let width = theirs.count + 1
        var best = [Double](repeating: 0, count: (mine.count + 1) * width)
        for row in mine.indices.reversed() {
            for column in theirs.indices.reversed() {
                let place = row * width + column
                let share = share(mine[row], theirs[column])
                best[place] = max(best[place + 1], best[place + width], share > 0 ? share + best[place + width + 1] : 0)
            }
        }
        var pairs: [(Int, Int)] = []
        var (row, column) = (0, 0)
        while row < mine.count, column < theirs.count {
            let here = best[row * width + column]
            if here == best[(row + 1) * width + column] {
                row += 1
            } else if here == best[row * width + column + 1] {
                column += 1
            } else {
                pairs.append((edit.old.lowerBound + row, edit.new.lowerBound + column))
                (row, column) = (row + 1, column + 1)
            }
        }
        return pairs
    }

    /// The part of their words that two lines have in common, from 0 to 1; 0 where that is less than half.
    private static func share(_ left: Set<ArraySlice<UInt8>>, _ right: Set<ArraySlice<UInt8>>) -> Double {
        let shared = 2 * Double(left.intersection(right).count) / Double(max(1, left.count + right.count))
        return shared < 0.5 ? 0 : shared
    }

    /// Changed lines, word by word.
    private static func words(_ old: Range<Int>, _ new: Range<Int>, _ base: [UInt8], _ other: [UInt8]) -> [Edit] {
        guard !old.isEmpty, !new.isEmpty else { return [Edit(old: old, new: new)] }
        let (left, right) = (words(base, old), words(other, new))
        let found = gaps(left.map { base[$0] }, right.map { other[$0] })
        return found.map { Edit(old: bytes($0.old, left, old.upperBound), new: bytes($0.new, right, new.upperBound)) }
    }

    private static func gaps(_ left: [ArraySlice<UInt8>], _ right: [ArraySlice<UInt8>]) -> [Edit] {
        var edits: [Edit] = []
        var (start, other) = (0, 0)
        for pair in SequenceAlignment.common(left, right) + [(left: left.count, right: right.count)] {
            if pair.left > start || pair.right > other {
                edits.append(Edit(old: start..<pair.left, new: other..<pair.right))
            }
            (start, other) = (pair.left + 1, pair.right + 1)
        }
        return edits
    }

    private static func bytes(_ range: Range<Int>, _ pieces: [Range<Int>], _ end: Int) -> Range<Int> {
        let start = range.lowerBound < pieces.count ? pieces[range.lowerBound].lowerBound : end
        return start..<(range.isEmpty ? start : pieces[range.upperBound - 1].upperBound)
    }

    /// Lines with their ends.
    private static func lines(_ text: [UInt8]) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        while start < text.count {
            let end = text[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.count
            lines.append(start..<end)
            start = end
        }
        return lines
    }

    /// Words, spaces, signs, placeholders.
    static func words(_ text: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start = range.lowerBound
        while start < range.upperBound {
            var end = start + 1
            if text[start...].starts(with: "{{".utf8),
                let close = text[start..<range.upperBound].firstIndex(of: UInt8(ascii: "}"))
            {
                end = min(close + 2, range.upperBound)
            } else if text[start].isWordPart {
                while end < range.upperBound, text[end].isWordPart { end += 1 }
            } else if text[start].isSpaceOrTab {
                while end < range.upperBound, text[end].isSpaceOrTab { end += 1 }
            }
            words.append(start..<end)
            start = end
        }
        return words
    }
}

extension [UInt8] {
    /// The text with some pieces exchanged.
    ///
    /// - Parameter edits: in any order; where two are put at the same place, in theirs.
    func applying(_ edits: [(range: Range<Int>, text: [UInt8])]) -> [UInt8] {
        var (text, position): ([UInt8], Int) = ([], 0)
        let order = edits.indices.sorted { left, right in
            let (one, two) = (edits[left].range, edits[right].range)
            if one.lowerBound != two.lowerBound { return one.lowerBound < two.lowerBound }
            return one.isEmpty != two.isEmpty ? one.isEmpty : left < right
        }
        for index in order where edits[index].range.lowerBound >= position {
            text += self[position..<edits[index].range.lowerBound] + edits[index].text
            position = edits[index].range.upperBound
        }
        return text + self[position...]
    }

    /// The text as it counts for whether two are the same: plain spaces, one between words, none at the end of a line; one blank
    /// line between paragraphs, none around.
    var loosened: [UInt8] {
        let text = PageReading.spaced(String(decoding: self, as: UTF8.self))
        var (result, isBehindBlank): ([UInt8], Bool) = ([], false)
        for line in text.replacing(" \n", with: "\n").utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if line.isEmpty {
                isBehindBlank = true
                continue
            }
            if !result.isEmpty { result += isBehindBlank ? [0x0A, 0x0A] : [0x0A] }
            result += line
            isBehindBlank = false
        }
        return result
    }
}
