/// What people and programs write in place of a value that nobody should see: `***`, `XXX`, `[REDACTED]`, `<your-org>`,
/// `(ip address)`.
enum Mask {
    private static let words: Set<String> = [
        "redacted", "masked", "censored", "anonymized", "anonymised", "sanitized", "sanitised", "obfuscated",
        "scrubbed",
        "xxx", "masqué", "masquée", "anonymisé", "anonymisée", "zensiert", "geschwärzt",
    ]
    /// These are words of their own, and stand for a value in brackets or in capitals: `[removed]`, `SECRET`.
    private static let looseWords: Set<String> = [
        "hidden", "filtered", "removed", "secret", "private", "deleted", "omitted", "caché", "supprimé", "geheim",
        "entfernt", "oculto", "eliminado", "removido",
    ]
    /// What programs print of a value that is not there.
    private static let nothings: Set<String> = [
        "null", "nil", "none", "undefined", "(null)", "<nil>", "n/a", "-", "?", "nan", "unknown",
    ]

    /// Whether a text is what a program should have put a value for: `%s`, `{0}`, `{{limit}}`, `<%= limit %>`, `$USER`.
    private static func isPlaceholder(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count > 1, let last = bytes.last else { return false }
        switch bytes[0] {
        case UInt8(ascii: "%"): return bytes.count == 2 && last.isOne(of: "sdifvxuq@")
        case UInt8(ascii: "$"):
            return bytes.dropFirst().allSatisfy {
                $0 == UInt8(ascii: "_") || $0.isASCIIDigit || $0.isASCIILetter && $0.asciiLowercased != $0
            } && !bytes[1].isASCIIDigit
        case UInt8(ascii: "{"):
            return last == UInt8(ascii: "}") && !bytes.dropFirst().dropLast().contains { $0.isOne(of: ":,\"") }
        case UInt8(ascii: "<"): return bytes[1] == UInt8(ascii: "%") && last == UInt8(ascii: ">")
        default: return false
        }
    }

    private static let brackets: [Character: Character] = ["<": ">", "[": "]", "(": ")", "{": "}", "＜": "＞", "【": "】"]

    /// Whether a text stands for a value instead of being one.
    ///
    /// - Parameter isText: whether the value may be any text: there brackets alone are no mask.
    static func isMask(_ text: String, isText: Bool) -> Bool {
        guard text.utf8.count <= 96, mayBeMask(text), let first = text.first, let last = text.last else { return false }
        let lower = text.lowercased()
        if isPlaceholder(text) || !isText && nothings.contains(lower) { return true }
        if words.contains(lower) || isFiller(lower) { return true }
        if looseWords.contains(lower) { return text == text.uppercased() }
        if lower.hasPrefix("${") || lower.hasPrefix("$env") { return true }
        if lower.hasPrefix("your") { return !isText }
        if brackets[first] == last {
            if isHostAddress(text) { return false }
            let inner = lower.dropFirst().dropLast()
            let isWord = inner.split(whereSeparator: { !$0.isLetter }).contains {
                words.contains(String($0)) || looseWords.contains(String($0))
            }
            return !isText || isWord || isFiller(String(inner)) || inner.hasPrefix("your")
        }
        // `sk-Ab***9z`, `org-xxxxxxxx`: a part was left. In a text such signs may be its own.
        return !isText && holdsRun(lower)
    }

    /// Whether a text is an address of IPv6 in its brackets (RFC 3986, section 3.2.2), which its port may follow.
    static func isHostAddress(_ text: String) -> Bool {
        guard text.utf8.first == UInt8(ascii: "["), let end = text.utf8.firstIndex(of: UInt8(ascii: "]")) else {
            return false
        }
        let inner = text.utf8[text.utf8.index(after: text.startIndex)..<end]
        let port = text.utf8[text.utf8.index(after: end)...]
        return inner.count { $0 == UInt8(ascii: ":") } > 1
            && inner.allSatisfy { $0.isASCIIDigit || $0.isOne(of: "abcdefABCDEF:.") }
            && (port.isEmpty || port.first == UInt8(ascii: ":") && port.dropFirst().allSatisfy(\.isASCIIDigit))
    }

    /// Whether so many signs stand in a row that fill the place of others.
    private static func holdsRun(_ text: String) -> Bool {
        var (run, previous) = (0, Unicode.Scalar(0))
        for scalar in text.unicodeScalars {
            run = scalar == previous ? run + 1 : 1
            previous = scalar
            switch scalar {
            case "…": return true
            case "*", "•", ".": if run == 3 { return true }
            case "x", "█": if run == 4 { return true }
            default: break
            }
        }
        return false
    }

    /// Whether a text can be a mask: most values are told from one by their bytes.
    private static func mayBeMask(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return false }
        if first.isOne(of: "<[({$%*#?./-:_@+xXyY ") || first >= 0x80 || text.utf8.count < 4 { return true }
        // A word, or a run of signs that stand for others.
        var (isWord, run, previous) = (text.utf8.count <= longestWord, 0, UInt8(0))
        for byte in text.utf8 {
            if byte >= 0x80 { return true }
            let letter = byte.asciiLowercased
            isWord = isWord && byte.isASCIILetter
            run = letter == previous ? run + 1 : 1
            previous = letter
            if run == 3, letter.isOne(of: "*x.") { return true }
        }
        return isWord
    }

    /// The longest of the words, in bytes of UTF-8.
    private static let longestWord = words.union(looseWords).union(nothings).map(\.utf8.count).max() ?? 0

    /// The mask that a text begins with.
    static func beginning(_ text: String) -> String? {
        guard let first = text.first else { return nil }
        var mask: Substring = ""
        if let closing = brackets[first] {
            guard let end = text.firstIndex(of: closing), !text[..<end].contains("\n") else { return nil }
            mask = text[...end]
        } else if text.hasPrefix("**") || text.hasPrefix("••") || text.hasPrefix("██") {
            mask = text.prefix { !$0.isWhitespace && !",;:)".contains($0) }
        }
        return !mask.isEmpty && isMask(String(mask), isText: false) ? String(mask) : nil
    }

    /// Nothing but signs that fill the place of others.
    private static func isFiller(_ text: String) -> Bool {
        var fillers = 0
        for scalar in text.unicodeScalars {
            switch scalar {
            case "*", "x", "#", "•", "█", "▒", "░", "■", "…", "×", "●", "?": fillers += 1
            case ".", "-", ":", "/", "_", "@", " ", "+": break
            default: return false
            }
        }
        return fillers >= 2 || text == "*" || text == "…" || text == "..." || text == "___" || text == "--"
    }
}
