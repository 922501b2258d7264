import CCmark

/// Text that libcmark reads as it stands.
enum PlainText {
    /// A text that is all code, emphasis or strong, and plain between its delimiters: as cells of tables often are.
    ///
    /// - Returns: the type of its node and where the text stands in it; nil where there is any doubt.
    static func delimited(
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> (type: cmark_node_type, text: UnsafeBufferPointer<UInt8>)? {
        guard bytes.count > 2, let mark = bytes.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "*") else {
            return nil
        }
        let isStrong = mark == UInt8(ascii: "*") && bytes[1] == mark
        let width = isStrong ? 2 : 1
        guard bytes.count > 2 * width, bytes.suffix(width).allSatisfy({ $0 == mark }) else { return nil }
        let inner = UnsafeBufferPointer(rebasing: bytes[width..<(bytes.count - width)])
        // A letter at both ends: what stands there opens and closes, whatever the rest of the rules are. A mark of three
        // bytes that begins with 0xEE is for private use, and counts as a letter.
        guard let first = inner.first, let last = inner.last, first.isASCIIAlphanumeric || first == 0xEE,
            last.isASCIIAlphanumeric, isPlain(inner)
        else { return nil }
        return (mark == UInt8(ascii: "`") ? CMARK_NODE_CODE : isStrong ? CMARK_NODE_STRONG : CMARK_NODE_EMPH, inner)
    }

    /// Whether some bytes within a line are a single text, whatever is around them: UTF-8 without any character that can
    /// be part of an inline construct (CommonMark 0.30, section 6). False where there is any doubt.
    static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var isASCII = true
        for byte in bytes {
            switch byte {
            case 0..<0x20, UInt8(ascii: "`"), UInt8(ascii: "\\"), UInt8(ascii: "&"), UInt8(ascii: "<"),
                UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "!"):
                return false
            case 0x80...: isASCII = false
            default: break
            }
        }
        return isASCII || String(validating: bytes, as: UTF8.self) != nil
    }
}
