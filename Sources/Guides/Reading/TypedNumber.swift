import Sources
import Values

/// A number or a letter that was typed into a title, where the program writes its own: `1. Open`, `Step 2: Ask`,
/// `Option A: By form`.
public enum TypedNumber {
    /// What the title belongs to, for each has other words.
    public enum Place: Sendable {
        case section, step, option
    }

    /// How many bytes of a title are such a number, the space behind it included; nil where there is none.
    ///
    /// A title that is nothing but a number is none: there would be nothing left of it.
    public static func length(in title: String, of place: Place, _ language: Language) -> Int? {
        var scanner = Scanner(Array(title.utf8))
        scanner.take(place, language.writing)
        guard let end = scanner.end, end < scanner.bytes.count else { return nil }
        return end
    }

    private struct Scanner {
        let bytes: [UInt8]
        private var index = 0
        /// Where the title proper begins; nil where nothing was typed before it.
        private(set) var end: Int?

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        private var byte: UInt8 { index < bytes.count ? bytes[index] : 0 }

        mutating func take(_ place: Place, _ writing: WritingRules) {
            if takeSymbol() { return }
            let isBracketed = byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[")
            let open = byte
            if isBracketed { index += 1 }
            let word = takeWord(place == .option ? writing.optionWords : place == .step ? writing.stepWords : [])
            if byte == UInt8(ascii: "#") { index += 1 }
            guard takeNumber() || takeLetter(place, isNamed: word) else { return }
            if isBracketed {
                guard byte == (open == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")) else { return }
                index += 1
                takeSpaces()
                _ = takeSeparator()
                return finish()
            }
            let spaces = takeSpaces()
            guard let separator = takeSeparator() else { return }
            // A dash has a space on both sides, and a full stop none before it.
            let isDash = separator == UInt8(ascii: "-") || separator >= 0x80
            guard isDash ? spaces > 0 : word || spaces == 0 || separator == UInt8(ascii: ":") else { return }
            finish()
        }

        /// `1️⃣` and `①`.
        private mutating func takeSymbol() -> Bool {
            let rest = bytes[...]
            if rest.first?.isASCIIDigit == true, rest.dropFirst().starts(with: Array("\u{FE0F}\u{20E3}".utf8)) {
                index = 7
            } else if rest.starts(with: [0xE2, 0x91]), bytes.count > 3, (0xA0...0xB3).contains(bytes[2]) {
                index = 3
            } else {
                return false
            }
            takeSpaces()
            _ = takeSeparator()
            finish()
            return true
        }

        /// A word that names steps or options, and what may stand between it and its number.
        private mutating func takeWord(_ words: [String]) -> Bool {
            var end = index
            while end < bytes.count, bytes[end].isASCIILetter || bytes[end] >= 0x80, !isSpace(at: end) { end += 1 }
            guard end > index, words.contains(String(decoding: bytes[index..<end], as: UTF8.self).lowercased()) else {
                return false
            }
            let start = index
            index = end
            guard takeSpaces() > 0 else {
                index = start
                return false
            }
            for sign in ["n°", "no.", "no", "nº", "№"] where bytes[index...].starts(with: Array(sign.utf8)) {
                index += sign.utf8.count
                takeSpaces()
                break
            }
            return true
        }

        /// Up to two digits, in up to three places: `1`, `12`, `2.1`.
        private mutating func takeNumber() -> Bool {
            let start = index
            for _ in 0..<3 {
                let digits = bytes[index...].prefix { $0.isASCIIDigit }.count
                guard (1...2).contains(digits) else { break }
                index += digits
                guard byte == UInt8(ascii: "."), index + 1 < bytes.count, bytes[index + 1].isASCIIDigit else { break }
                index += 1
            }
            return index > start && !(byte.isASCIIDigit || byte.isASCIILetter)
        }

        /// A single letter, or a Roman number in capitals.
        private mutating func takeLetter(_ place: Place, isNamed: Bool) -> Bool {
            guard place != .section else { return false }
            let letters = bytes[index...].prefix { $0.isASCIILetter }
            let isRoman = letters.count <= 4 && letters.allSatisfy { $0.isOne(of: "IVX") }
            guard letters.count == 1 || letters.count > 1 && isRoman else { return false }
            let next = letters.endIndex < bytes.count ? bytes[letters.endIndex] : 0
            // `A.` begins many a name; `a)` begins a list.
            let isMarked =
                next == UInt8(ascii: ")") || place == .option && next == UInt8(ascii: ".")
                || isRoman && next == UInt8(ascii: ".")
            guard isNamed || isMarked else { return false }
            index += letters.count
            return true
        }

        @discardableResult private mutating func takeSpaces() -> Int {
            var count = 0
            while index < bytes.count, isSpace(at: index) {
                index += bytes[index] == 0x20 ? 1 : bytes[index] == 0xC2 ? 2 : 3
                count += 1
            }
            return count
        }

        private func isSpace(at index: Int) -> Bool {
            bytes[index] == 0x20 || bytes[index...].starts(with: [0xC2, 0xA0])
                || bytes[index...].starts(with: [0xE2, 0x80, 0xAF])
        }

        /// A full stop, a parenthesis, a colon, a slash or a dash, with a space behind it.
        private mutating func takeSeparator() -> UInt8? {
            let first = byte
            var width = 0
            switch first {
            case UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "-"):
                width = 1
            // – and —
            case 0xE2
            where bytes[index...].starts(with: [0xE2, 0x80, 0x93]) || bytes[index...].starts(with: [0xE2, 0x80, 0x94]):
                width = 3
            default: return nil
            }
            guard index + width < bytes.count, isSpace(at: index + width) else { return nil }
            index += width
            takeSpaces()
            // `5 – 10 minutes` is a range, `1 : 50` a ratio.
            if first != UInt8(ascii: "."), first != UInt8(ascii: ")"), byte.isASCIIDigit { return nil }
            return first
        }

        private mutating func finish() {
            takeSpaces()
            end = index
        }
    }
}
