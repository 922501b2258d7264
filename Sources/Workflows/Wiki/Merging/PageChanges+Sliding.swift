import Sources

/// Which of several same words it was that came or went.
extension PageChanges {
    /// Puts a step that only brings words, or only takes some away, where a person would have: whole sentences and lines, with the
    /// ends of lines left where they are.
    ///
    /// - Parameter room: how many words before and behind it are the same in both versions.
    func slide(_ step: inout Step, _ before: [PageWord], _ after: [PageWord], room: (left: Int, right: Int)) {
        guard step.old.isEmpty != step.new.isEmpty else { return }
        let isDeletion = step.new.isEmpty
        let (words, range) = isDeletion ? (before, step.old) : (after, step.new)
        let isSame = { (one: Int, other: Int) in
            words[one].key == words[other].key && words[one].role == nil && words[other].role == nil
        }
        var (least, most) = (0, 0)
        while -least < room.left, isSame(range.lowerBound - 1 + least, range.upperBound - 1 + least) { least -= 1 }
        while most < room.right, isSame(range.lowerBound + most, range.upperBound + most) { most += 1 }
        guard least < most else { return }
        let (page, others) = isDeletion ? (origin.page, after) : (edited, before)
        let start = isDeletion ? step.new.lowerBound : step.old.lowerBound
        func score(_ distance: Int) -> Int {
            let moved = (range.lowerBound + distance)..<(range.upperBound + distance)
            let kept =
                Array((range.lowerBound + least)..<moved.lowerBound)
                + Array(moved.upperBound..<(range.upperBound + most))
            // Spaces that are others than they were: a line's end for a space.
            let other = zip(kept, (start + least)...).count { index, place in
                words[index].isSpace
                    && page[words[index].range] != (isDeletion ? edited : origin.page)[others[place].range]
            }
            let isLine =
                page[words[moved.lowerBound].range].contains(0x0A)
                || page[words[moved.upperBound - 1].range].contains(0x0A)
            let isEnd = [".", "!", "?", ":", ";", ","].contains(words[moved.lowerBound].key)
            return (isLine ? 1 : 0) - (isEnd ? 2 : 0) - other * 4
        }
        let best = (least...most).max { (score($0), -abs($0)) < (score($1), -abs($1)) } ?? 0
        func moved(_ range: Range<Int>) -> Range<Int> { (range.lowerBound + best)..<(range.upperBound + best) }
        step = Step(old: moved(step.old), new: moved(step.new))
    }
}
