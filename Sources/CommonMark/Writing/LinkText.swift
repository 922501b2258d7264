/// Addresses and titles as they are written behind a link's text (CommonMark 0.30, section 6.3).
enum LinkText {
    /// Whether libcmark writes an address and a title so that they are read as they are.
    static func isPlain(_ url: UnsafePointer<UInt8>?, title: UnsafePointer<UInt8>?) -> Bool {
        if let title {
            for byte in bytes(title) where byte < 0x20 || "\"\\&|<>`".utf8.contains(byte) { return false }
        }
        guard let url else { return title == nil }
        for byte in bytes(url) where !isPlainAddress(byte) { return false }
        return true
    }

    /// What follows a link's text: `](address "title")`.
    static func tail(_ url: UnsafePointer<UInt8>?, title: UnsafePointer<UInt8>?, isInTable: Bool) -> [UInt8] {
        var written = Array("](".utf8)
        let address = url.map { Array(bytes($0)) } ?? []
        if needsBrackets(address) || (address.isEmpty && title != nil) {
            written.append(UInt8(ascii: "<"))
            written += escaped(address, quote: UInt8(ascii: ">"), isInTable: isInTable)
            written.append(UInt8(ascii: ">"))
        } else {
            written += escaped(address, quote: nil, isInTable: isInTable)
        }
        if let title {
            written += " \"".utf8
            written += escaped(Array(bytes(title)), quote: UInt8(ascii: "\""), isInTable: isInTable)
            written.append(UInt8(ascii: "\""))
        }
        written.append(UInt8(ascii: ")"))
        return written
    }

    /// `<address>`; nil where the text is another one or the address cannot be written so (section 6.5).
    static func autolink(to url: UnsafePointer<UInt8>, text: UnsafePointer<UInt8>, isInTable: Bool) -> [UInt8]? {
        let address = Array(bytes(url))
        let words = Array(bytes(text))
        let mail = Array("mailto:".utf8)
        let isMail = address.starts(with: mail) && address.dropFirst(mail.count).elementsEqual(words)
        guard isMail ? isMailAddress(words) : address == words && hasScheme(address) else { return nil }
        for byte in words where byte <= 0x20 || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") { return nil }
        // Entities are read in an autolink, but a backslash is no escape there.
        var written: [UInt8] = [UInt8(ascii: "<")]
        for (index, byte) in words.enumerated() {
            if byte == UInt8(ascii: "|"), isInTable { written.append(UInt8(ascii: "\\")) }
            written += byte == UInt8(ascii: "&") && mayBeginEntity(words[index...]) ? Array("&amp;".utf8) : [byte]
        }
        written.append(UInt8(ascii: ">"))
        return written
    }

    /// Escapes what would be read otherwise in an address, a title or the words behind a fence.
    ///
    /// - Parameter quote: what the text ends with, if anything does.
    static func escaped(_ text: [UInt8], quote: UInt8?, isInTable: Bool) -> [UInt8] {
        var written: [UInt8] = []
        written.reserveCapacity(text.count + 4)
        for (index, byte) in text.enumerated() {
            switch byte {
            case UInt8(ascii: "\\"): written += "\\\\".utf8
            case UInt8(ascii: "&") where mayBeginEntity(text[index...]): written += "&amp;".utf8
            case UInt8(ascii: "<") where quote == UInt8(ascii: ">"): written += "\\<".utf8
            case UInt8(ascii: "|") where isInTable: written += "\\|".utf8
            case 0..<0x20: written += "&#\(byte);".utf8
            case quote: written += [UInt8(ascii: "\\"), byte]
            default: written.append(byte)
            }
        }
        return written
    }

    private static func bytes(_ text: UnsafePointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: text, count: text.count)
    }

    private static func isPlainAddress(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "&"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"),
            UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "\\"), UInt8(ascii: "]"), UInt8(ascii: "`"),
            UInt8(ascii: "|"), 0x7F:
            false
        default: true
        }
    }

    /// Whether an address can only stand between angle brackets.
    private static func needsBrackets(_ address: [UInt8]) -> Bool {
        var depth = 0
        for byte in address {
            if byte <= 0x20 || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == 0x7F { return true }
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") { depth -= 1 }
            // libcmark follows 31 open parentheses.
            if depth < 0 || depth > 31 { return true }
        }
        return depth != 0
    }

    private static func mayBeginEntity(_ text: ArraySlice<UInt8>) -> Bool {
        let name = text.dropFirst().prefix { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "#") }
        return !name.isEmpty && name.endIndex < text.endIndex && text[name.endIndex] == UInt8(ascii: ";")
    }

    /// A letter, then 1 to 31 letters, digits, `+`, `.` and `-`, then a colon.
    private static func hasScheme(_ address: [UInt8]) -> Bool {
        guard let colon = address.firstIndex(of: UInt8(ascii: ":")), (2...32).contains(colon), address[0].isASCIILetter
        else {
            return false
        }
        return address[..<colon].allSatisfy {
            $0.isASCIIAlphanumeric || "+.-".utf8.contains($0)
        }
    }

    private static func isMailAddress(_ text: [UInt8]) -> Bool {
        let parts = text.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty else { return false }
        let isWord = { (byte: UInt8) in byte.isASCIIAlphanumeric }
        let labels = parts[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts[0].allSatisfy { isWord($0) || ".-_+".utf8.contains($0) }
            && labels.allSatisfy { label in !label.isEmpty && label.count < 64 && label.allSatisfy(isWord) }
    }
}
