import Sources

/// What stands for a character.
extension MessageReader {
    /// The character at an offset, however it is spelled; nil for backslashes that only stand before another.
    func character(at index: Int) -> (scalar: UInt32?, end: Int, isEscaped: Bool) {
        let (scalar, end, isEscaped) = unreferenced(at: index)
        if scalar == 0x26, let (referenced, end) = reference(nameAt: end) { return (referenced, end, true) }
        return (scalar, end, isEscaped)
    }

    private func unreferenced(at index: Int) -> (scalar: UInt32?, end: Int, isEscaped: Bool) {
        switch bytes[index] {
        case UInt8(ascii: "%"):
            guard let (scalar, end) = percentEncoded(at: index) else { return (0x25, index + 1, false) }
            return (scalar == 0x5C ? nil : scalar, end, true)
        case UInt8(ascii: "\\"):
            return backslashed(at: index)
        case UInt8(ascii: "#"):
            // Control characters as rsyslog writes them.
            for (spelling, scalar) in Self.octals
            where bytes.holds(spelling, at: index + 1) && (index + 4 >= bytes.count || !bytes[index + 4].isASCIIDigit) {
                return (scalar, index + 4, true)
            }
            return (0x23, index + 1, false)
        case 0..<0x80:
            return (UInt32(bytes[index]), index + 1, false)
        default:
            let (scalar, end) = utf8(at: index)
            return (scalar, end, false)
        }
    }

    private static let octals: [(StaticString, UInt32)] = [
        ("011", 0x09), ("012", 0x0A), ("015", 0x0D), ("033", 0x1B),
    ]

    private func utf8(at index: Int) -> (scalar: UInt32, end: Int) {
        let first = bytes[index]
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
        let end = min(index + length, bytes.count)
        var scalar = UInt32(length == 1 ? first : first & (0x7F >> UInt8(length)))
        for next in (index + 1)..<max(end, index + 1) { scalar = scalar << 6 | UInt32(bytes[next] & 0x3F) }
        return (scalar, end)
    }

    func percentEncoded(at index: Int) -> (scalar: UInt32, end: Int)? {
        guard let first = hexadecimal(index + 1, 2) else { return nil }
        if first < 0x80 { return (first, index + 3) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0
        guard length > 0 else { return nil }
        var scalar = first & (0x7F >> UInt32(length))
        for part in 1..<length {
            let start = index + part * 3
            guard start < bytes.count, bytes[start] == UInt8(ascii: "%"), let byte = hexadecimal(start + 1, 2),
                byte & 0xC0 == 0x80
            else { return nil }
            scalar = scalar << 6 | byte & 0x3F
        }
        return Unicode.Scalar(scalar) == nil ? nil : (scalar, index + length * 3)
    }

    private func backslashed(at index: Int) -> (scalar: UInt32?, end: Int, isEscaped: Bool) {
        var end = index
        while end < bytes.count, bytes[end] == UInt8(ascii: "\\") { end += 1 }
        guard end < bytes.count else { return (nil, end, true) }
        switch bytes[end] {
        case UInt8(ascii: "n"), UInt8(ascii: "r"): return (0x0A, end + 1, true)
        case UInt8(ascii: "t"): return (0x09, end + 1, true)
        case UInt8(ascii: "e") where end + 1 < bytes.count && bytes[end + 1].isOne(of: "[]("):
            return (0x1B, end + 1, true)
        case UInt8(ascii: "0"):
            for spelling: StaticString in ["033", "0033"] where bytes.holds(spelling, at: end) {
                return (0x1B, end + spelling.utf8CodeUnitCount, true)
            }
            return (nil, end, true)
        case UInt8(ascii: "u"):
            if end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: "{"),
                let close = bytes[(end + 2)...].prefix(9).firstIndex(of: UInt8(ascii: "}")),
                let scalar = hexadecimal(end + 2, close - end - 2)
            {
                return (Unicode.Scalar(scalar) == nil ? nil : scalar, close + 1, true)
            }
            guard let unit = hexadecimal(end + 1, 4) else { return (nil, end, true) }
            return paired(unit, end + 5)
        case UInt8(ascii: "U"):
            guard let scalar = hexadecimal(end + 1, 8) else { return (nil, end, true) }
            return (Unicode.Scalar(scalar) == nil ? nil : scalar, end + 9, true)
        case UInt8(ascii: "x"):
            guard let scalar = hexadecimal(end + 1, 2) else { return (nil, end, true) }
            return (scalar, end + 3, true)
        default: return (nil, end, true)
        }
    }

    /// A UTF-16 unit, with the other half of its pair; half a pair alone is nothing.
    private func paired(_ unit: UInt32, _ end: Int) -> (scalar: UInt32?, end: Int, isEscaped: Bool) {
        guard (0xD800...0xDFFF).contains(unit) else { return (unit, end, true) }
        var next = end
        while next < bytes.count, next - end < 16, bytes[next] == UInt8(ascii: "\\") { next += 1 }
        guard unit < 0xDC00, next > end, next < bytes.count, bytes[next] == UInt8(ascii: "u"),
            let low = hexadecimal(next + 1, 4), (0xDC00...0xDFFF).contains(low)
        else { return (nil, end, true) }
        return (0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00), next + 5, true)
    }

    private static let references: [(StaticString, UInt32)] = [
        ("lt;", 0x3C), ("gt;", 0x3E), ("quot;", 0x22), ("apos;", 0x27), ("nbsp;", 0xA0), ("hellip;", 0x2026),
        ("laquo;", 0xAB), ("raquo;", 0xBB), ("rsquo;", 0x2019), ("ldquo;", 0x201C), ("rdquo;", 0x201D),
        ("eacute;", 0xE9), ("egrave;", 0xE8), ("agrave;", 0xE0), ("ccedil;", 0xE7),
    ]

    /// A character reference whose `&` stands before an offset. `&amp;lt;` was escaped twice.
    private func reference(nameAt start: Int) -> (scalar: UInt32, end: Int)? {
        var start = start
        var isAmpersand = false
        while bytes.holds("amp;", at: start) {
            isAmpersand = true
            start += 4
        }
        let ampersand: (UInt32, Int)? = isAmpersand ? (0x26, start) : nil
        guard start < bytes.count else { return ampersand }
        if bytes[start] == UInt8(ascii: "#") {
            let isHexadecimal = start + 1 < bytes.count && bytes[start + 1] | 0x20 == UInt8(ascii: "x")
            let first = start + (isHexadecimal ? 2 : 1)
            // The longest is `&#x10FFFF;`.
            guard first < bytes.count, let end = bytes[first...].prefix(8).firstIndex(of: UInt8(ascii: ";")),
                end > first
            else { return ampersand }
            let number =
                isHexadecimal
                ? hexadecimal(first, end - first)
                : bytes[first..<end].allSatisfy(\.isASCIIDigit) ? UInt32(bytes.text(first..<end)) : nil
            guard let number, Unicode.Scalar(number) != nil else { return ampersand }
            return (number, end + 1)
        }
        for (name, scalar) in Self.references where bytes.holds(name, at: start) {
            return (scalar, start + name.utf8CodeUnitCount)
        }
        return ampersand
    }

    private func hexadecimal(_ start: Int, _ count: Int) -> UInt32? {
        guard (1...8).contains(count), start + count <= bytes.count else { return nil }
        var number: UInt32 = 0
        for byte in bytes[start..<(start + count)] {
            switch byte {
            case 0x30...0x39: number = number << 4 | UInt32(byte - 0x30)
            case 0x41...0x46, 0x61...0x66: number = number << 4 | UInt32((byte | 0x20) - 0x57)
            default: return nil
            }
        }
        return number
    }
}
