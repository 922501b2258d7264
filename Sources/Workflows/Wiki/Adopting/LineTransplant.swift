import Sources

/// Carries what somebody changed in a line of a page over to the line of the guide's file that it was made from.
struct LineTransplant {
    private let values: PageValues
    private let source: [PageToken]
    private let built: [PageToken]
    private let edited: [PageToken]

    /// - Parameters:
    ///   - source: the line of the guide's file.
    ///   - built: the line that was made from it, values and all.
    ///   - edited: what somebody made of that.
    init(_ values: PageValues, source: [PageToken], built: [PageToken], edited: [PageToken]) {
        self.values = values
        self.source = source
        self.built = built
        self.edited = edited
    }

    /// The new line of the file; nil where the change is in something that the file does not have, such as a part of
    /// a value.
    func line() -> String? {
        let (kept, inserted) = difference
        guard let kept else { return nil }
        var positions = [Int?](repeating: nil, count: built.count)
        for (token, position) in LineAlignment.common(built, source) { positions[token] = position }
        var removed: Set<Int> = []
        for index in built.indices where !kept.contains(index) {
            if let position = positions[index] {
                removed.insert(position)
            } else if !built[index].isSpace, built[index].text != "\\" {
                return nil
            }
        }
        var behind: [Int: String] = [:]
        for (index, tokens) in inserted {
            guard let position = place(before: index, positions) else { return nil }
            behind[position, default: ""] += values.text(tokens)
        }
        return source.indices.reduce(behind[-1] ?? "") { line, index in
            line + (removed.contains(index) ? "" : source[index].source) + (behind[index] ?? "")
        }
    }

    /// The token of the file behind which something goes that stands before a token of the page; -1 is the start.
    private func place(before index: Int, _ positions: [Int?]) -> Int? {
        if index > 0, let position = positions[index - 1] { return position }
        if index < positions.count, let position = positions[index] { return position - 1 }
        if let position = positions[..<index].last(where: { $0 != nil }) { return position }
        return positions[index...].first { $0 != nil }.flatMap { $0 }.map { $0 - 1 }
    }

    /// Which tokens of the page are still there, and what was put before which; nothing is known where a value was
    /// exchanged for something else.
    private var difference: (kept: Set<Int>?, inserted: [(Int, [PageToken])]) {
        let common = LineAlignment.common(built, edited)
        var inserted: [(Int, [PageToken])] = []
        var (start, next) = (0, 0)
        for (index, position) in common + [(built.count, edited.count)] {
            if position > next {
                let gap = built[start..<index]
                // The words around it are as they were, so it is the value itself that somebody wants to be another.
                if gap.count == 1, case .value = gap.first?.kind { return (nil, []) }
                inserted.append((index, Array(edited[next..<position])))
            }
            (start, next) = (index + 1, position + 1)
        }
        return (Set(common.map(\.0)), inserted)
    }
}
