import CommonMark
import Sources
import Values

/// Puts placeholders where a text says a value.
struct ValueReplacing {
    let values: [ImportedValue]
    /// How often each value was found.
    private(set) var counts: [String: Int] = [:]

    /// Where numbers are those of one thing or reader each.
    private let settled: [Range<Int>]

    init(_ values: [ImportedValue], settled: [Range<Int>]) { (self.values, self.settled) = (values, settled) }

    mutating func replace(in root: Node, _ edits: inout SourceEdits) {
        for node in root.descendants {
            switch node.kind {
            case .text: replaceText(node, &edits)
            case .code, .codeBlock, .htmlBlock, .htmlInline:
                if let range = node.sourceRange {
                    replaceWords(range, node.kind == .codeBlock || node.kind == .code, &edits)
                }
            case .link, .image:
                if case .inline(let address)? = node.linkTail { replaceWords(address, false, &edits) }
                if case .autolink? = node.linkTail, let range = node.sourceRange { replaceWords(range, false, &edits) }
            default: break
            }
        }
    }

    // MARK: Prose

    /// Whether a text stands in a pipe table: its numbers are those of every reader.
    static func isInTable(_ node: Node) -> Bool {
        var current = node.parent
        while let parent = current, parent.kind != .document {
            if parent.kind == .tableCell { return true }
            current = parent.parent
        }
        return false
    }

    private mutating func replaceText(_ node: Node, _ edits: inout SourceEdits) {
        guard let offsets = node.sourceOffsets else { return }
        let isSettled = settled.contains { range in offsets.first.map(range.contains) == true }
        let isInTable = Self.isInTable(node)
        let bytes = node.withLiteral { Array($0) }
        var index = 0
        while index < bytes.count {
            if let (value, end) = value(at: index, in: bytes, isProse: true),
                value.isPrivate || !isSettled && (!isInTable || value.type == "identifier")
            {
                let last = Self.sameEnd(value, end, in: bytes)
                put(value, offsets[index]..<offsets[last], &edits)
                index = last
            } else {
                index += 1
            }
        }
    }

    private func value(at index: Int, in bytes: [UInt8], isProse: Bool) -> (ImportedValue, Int)? {
        let begins = Self.begins(index, in: bytes)
        // What is private is so within an address as well.
        guard begins || index > 0 && !bytes[index - 1].isTokenPart else { return nil }
        for value in values where begins || value.isPrivate {
            for text in value.written where !text.isEmpty {
                let isNamed = value.isPrivate || !isProse || Self.isTelling(text)
                let end = index + text.utf8.count
                guard isNamed, bytes[index...].starts(with: text.utf8) else { continue }
                if Self.ends(end, in: bytes) || value.isPrivate && (end == bytes.count || !bytes[end].isTokenPart) {
                    return (value, end)
                }
            }
        }
        guard begins, bytes[index].isASCIIDigit else { return nil }
        return bytes.withUnsafeBufferPointer { buffer in
            if isProse, let duration = WrittenDuration.read(buffer, at: index), Self.ends(duration.end, in: bytes) {
                return values.first { $0.type == "duration" && $0.number == duration.seconds }.map {
                    ($0, duration.end)
                }
            }
            guard
                let (number, end) = Self.number(buffer, index, isProse: isProse)
                    ?? (isProse ? Self.thousands(buffer, index) : nil)
            else { return nil }
            return values.first {
                $0.number == number && ["integer", "decimal"].contains($0.type) && Self.isTelling($0)
            }
            .map { ($0, end) }
        }
    }

    /// Where a duration ends with what says it once more, in other units: “300 seconds (5 minutes)”.
    private static func sameEnd(_ value: ImportedValue, _ end: Int, in bytes: [UInt8]) -> Int {
        let rest = bytes[end...]
        let space = rest.starts(with: [0xC2, 0xA0]) ? 2 : rest.first == 0x20 ? 1 : 0
        let start = end + space + 1
        guard value.type == "duration", space > 0, start < bytes.count, bytes[start - 1] == UInt8(ascii: "(") else {
            return end
        }
        let close = bytes.withUnsafeBufferPointer { buffer -> Int? in
            guard let same = WrittenDuration.read(buffer, at: start), same.seconds == value.number else { return nil }
            return same.end
        }
        guard let close, close < bytes.count, bytes[close] == UInt8(ascii: ")") else { return end }
        return close + 1
    }

    /// A number that stands by itself, and where it ends.
    static func number(_ buffer: UnsafeBufferPointer<UInt8>, _ index: Int, isProse: Bool) -> (Double, Int)? {
        let bytes = Array(buffer)
        guard
            let number = WrittenNumber.read(buffer, at: index, isWhole: true)
                ?? WrittenNumber.read(buffer, at: index, isWhole: false),
            ends(number.end, in: bytes), bytes[number.end - 1].isASCIIDigit,
            number.end == bytes.count || bytes[number.end] != UInt8(ascii: "%")
        else { return nil }
        if !isProse, !bytes[index..<number.end].allSatisfy({ $0.isASCIIDigit || $0 == 0x2E }) { return nil }
        return (number.value, number.end)
    }

    /// A number that is written by its thousands: `25k`.
    private static func thousands(_ buffer: UnsafeBufferPointer<UInt8>, _ index: Int) -> (Double, Int)? {
        let digits = buffer[index...].prefix { $0.isASCIIDigit }
        let end = digits.endIndex + 1
        guard (1...6).contains(digits.count), end <= buffer.count, "kK".utf8.contains(buffer[digits.endIndex]),
            ends(end, in: Array(buffer)), let number = Double(buffer.text(digits.startIndex..<digits.endIndex))
        else { return nil }
        return (number * 1000, end)
    }

    /// Whether a number is not one that any text may have by chance.
    static func isTelling(_ value: ImportedValue) -> Bool {
        guard let number = value.number else { return false }
        return number >= 100 || number != number.rounded()
    }

    /// Whether a name is not a word of everyday.
    private static func isTelling(_ text: String) -> Bool {
        text.utf8.contains { $0.isASCIIDigit || "-_./".utf8.contains($0) }
    }

    static func begins(_ index: Int, in bytes: [UInt8]) -> Bool {
        guard index > 0 else { return true }
        let before = bytes[index - 1]
        if before.isASCIIAlphanumeric || "-_/@$#.".utf8.contains(before) { return false }
        if before == UInt8(ascii: ","), index > 1, bytes[index - 2].isASCIIDigit { return false }
        // A letter with an accent; not a quotation mark or a space.
        return before < 0x80 || !isLetterEnd(bytes, index)
    }

    private static func isLetterEnd(_ bytes: [UInt8], _ index: Int) -> Bool {
        var start = index - 1
        while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self).last?.isLetter ?? false
    }

    static func ends(_ end: Int, in bytes: [UInt8]) -> Bool {
        guard end < bytes.count else { return end == bytes.count }
        if bytes[end].isTokenPart { return false }
        if bytes[end] == 0x2E || bytes[end] == 0x2C || bytes[end] == UInt8(ascii: "/") {
            return end + 1 >= bytes.count || !bytes[end + 1].isASCIIAlphanumeric
        }
        guard bytes[end] >= 0x80 else { return true }
        let rest = String(decoding: bytes[end...].prefix(4), as: UTF8.self)
        return rest.first.map { !$0.isLetter } ?? true
    }

    // MARK: Code and addresses

    private mutating func replaceWords(_ range: Range<Int>, _ takesAll: Bool, _ edits: inout SourceEdits) {
        let bytes = Array(edits.source[range])
        var index = 0
        while index < bytes.count {
            if let (value, end) = self.value(at: index, in: bytes, isProse: false), takesAll || value.isPrivate {
                put(value, (range.lowerBound + index)..<(range.lowerBound + end), &edits)
                index = end
            } else {
                index += 1
            }
        }
    }

    private mutating func put(_ value: ImportedValue, _ range: Range<Int>, _ edits: inout SourceEdits) {
        if edits.replace(range, with: "{{\(value.name)}}") { counts[value.name, default: 0] += 1 }
    }
}
