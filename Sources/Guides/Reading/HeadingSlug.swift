import Foundation
import Sources

/// An ID made of the words of a title: lower case, without accents and placeholders, dashes between words.
package enum HeadingSlug {
    /// A longer one ends with its last whole word.
    private static let mostBytes = 72

    /// The ID; empty where no word of the title has a letter that could be spelt in ASCII.
    package static func make(_ title: String) -> String {
        var slug: [UInt8] = []
        var text = title.utf8.allSatisfy { $0 < 0x80 } ? title : folded(title)
        text.withUTF8 { append($0, to: &slug) }
        while slug.last == dash { slug.removeLast() }
        if slug.count > mostBytes {
            slug.removeLast(slug.count - mostBytes)
            if let end = slug.lastIndex(of: dash) { slug.removeLast(slug.count - end) }
        }
        return String(decoding: slug, as: UTF8.self)
    }

    private static let dash = UInt8(ascii: "-")

    private static func append(_ text: UnsafeBufferPointer<UInt8>, to slug: inout [UInt8]) {
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: "{"), text.holds("{{", at: index), let end = end(ofPlaceholder: text, from: index) {
                index = end
                continue
            }
            index += 1
            if byte.isASCIILetter || byte.isASCIIDigit && !slug.isEmpty {
                slug.append(byte | 0x20)
            } else if !(byte == UInt8(ascii: "'") && isEnding(text, from: index)), let last = slug.last, last != dash {
                slug.append(dash)
            }
        }
    }

    /// The offset behind a placeholder that begins here.
    private static func end(ofPlaceholder text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard let close = text.firstOffset(of: UInt8(ascii: "}"), from: start) else { return nil }
        return close + 1 < text.count && text[close + 1] == UInt8(ascii: "}") ? close + 2 : nil
    }

    /// Whether the end of an English word stands behind an apostrophe: `what's`, `don't`.
    private static func isEnding(_ text: UnsafeBufferPointer<UInt8>, from index: Int) -> Bool {
        guard index < text.count, text[index] | 0x20 == UInt8(ascii: "s") || text[index] | 0x20 == UInt8(ascii: "t")
        else { return false }
        return index + 1 == text.count || !text[index + 1].isASCIILetter
    }

    /// A text in ASCII as far as it can be spelt so: without accents, in Latin letters, with plain apostrophes.
    private static func folded(_ text: String) -> String {
        let latin = text.unicodeScalars.allSatisfy { $0.value < 0x250 || $0.value >= 0x2000 && $0.value < 0x2E80 }
        let spelt = latin ? text : text.applyingTransform(.toLatin, reverse: false) ?? text
        var folded = ""
        for scalar in spelt.decomposedStringWithCompatibilityMapping.unicodeScalars {
            if let letters = letters[scalar] {
                folded += letters
            } else if !scalar.properties.generalCategory.isDropped {
                folded.unicodeScalars.append(scalar)
            }
        }
        return folded
    }

    /// What has no parts in Unicode but is spelt with several letters, or another one.
    private static let letters: [Unicode.Scalar: String] = [
        "œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d",
        "Đ": "d",
        "ı": "i", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "\u{2019}": "'",
    ]
}

extension Unicode.GeneralCategory {
    /// Accents, and the signs of a transliteration.
    fileprivate var isDropped: Bool {
        switch self {
        case .nonspacingMark, .spacingMark, .enclosingMark, .modifierLetter: true
        default: false
        }
    }
}
