import Foundation
import Sources

/// A text as it is compared with what is private: percent-encoding undone, letters small and taken apart from their
/// accents, any run of white space one space, what cannot be seen gone, and every dash and apostrophe the plain one. With the
/// way back to where each byte stood.
struct FoldedText {
    /// The folded text.
    private(set) var bytes: [UInt8] = []
    /// For each folded byte, the bytes of the text that it came from; a run of white space is one.
    private var origins: [Range<Int>] = []

    /// Folds a text; bytes that are no UTF-8 stay as they are.
    init(_ text: some Collection<UInt8>) {
        let text = Array(text)
        bytes.reserveCapacity(text.count)
        origins.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            let (scalar, end) = Self.scalar(in: text, at: index)
            append(scalar, from: index..<end)
            index = end
        }
    }

    /// A text that stands alone: without white space at its edges.
    static func folded(_ text: String) -> [UInt8] {
        var bytes = FoldedText(text.utf8).bytes
        while bytes.last == 0x20 { bytes.removeLast() }
        return Array(bytes.drop { $0 == 0x20 })
    }

    /// The bytes of the text that folded bytes came from.
    func origin(of range: Range<Int>) -> Range<Int> {
        guard let first = origins[range].first, let last = origins[range].last else { return 0..<0 }
        return first.lowerBound..<last.upperBound
    }

    private mutating func append(_ scalar: UInt32, from range: Range<Int>) {
        switch Self.kind(of: scalar) {
        case .space:
            if bytes.last == 0x20, let last = origins.last {
                origins[origins.count - 1] = last.lowerBound..<range.upperBound
            } else {
                append(0x20, range)
            }
        case .nothing: break
        case .letter(let byte): append(byte, range)
        case .other:
            let letters =
                Self.common.indices.contains(Int(scalar)) ? Self.common[Int(scalar)] : Self.letters(of: scalar)
            for byte in letters { append(byte, range) }
        }
    }

    /// The letters of European languages, folded once.
    private static let common: [[UInt8]] = (0..<0x250).map { $0 < 0x80 ? [] : letters(of: $0) }

    /// A scalar in small letters, without its accents.
    private static func letters(of scalar: UInt32) -> [UInt8] {
        guard let character = Unicode.Scalar(scalar) else { return [] }
        let letters = String(character).decomposedStringWithCanonicalMapping.lowercased()
        return letters.unicodeScalars.filter { !(0x300...0x36F).contains($0.value) }.flatMap { Array(String($0).utf8) }
    }

    private mutating func append(_ byte: UInt8, _ range: Range<Int>) {
        bytes.append(byte)
        origins.append(range)
    }

    private enum Kind {
        case space
        case nothing
        case letter(UInt8)
        case other
    }

    private static func kind(of scalar: UInt32) -> Kind {
        switch scalar {
        // In a query a space is a plus.
        case 0x09...0x0D, 0x20, 0x2B, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
            .space
        case 0x00...0x7F: .letter(UInt8(scalar).asciiLowercased)
        case 0xAD, 0x34F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF: .nothing
        case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: .letter(UInt8(ascii: "-"))
        case 0x2018, 0x2019, 0x201B, 0x2032: .letter(UInt8(ascii: "'"))
        // Full-width forms of ASCII.
        case 0xFF01...0xFF5E: .letter(UInt8(scalar - 0xFEE0).asciiLowercased)
        default: .other
        }
    }

    // MARK: Scalars

    /// The scalar at an offset, percent-encoded or not, and where it ends.
    private static func scalar(in text: [UInt8], at start: Int) -> (UInt32, end: Int) {
        let (first, next) = byte(in: text, at: start)
        let length = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1
        guard length > 1 else { return (UInt32(first), next) }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        var end = next
        for _ in 1..<length {
            guard end < text.count else { return (UInt32(first), next) }
            let (more, behind) = byte(in: text, at: end)
            guard more & 0xC0 == 0x80 else { return (UInt32(first), next) }
            value = value << 6 | UInt32(more & 0x3F)
            end = behind
        }
        return (value, end)
    }

    private static func byte(in text: [UInt8], at index: Int) -> (UInt8, end: Int) {
        guard text[index] == UInt8(ascii: "%"), index + 2 < text.count, let high = text[index + 1].hexadecimalDigit,
            let low = text[index + 2].hexadecimalDigit
        else { return (text[index], index + 1) }
        return (high << 4 | low, index + 3)
    }
}

extension UInt8 {
    /// What a digit of base 16 counts.
    var hexadecimalDigit: UInt8? {
        switch self {
        case 0x30...0x39: self - 0x30
        case 0x41...0x46: self - 0x37
        case 0x61...0x66: self - 0x57
        default: nil
        }
    }
}
