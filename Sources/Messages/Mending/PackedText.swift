import Foundation
import Sources

/// Text that long words of Base64 hold (RFC 4648).
enum PackedText {
    private static let shortest = 32

    /// A message with such words as the texts that they are; nil where there are none.
    static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        let bare = bytes.filter { !$0.isSpace }
        let isWhole = bare.allSatisfy { isDigit($0) || $0 == UInt8(ascii: "=") }
        return isWhole ? bare.withUnsafeBufferPointer { unpacked($0) } : unpacked(bytes)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte.isASCIIAlphanumeric || byte.isOne(of: "+/-_") }

    private static func unpacked(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        var output: [UInt8] = []
        var isPacked = false
        var index = 0
        while index < bytes.count {
            let start = index
            while index < bytes.count, isDigit(bytes[index]) { index += 1 }
            let word = start..<index
            if word.count >= shortest, let text = inner(bytes[word]) {
                output += text
                isPacked = true
                while index < bytes.count, bytes[index] == UInt8(ascii: "=") { index += 1 }
            } else {
                output += bytes[word]
            }
            if index < bytes.count, !isDigit(bytes[index]) {
                output.append(bytes[index])
                index += 1
            }
        }
        return isPacked ? output : nil
    }

    /// What a word holds, where that is words.
    private static func inner(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8]? {
        var digits = word.map { byte -> UInt8 in
            byte == UInt8(ascii: "-") ? UInt8(ascii: "+") : byte == UInt8(ascii: "_") ? UInt8(ascii: "/") : byte
        }
        while digits.count % 4 > 0 { digits.append(UInt8(ascii: "=")) }
        guard let data = Data(base64Encoded: Data(digits)), data.contains(0x20),
            !data.contains(where: { $0 < 0x09 || (0x0E...0x1F).contains($0) }),
            String(validating: data, as: UTF8.self) != nil
        else { return nil }
        return Array(data)
    }
}
