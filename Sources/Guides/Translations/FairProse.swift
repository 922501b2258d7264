import Foundation
import Sources

/// Feeds prose to a fingerprint so that what typography alone would change makes no difference: kinds of spaces, quotes
/// and dashes, the space before a sign, groups of digits, normal forms of Unicode.
package struct FairProse {
    package internal(set) var fingerprint = Fingerprint()
    /// Whether a space is due, should more text follow.
    private var owesSpace = false
    /// Whether the last byte is one behind which a space is typography: an opening quotation, a dash.
    private var swallowsSpace = false
    /// The last byte that was fed in; zero behind what is no prose.
    private var last: UInt8 = 0

    package init() {}

    /// Adds a byte that is not prose.
    package mutating func sign(_ byte: UInt8) {
        fingerprint.combine(byte)
        swallowsSpace = false
        last = 0
    }

    /// Adds a space, should more text follow.
    package mutating func addSpace() { owesSpace = true }

    /// Adds the space that is due, or forgets it at the edge of a block.
    package mutating func settle(isBlock: Bool) {
        if owesSpace, !isBlock, !swallowsSpace { fingerprint.combine(0x20) }
        owesSpace = false
        swallowsSpace = false
    }

    /// Adds prose.
    package mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        // Accents that are characters of their own begin with one of two bytes.
        if bytes.contains(where: { $0 == 0xCC || $0 == 0xCD }) {
            let text = String(decoding: bytes, as: UTF8.self).precomposedStringWithCanonicalMapping
            return Array(text.utf8).withUnsafeBufferPointer { addComposed($0) }
        }
        addComposed(bytes)
    }

    private mutating func addComposed(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case 0x20, 0x09, 0x0A:
                owesSpace = true
                index += 1
            case UInt8(ascii: "-"):
                addDash()
                index += 1
            case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "%"):
                owesSpace = false
                put(byte)
                index += 1
            case 0xC2, 0xE2, 0xE3, 0xEF:
                index += addSign(bytes, at: index)
            default:
                put(byte)
                index += 1
            }
        }
    }

    /// Adds a character that may be a space, a quote or a dash; returns its length in bytes.
    private mutating func addSign(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let second = index + 1 < bytes.count ? bytes[index + 1] : 0
        let third = index + 2 < bytes.count ? bytes[index + 2] : 0
        switch (bytes[index], second, third) {
        case (0xC2, 0xA0, _):
            owesSpace = true
            return 2
        // A soft hyphen is not to be seen.
        case (0xC2, 0xAD, _): return 2
        case (0xC2, 0xAB, _):
            put(UInt8(ascii: "\""))
            swallowsSpace = true
            return 2
        case (0xC2, 0xBB, _):
            owesSpace = false
            put(UInt8(ascii: "\""))
            return 2
        case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
            owesSpace = true
        // Places to break a line, or not to; a byte order mark.
        case (0xE2, 0x80, 0x8B), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): break
        case (0xE2, 0x80, 0x90...0x95), (0xE2, 0x88, 0x92): addDash()
        case (0xE2, 0x80, 0x98...0x9B), (0xE2, 0x80, 0xB9), (0xE2, 0x80, 0xBA): put(UInt8(ascii: "'"))
        case (0xE2, 0x80, 0x9C...0x9F): put(UInt8(ascii: "\""))
        case (0xE2, 0x80, 0xA6): for _ in 0..<3 { put(UInt8(ascii: ".")) }
        default:
            put(bytes[index])
            return 1
        }
        return 3
    }

    /// One dash is like another, and like two or three; with spaces around it or without.
    private mutating func addDash() {
        owesSpace = false
        if last != UInt8(ascii: "-") { put(UInt8(ascii: "-")) }
        swallowsSpace = true
    }

    private mutating func put(_ byte: UInt8) {
        // Digits are grouped by a space, or are not.
        if owesSpace, !swallowsSpace, !(byte.isASCIIDigit && last.isASCIIDigit) { fingerprint.combine(0x20) }
        owesSpace = false
        swallowsSpace = false
        fingerprint.combine(byte)
        last = byte
    }
}
