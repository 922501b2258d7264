import CommonMark
import Sources

/// Finds the lines that say where a label leads, `[label]: address` (CommonMark 0.30, section 4.7): the tree has them no more.
enum ReferenceDefinitions {
    /// The addresses, with their angle brackets, where they have some.
    static func addresses(in edition: Edition) -> [Range<Int>] {
        let bytes = edition.file.bytes
        guard bytes[edition.bodyStart...].firstRange(of: Array("]:".utf8)) != nil else { return [] }
        var found: [Range<Int>] = []
        var number = edition.file.line(at: edition.bodyStart)
        var lines: [(number: Int, range: Range<Int>)] = []
        var start = edition.bodyStart
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            lines.append((number, start..<end))
            number += 1
            start = end + 1
        }
        for (index, line) in lines.enumerated() {
            guard let behind = label(bytes, line.range), edition.document.codeBlock(atLine: line.number) == nil else {
                continue
            }
            var rest = behind..<line.range.upperBound
            // The address may stand on the next line.
            if bytes[rest].allSatisfy(\.isSpace), index + 1 < lines.count {
                rest = text(bytes, lines[index + 1].range, isFirst: false)..<lines[index + 1].range.upperBound
            }
            if let address = address(bytes, rest) { found.append(address) }
        }
        return found
    }

    /// The offset behind the colon of a line that begins with a label, in quotes and items as well.
    private static func label(_ bytes: [UInt8], _ line: Range<Int>) -> Int? {
        let start = text(bytes, line, isFirst: true)
        guard start < line.upperBound, bytes[start] == UInt8(ascii: "[") else { return nil }
        // A footnote's.
        if start + 1 < line.upperBound, bytes[start + 1] == UInt8(ascii: "^") { return nil }
        var index = start + 1
        while index < line.upperBound {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "["): return nil
            case UInt8(ascii: "]"):
                let isLabel = index > start + 1 && index + 1 < line.upperBound && bytes[index + 1] == UInt8(ascii: ":")
                return isLabel ? index + 2 : nil
            default: break
            }
            index += 1
        }
        return nil
    }

    /// Where the text of a line begins behind the signs of quotes and, on an item's first line, of items.
    private static func text(_ bytes: [UInt8], _ line: Range<Int>, isFirst: Bool) -> Int {
        var index = line.lowerBound
        while index < line.upperBound {
            let byte = bytes[index]
            if byte.isSpaceOrTab || byte == UInt8(ascii: ">") {
                index += 1
                continue
            }
            var end = index
            if isFirst {
                if [UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*")].contains(byte) { end += 1 }
                while end < line.upperBound, bytes[end].isASCIIDigit { end += 1 }
                if end > index, byte.isASCIIDigit, end < line.upperBound,
                    bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")")
                {
                    end += 1
                }
            }
            guard end > index, end < line.upperBound, bytes[end].isSpaceOrTab else { return index }
            index = end
        }
        return index
    }

    private static func address(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
        guard let start = range.first(where: { !bytes[$0].isSpaceOrTab }) else { return nil }
        var end = start
        if bytes[start] == UInt8(ascii: "<") {
            while end < range.upperBound, bytes[end] != UInt8(ascii: ">") { end += 1 }
            return end < range.upperBound ? start..<(end + 1) : nil
        }
        while end < range.upperBound, bytes[end] > 0x20 { end += 1 }
        return end > start ? start..<end : nil
    }
}
