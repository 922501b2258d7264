/// What two sequences have in common, in order: for differences between texts of any size.
public enum SequenceAlignment {
    /// Sequences that are longer in sum, once what is the same at both ends is taken off, are first cut where something
    /// stands once in both: to find the most that they share would take the square of their lengths, in time and memory.
    private static let longest = 3000

    /// Elements that both have, in the same order in both, by their positions: of short sequences as many as there are, of
    /// long ones nearly.
    public static func common<Element: Hashable>(
        _ left: some RandomAccessCollection<Element>, _ right: some RandomAccessCollection<Element>
    ) -> [(left: Int, right: Int)] {
        // Elements are compared many times: as numbers, that is quick.
        var numbers: [Element: Int] = [:]
        func number(_ element: Element) -> Int {
            let known = numbers[element] ?? numbers.count
            numbers[element] = known
            return known
        }
        return Walk(left: left.map(number), right: right.map(number)).pairs()
    }

    /// A part of both sequences.
    private struct Part {
        var left: Range<Int>
        var right: Range<Int>
    }

    private struct Walk {
        let left: [Int]
        let right: [Int]

        func pairs() -> [(left: Int, right: Int)] {
            var pairs: [(left: Int, right: Int)] = []
            var open = [Part(left: left.indices, right: right.indices)]
            while var part = open.popLast() {
                pairs += trim(&part)
                if part.left.isEmpty || part.right.isEmpty { continue }
                if part.left.count + part.right.count <= longest {
                    pairs += most(part)
                    continue
                }
                let anchors = anchors(of: part)
                pairs += anchors
                open += parts(of: part, between: anchors)
            }
            return pairs.sorted { $0.left < $1.left }
        }

        /// Takes off what is the same at both ends.
        private func trim(_ part: inout Part) -> [(left: Int, right: Int)] {
            var pairs: [(left: Int, right: Int)] = []
            var (start, other) = (part.left.lowerBound, part.right.lowerBound)
            while start < part.left.upperBound, other < part.right.upperBound, left[start] == right[other] {
                pairs.append((start, other))
                (start, other) = (start + 1, other + 1)
            }
            var (end, otherEnd) = (part.left.upperBound, part.right.upperBound)
            while end > start, otherEnd > other, left[end - 1] == right[otherEnd - 1] {
                (end, otherEnd) = (end - 1, otherEnd - 1)
                pairs.append((end, otherEnd))
            }
            part = Part(left: start..<end, right: other..<otherEnd)
            return pairs
        }

        /// As much as two short parts share.
        private func most(_ part: Part) -> [(left: Int, right: Int)] {
            let (mine, theirs) = (left[part.left], right[part.right])
            var removed: Set<Int> = []
            var added: Set<Int> = []
            for change in theirs.difference(from: mine) {
                switch change {
                case .remove(let offset, _, _): removed.insert(part.left.lowerBound + offset)
                case .insert(let offset, _, _): added.insert(part.right.lowerBound + offset)
                }
            }
            return Array(
                zip(part.left.filter { !removed.contains($0) }, part.right.filter { !added.contains($0) }).map {
                    (left: $0, right: $1)
                })
        }

        /// What stands once in both parts, as far as it is in the same order in both.
        private func anchors(of part: Part) -> [(left: Int, right: Int)] {
            var mine: [Int: Int] = [:]
            for index in part.left { mine[left[index]] = mine[left[index]] == nil ? index : -1 }
            var theirs: [Int: Int] = [:]
            for index in part.right { theirs[right[index]] = theirs[right[index]] == nil ? index : -1 }
            let candidates = part.left.compactMap { index -> (left: Int, right: Int)? in
                guard mine[left[index]] == index, let other = theirs[left[index]], other >= 0 else { return nil }
                return (index, other)
            }
            return rising(candidates)
        }

        /// The longest part of some pairs whose second halves rise (patience sorting).
        private func rising(_ pairs: [(left: Int, right: Int)]) -> [(left: Int, right: Int)] {
            // The last of the best row of each length, and what stands before each pair in its row.
            var tails: [Int] = []
            var previous = [Int?](repeating: nil, count: pairs.count)
            for index in pairs.indices {
                var (low, high) = (0, tails.count)
                while low < high {
                    let middle = (low + high) / 2
                    if pairs[tails[middle]].right < pairs[index].right { low = middle + 1 } else { high = middle }
                }
                previous[index] = low > 0 ? tails[low - 1] : nil
                if low < tails.count { tails[low] = index } else { tails.append(index) }
            }
            var row: [(left: Int, right: Int)] = []
            var current = tails.last
            while let index = current {
                row.append(pairs[index])
                current = previous[index]
            }
            return row.reversed()
        }

        /// What lies between anchors; nothing where there are none, for then the parts are replaced as wholes.
        private func parts(of part: Part, between anchors: [(left: Int, right: Int)]) -> [Part] {
            if anchors.isEmpty { return [] }
            var parts: [Part] = []
            var (start, other) = (part.left.lowerBound, part.right.lowerBound)
            for anchor in anchors + [(part.left.upperBound, part.right.upperBound)] {
                parts.append(Part(left: start..<anchor.left, right: other..<anchor.right))
                (start, other) = (anchor.left + 1, anchor.right + 1)
            }
            return parts
        }
    }
}
