extension ChartDrawing {
    /// How many characters the bar has.
    private static let columns = 48
    /// How the parts are told from each other, without colours.
    private static let fills = ["█", "▒", "▓", "░"]
    private static let excess = "╳"
    private static let free = "·"
    private static let mark = "│"

    /// The chart in characters: a bar, and below what its parts stand for.
    func drawn() -> String {
        var bar: [String] = []
        var sum = 0.0
        for (index, part) in parts.enumerated() {
            sum += max(0, part.amount)
            let end = column(sum)
            bar += Array(repeating: Self.fills[index % Self.fills.count], count: max(0, end - bar.count))
        }
        let limitColumn = column(limit.amount)
        for index in bar.indices where index >= limitColumn { bar[index] = Self.excess }
        bar += Array(repeating: Self.free, count: max(0, limitColumn - bar.count))
        bar.insert(Self.mark, at: min(limitColumn, bar.count))
        var rows = parts.enumerated().map { (Self.fills[$0 % Self.fills.count], $1.label, $1.prose) }
        rows.append((Self.mark, limit.label, limit.prose))
        rows.append((isOver ? Self.excess : Self.free, differenceLabel, difference))
        let labels = rows.map { $0.1.unicodeScalars.count }.max() ?? 0
        let numbers = rows.map { $0.2.unicodeScalars.count }.max() ?? 0
        let lines = rows.map { fill, label, number in
            let gap = labels - label.unicodeScalars.count + numbers - number.unicodeScalars.count + 2
            return "\(fill) \(label)\(String(repeating: " ", count: gap))\(number)"
        }
        return ([bar.joined(), ""] + lines).joined(separator: "\n") + "\n"
    }

    private func column(_ amount: Double) -> Int {
        guard width > 0 else { return 0 }
        return Int((max(0, amount) / width * Double(Self.columns)).rounded())
    }
}
