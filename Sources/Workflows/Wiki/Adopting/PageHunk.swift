/// Lines of a page that somebody replaced by others.
struct PageHunk: Sendable {
    /// Which lines of the page as it was made.
    let built: Range<Int>
    /// Which lines of the page as it was edited.
    let edited: Range<Int>

    /// All places where two versions of a page differ.
    static func all(from built: [String], to edited: [String]) -> [PageHunk] {
        var hunks: [PageHunk] = []
        var (start, editedStart) = (0, 0)
        for (index, other) in LineAlignment.common(built, edited) + [(built.count, edited.count)] {
            if index > start || other > editedStart {
                hunks.append(PageHunk(built: start..<index, edited: editedStart..<other))
            }
            (start, editedStart) = (index + 1, other + 1)
        }
        return hunks
    }

    /// The page with some of the edits.
    static func apply(_ hunks: [PageHunk], to built: [String], from edited: [String]) -> [UInt8] {
        var lines: [String] = []
        var index = 0
        for hunk in hunks.sorted(by: { $0.built.lowerBound < $1.built.lowerBound }) {
            lines += built[index..<hunk.built.lowerBound] + edited[hunk.edited]
            index = hunk.built.upperBound
        }
        return Array((lines + built[index...]).joined(separator: "\n").utf8)
    }
}

/// What is done to one line of a guide's file, or behind it.
struct SourceChange: Sendable {
    /// What stands in the line's place; nil takes it away.
    var line: String?
    /// The lines that come before it and behind it.
    var before: [String] = []
    var behind: [String] = []
}
