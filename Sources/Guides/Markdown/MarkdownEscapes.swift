import CommonMark
import Sources

/// Escapes for the places of Markdown that are no prose.
package enum MarkdownEscapes {
    /// An address, bare or between angle brackets: what could end it is escaped.
    package static func address(_ address: [UInt8]) -> [UInt8] {
        var escaped: [UInt8] = []
        for (index, byte) in address.enumerated() {
            switch byte {
            case 0x00...0x20, 0x7F:
                escaped += "%\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))".utf8
            case UInt8(ascii: "`"): escaped += "&#96;".utf8
            case UInt8(ascii: "&"):
                escaped += (beginsReference(address, index) ? "&amp;" : "&").utf8
            case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
                UInt8(ascii: "|"):
                escaped += [UInt8(ascii: "\\"), byte]
            default: escaped.append(byte)
            }
        }
        return escaped
    }

    /// The title of a link or an image, between whatever signs.
    ///
    /// - Parameter isLast: whether the sign that closes it follows.
    package static func title(_ title: [UInt8], isLast: Bool = true) -> [UInt8] {
        var escaped: [UInt8] = []
        for (index, byte) in title.enumerated() {
            switch byte {
            case 0x0A, 0x0D: escaped.append(0x20)
            case UInt8(ascii: "`"): escaped += "&#96;".utf8
            // libcmark takes the longest title that there can be, and an escaped backslash for one that escapes the sign
            // behind it. Elsewhere it reads references first, and escapes in what they stand for.
            case UInt8(ascii: "\\"):
                escaped += (isLast && index == title.count - 1 ? "&#92;" : "\\\\").utf8
            case UInt8(ascii: "&"): escaped += (beginsReference(title, index) ? "&amp;" : "&").utf8
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "|"):
                escaped += [UInt8(ascii: "\\"), byte]
            default: escaped.append(byte)
            }
        }
        return escaped
    }

    /// The words behind a fence.
    static func info(_ info: [UInt8]) -> [UInt8] {
        var escaped: [UInt8] = []
        for (index, byte) in info.enumerated() where byte != UInt8(ascii: "`") {
            switch byte {
            case 0x0A, 0x0D: escaped.append(0x20)
            case UInt8(ascii: "&"): escaped += (beginsReference(info, index) ? "&amp;" : "&").utf8
            // A tilde would make a fence of tildes longer.
            case UInt8(ascii: "\\"), UInt8(ascii: "~"): escaped += [UInt8(ascii: "\\"), byte]
            default: escaped.append(byte)
            }
        }
        return escaped
    }

    /// Whether a `&` and what follows is, or may become, a reference to a character.
    private static func beginsReference(_ bytes: [UInt8], _ index: Int) -> Bool {
        var end = index + 1
        while end < bytes.count, bytes[end].isASCIIAlphanumeric || bytes[end] == UInt8(ascii: "#") { end += 1 }
        return end == bytes.count || bytes[end] == UInt8(ascii: ";")
    }

    /// Whether an address can stand between angle brackets as it is (CommonMark 0.30, section 6.5).
    static func isAutolink(_ address: [UInt8]) -> Bool {
        for (index, byte) in address.enumerated() {
            switch byte {
            case 0x00...0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "`"),
                UInt8(ascii: "\\"):
                return false
            case UInt8(ascii: "&"): if beginsReference(address, index) { return false }
            default: break
            }
        }
        return true
    }
}
