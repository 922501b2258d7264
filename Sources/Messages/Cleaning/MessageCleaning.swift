import Sources

/// What a message goes through before it is compared with the patterns, which go through the same: people paste
/// from logs, JSON, mail and chats, and none of them leaves a message as it was.
///
/// 1. Terminal colours (`ESC [ 31 m`; ECMA-48, section 5.4) go.
/// 2. Percent-encoding is undone (RFC 3986, section 2.1), run by run, where what comes out is UTF-8.
/// 3. Backslashes of JSON and Python go, however many stand in a row: `\n` and `\r` become a line break, `\t` a
///    space, `\u0060` and `\x60` their character; before anything else they only go.
/// 4. Character references of HTML (`&quot;`, `&#39;`, `&#x27;`) become their characters.
/// 5. Quotation marks of all kinds, backticks, `*`, `~`, `<`, `>` and `|` go: quoting, emphasis, mail, frames.
///    Typographic dashes become `-`.
/// 6. Underscores go, unless letters or digits stand on both sides: emphasis, but not `org_01`.
/// 7. Every run of white space becomes one line break, if it holds one, else one space. Invisible characters and
///    controls go.
///
/// The page's script does the same in the same order; the table of messages in the tests is run by both.
enum MessageCleaning {
    /// All the steps, on text that is UTF-8.
    static func clean(_ bytes: [UInt8]) -> [UInt8] {
        steps.reduce(bytes) { bytes, step in step(bytes) }
    }

    /// Whether none of the steps would find anything: most texts of patterns are words and single spaces.
    static func isClean(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var previous: UInt8 = 0
        for byte in bytes {
            if !isPlain(byte) || byte.isBlank && previous.isBlank { return false }
            previous = byte
        }
        return true
    }

    /// Whether a byte means nothing to any of the steps, but for white space beside other white space.
    static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x0A, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: ";"):
            true
        default: byte.isASCIIAlphanumeric
        }
    }

    private static let steps: [@Sendable ([UInt8]) -> [UInt8]] = [
        withoutColors, percentDecoded, withoutBackslashes, withoutReferences, withoutDecoration, withoutEmphasis,
        withSingleSpaces,
    ]

    // MARK: 1 to 4: what stands for something else

    static func withoutColors(_ bytes: [UInt8]) -> [UInt8] {
        replacing(0x1B, in: bytes) { index, _ in
            guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "[") else { return nil }
            var end = index + 2
            while end < bytes.count, (0x20...0x3F).contains(bytes[end]) { end += 1 }
            guard end < bytes.count, (0x40...0x7E).contains(bytes[end]) else { return nil }
            return end + 1
        }
    }

    static func percentDecoded(_ bytes: [UInt8]) -> [UInt8] {
        replacing(UInt8(ascii: "%"), in: bytes) { index, output in
            var decoded: [UInt8] = []
            var end = index
            while end < bytes.count, bytes[end] == UInt8(ascii: "%"), let byte = hexadecimal(bytes, end + 1, 2) {
                decoded.append(UInt8(byte))
                end += 3
            }
            guard !decoded.isEmpty else { return nil }
            output += String(validating: decoded, as: UTF8.self) == nil ? Array(bytes[index..<end]) : decoded
            return end
        }
    }

    static func withoutBackslashes(_ bytes: [UInt8]) -> [UInt8] {
        replacing(UInt8(ascii: "\\"), in: bytes) { index, output in
            var end = index
            while end < bytes.count, bytes[end] == UInt8(ascii: "\\") { end += 1 }
            guard end < bytes.count else { return end }
            switch bytes[end] {
            case UInt8(ascii: "n"), UInt8(ascii: "r"):
                output.append(0x0A)
                return end + 1
            case UInt8(ascii: "t"):
                output.append(0x20)
                return end + 1
            case UInt8(ascii: "u"):
                guard let scalar = hexadecimal(bytes, end + 1, 4) else { return end }
                append(scalar, to: &output)
                return end + 5
            case UInt8(ascii: "x"):
                guard let scalar = hexadecimal(bytes, end + 1, 2) else { return end }
                append(scalar, to: &output)
                return end + 3
            default:
                return end
            }
        }
    }

    private static let references: [String: UInt32] = [
        "amp": 0x26, "apos": 0x27, "gt": 0x3E, "lt": 0x3C, "nbsp": 0xA0, "quot": 0x22,
    ]

    static func withoutReferences(_ bytes: [UInt8]) -> [UInt8] {
        replacing(UInt8(ascii: "&"), in: bytes) { index, output in
            // The longest is `&#x10FFFF;`.
            guard let end = bytes[index...].prefix(10).firstIndex(of: UInt8(ascii: ";")) else { return nil }
            let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
            let scalar =
                if name.hasPrefix("#x") {
                    hexadecimal(bytes, index + 3, end - index - 3)
                } else if name.hasPrefix("#") {
                    name.dropFirst().utf8.allSatisfy(\.isASCIIDigit) ? UInt32(name.dropFirst()) : nil
                } else {
                    references[name]
                }
            guard let scalar else { return nil }
            append(scalar, to: &output)
            return end + 1
        }
    }

    // MARK: 5 to 7: what stands around

    static func withoutDecoration(_ bytes: [UInt8]) -> [UInt8] {
        mappingScalars(bytes) { scalar in
            switch scalar {
            case 0x22, 0x27, 0x2A, 0x3C, 0x3E, 0x60, 0x7C, 0x7E, 0xAB, 0xB4, 0xBB, 0x2018...0x201F, 0x2039, 0x203A,
                0x2502, 0x2503:
                .dropped
            case 0x2010...0x2015, 0x2212: .byte(UInt8(ascii: "-"))
            default: .kept
            }
        }
    }

    static func withoutEmphasis(_ bytes: [UInt8]) -> [UInt8] {
        replacing(UInt8(ascii: "_"), in: bytes) { index, output in
            var end = index
            while end < bytes.count, bytes[end] == UInt8(ascii: "_") { end += 1 }
            let isInWord = index > 0 && end < bytes.count && bytes[index - 1].isWordPart && bytes[end].isWordPart
            if isInWord { output += bytes[index..<end] }
            return end
        }
    }

    static func withSingleSpaces(_ bytes: [UInt8]) -> [UInt8] {
        let mapped = mappingScalars(bytes) { scalar in
            switch scalar {
            case 0x20: .kept
            case 0x0A...0x0D, 0x85, 0x2028, 0x2029: .byte(0x0A)
            case 0x09, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .byte(0x20)
            case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: .dropped
            default: .kept
            }
        }
        var output: [UInt8] = []
        output.reserveCapacity(mapped.count)
        for byte in mapped {
            if byte.isBlank, let last = output.last, last.isBlank {
                if byte == 0x0A { output[output.count - 1] = 0x0A }
            } else {
                output.append(byte)
            }
        }
        return output
    }

    // MARK: Tools

    /// Copies a text and hands over at each place of a byte: where the text goes on, or nil to copy the byte.
    private static func replacing(
        _ byte: UInt8, in bytes: [UInt8], _ replace: (_ index: Int, _ output: inout [UInt8]) -> Int?
    ) -> [UInt8] {
        guard var index = bytes.firstIndex(of: byte) else { return bytes }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        output += bytes[..<index]
        while index < bytes.count {
            if bytes[index] == byte, let next = replace(index, &output) {
                index = next
            } else {
                output.append(bytes[index])
                index += 1
            }
        }
        return output
    }

    private enum Fate {
        case kept, dropped
        case byte(UInt8)
    }

    /// Copies a text scalar by scalar.
    @inline(__always)
    private static func mappingScalars(_ bytes: [UInt8], _ fate: (UInt32) -> Fate) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        // What is kept is copied run by run.
        var kept = 0
        var index = 0
        while index < bytes.count {
            let length = length(of: bytes[index])
            let end = min(index + length, bytes.count)
            var scalar = UInt32(length == 1 ? bytes[index] : bytes[index] & (0x7F >> UInt8(length)))
            for next in (index + 1)..<max(end, index + 1) { scalar = scalar << 6 | UInt32(bytes[next] & 0x3F) }
            let fate = fate(scalar)
            if case .kept = fate {
                index = end
                continue
            }
            output += bytes[kept..<index]
            if case .byte(let byte) = fate { output.append(byte) }
            index = end
            kept = end
        }
        output += bytes[kept...]
        return output
    }

    /// How many bytes of UTF-8 the scalar has that begins with one.
    private static func length(of byte: UInt8) -> Int {
        switch byte {
        case 0xC0...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF7: 4
        default: 1
        }
    }

    private static func hexadecimal(_ bytes: [UInt8], _ start: Int, _ count: Int) -> UInt32? {
        guard (1...6).contains(count), start + count <= bytes.count else { return nil }
        var number: UInt32 = 0
        for byte in bytes[start..<(start + count)] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            number = number << 4 | UInt32(digit)
        }
        return number
    }

    /// Appends a scalar; half a surrogate pair is none and is left out.
    private static func append(_ scalar: UInt32, to output: inout [UInt8]) {
        if let scalar = Unicode.Scalar(scalar) { output += UTF8.encode(scalar) ?? .init() }
    }
}

extension UInt8 {
    /// What a cleaned text has between words.
    var isBlank: Bool { self == 0x20 || self == 0x0A }
}
