import Rendering
import Sources

/// Finds the same places on another page that was made from the same text, or from one that it became.
struct PageTranslation {
    let from: PageOrigin
    let to: PageOrigin
    /// Where a range of one of the texts is in the text of the other page; nil where it is no more.
    let moved: (_ field: Int, _ range: Range<Int>) -> Range<Int>?

    /// The range of the other page for a range of the first; nil where there is none.
    func range(_ range: Range<Int>) -> Range<Int>? {
        if range.isEmpty {
            // Behind what stands before it, or else before what stands behind it.
            let place = (range.lowerBound > 0 ? end(of: range.lowerBound) : nil) ?? start(of: range.lowerBound)
            return place.map { $0..<$0 }
        }
        guard let start = start(of: range.lowerBound), let end = end(of: range.upperBound), start <= end else {
            return nil
        }
        return start..<end
    }

    private func start(of offset: Int) -> Int? {
        guard let index = from.index(at: offset) else { return nil }
        let stretch = from.trace.stretches[index]
        guard let found = whole(index) else { return nil }
        return stretch.role == nil ? place(offset, stretch, isEnd: false) : found.lowerBound
    }

    private func end(of offset: Int) -> Int? {
        guard let index = from.index(at: offset - 1) else { return nil }
        let stretch = from.trace.stretches[index]
        guard let found = whole(index) else { return nil }
        return stretch.role == nil ? place(offset, stretch, isEnd: true) : found.upperBound
    }

    /// The stretch of the other page for one that the generator made, or for one around the guide.
    private func whole(_ index: Int) -> Range<Int>? {
        let stretch = from.trace.stretches[index]
        guard let field = stretch.field else {
            // What stands around the guide is the same on both, or else nobody knows.
            let frames = { (origin: PageOrigin) in
                origin.trace.stretches.filter { $0.field == nil }.map(\.page)
            }
            let (mine, theirs) = (frames(from), frames(to))
            guard mine.count == theirs.count, let number = mine.firstIndex(of: stretch.page),
                from.page[mine[number]].elementsEqual(to.page[theirs[number]])
            else { return nil }
            return theirs[number]
        }
        if stretch.role == nil { return stretch.page }
        guard let source = moved(field, stretch.source), let other = self.field(field) else { return nil }
        // Several may be made from the same bytes: the same one in their order.
        let same = { (origin: PageOrigin, field: Int, source: Range<Int>) in
            origin.trace.stretches.filter {
                $0.field == field && $0.source == source && $0.role == stretch.role && !$0.page.isEmpty
            }.map(\.page)
        }
        let (mine, theirs) = (same(from, field, stretch.source), same(to, other, source))
        guard let number = mine.firstIndex(of: stretch.page), mine.count == theirs.count else { return nil }
        return theirs[number]
    }

    private func field(_ field: Int) -> Int? {
        let wanted = from.trace.fields[field]
        return to.trace.fields.firstIndex { $0.language == wanted.language && $0.kind == wanted.kind }
    }

    private func place(_ offset: Int, _ stretch: WikiTrace.Stretch, isEnd: Bool) -> Int? {
        guard let field = stretch.field else {
            return wholeFrame(stretch).map { $0 + offset - stretch.page.lowerBound }
        }
        let source = stretch.source.lowerBound + offset - stretch.page.lowerBound
        let byte = isEnd ? (source - 1)..<source : source..<(source + 1)
        guard let place = moved(field, byte), let other = self.field(field) else { return nil }
        let found = to.trace.stretches.first {
            $0.field == other && $0.role == nil && $0.source.contains(place.lowerBound)
        }
        return found.map { $0.page.lowerBound + (isEnd ? place.upperBound : place.lowerBound) - $0.source.lowerBound }
    }

    private func wholeFrame(_ stretch: WikiTrace.Stretch) -> Int? {
        from.index(at: stretch.page.lowerBound).flatMap { whole($0)?.lowerBound }
    }
}
