/// Finds the name that was probably meant by a mistyped one.
public enum NearestName {
    /// The known name that takes the fewest changes, where a third of the letters or fewer are wrong.
    ///
    /// A change is a letter too many, too few, other than it should be, or swapped with its neighbour
    /// (the optimal string alignment distance).
    public static func nearest(to name: String, in known: some Sequence<String>) -> String? {
        let wanted = Array(name.lowercased().unicodeScalars)
        guard wanted.count <= 200 else { return nil }
        let most = max(1, wanted.count / 3)
        let letters = Letters(name)
        var best: (name: String, distance: Int)?
        var work = mostWork
        for candidate in known {
            work -= candidate.utf8.count
            if work < 0 { break }
            guard !letters.differs(from: candidate, most: most) else { continue }
            let other = Array(candidate.lowercased().unicodeScalars)
            let (left, right) = different(wanted, other)
            work -= left.count * right.count + other.count
            let distance = distance(left, right)
            if distance <= most, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.name
    }

    /// What is left of two names without what is the same at both ends.
    private static func different(
        _ left: [Unicode.Scalar], _ right: [Unicode.Scalar]
    ) -> (ArraySlice<Unicode.Scalar>, ArraySlice<Unicode.Scalar>) {
        var (mine, theirs) = (left[...], right[...])
        while let first = mine.first, first == theirs.first { (mine, theirs) = (mine.dropFirst(), theirs.dropFirst()) }
        while let last = mine.last, last == theirs.last { (mine, theirs) = (mine.dropLast(), theirs.dropLast()) }
        return (mine, theirs)
    }

    /// The question whether that name was meant, as a way out; nil where there is none.
    public static func suggestion(for name: String, in known: some Sequence<String>) -> String? {
        (nearest(to: name, in: known) ?? only(beginningWith: name, in: known)).map { "did you mean `\($0)`?" }
    }

    /// The only known name that begins with what was written, or of which a part between slashes does: `raise-rate`, or the
    /// guide's name without its folder. Fewer than three letters say nothing.
    private static func only(beginningWith name: String, in known: some Sequence<String>) -> String? {
        guard name.utf8.count >= 3 else { return nil }
        let start = name.lowercased()
        var found: String?
        for candidate in known where candidate.utf8.count > start.utf8.count {
            let lowered = candidate.lowercased()
            guard lowered.hasPrefix(start) || lowered.contains("/\(start)") else { continue }
            if found != nil { return nil }
            found = candidate
        }
        return found
    }

    /// How many changes lie between two names.
    public static func distance(from name: String, to other: String) -> Int {
        distance(Array(name.unicodeScalars)[...], Array(other.unicodeScalars)[...])
    }

    /// The letters that are looked at, and compared, for a suggestion: among thousands of names it is not worth more.
    private static let mostWork = 1 << 18

    /// Which letters a name has: two names that differ in many are not near, whatever their order.
    private struct Letters {
        private var set: UInt64 = 0
        private let count: Int
        private var isASCII = true

        init(_ name: String) {
            count = name.utf8.count
            for byte in name.utf8 {
                set |= Self.bit(byte)
                if byte >= 0x80 { isASCII = false }
            }
        }

        /// Whether so many changes are too few; false where there is any doubt.
        func differs(from other: String, most: Int) -> Bool {
            guard isASCII else { return false }
            if abs(other.utf8.count - count) > 4 * most { return true }
            var others: UInt64 = 0
            for byte in other.utf8 {
                if byte >= 0x80 { return false }
                others |= Self.bit(byte)
            }
            // A change takes one letter away and brings one.
            return abs(other.utf8.count - count) > most || (set ^ others).nonzeroBitCount > 2 * most
        }

        private static func bit(_ byte: UInt8) -> UInt64 { 1 << UInt64(byte.asciiLowercased & 0x3F) }
    }

    private static func distance(_ left: ArraySlice<Unicode.Scalar>, _ right: ArraySlice<Unicode.Scalar>) -> Int {
        if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
        let (left, right) = (Array(left), Array(right))
        var beforePrevious = [Int](repeating: 0, count: right.count + 1)
        var previous = Array(0...right.count)
        var current = beforePrevious
        for row in 1...left.count {
            current[0] = row
            for column in 1...right.count {
                let substitution = previous[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
                var cost = min(previous[column] + 1, current[column - 1] + 1, substitution)
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    cost = min(cost, beforePrevious[column - 2] + 1)
                }
                current[column] = cost
            }
            (beforePrevious, previous, current) = (previous, current, beforePrevious)
        }
        return previous[right.count]
    }
}
