import CommonMark
import Sources

/// Spaces of other sorts where Markdown takes a plain one: after `##`, `-`, `1.` and `>`, before a marker, in a task's
/// box, and in the line below a table's header.
///
/// A keyboard types them where the key beside the marker is still held down. Nobody sees them, and what was meant to be a
/// heading or a list is text.
struct MarkupSpaces {
    /// A run of such spaces, and what stands before it.
    struct Finding {
        let range: Range<Int>
        let marker: String
        let space: UInt32
    }

    private(set) var findings: [Finding] = []
    private let bytes: UnsafeBufferPointer<UInt8>

    /// Looks through the lines of a text.
    static func find(in bytes: [UInt8], from start: Int) -> [Finding] {
        bytes.withUnsafeBufferPointer { bytes in
            var spaces = MarkupSpaces(bytes: bytes)
            var line = start
            while line < bytes.count {
                let end = bytes.firstOffset(of: 0x0A, from: line) ?? bytes.count
                spaces.readLine(line..<end)
                line = end + 1
            }
            return spaces.findings
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private mutating func readLine(_ line: Range<Int>) {
        var index = line.lowerBound
        var pending: Range<Int>?
        // Quotes and lists may stand within each other: marker after marker.
        while index < line.upperBound {
            while index < line.upperBound, bytes[index].isSpaceOrTab { index += 1 }
            let spaces = otherSpaces(index, line)
            if !spaces.isEmpty {
                pending = spaces
                index = spaces.upperBound
                continue
            }
            guard let end = endOfMarker(index, line) else { break }
            let behind = otherSpaces(end, line)
            let isPlain = end == line.upperBound || bytes[end].isSpace
            guard !behind.isEmpty || isPlain || bytes[index] == UInt8(ascii: ">") else { break }
            if let space = pending { add(space, before: index..<end) }
            pending = nil
            if !behind.isEmpty { add(behind, behind: index..<end) }
            let isHeading = bytes[index] == UInt8(ascii: "#")
            index = behind.isEmpty ? end : behind.upperBound
            if isHeading { return }
        }
        readBox(index, line)
        if index < line.upperBound, bytes[index] == UInt8(ascii: "|") || pending != nil { readDelimiters(line) }
    }

    /// The end of a marker of a heading, a list or a quote at an index; nil where there is none.
    private func endOfMarker(_ start: Int, _ line: Range<Int>) -> Int? {
        guard start < line.upperBound else { return nil }
        var index = start
        switch bytes[start] {
        case UInt8(ascii: "#"):
            while index < line.upperBound, bytes[index] == UInt8(ascii: "#") { index += 1 }
            return index - start <= 6 ? index : nil
        case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): return start + 1
        case 0x30...0x39:
            while index < line.upperBound, bytes[index].isASCIIDigit, index - start < 9 { index += 1 }
            guard index < line.upperBound, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")") else {
                return nil
            }
            return index + 1
        default: return nil
        }
    }

    /// `[ ]` of a task, in which or behind which another space stands.
    private mutating func readBox(_ start: Int, _ line: Range<Int>) {
        guard start > line.lowerBound, start + 2 < line.upperBound, bytes[start] == UInt8(ascii: "[") else { return }
        let inner = otherSpaces(start + 1, line)
        var close = inner.isEmpty ? start + 2 : inner.upperBound
        guard close < line.upperBound, bytes[close] == UInt8(ascii: "]"),
            !inner.isEmpty || bytes[start + 1] == 0x20 || bytes[start + 1] | 0x20 == UInt8(ascii: "x")
        else { return }
        if !inner.isEmpty { add(inner, behind: start..<(start + 1)) }
        close += 1
        let behind = otherSpaces(close, line)
        if !behind.isEmpty { add(behind, behind: start..<close) }
    }

    /// The line below a table's header, which has nothing but dashes, colons, bars and spaces.
    private mutating func readDelimiters(_ line: Range<Int>) {
        var found: [Range<Int>] = []
        var (index, dashes, bars) = (line.lowerBound, 0, 0)
        while index < line.upperBound {
            let spaces = otherSpaces(index, line)
            if !spaces.isEmpty {
                found.append(spaces)
                index = spaces.upperBound
                continue
            }
            switch bytes[index] {
            case UInt8(ascii: "-"): dashes += 1
            case UInt8(ascii: "|"): bars += 1
            case UInt8(ascii: ":"), 0x20, 0x09, 0x0D, UInt8(ascii: ">"): break
            default: return
            }
            index += 1
        }
        guard dashes > 0, bars > 0 else { return }
        for range in found { add(range, behind: max(line.lowerBound, range.lowerBound - 1)..<range.lowerBound) }
    }

    private mutating func add(_ range: Range<Int>, before marker: Range<Int>) { add(range, behind: marker) }

    private mutating func add(_ range: Range<Int>, behind marker: Range<Int>) {
        let scalar = bytes.text(range).unicodeScalars.first?.value ?? 0xA0
        findings.append(Finding(range: range, marker: bytes.text(marker), space: scalar))
    }

    /// The no-break and other spaces at an index: U+00A0, U+2000…U+200A, U+202F, U+205F, U+3000.
    private func otherSpaces(_ start: Int, _ line: Range<Int>) -> Range<Int> {
        var index = start
        while index < line.upperBound, bytes[index] >= 0xC2 {
            let next = index + 1 < line.upperBound ? bytes[index + 1] : 0
            let last = index + 2 < line.upperBound ? bytes[index + 2] : 0
            switch (bytes[index], next, last) {
            case (0xC2, 0xA0, _): index += 2
            case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80): index += 3
            default: return start..<index
            }
        }
        return start..<index
    }
}
