import Sources

/// What parts blocks: a blank line between two rows, or between two quotes.
extension PageChanges {
    /// Adds what parts two blocks by now, where that is not what parted them, for readers may see it.
    mutating func addGaps(_ pairs: [(left: Int, right: Int)]) {
        var (start, other) = (0, 0)
        for pair in pairs + [(published.count, new.count)] {
            // What parts blocks that only came or only went has come or gone with them.
            if (start == pair.left) == (other == pair.right) {
                addGap(before: start, other)
                if start < pair.left { addGap(before: pair.left, pair.right) }
            }
            (start, other) = (pair.left + 1, pair.right + 1)
        }
    }

    private mutating func addGap(before index: Int, _ other: Int) {
        guard index > 0, index < published.count, other > 0, other < new.count,
            let end = source(of: published[index - 1]), let start = source(of: published[index]),
            start.field == end.field, end.range.upperBound <= start.range.lowerBound
        else { return }
        let page = published[index - 1].range.upperBound..<published[index].range.lowerBound
        let source = end.range.upperBound..<start.range.lowerBound
        let text = gap(before: other)
        // Markers of the file and anchors of the page stay where they are.
        guard !origin.page[page].elementsEqual(text),
            origin.page[page].elementsEqual(origin.trace.fields[end.field].source[source])
        else { return }
        add(PageChange(page: page, text: text, edits: [SourceEdit(field: end.field, range: source, text: text)]))
    }
}
