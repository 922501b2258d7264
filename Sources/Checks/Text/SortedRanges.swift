/// Ranges that are asked many times whether another touches them.
struct SortedRanges {
    /// By their starts.
    private let ranges: [Range<Int>]
    /// The furthest end of each range and those before it.
    private let ends: [Int]

    init(_ ranges: [Range<Int>]) {
        self.ranges = ranges.sorted { $0.lowerBound < $1.lowerBound }
        var last = 0
        ends = self.ranges.map { range in
            last = max(last, range.upperBound)
            return last
        }
    }

    /// Those that have something of a range.
    func overlapping(_ range: Range<Int>) -> ArraySlice<Range<Int>> {
        var (low, high) = (0, ends.count)
        while low < high {
            let middle = (low + high) / 2
            if ends[middle] > range.lowerBound { high = middle } else { low = middle + 1 }
        }
        return ranges[low...].prefix { $0.lowerBound < range.upperBound }
    }

    /// Whether one of them has something of a range.
    func overlap(_ range: Range<Int>) -> Bool { overlapping(range).contains { $0.overlaps(range) } }
}
