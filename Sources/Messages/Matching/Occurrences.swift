import Foundation

extension CleanText {
    /// Where a text stands, in order.
    func occurrences(of literal: PatternLiteral) -> [Int32] {
        var found: [Int32] = []
        guard let first = literal.bytes.first else { return found }
        bytes.withUnsafeBufferPointer { text in
            literal.bytes.withUnsafeBufferPointer { words in
                guard let base = text.baseAddress, let needle = words.baseAddress else { return }
                let last = text.count - words.count
                var start = 0
                while start <= last {
                    guard let place = memchr(base + start, Int32(first), last - start + 1) else { return }
                    let offset = UnsafeRawPointer(place) - UnsafeRawPointer(base)
                    if memcmp(base + offset, needle, words.count) == 0, isSpaced(literal, at: offset) {
                        found.append(Int32(offset))
                    }
                    start = offset + 1
                }
            }
        }
        return found
    }
}

extension [Int32] {
    /// The first of sorted numbers that is not less than another.
    func firstIndex(from number: Int) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if Int(self[middle]) < number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
