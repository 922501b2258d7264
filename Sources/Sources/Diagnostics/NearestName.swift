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
        var best: (name: String, distance: Int)?
        for candidate in known {
            let distance = distance(wanted, Array(candidate.lowercased().unicodeScalars))
            if distance <= most, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.name
    }

    /// The question whether that name was meant, as a way out; nil where there is none.
    public static func suggestion(for name: String, in known: some Sequence<String>) -> String? {
        nearest(to: name, in: known).map { "did you mean `\($0)`?" }
    }

    /// How many changes lie between two names.
    public static func distance(from name: String, to other: String) -> Int {
        distance(Array(name.unicodeScalars), Array(other.unicodeScalars))
    }

    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
        var beforePrevious: [Int] = []
        var previous = Array(0...right.count)
        for row in 1...left.count {
            var current = [row]
            for column in 1...right.count {
                let substitution = previous[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
                var cost = min(previous[column] + 1, current[column - 1] + 1, substitution)
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    cost = min(cost, beforePrevious[column - 2] + 1)
                }
                current.append(cost)
            }
            beforePrevious = previous
            previous = current
        }
        return previous[right.count]
    }
}
