/// Text that libcmark reads as it stands.
enum PlainText {
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
