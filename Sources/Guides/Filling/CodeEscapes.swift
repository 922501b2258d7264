import Sources

/// `\{{` in code: CommonMark has no escapes there, so the program removes the backslash.
enum CodeEscapes {
    /// Whether there is one.
    static func occur(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while let backslash = bytes.firstOffset(of: UInt8(ascii: "\\"), from: index) {
            if bytes.holds("{{", at: backslash + 1) { return true }
            index = backslash + 1
        }
        return false
    }

    /// Appends code without such backslashes, and says whether there was one.
    @discardableResult
    static func append(_ bytes: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) -> Bool {
        var copied = 0
        var index = 0
        while let backslash = bytes.firstOffset(of: UInt8(ascii: "\\"), from: index) {
            index = backslash + 1
            guard bytes.holds("{{", at: index) else { continue }
            text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied..<backslash]))
            copied = index
        }
        text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied...]))
        return copied > 0
    }
}
