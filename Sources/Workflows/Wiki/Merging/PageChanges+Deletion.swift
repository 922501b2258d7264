import Guides
import Rendering
import Sources

/// Blocks that went.
extension PageChanges {
    /// - Parameters:
    ///   - position: where they stood among the new ones.
    ///   - isReplaced: whether other blocks came in their place, so that what parts them stays.
    func deletion(of units: Range<Int>, _ position: Int, isReplaced: Bool = false) -> PageChange {
        let (first, last) = (units.lowerBound, units.upperBound - 1)
        let whole = published[first].range.lowerBound..<published[last].range.upperBound
        if published[units].contains(where: { field(of: $0) == nil }) {
            return PageChange(page: whole, text: [], hold: .frame)
        }
        if origin.stretches(in: whole).contains(where: { $0.role == .notice && $0.field != nil }) {
            return PageChange(page: whole, text: [], hold: .notice)
        }
        let (start, end) = (published[first].range.lowerBound, published[last].range.upperBound)
        var page = start..<end
        if !isReplaced {
            // One of the gaps around goes too: the one that is unlike what is there now.
            let before = first > 0 ? published[first - 1].range.upperBound : start
            let behind = last + 1 < published.count ? published[last + 1].range.lowerBound : end
            let now = lines(in: gap(before: position))
            if first > 0, lines(in: text(before..<start)) != now || last + 1 == published.count {
                page = before..<end
            } else {
                page = start..<behind
            }
        }
        var change = PageChange(page: page, text: [])
        let lastSource = source(of: published[last])
        // What the page does not show, the edges of variants and comments, stays where it is, unless it stood between blocks
        // that went.
        let hidden: Set<MarkdownRole?> = [.attributes, .comment]
        for stretch in origin.stretches(in: page) where !stretch.page.isEmpty || hidden.contains(stretch.role) {
            guard let field = stretch.field, stretch.role != .anchor else { continue }
            var range = stretch.source
            if stretch.role == nil {
                let skipped = max(0, page.lowerBound - stretch.page.lowerBound)
                let left = max(0, stretch.page.upperBound - page.upperBound)
                range = (range.lowerBound + skipped)..<(range.upperBound - left)
            }
            if stretch.role == .variant || range.isEmpty { continue }
            if stretch.role == .comment {
                let isBetween = change.edits.contains { !isBlank(source($0)) }
                guard isBetween, let lastSource, range.upperBound <= lastSource.range.lowerBound else { continue }
            }
            if let open = change.edits.last, open.field == field, open.range.upperBound == range.lowerBound {
                change.edits[change.edits.count - 1] = SourceEdit(
                    field: field, range: open.range.lowerBound..<range.upperBound, text: [])
            } else {
                change.edits.append(SourceEdit(field: field, range: range, text: []))
            }
        }
        keepMarkersApart(&change)
        if !isReplaced { EmptiedVariants.take(from: &change, origin.trace.fields) }
        return change
    }

    private func isBlank(_ text: ArraySlice<UInt8>) -> Bool { text.allSatisfy { $0 <= 0x20 } }

    /// The bytes that an edit takes away.
    private func source(_ edit: SourceEdit) -> ArraySlice<UInt8> { origin.trace.fields[edit.field].source[edit.range] }

    /// A comment that stays needs a line of its own: the line's end before it stays too, and the one behind what went goes.
    private func keepMarkersApart(_ change: inout PageChange) {
        for (index, edit) in change.edits.enumerated() {
            let source = origin.trace.fields[edit.field].source
            guard source[edit.range].first == 0x0A, edit.range.lowerBound > 0,
                source[edit.range].allSatisfy({ $0 == 0x0A }),
                source[edit.range.upperBound...].starts(with: "<!--".utf8), index + 1 < change.edits.count,
                let last = change.edits.last, last.field == edit.field, last.range.upperBound < source.count,
                source[last.range.upperBound] == 0x0A
            else { continue }
            change.edits[index] = SourceEdit(
                field: edit.field, range: edit.range.lowerBound..<edit.range.lowerBound, text: [])
            change.edits[change.edits.count - 1] = SourceEdit(
                field: last.field, range: last.range.lowerBound..<(last.range.upperBound + 1), text: last.text)
        }
        change.edits.removeAll { $0.range.isEmpty && $0.text.isEmpty }
    }
}
