/// A short number that stands for a text: the same for the same text, on every system and in every version.
///
/// It is FNV-1a with 64 bits (Fowler, Noll and Vo; draft-eastlake-fnv, section 2). It tells changes from no changes
/// and is no protection against attacks: two texts with the same number are an accident, one in 10¹⁹.
public struct Fingerprint: RawRepresentable, Sendable, Hashable {
    /// The number.
    public var rawValue: UInt64

    /// Takes a number as it is.
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// The fingerprint of nothing, to begin with.
    @inlinable public init() { rawValue = 0xCBF2_9CE4_8422_2325 }

    /// The fingerprint of several texts; where one ends and the next begins makes a difference.
    public init(of texts: String...) {
        self.init()
        for text in texts {
            for byte in text.utf8 { combine(byte) }
            // No UTF-8 has this byte.
            combine(0xFF)
        }
    }

    /// Adds a byte.
    @inlinable public mutating func combine(_ byte: UInt8) {
        rawValue = (rawValue ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    /// Adds another fingerprint.
    public mutating func combine(_ other: Fingerprint) {
        for shift in stride(from: 0, to: 64, by: 8) {
            combine(UInt8(truncatingIfNeeded: other.rawValue >> UInt64(shift)))
        }
    }

    /// Sixteen hexadecimal digits, lower case.
    public var text: String {
        let digits = String(rawValue, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }

    /// Reads what `text` writes.
    public init?(_ digits: ArraySlice<UInt8>) {
        guard digits.count == 16 else { return nil }
        var number: UInt64 = 0
        for digit in digits {
            switch digit {
            case 0x30...0x39: number = number << 4 | UInt64(digit - 0x30)
            case 0x61...0x66: number = number << 4 | UInt64(digit - 0x61 + 10)
            default: return nil
            }
        }
        self.init(rawValue: number)
    }
}
