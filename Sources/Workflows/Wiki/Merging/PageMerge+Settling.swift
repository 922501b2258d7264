import Guides
import Rendering
import Sources
import Values

/// Which changes have a place in the files of today.
extension PageMerge {
    /// Finds out which changes have a place: they meet none of the author's, make no fault, and read as they were meant.
    func settle(_ changes: inout [PageChange]) {
        let groups = ChangeGroups(changes, origin)
        let all = changes
        dropDone(&changes, groups)
        for group in groups.all { settle(group, &changes, all) }
        holdSnippets(&changes, groups)
        let open = groups.all.map { $0.filter { changes[$0].hold == nil && !changes[$0].edits.isEmpty } }
            .filter { !$0.isEmpty }
        guard !open.isEmpty else { return }
        var placing = ChangePlacing(merge: self, changes: changes)
        placing.place(open)
        changes = placing.changes
    }

    /// Changes that are one, beside what the author did.
    ///
    /// - Parameter all: the changes as they were before what is done was dropped.
    private func settle(_ group: [Int], _ changes: inout [PageChange], _ all: [PageChange]) {
        if let hold = group.compactMap({ changes[$0].hold }).first {
            for index in group where !changes[index].edits.isEmpty { changes[index].hold = hold }
            return
        }
        let isAlone = group.count == 1
        for index in group where !changes[index].edits.isEmpty {
            if isAlone, follow(&changes[index]) { return }
            if isDone(changes[index]) { changes[index].edits = [] }
        }
        let open = group.filter { !changes[$0].edits.isEmpty }
        // What the author moved elsewhere, or took away, cannot come at another place too.
        let gone = group.filter { changes[$0].edits.isEmpty }.compactMap { index in
            all[index].edits.first(where: \.isDeletion).map { conflict(at: $0, of: all[index]) }
        }.first
        if let gone, !open.isEmpty {
            for index in group { (changes[index].edits, changes[index].hold) = (all[index].edits, .conflict(gone)) }
            return
        }
        for index in open { takeAlternative(&changes[index]) }
        guard let conflict = carry(open, &changes) else { return }
        for index in open { changes[index].hold = .conflict(conflict) }
    }

    /// Goes with what the author has moved; false where that is not all that is in the way.
    private func follow(_ change: inout PageChange) -> Bool {
        var edits = change.edits
        var follows = false
        for (index, edit) in edits.enumerated() {
            guard let merge = merges[edit.field] else { return false }
            if merge.met(by: edit).isEmpty { continue }
            guard merge.followed(edit.range) != nil else { return false }
            edits[index].follows = true
            follows = true
        }
        if follows { change.edits = edits }
        return follows
    }

    /// Puts new blocks at the other edge of their gap, where the author changed something at the first alone.
    private func takeAlternative(_ change: inout PageChange) {
        guard !change.alternative.isEmpty, conflict(of: change) != nil else { return }
        var other = change
        swap(&other.edits, &other.alternative)
        if conflict(of: other) == nil { change = other }
    }

    /// Gives what was moved the words that its author changed meanwhile; says what both made of a place where that cannot be.
    private func carry(_ group: [Int], _ changes: inout [PageChange]) -> WikiConflict? {
        var moves: ChangeGroups.Moves?
        var words: [[Int]: [(range: Range<Int>, text: [UInt8])]] = [:]
        var result = changes
        for index in group {
            for (number, edit) in changes[index].edits.enumerated() {
                guard let merge = merges[edit.field] else {
                    return WikiConflict(published: [], wiki: edit.text, guides: [])
                }
                let met = merge.met(by: edit)
                if met.isEmpty || isDone(edit, met, merge) { continue }
                let known = moves ?? ChangeGroups.Moves(group, changes, origin.trace.fields)
                moves = known
                for author in met {
                    guard let (place, range, text) = carried(author, edit, [index, number], merge, known) else {
                        return conflict(at: edit, of: changes[index])
                    }
                    words[place, default: []].append((range, text))
                    result[index].edits[number].taken.append(merge.edits[author].old)
                }
            }
        }
        for (place, edits) in words {
            result[place[0]].edits[place[1]].today = result[place[0]].edits[place[1]].text.applying(edits)
        }
        changes = result
        return nil
    }

    /// Where one of the author's changes comes in what an edit moved; nil where it does not.
    private func carried(
        _ author: Int, _ edit: SourceEdit, _ place: [Int], _ merge: TextMerge, _ moves: ChangeGroups.Moves
    ) -> (place: [Int], range: Range<Int>, text: [UInt8])? {
        let old = merge.edits[author].old
        var (range, text) = (old, Array(merge.other[merge.edits[author].new]))
        if old.isEmpty, let core = merge.core(of: edit.range), merge.isAtPartEnd(author, core) {
            range = core.upperBound..<core.upperBound
            text = [0x0A, 0x0A] + text.trimmedLines
        } else if old.lowerBound < edit.range.lowerBound || edit.range.upperBound < old.upperBound {
            return nil
        }
        return moves.place(of: range, in: place, edit).map { ($0.place, $0.range, text) }
    }

    /// Where an edit goes in the text of today; nil where the author is in its way.
    func place(of edit: SourceEdit, _ merge: TextMerge) -> Range<Int>? {
        if edit.follows, let range = merge.followed(edit.range) { return range }
        return merge.met(by: edit).isEmpty ? merge.moved(edit.range) : nil
    }

    // MARK: Conflicts

    /// What both made of a place where the author changed something too; nil where nobody else did.
    private func conflict(of change: PageChange) -> WikiConflict? {
        for edit in change.edits {
            guard let merge = merges[edit.field] else {
                return WikiConflict(published: [], wiki: edit.text, guides: [])
            }
            let met = merge.met(by: edit)
            if !met.isEmpty, !isDone(edit, met, merge) { return conflict(at: edit, of: change) }
        }
        return nil
    }

    /// What both made of the lines that an edit is in.
    private func conflict(at edit: SourceEdit, of change: PageChange) -> WikiConflict {
        guard let merge = merges[edit.field] else { return WikiConflict(published: [], wiki: edit.text, guides: []) }
        let (old, new) = hull(edit, merge.met(by: edit), merge)
        let (base, other) = (merge.base.wholeLines(old), merge.other.wholeLines(new))
        let mine = change.edits.filter {
            $0.field == edit.field && base.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= base.upperBound
        }
        let wiki = Array(merge.base[base]).applying(
            mine.map { (($0.range.lowerBound - base.lowerBound)..<($0.range.upperBound - base.lowerBound), $0.text) })
        return WikiConflict(published: Array(merge.base[base]), wiki: wiki, guides: Array(merge.other[other]))
    }

    private func hull(_ edit: SourceEdit, _ met: [Int], _ merge: TextMerge) -> (old: Range<Int>, new: Range<Int>) {
        guard let one = met.first, let two = met.last else { return (edit.range, merge.moved(edit.range)) }
        let first = merge.edits[one], last = merge.edits[two]
        let start = min(edit.range.lowerBound, first.old.lowerBound)
        let end = max(edit.range.upperBound, last.old.upperBound)
        let newStart = first.new.lowerBound - (first.old.lowerBound - start)
        return (start..<end, newStart..<(last.new.upperBound + end - last.old.upperBound))
    }

    // MARK: What is done

    /// Whether the author has done the same.
    private func isDone(_ edit: SourceEdit, _ met: [Int], _ merge: TextMerge) -> Bool {
        let (old, new) = hull(edit, met, merge)
        let range = (edit.range.lowerBound - old.lowerBound)..<(edit.range.upperBound - old.lowerBound)
        let mine = Array(merge.base[old]).applying([(range, edit.text)]).loosened
        let theirs = Array(merge.other[new]).loosened
        if mine == theirs { return true }
        // Whole lines that came stand among those that the author put there.
        guard edit.range.isEmpty, edit.text.contains(0x0A) else { return false }
        let lines = edit.text.loosened.split(separator: 0x0A)
        let there = theirs.split(separator: 0x0A)
        return !lines.isEmpty && lines.allSatisfy(there.contains)
    }

    private func isDone(_ change: PageChange) -> Bool {
        !change.edits.isEmpty
            && change.edits.allSatisfy { edit in
                guard let merge = merges[edit.field] else { return false }
                let met = merge.met(by: edit)
                return !met.isEmpty && isDone(edit, met, merge)
            }
    }
}

extension [UInt8] {
    /// The lines that a range touches, whole.
    fileprivate func wholeLines(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        // A line's end that a change begins with belongs to the line before.
        while start > 0, self[start - 1] != 0x0A { start -= 1 }
        if end > start || end < count {
            while end < count, end == start || self[end - 1] != 0x0A { end += 1 }
        }
        return start..<end
    }

    /// The text without the ends of lines around it.
    fileprivate var trimmedLines: [UInt8] {
        Array(drop { $0 == 0x0A }.reversed().drop { $0 == 0x0A }.reversed())
    }
}
