import Sources

/// The text of a message's bytes, as programs and terminals write them into files.
public enum MessageEncoding {
    /// Reads UTF-8, UTF-16 with its mark or without (PowerShell and Notepad), and else Windows-1252, which has all of
    /// Latin-1's characters.
    public static func text(_ bytes: [UInt8]) -> String {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(decoding: bytes.dropFirst(3), as: UTF8.self) }
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), isBig: false) }
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), isBig: true) }
        let (even, odd) = zeros(bytes.prefix(1000))
        if bytes.count > 3, odd * 4 > min(bytes.count, 1000), even == 0 { return utf16(bytes[...], isBig: false) }
        if bytes.count > 3, even * 4 > min(bytes.count, 1000), odd == 0 { return utf16(bytes[...], isBig: true) }
        return String(validating: bytes, as: UTF8.self) ?? (isFromConsole(bytes) ? console(bytes) : windows1252(bytes))
    }

    /// How many bytes are zero at even and at odd places: of Latin letters in UTF-16, every other is.
    private static func zeros(_ bytes: ArraySlice<UInt8>) -> (even: Int, odd: Int) {
        var counts = [0, 0]
        for (index, byte) in bytes.enumerated() where byte == 0 { counts[index & 1] += 1 }
        return (counts[0], counts[1])
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, isBig: Bool) -> String {
        let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return isBig ? first << 8 | second : second << 8 | first
        }
        return String(decoding: units, as: UTF16.self)
    }

    /// What Windows-1252 has at 0x80 to 0x9F (the WHATWG's Encoding Standard, index windows-1252).
    private static let special = Array("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

    /// What Windows' consoles have from 0x80 on in Western Europe (code page 850).
    private static let console = Array(
        ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐"
            + "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}").unicodeScalars)

    /// Whether a text has, in the midst of its words, letters of that code page that are signs in Windows-1252: more than it
    /// has letters of the latter.
    private static func isFromConsole(_ bytes: [UInt8]) -> Bool {
        var (console, windows) = (0, 0)
        for index in bytes.indices.dropFirst().dropLast()
        where bytes[index - 1].isASCIILetter && bytes[index + 1].isASCIILetter {
            switch bytes[index] {
            case 0x81...0x85, 0x87...0x89, 0x8B, 0x8D, 0x90, 0x93...0x94, 0xA1...0xA4: console += 1
            case 0xC0...0xFF: windows += 1
            default: break
            }
        }
        return console > windows
    }

    private static func console(_ bytes: [UInt8]) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: bytes.lazy.map { $0 < 0x80 ? Unicode.Scalar($0) : console[Int($0) - 0x80] })
        return String(text)
    }

    /// The byte that Windows-1252 has for a character.
    static func windows1252(_ scalar: Unicode.Scalar) -> UInt8? {
        if let place = special.firstIndex(of: scalar) { return UInt8(0x80 + place) }
        return UInt8(exactly: scalar.value)
    }

    private static func windows1252(_ bytes: [UInt8]) -> String {
        var text = String.UnicodeScalarView()
        text.append(
            contentsOf: bytes.lazy.map { byte in
                (0x80...0x9F).contains(byte) ? special[Int(byte) - 0x80] : Unicode.Scalar(byte)
            })
        return String(text)
    }
}
