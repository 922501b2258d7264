import Checks
import Sources

/// Carries over, line by line, what changed in a code block.
struct CodeSync {
    /// The code as it was and as it is in the source.
    let old: [String]
    let new: [String]
    /// The code of the translation, whose comments may be translated.
    let translation: CarriedItem
    let file: SourceFile
    /// The words behind the fence.
    let fence: String

    /// The edits of the translation's lines.
    ///
    /// - Parameter line: the line in the source, for messages.
    func edits(line: Int) throws(SectionSync.Reason) -> [Fix.Edit] {
        let lines = translation.lines
        let own = lines.map { file.bytes.string($0) }
        if own == new { return [] }
        guard own.count == old.count, !own.isEmpty, !new.isEmpty else { throw .place(old.first ?? "") }
        var edits: [Fix.Edit] = []
        var (left, right) = (0, 0)
        for pair in SequenceAlignment.common(old, new) + [(left: old.count, right: new.count)] {
            if pair.left > left || pair.right > right {
                edits.append(try edit(own, left..<pair.left, right..<pair.right, line))
            }
            (left, right) = (pair.left + 1, pair.right + 1)
        }
        return edits
    }

    /// Replaces some lines by others.
    private func edit(
        _ own: [String], _ gone: Range<Int>, _ come: Range<Int>, _ line: Int
    ) throws(SectionSync.Reason) -> Fix.Edit {
        if let differing = gone.first(where: { own[$0] != old[$0] }) { throw .place(old[differing]) }
        let inserted = Array(new[come])
        if CodeComments.holdProse(Array(inserted.joined(separator: "\n").utf8), fence: fence) {
            throw .words(line: line)
        }
        let lines = translation.lines
        let end = lineEnd(lines[0].upperBound)
        if !gone.isEmpty, !come.isEmpty {
            let range = lines[gone.lowerBound].lowerBound..<lines[gone.upperBound - 1].upperBound
            return edit(range, inserted.joined(separator: end + prefix(of: gone.lowerBound)))
        }
        if gone.isEmpty {
            // Behind the line before, or before the first one.
            guard gone.lowerBound > 0 else {
                return edit(
                    lines[0].lowerBound..<lines[0].lowerBound, inserted.map { $0 + end + prefix(of: 0) }.joined())
            }
            let place = lines[gone.lowerBound - 1].upperBound
            return edit(place..<place, inserted.map { end + prefix(of: gone.lowerBound - 1) + $0 }.joined())
        }
        // A line goes with the end of the line before it, or with its own where it is the first.
        if gone.lowerBound > 0 {
            return edit(lines[gone.lowerBound - 1].upperBound..<lines[gone.upperBound - 1].upperBound, "")
        }
        return edit(lines[0].lowerBound..<lines[gone.upperBound].lowerBound, "")
    }

    private func edit(_ range: Range<Int>, _ text: String) -> Fix.Edit {
        Fix.Edit(path: file.path, range: range, expected: Array(file.bytes[range]), replacement: Array(text.utf8))
    }

    /// What stands before a line of code: the markers of what holds it.
    private func prefix(of index: Int) -> String {
        let line = translation.lines[index]
        let start = file.bytes[..<line.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return file.bytes.string(start..<line.lowerBound)
    }

    private func lineEnd(_ offset: Int) -> String {
        offset < file.bytes.count && file.bytes[offset] == 0x0D ? "\r\n" : "\n"
    }
}
