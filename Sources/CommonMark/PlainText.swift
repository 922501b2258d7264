import Sources

/// Text that libcmark reads as it stands, or as one code, emphasis or strong text: as most cells of tables are.
enum PlainText {
    /// What stands around a text.
    enum Markup: UInt8 {
        case none, code, emphasis, strong
        /// Whatever only libcmark can tell.
        case other

        /// The bytes of a delimiter.
        var width: Int {
            switch self {
            case .none, .other: 0
            case .code, .emphasis: 1
            case .strong: 2
            }
        }
    }

    /// How libcmark reads the whole inline content of a block, if it is that simple; `other` where there is any doubt.
    static func markup(of bytes: UnsafeBufferPointer<UInt8>) -> Markup {
        let markup: Markup
        switch bytes.first {
        case UInt8(ascii: "`"): markup = .code
        case UInt8(ascii: "*"): markup = bytes.count > 1 && bytes[1] == bytes[0] ? .strong : .emphasis
        default: return isPlain(bytes) ? .none : .other
        }
        let width = markup.width
        guard bytes.count > 2 * width else { return .other }
        for index in (bytes.count - width)..<bytes.count where bytes[index] != bytes[0] { return .other }
        let inner = UnsafeBufferPointer(rebasing: bytes[width..<(bytes.count - width)])
        // A letter at both ends: what stands beside it opens and closes, whatever the rest of the rules are. A character
        // that begins with 0xEE is for private use, and no punctuation.
        let (first, last) = (inner[0], inner[inner.count - 1])
        guard first.isASCIIAlphanumeric || first == 0xEE, last.isASCIIAlphanumeric else { return .other }
        return isPlain(inner) ? markup : .other
    }

    /// Whether some bytes within a line are a single text, whatever is around them: UTF-8 without any character that can
    /// be part of an inline construct (CommonMark 0.30, section 6). False where there is any doubt.
    static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var all: UInt8 = 0
        let isPlain = isMarkup.withUnsafeBufferPointer { isMarkup in
            for byte in bytes {
                if isMarkup[Int(byte)] { return false }
                all |= byte
            }
            return true
        }
        return isPlain && (all < 0x80 || String(validating: bytes, as: UTF8.self) != nil)
    }

    /// Whether a byte may be part of an inline construct.
    private static let isMarkup: [Bool] = (0...255).map { byte in
        byte < 0x20 || "`\\&<*_[]!".utf8.contains(UInt8(byte))
    }
}
