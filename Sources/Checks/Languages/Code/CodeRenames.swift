import CommonMark
import Sources

/// The names in a page's code that its translation has its own words for: of a collection of dogs one of `chiens`.
///
/// Such a name is found wherever the source has its own, twice at the least, and the source's nowhere. What a program
/// knows by its name is none: words of the language, methods, options.
struct CodeRenames {
    /// How often each word stands in the blocks of code.
    private let own: [String: Int]
    private let theirs: [String: Int]

    init(_ translation: EditionText, _ source: EditionText) {
        (own, theirs) = (Self.words(of: translation), Self.words(of: source))
    }

    /// Whether two pieces of code are the same but for such names.
    func explain(_ code: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
        let (words, others) = (Self.words(in: code), Self.words(in: other))
        guard !words.isEmpty, words.count == others.count,
            Self.signs(code, around: words) == Self.signs(other, around: others)
        else { return false }
        return zip(words, others).allSatisfy { word, otherWord in
            code[word] == other[otherWord]
                || isRename(
                    String(decoding: code[word], as: UTF8.self), String(decoding: other[otherWord], as: UTF8.self))
        }
    }

    private func isRename(_ word: String, _ other: String) -> Bool {
        guard let count = own[word], count > 1, theirs[other] == count, own[other] == nil, theirs[word] == nil else {
            return false
        }
        // A plural, or another spelling, is a slip.
        return word.lowercased() != other.lowercased() && !word.hasPrefix(other) && !other.hasPrefix(word)
    }

    // MARK: Words

    private static func words(of text: EditionText) -> [String: Int] {
        var words: [String: Int] = [:]
        var known: Set<String> = []
        for block in text.blocks {
            let isBlock = block.node?.kind == .codeBlock
            for run in text.runs[block.runs] where run.kind == .code {
                let code = text.bytes[run.range]
                for range in Self.words(in: code) {
                    let word = String(decoding: code[range], as: UTF8.self)
                    // A code within the text is no reason to take it for a name, and one not to.
                    words[word, default: 0] += isBlock ? 1 : 0
                    if isKnown(range, in: code) { known.insert(word) }
                }
            }
        }
        for word in known { words[word] = 0 }
        return words
    }

    /// Whether a word means something to a program: an option, a method that is called, a number.
    private static func isKnown(_ word: Range<Int>, in code: ArraySlice<UInt8>) -> Bool {
        let before = word.lowerBound > code.startIndex ? code[word.lowerBound - 1] : 0x20
        let after = word.upperBound < code.endIndex ? code[word.upperBound] : 0x20
        return code[word.lowerBound] == UInt8(ascii: "-") || code[word.lowerBound].isASCIIDigit
            || before == UInt8(ascii: ".") && after == UInt8(ascii: "(")
            || keywords.contains(String(decoding: code[word], as: UTF8.self))
    }

    private static let keywords: Set<String> = [
        "abstract", "async", "await", "break", "case", "catch", "class", "const", "continue", "def", "default",
        "delete",
        "do", "elif", "else", "enum", "export", "extends", "false", "finally", "fn", "for", "from", "func", "function",
        "if", "import", "interface", "let", "module", "new", "nil", "none", "null", "package", "private", "public",
        "require", "return", "static", "struct", "super", "switch", "this", "throw", "true", "try", "type", "undefined",
        "use", "var", "void", "while", "with", "yield",
    ]

    private static func isPart(_ byte: UInt8) -> Bool {
        byte.isWordPart || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }

    private static func words(in code: ArraySlice<UInt8>) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var index = code.startIndex
        while index < code.endIndex {
            guard isPart(code[index]) else {
                index += 1
                continue
            }
            let start = index
            while index < code.endIndex, isPart(code[index]) { index += 1 }
            words.append(start..<index)
        }
        return words
    }

    private static func signs(_ code: ArraySlice<UInt8>, around words: [Range<Int>]) -> [UInt8] {
        var signs: [UInt8] = []
        var start = code.startIndex
        for word in words {
            signs += code[start..<word.lowerBound] + [0]
            start = word.upperBound
        }
        return signs + code[start...]
    }
}
