import Rendering
import Sources
import Values

/// A page as it was written, with what each byte of it stands for in the guide's files.
struct PageOrigin: Sendable {
    let page: [UInt8]
    let trace: WikiTrace

    typealias Stretch = WikiTrace.Stretch

    /// The stretch that a byte of the page belongs to.
    func stretch(at offset: Int) -> Stretch? { index(at: offset).map { trace.stretches[$0] } }

    /// The index of that stretch.
    func index(at offset: Int) -> Int? {
        let stretches = trace.stretches
        var (low, high) = (0, stretches.count)
        while low < high {
            let middle = (low + high) / 2
            if stretches[middle].page.upperBound <= offset { low = middle + 1 } else { high = middle }
        }
        // What shows no bytes ends where it begins, and is passed by.
        while low < stretches.count, stretches[low].page.isEmpty { low += 1 }
        return low < stretches.count && stretches[low].page.contains(offset) ? low : nil
    }

    /// The stretches that a range of the page touches, those without bytes at its edges left out.
    func stretches(in range: Range<Int>) -> ArraySlice<Stretch> {
        guard !range.isEmpty, let first = index(at: range.lowerBound), let last = index(at: range.upperBound - 1) else {
            return []
        }
        return trace.stretches[first...last]
    }

    /// A place in one of the texts.
    struct Position: Equatable {
        let field: Int
        let offset: Int
    }

    /// Where the byte at an offset of the page comes from.
    func start(of offset: Int) -> Position? {
        guard let stretch = stretch(at: offset), let field = stretch.field else { return nil }
        let inside = stretch.role == nil ? offset - stretch.page.lowerBound : 0
        return Position(field: field, offset: stretch.source.lowerBound + inside)
    }

    /// Where the byte before an offset of the page ends in its text.
    func end(of offset: Int) -> Position? {
        guard offset > 0, let stretch = stretch(at: offset - 1), let field = stretch.field else { return nil }
        let end =
            stretch.role == nil
            ? stretch.source.lowerBound + offset - stretch.page.lowerBound : stretch.source.upperBound
        return Position(field: field, offset: end)
    }
}
