/// Characters for private use with which the program marks texts of its own, and which no content may hold.
package enum PrivateMark {
    /// Those that are set aside, used or not.
    package static let all: ClosedRange<UInt32> = 0xE000...0xE00F

    /// Stands before a number in the place of a placeholder, while a text is read.
    package static let placeholder: Unicode.Scalar = "\u{E000}"
}
