/// Looks through a file's bytes once, before anything is parsed, for what no content may hold.
package struct TextScan {
    /// What was found, where.
    package struct Finding {
        /// What stands there.
        package enum Kind {
            case invalidUTF8
            case control(UInt32)
            case bidirectional(UInt32)
            case reserved(UInt32)
            /// The whole file is in another encoding than UTF-8.
            case encoding(TextEncoding)
        }

        package let kind: Kind
        package let range: Range<Int>
    }

    package private(set) var findings: [Finding] = []

    /// Past this many, a file is not text but something else, and more messages help nobody.
    private static let mostFindings = 20

    /// Whether a character beyond ASCII was found that is UTF-8.
    private var hasLongCharacters = false

    package init(_ bytes: [UInt8]) { self.init(bytes[...]) }

    /// Offsets of what is found count from the beginning of the slice.
    package init(_ bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBufferPointer { scan($0) }
    }

    private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
        if let first = bytes.first, first == 0 || first >= 0xFE || bytes.count > 1 && bytes[1] == 0,
            let encoding = TextEncoding(of: bytes)
        {
            return add(.encoding(encoding), 0..<2)
        }
        scanCharacters(bytes)
        // Bytes above ASCII that never make a character are those of an older encoding: all of them are one fault.
        guard findings.count > 1, !hasLongCharacters, let first = findings.first,
            findings.allSatisfy({ if case .invalidUTF8 = $0.kind { true } else { false } })
        else { return }
        findings = [Finding(kind: .encoding(.singleByte), range: first.range)]
    }

    private mutating func scanCharacters(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = 0
        let end = bytes.count
        while index < end {
            index = Self.skipPrintable(bytes, from: index)
            guard index < end else { break }
            let byte = bytes[index]
            if byte == 0x0A {
                index += 1
                continue
            }
            if byte < 0x80 {
                // Tab, line feed and carriage return are the controls that text is made with.
                if byte < 0x20 && byte != 0x0A && byte != 0x09 && byte != 0x0D || byte == 0x7F {
                    add(.control(UInt32(byte)), index..<(index + 1))
                }
                index += 1
                continue
            }
            let length = Self.length(of: bytes, at: index)
            if length == 0 {
                add(.invalidUTF8, index..<(index + 1))
                index += 1
                continue
            }
            hasLongCharacters = true
            // Everything reported below lies in U+0080…U+009F, U+2000…U+2FFF or at the end of the plane.
            if byte == 0xC2 || byte == 0xE2 || byte >= 0xEE { classify(bytes, index, length) }
            index += length
        }
    }

    /// Passes over printable ASCII, which most of a text is, eight bytes at a time while it can.
    @inline(__always)
    private static func skipPrintable(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let all = UnsafeRawBufferPointer(bytes)
        var index = start
        while index + 8 <= all.count {
            let word = UInt64(littleEndian: all.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            // The high bit of a byte is set where it is no ASCII, below 0x20, or 0x7F; behind the first such byte a carry
            // may set more.
            let unusual =
                (word | (word &- 0x2020_2020_2020_2020) | (word &+ 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080
            if unusual != 0 { return index + unusual.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < all.count, all[index] &- 0x20 < 0x5F { index += 1 }
        return index
    }

    private mutating func classify(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ length: Int) {
        var scalar = UInt32(bytes[index]) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
        let range = index..<(index + length)
        switch scalar {
        case 0x80...0x9F: add(.control(scalar), range)
        // The overrides, embeddings and isolates of Unicode's annex 9, behind which text hides (CVE-2021-42574).
        case 0x202A...0x202E, 0x2066...0x2069: add(.bidirectional(scalar), range)
        // Invisible: zero-width space and word joiner. Joiners between letters are spelling, and stay.
        case 0x200B, 0x2060...0x2064: add(.control(scalar), range)
        case 0xFEFF where index > 0: add(.control(scalar), range)
        // Marks of our own, and what Unicode sets aside for no character at all.
        case PrivateMark.all, 0xFDD0...0xFDEF: add(.reserved(scalar), range)
        case _ where scalar & 0xFFFE == 0xFFFE: add(.reserved(scalar), range)
        default: break
        }
    }

    private mutating func add(_ kind: Finding.Kind, _ range: Range<Int>) {
        // A row of what nobody sees is one fault.
        if case .control(let scalar) = kind, let last = findings.last, last.range.upperBound == range.lowerBound,
            case .control(scalar) = last.kind
        {
            findings[findings.count - 1] = Finding(kind: kind, range: last.range.lowerBound..<range.upperBound)
            return
        }
        if findings.count < Self.mostFindings { findings.append(Finding(kind: kind, range: range)) }
    }

    /// The bytes of the character at an index; 0 where there is none (Unicode 15, table 3-7).
    private static func length(of bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let first = bytes[index]
        let left = bytes.count - index
        func continues(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
            offset < left && range.contains(bytes[index + offset])
        }
        switch first {
        case 0xC2...0xDF: return continues(1) ? 2 : 0
        case 0xE0: return continues(1, 0xA0...0xBF) && continues(2) ? 3 : 0
        case 0xED: return continues(1, 0x80...0x9F) && continues(2) ? 3 : 0
        case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : 0
        case 0xF0: return continues(1, 0x90...0xBF) && continues(2) && continues(3) ? 4 : 0
        case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : 0
        case 0xF4: return continues(1, 0x80...0x8F) && continues(2) && continues(3) ? 4 : 0
        default: return 0
        }
    }
}
