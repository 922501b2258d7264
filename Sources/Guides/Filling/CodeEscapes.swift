import CommonMark

/// `\{{` in code, where the backslash is no escape of CommonMark's but of ours.
enum CodeEscapes {
    static func removed(from bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard bytes.firstOffset(of: UInt8(ascii: "\\")) != nil else { return nil }
        var result: [UInt8]?
        var start = 0
        var index = 0
        while index + 2 < bytes.count {
            if bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "{"),
                bytes[index + 2] == UInt8(ascii: "{")
            {
                result = (result ?? []) + bytes[start..<index]
                start = index + 1
                index += 3
            } else {
                index += 1
            }
        }
        return result.map { $0 + bytes[start...] }
    }

    /// Appends them without the backslashes, if there is one; else nothing.
    static func appendRemoved(from bytes: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) -> Bool {
        guard let removed = removed(from: bytes) else { return false }
        text += removed
        return true
    }

    /// Appends them without the backslashes.
    static func append(_ bytes: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) {
        if !appendRemoved(from: bytes, to: &text) { text.append(contentsOf: bytes) }
    }

    /// The same of a part of an array.
    static func removed(from bytes: ArraySlice<UInt8>) -> [UInt8] {
        bytes.withUnsafeBufferPointer { removed(from: $0) } ?? Array(bytes)
    }
}
