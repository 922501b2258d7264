import Guides

/// Takes the marks out of libcmark's HTML: values get their elements, tags their attributes, and the boundaries of
/// headings are returned as offsets.
struct HTMLCutter {
    private static let closeTag = Array("</data>".utf8)

    private(set) var html: [UInt8] = []
    /// Where a heading's text begins or ends, in turn.
    private(set) var boundaries: [Int] = []

    /// - Parameters:
    ///   - raw: what libcmark wrote.
    ///   - appendTag: appends the element of a value, by its number.
    init(_ raw: UnsafeBufferPointer<UInt8>, appendTag: (Int, inout [UInt8]) -> Void) {
        html.reserveCapacity(raw.count * 2)
        var start = 0
        var index = 0
        while let mark = HTMLMark.next(in: raw, from: index) {
            index = mark
            html.append(contentsOf: UnsafeBufferPointer(rebasing: raw[start..<index]))
            switch raw[index] {
            case HTMLMark.valueStart where index + HTMLMark.valueLength <= raw.count:
                appendTag(HTMLMark.number(raw, at: index), &html)
                index += HTMLMark.valueLength
            case HTMLMark.valueEnd:
                html.append(contentsOf: Self.closeTag)
                index += 1
            case HTMLMark.attributes:
                index = addAttributes(raw, index)
            default:
                boundaries.append(html.count)
                index += 1
            }
            start = index
        }
        html.append(contentsOf: UnsafeBufferPointer(rebasing: raw[start...]))
    }

    /// Moves attributes into the tag before them, and the line feed that a block puts around itself away.
    private mutating func addAttributes(_ raw: UnsafeBufferPointer<UInt8>, _ open: Int) -> Int {
        var close = open + 1
        while close < raw.count, raw[close] != HTMLMark.attributes { close += 1 }
        let isBlock = html.last == 0x0A
        if isBlock { html.removeLast() }
        if html.last == UInt8(ascii: ">") { html.removeLast() }
        html.append(contentsOf: UnsafeBufferPointer(rebasing: raw[(open + 1)..<close]))
        html.append(UInt8(ascii: ">"))
        let next = close + 1
        return isBlock && next < raw.count && raw[next] == 0x0A ? next + 1 : next
    }

    /// The texts of the headings and what stands behind each, without the white space at their edges.
    func parts() -> [(title: Range<Int>, content: Range<Int>)] {
        stride(from: 0, to: boundaries.count - 1, by: 2).map { index in
            let end = index + 2 < boundaries.count ? boundaries[index + 2] : html.count
            return (trim(boundaries[index]..<boundaries[index + 1]), trim(boundaries[index + 1]..<end))
        }
    }

    private func trim(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, html[start] == 0x0A { start += 1 }
        while end > start, html[end - 1] == 0x0A { end -= 1 }
        return start..<end
    }
}
