import Foundation

/// Characters as they are compared: without regard to case, and canonically equal ones are equal, compatible ones as
/// well (Unicode, chapters 3.11 and 3.13): `É` is `é`, however it is composed, `：` is `:`, `…` is `...`, `٣` is `3`.
struct FoldedCharacters {
    /// For each character of the basic plane, where its folded form lies, once somebody asked.
    private var slots: [UInt32] = []
    private var pool: [UInt8] = []

    /// Appends the folded form of a character that is not ASCII.
    ///
    /// - Returns: whether it is part of a word that others could go on.
    mutating func append(_ scalar: UInt32, to bytes: inout [UInt8]) -> Bool {
        guard scalar < 0x10000 else {
            let (folded, isWord) = Self.fold(scalar)
            bytes += folded
            return isWord
        }
        if slots.isEmpty { slots = [UInt32](repeating: 0, count: 0x10000) }
        var slot = slots[Int(scalar)]
        if slot == 0 {
            let (folded, isWord) = Self.fold(scalar)
            // Where it begins, its length, and whether it is part of a word; nothing is zero.
            slot = UInt32(pool.count) << 8 | UInt32(folded.count) << 2 | (isWord ? 2 : 0) | 1
            pool += folded
            slots[Int(scalar)] = slot
        }
        let start = Int(slot >> 8)
        for index in start..<(start + Int(slot >> 2 & 0x3F)) { bytes.append(pool[index]) }
        return slot & 2 != 0
    }

    private static func fold(_ scalar: UInt32) -> ([UInt8], Bool) {
        guard let scalar = Unicode.Scalar(scalar) else { return ([], false) }
        if scalar.properties.numericType == .decimal, let digit = scalar.properties.numericValue {
            return ([UInt8(ascii: "0") + UInt8(digit)], isWord(scalar))
        }
        let cased = String(scalar).uppercased().lowercased()
        let folded = cased.decomposedStringWithCompatibilityMapping.lowercased()
        // Turkish has an i with its dot among the capitals, which no other i keeps.
        let text = folded.unicodeScalars.filter { $0 != " " && $0 != "\u{307}" }
        return (Array(String(String.UnicodeScalarView(text)).utf8.prefix(60)), isWord(scalar))
    }

    /// Letters, digits and marks; not those of scripts that write no spaces, where every character is a border.
    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1100...0x11FF, 0x1780...0x17FF, 0x2E80...0xA4CF, 0xA960...0xA97F,
            0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x1F000...:
            return false
        default: break
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
            return true
        default: return false
        }
    }
}
