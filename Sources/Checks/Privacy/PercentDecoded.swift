import Sources

/// A text with its percent-encoding undone, and the way back.
struct PercentDecoded {
    private(set) var bytes: [UInt8] = []
    private var starts: [Int] = []

    /// Decodes a text; nil where no part of a word is encoded in it, as in nearly all.
    init?(_ text: [UInt8]) {
        guard Self.hidesWord(text) else { return nil }
        bytes.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            starts.append(index)
            if let byte = Self.byte(in: text, at: index) {
                bytes.append(byte)
                index += 3
            } else {
                bytes.append(text[index])
                index += 1
            }
        }
        starts.append(text.count)
    }

    /// The bytes of the text that decoded ones came from.
    func origin(of range: Range<Int>) -> Range<Int> { starts[range.lowerBound]..<starts[range.upperBound] }

    private static func hidesWord(_ text: [UInt8]) -> Bool {
        text.withUnsafeBufferPointer { buffer in
            var start = 0
            while let sign = buffer.firstOffset(of: UInt8(ascii: "%"), from: start) {
                if let byte = byte(in: text, at: sign), byte.isTokenPart || byte == UInt8(ascii: ".") { return true }
                start = sign + 1
            }
            return false
        }
    }

    /// What is encoded at an offset; nil where nothing is.
    private static func byte(in text: [UInt8], at index: Int) -> UInt8? {
        guard text[index] == UInt8(ascii: "%"), index + 2 < text.count, let high = text[index + 1].hexadecimalDigit,
            let low = text[index + 2].hexadecimalDigit
        else { return nil }
        return high << 4 | low
    }
}
