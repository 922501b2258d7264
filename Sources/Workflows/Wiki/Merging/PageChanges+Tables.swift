import Rendering
import Sources

/// Changes within a table or a chart that is a value.
extension PageChanges {
    /// Makes one change of all that touches a part of a table or a chart: its rows have no place of their own in the guide, and
    /// whoever carries the change over needs all of it.
    mutating func joinBlocks() {
        for stretch in origin.trace.stretches where stretch.role == .block && !stretch.page.isEmpty {
            guard let field = stretch.field, changes.contains(where: { $0.isPart(of: stretch.page) }) else { continue }
            var whole = stretch.page
            while true {
                let wider = changes.filter { $0.isPart(of: whole) }.reduce(whole) { range, change in
                    min(range.lowerBound, change.page.lowerBound)..<max(range.upperBound, change.page.upperBound)
                }
                if wider == whole { break }
                whole = wider
            }
            let inside = changes.filter { $0.isPart(of: whole) || whole.overlaps($0.page) }
            let text = Array(origin.page[whole]).applying(
                inside.map { change in
                    let start = change.page.lowerBound - whole.lowerBound
                    return (start..<(start + change.page.count), change.text)
                })
            let name = SourceTerms.name(in: origin.trace.fields[field].source[stretch.source])
            changes.removeAll { $0.isPart(of: whole) || whole.overlaps($0.page) }
            changes.append(PageChange(page: whole, text: text, hold: .block(name: name ?? "")))
        }
    }
}

extension PageChange {
    /// Whether it changes a part of a block and not all of it, what is written on at its edges among it.
    fileprivate func isPart(of block: Range<Int>) -> Bool {
        guard page.isEmpty else {
            return page.overlaps(block)
                && !(page.lowerBound <= block.lowerBound && block.upperBound <= page.upperBound)
        }
        if page.lowerBound == block.upperBound { return !text.starts(with: [0x0A, 0x0A]) }
        if page.lowerBound == block.lowerBound { return !text.reversed().starts(with: [0x0A, 0x0A]) }
        return block.contains(page.lowerBound)
    }
}
