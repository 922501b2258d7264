import Foundation

/// Takes the words out of a text as the search finds them: folded to small letters without accents, French and English
/// elisions off, scripts that put no spaces between words as pairs of characters.
///
/// `templates/search.js` does the same with what a reader types; both follow one table of cases.
package struct WordSplitter {
    /// What a character is to a word.
    private enum Kind {
        /// It ends a word.
        case border
        /// It ends a word that may be elided, and begins one: `l'alphabet`, `don't`.
        case apostrophe
        /// It is nothing: an accent of its own, a soft hyphen.
        case none
        /// It is part of a word.
        case letter
        /// It belongs to a script that puts no spaces between words.
        case pair
    }

    /// What longer words of one script have in common is no word: a key, a fingerprint.
    private static let longest = 32

    /// What a character is taken as, in UTF-8.
    private typealias Folded = (bytes: [UInt8], kind: Kind)

    private var folded: [UInt32: [Folded]] = [:]
    private var word: [UInt8] = []
    /// How many characters the word has.
    private var length = 0
    private var isBehindApostrophe = false
    /// The character before, of a script that puts no spaces between words.
    private var pair: [UInt8]?

    /// Begins with nothing.
    package init() {}

    /// Gives the words of a text in UTF-8 to the body, each as often as it stands there.
    ///
    /// - Parameter isHTML: whether tags are no words and entities are characters; what a picture says is left out.
    package mutating func forEach(
        in bytes: UnsafeBufferPointer<UInt8>, isHTML: Bool = false, _ body: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                if let letter = Self.letter(byte) {
                    if pair != nil { endPair(body) }
                    word.append(letter)
                    length += 1
                    index += 1
                } else if isHTML, byte == UInt8(ascii: "<") {
                    take([], .border, body)
                    index = Self.end(ofTag: bytes, from: index)
                } else if isHTML, byte == UInt8(ascii: "&") {
                    take([], .border, body)
                    while index < bytes.count, bytes[index] != UInt8(ascii: ";") { index += 1 }
                    index += 1
                } else {
                    take([], byte == UInt8(ascii: "'") ? .apostrophe : .border, body)
                    index += 1
                }
            } else {
                let (scalar, width) = Self.scalar(in: bytes, at: index)
                index += width
                for (bytes, kind) in fold(scalar) { take(bytes, kind, body) }
            }
        }
        take([], .border, body)
    }

    /// A letter or digit of ASCII, as a small one.
    private static func letter(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39, 0x61...0x7A: byte
        case 0x41...0x5A: byte | 0x20
        default: nil
        }
    }

    private mutating func take(_ bytes: [UInt8], _ kind: Kind, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        switch kind {
        case .none: break
        case .border, .apostrophe:
            if pair != nil { endPair(body) }
            if length > 0 { end(isElided: kind == .apostrophe, body) }
            isBehindApostrophe = kind == .apostrophe
        case .letter:
            if pair != nil { endPair(body) }
            word += bytes
            length += 1
        case .pair:
            end(isElided: false, body)
            if let pair {
                (pair + bytes).withUnsafeBufferPointer(body)
                length = -1
            }
            pair = bytes
        }
    }

    /// A character that stands alone is a word of its own.
    private mutating func endPair(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        if length == 0 { pair?.withUnsafeBufferPointer(body) }
        length = 0
        pair = nil
    }

    private mutating func end(isElided: Bool, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        defer {
            if pair == nil { length = 0 }
            isBehindApostrophe = false
        }
        guard length > 0 else { return }
        defer { word.removeAll(keepingCapacity: true) }
        guard length <= Self.longest, !(isElided && (length == 1 || Self.elided.contains(word))),
            !(isBehindApostrophe && Self.enclitics.contains(word))
        else { return }
        word.withUnsafeBufferPointer(body)
    }

    /// What French leaves before an apostrophe, and English behind one.
    private static let elided = ["qu", "lorsqu", "puisqu", "jusqu", "quoiqu", "presqu"].map { Array($0.utf8) }
    private static let enclitics = ["s", "t", "d", "m", "ll", "re", "ve"].map { Array($0.utf8) }

    // MARK: Characters

    private mutating func fold(_ scalar: Unicode.Scalar) -> [Folded] {
        if let known = folded[scalar.value] { return known }
        let made = Self.folding(of: scalar)
        folded[scalar.value] = made
        return made
    }

    private static func folding(of scalar: Unicode.Scalar) -> [Folded] {
        let decomposed = String(Character(scalar)).decomposedStringWithCompatibilityMapping.unicodeScalars
        var bare = String.UnicodeScalarView()
        bare.append(contentsOf: decomposed.filter { !isAccent($0) })
        var lower = String(bare).precomposedStringWithCanonicalMapping.lowercased()
        for (letter, plain) in plainLetters { lower = lower.replacing(letter, with: plain) }
        return lower.unicodeScalars.filter { !isAccent($0) }.map { (Array(String($0).utf8), kind(of: $0)) }
    }

    private static let plainLetters = [
        ("œ", "oe"), ("æ", "ae"), ("ø", "o"), ("ł", "l"), ("đ", "d"), ("ð", "d"), ("þ", "th"), ("ß", "ss"), ("ı", "i"),
    ]

    /// Latin, Greek and Cyrillic accents, and the vowel signs of Arabic and Hebrew, which most texts leave out.
    private static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x300...0x36F, 0x5B0...0x5BD, 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7, 0x640, 0x64B...0x65F, 0x670: true
        default: false
        }
    }

    private static func kind(of scalar: Unicode.Scalar) -> Kind {
        switch scalar.value {
        case 0x2019, 0x27: return .apostrophe
        case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: return .none
        case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005...0x3007, 0x3040...0x30FF, 0x31F0...0x31FF,
            0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7AF, 0x20000...0x3FFFF:
            return isWord(scalar) ? .pair : .border
        default: return isWord(scalar) ? .letter : .border
        }
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
            true
        default: false
        }
    }

    // MARK: Bytes

    /// The character that begins at a byte; U+FFFD where that is none, one byte long.
    private static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (Unicode.Scalar, Int) {
        let first = bytes[index]
        let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
        guard width > 1, index + width <= bytes.count else { return ("\u{FFFD}", 1) }
        var value = UInt32(first) & (0xFF >> UInt32(width + 1))
        for byte in bytes[(index + 1)..<(index + width)] { value = value << 6 | UInt32(byte & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
    }

    /// The offset behind a tag; behind all of a picture, whose words stand beside it.
    private static func end(ofTag bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start + 1
        let isPicture = bytes[index...].starts(with: "svg".utf8)
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: ">") {
                index += 1
                if !isPicture || bytes[..<index].suffix(6).elementsEqual("</svg>".utf8) { return index }
            } else {
                index += 1
            }
        }
        return index
    }
}
