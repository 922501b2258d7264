import Sources

/// Addresses that GFM links wherever they stand in a text (GFM 0.29, section 6.9), put together by a value and what stands
/// around it. Mail is linked behind any escape, so an empty comment parts it; others are undone by a reference.
enum MarkdownAddresses {
    /// What a bare address begins with, behind which GFM looks no further back.
    private static let starts = ["http", "https", "ftp", "mailto", "xmpp"].map { Array($0.utf8) }

    /// Whether a byte may stand before the `@` of an address.
    static func isInName(_ byte: UInt8) -> Bool { isInHost(byte) || byte == UInt8(ascii: "+") }

    /// Whether a byte may stand behind the `@` of an address.
    static func isInHost(_ byte: UInt8) -> Bool {
        byte.isASCIIAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
    }

    /// Whether a text that begins with a byte would go on with an address of mail that is written already.
    static func goesOn(_ output: [UInt8], with first: UInt8) -> Bool {
        guard isInHost(first) else { return false }
        var index = output.count - 1
        while index >= 0, isInHost(output[index]) { index -= 1 }
        guard index >= 0, output[index] == UInt8(ascii: "@") else { return false }
        return index == output.count - 1 || index > 0 && isInName(output[index - 1])
    }

    /// Whether the last byte of a text may be part of the beginning of an address, by what follows it.
    static func mayGoOn(_ last: UInt8, _ next: UInt8) -> Bool {
        next == UInt8(ascii: ".") || next == UInt8(ascii: ":") || last.isASCIILetter && next.isASCIILetter
    }

    /// Whether the last byte of a text is part of the beginning of an address, `www.` or `http:` and its like, which ends
    /// behind it: `w` before a `w` or a point, letters of a scheme before others of it or a colon.
    static func begins(_ output: [UInt8], _ last: UInt8, _ next: UInt8) -> Bool {
        let (last, next) = (last.asciiLowercased, next.asciiLowercased)
        if last == UInt8(ascii: "w"), next == UInt8(ascii: "w") || next == UInt8(ascii: ".") { return true }
        guard last.isASCIILetter, next == UInt8(ascii: ":") || next.isASCIILetter else { return false }
        // The word that it ends, as much of it as matters.
        var start = output.count
        while start > 0, output.count - start < 8, output[start - 1].isASCIILetter { start -= 1 }
        let word = output[start...].map(\.asciiLowercased) + [last]
        return starts.contains { scheme in
            scheme.starts(with: word)
                && (word.count < scheme.count ? scheme[word.count] == next : next == UInt8(ascii: ":"))
        }
    }
}
