/// Encodings other than UTF-8 that editors save files in, told by their bytes.
package enum TextEncoding: String, Sendable {
    case utf16 = "UTF-16"
    case utf32 = "UTF-32"
    case singleByte = "Windows-1252 or Latin-1"

    /// The encoding of a text with two or four bytes to a character: by its byte order mark, or by the zero bytes that
    /// such texts are full of and others have none of; nil for any other.
    package init?(of bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count >= 2 else { return nil }
        let first = (bytes[0], bytes[1])
        if bytes.count >= 4 {
            let next = (bytes[2], bytes[3])
            if first == (0xFF, 0xFE) && next == (0, 0) || first == (0, 0) && next == (0xFE, 0xFF) {
                self = .utf32
                return
            }
        }
        if first == (0xFF, 0xFE) || first == (0xFE, 0xFF) {
            self = .utf16
            return
        }
        // Latin letters leave every second byte zero, the even or the odd ones.
        guard first.0 == 0 || first.1 == 0, bytes.count >= 8 else { return nil }
        let start = bytes.prefix(64)
        let zeros = [0, 1].map { parity in start.indices.count { $0 % 2 == parity && start[$0] == 0 } }
        guard max(zeros[0], zeros[1]) * 4 > start.count, min(zeros[0], zeros[1]) * 8 < start.count else { return nil }
        self = .utf16
    }
}
