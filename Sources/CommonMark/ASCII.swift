/// The letters and digits of ASCII, which names, addresses and numbers are made of, whatever the language.
extension UInt8 {
    /// `A`…`Z` and `a`…`z`.
    @inlinable package var isASCIILetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
    /// `0`…`9`.
    @inlinable package var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }
    /// A letter or a digit of ASCII.
    @inlinable package var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }
}
