/// What bytes mean to the checks that read text byte by byte.
extension UInt8 {
    /// A space, a tab, or the end of a line.
    var isSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
    /// A letter or digit of ASCII, or a byte of any other character.
    var isWordPart: Bool { isASCIIAlphanumeric || self >= 0x80 }
}
