/// What bytes of UTF-8 are, whatever the language: the one set of such questions for the whole program.
extension UInt8 {
    /// `A`…`Z` and `a`…`z`.
    @inlinable package var isASCIILetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
    /// `0`…`9`.
    @inlinable package var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }
    /// A letter or a digit of ASCII.
    @inlinable package var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }
    /// The signs of ASCII, which a backslash escapes (CommonMark 0.30, section 2.1).
    @inlinable package var isASCIIPunctuation: Bool { self > 0x20 && self < 0x7F && !isASCIIAlphanumeric }
    /// A space or a tab.
    @inlinable package var isSpaceOrTab: Bool { self == 0x20 || self == 0x09 }
    /// A space, a tab, or the end of a line.
    @inlinable package var isSpace: Bool { isSpaceOrTab || self == 0x0A || self == 0x0D }
    /// A letter or digit of ASCII, or a byte of any other character.
    @inlinable package var isWordPart: Bool { isASCIIAlphanumeric || self >= 0x80 }
    /// What keys and identifiers are made of: a letter or digit of ASCII, a dash, an underscore.
    @inlinable package var isTokenPart: Bool {
        isASCIIAlphanumeric || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
    }
    /// Whether it is one of some signs of ASCII, told without a string.
    @inlinable package func isOne(of signs: StaticString) -> Bool {
        UnsafeBufferPointer(start: signs.utf8Start, count: signs.utf8CodeUnitCount).contains(self)
    }
    /// The small letter of a letter of ASCII; any other byte as it is.
    @inlinable package var asciiLowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}
