import Sources

/// The numbers of lists' items.
extension PageChanges {
    /// The number that a list begins with is the one that readers count from: it comes home where an item that was there is the
    /// first by now.
    mutating func addNumber(_ old: PageUnit, _ index: Int) {
        // Where its words changed, the number is one of them.
        guard old.key == new[index].key, let was = number(of: old, origin.page),
            let now = number(of: new[index], edited), was != now,
            index == 0 || !new[index - 1].path.hasPrefix(new[index].path),
            let start = origin.start(of: was.startIndex), let end = origin.end(of: was.endIndex),
            start.field == end.field
        else { return }
        let edit = SourceEdit(field: start.field, range: start.offset..<end.offset, text: Array(now))
        add(PageChange(page: was.startIndex..<was.endIndex, text: Array(now), edits: [edit]))
    }

    /// The digits that a list's item begins with; nil where it has none.
    func number(of unit: PageUnit, _ page: [UInt8]) -> ArraySlice<UInt8>? {
        guard unit.path.hasSuffix("number ") else { return nil }
        let digits = page[unit.range].prefix(while: \.isASCIIDigit)
        return digits.isEmpty ? nil : digits
    }
}
