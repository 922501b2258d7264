/// Lists and keys on one line.
extension SimpleYAML {
    private static let longestList = 2048

    /// `[a, b]`, of names and numbers.
    func list(_ range: Range<Int>, _ line: Line) -> YAMLNode? {
        // Columns are counted from the line's beginning for each item, so a list is short.
        guard range.count > 2, range.count < Self.longestList, bytes[range.upperBound - 1] == UInt8(ascii: "]") else {
            return nil
        }
        var items: [YAMLNode] = []
        items.reserveCapacity(8)
        var start = range.lowerBound + 1
        while start < range.upperBound {
            let name = nameRange(from: start)
            let end = name.upperBound
            guard let item = plain(name, line) else { return nil }
            items.append(item)
            if end == range.upperBound - 1 { return node(.sequence(items), line, at: range.lowerBound) }
            guard bytes[end] == UInt8(ascii: ","), bytes[end + 1] == 0x20 else { return nil }
            start = end + 2
        }
        return nil
    }

    /// `{a: b, c: 1}`, of names and numbers.
    func mapping(_ range: Range<Int>, _ line: Line) -> YAMLNode? {
        guard range.count > 2, range.count < Self.longestList, bytes[range.upperBound - 1] == UInt8(ascii: "}") else {
            return nil
        }
        var pairs: [YAMLNode.Pair] = []
        var names: [String] = []
        var start = range.lowerBound + 1
        while start < range.upperBound {
            let name = nameRange(from: start)
            guard let text = plainText(name), !names.contains(text), pairs.count < Self.mostPairs,
                bytes[name.upperBound] == UInt8(ascii: ":"), bytes[name.upperBound + 1] == 0x20,
                let value = plain(nameRange(from: name.upperBound + 2), line)
            else { return nil }
            let end = nameRange(from: name.upperBound + 2).upperBound
            names.append(text)
            pairs.append(YAMLNode.Pair(key: node(.scalar(text), line, at: name.lowerBound), value: value))
            if end == range.upperBound - 1 { return node(.mapping(pairs), line, at: range.lowerBound) }
            guard bytes[end] == UInt8(ascii: ","), bytes[end + 1] == 0x20 else { return nil }
            start = end + 2
        }
        return nil
    }

    /// The bytes from an index on of which names are made; a bracket stands behind them at the latest.
    private func nameRange(from start: Int) -> Range<Int> {
        var end = start
        while end < bytes.count, bytes[end].isNamePart { end += 1 }
        return start..<end
    }
}
