import CommonMark
import Guides
import Sources

/// Where some blocks beside each other stand in a file, line by line, so that they can change places.
struct BlockPlaces {
    /// The lines of each block, without the white space at their end.
    let ranges: [Range<Int>]
    /// What stands between two blocks.
    let separator: [UInt8]

    private let file: SourceFile
    private let blocks: [Node]
    /// What every line has before it, of the containers that hold the blocks.
    private let prefix: [UInt8]

    /// From the first block to the last.
    var whole: Range<Int> { (ranges.first?.lowerBound ?? 0)..<(ranges.last?.upperBound ?? 0) }

    /// - Parameter firstStays: whether the first block remains the first.
    init(_ blocks: [Node], in edition: Edition, firstStays: Bool) throws(SectionSync.Reason) {
        (file, self.blocks) = (edition.file, blocks)
        var ranges: [Range<Int>] = []
        for block in blocks {
            guard let range = Self.lines(of: block, in: edition), range.lowerBound >= ranges.last?.upperBound ?? 0
            else {
                throw .uncertain
            }
            ranges.append(range)
        }
        self.ranges = ranges
        guard let first = ranges.first, let node = blocks.first else { throw .blocks }
        let own = Self.prefix(of: node, first, in: file)
        let isClean = own.allSatisfy { $0.isSpaceOrTab || $0 == UInt8(ascii: ">") }
        // A block that begins on the line of what holds it cannot be moved by lines.
        guard isClean || firstStays else { throw .uncertain }
        prefix = isClean ? own : own.map { $0.isSpaceOrTab || $0 == UInt8(ascii: ">") ? $0 : 0x20 }
        let isTable = node.kind == .tableRow
        let isTight = node.kind == .item && node.parent?.isTight == true
        let between = ranges.count > 1 ? Array(file.bytes[ranges[0].upperBound..<ranges[1].lowerBound]) : []
        let line: [UInt8] =
            first.upperBound < file.bytes.count && file.bytes[first.upperBound] == 0x0D ? [0x0D, 0x0A] : [0x0A]
        if isTable {
            separator = line
        } else if !between.isEmpty, between.allSatisfy(\.isSpace), isTight || between.count(where: { $0 == 0x0A }) > 1 {
            separator = between
        } else {
            separator = isTight ? line : line + Self.trimmed(prefix) + line
        }
    }

    private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
        Array(bytes.prefix((bytes.lastIndex { !$0.isSpace } ?? -1) + 1))
    }

    private static func lines(of block: Node, in edition: Edition) -> Range<Int>? {
        let document = edition.document
        if block.kind == .tableRow { return row(block, in: edition) }
        guard block.startLine >= 1 else { return nil }
        let first = document.line(block.startLine)
        let last = document.line(max(block.startLine, block.endLine))
        let end = edition.file.bytes[first.lowerBound..<last.upperBound].lastIndex { !$0.isSpace }
        return end.map { first.lowerBound..<($0 + 1) }
    }

    /// The line of a table's row.
    private static func row(_ row: Node, in edition: Edition) -> Range<Int>? {
        guard let table = row.parent else { return nil }
        let rows = table.children.filter { $0.kind == .tableRow }
        // Behind the header stands a line that is no row, before it perhaps a paragraph's.
        let lines = table.contentLines.suffix(rows.count + 1)
        guard let index = rows.firstIndex(where: { $0 == row }), lines.count == rows.count + 1 else { return nil }
        let place = lines[lines.startIndex + (index == 0 ? 0 : index + 1)]
        let bytes = edition.file.bytes
        let start = bytes[..<place.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return bytes[start..<place.upperBound].lastIndex { !$0.isSpace }.map { start..<($0 + 1) }
    }

    /// What stands before a block on its first line.
    private static func prefix(of block: Node, _ range: Range<Int>, in file: SourceFile) -> [UInt8] {
        if block.kind == .tableRow {
            return Array(file.bytes[range].prefix { $0.isSpaceOrTab || $0 == UInt8(ascii: ">") })
        }
        let column = max(1, block.startColumn)
        return Array(file.bytes[range.lowerBound..<min(range.upperBound, range.lowerBound + column - 1)])
    }

    // MARK: Numbered lists

    /// What gives an item that moves the number of its new place; nil where it has one already, or needs none.
    func marker(at position: Int, of index: Int) throws(SectionSync.Reason) -> Fix.Edit? {
        guard blocks[index].kind == .item, blocks[index].parent?.isOrdered == true, position != index else {
            return nil
        }
        guard position < ranges.count, let wanted = number(of: position), let own = number(of: index) else {
            throw .uncertain
        }
        if file.bytes[wanted].elementsEqual(file.bytes[own]) { return nil }
        // Another width would move the item's text out of its column.
        guard wanted.count == own.count else { throw .uncertain }
        return Fix.Edit(
            path: file.path, range: own, expected: Array(file.bytes[own]), replacement: Array(file.bytes[wanted]))
    }

    private func number(of index: Int) -> Range<Int>? {
        let start = ranges[index].lowerBound + prefix.count
        let digits = file.bytes[start...].prefix { $0.isASCIIDigit }
        return digits.isEmpty ? nil : digits.startIndex..<digits.endIndex
    }

    // MARK: Copies

    /// The text of a block that has come, for the translation.
    func copy(of block: Node, in source: Edition, at position: Int) throws(SectionSync.Reason) -> [UInt8] {
        guard let range = Self.lines(of: block, in: source) else { throw .uncertain }
        // Within other containers its lines would have something else before them.
        let own = Self.prefix(of: block, range, in: source.file)
        guard own == prefix, blocks[0].parent?.isOrdered != true else {
            throw .uncertain
        }
        return Array(source.file.bytes[range])
    }
}
