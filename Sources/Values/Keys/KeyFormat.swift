import Sources

/// What the API keys and tokens of a provider look like.
///
/// The beginnings are the ones that the providers document for secret scanners; a key is a beginning and at least so
/// many characters of an alphabet behind it.
public struct KeyFormat: Sendable {
    enum Alphabet: Sendable {
        /// Letters and digits.
        case alphanumeric
        /// Letters, digits, dash and underscore, as in Base64 for addresses.
        case token
        /// What tokens are made of, and points.
        case dotted
        /// Capital letters and digits.
        case capitals
        /// Capital letters, digits and dashes.
        case dashed
        /// `0`…`9`, `a`…`f`.
        case hexadecimal
        /// Base64 (RFC 4648, section 4).
        case base64
        /// What the path of an address is made of: an address that takes whatever is sent to it is a key.
        case path
    }

    /// Who issues it.
    public let provider: String
    /// How it begins.
    public let prefix: [UInt8]
    let alphabet: Alphabet
    let shortest: Int
    /// Whether a longer one is a word of its own, and no key.
    let isExact: Bool

    init(_ provider: String, _ prefix: String, _ alphabet: Alphabet, _ shortest: Int, isExact: Bool = false) {
        self.provider = provider
        self.prefix = Array(prefix.utf8)
        self.alphabet = alphabet
        self.shortest = shortest
        self.isExact = isExact
    }

    private static let isPart: [Bool] = (0...255).map { byte in
        !byFirstByte[byte].isEmpty || UInt8(byte).isTokenPart
    }

    /// No key is shorter, its beginning included.
    private static let shortestKey = all.map { $0.prefix.count + $0.shortest }.min() ?? 1

    /// What keys are made of.
    private static let isInKey: [Bool] = (0...255).map { byte in
        isPart[byte] || all.contains { $0.prefix.contains(UInt8(byte)) }
    }

    private static let isInMarkedKey: [Bool] = (0...255).map { isInKey[$0] || isMarkup(UInt8($0)) }

    /// Whether a byte may be markup in the midst of a word: an escape, emphasis, an element, a link, a reference.
    package static func isMarkup(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: "*"), UInt8(ascii: "~"), UInt8(ascii: "`"), UInt8(ascii: "<"),
            UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "&"), UInt8(ascii: "#"),
            UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ")"):
            true
        default: false
        }
    }

    /// The next run of bytes, from an offset on, that is long enough to be a key and made of what keys are made of.
    ///
    /// A byte that no key holds rules out all the keys over it: most of a text is never looked at.
    ///
    /// - Parameter isMarked: whether the run may have Markdown's markup in it.
    package static func nextRun(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int, isMarked: Bool = false
    ) -> Range<Int>? {
        let shortest = shortestKey
        return (isMarked ? isInMarkedKey : isInKey).withUnsafeBufferPointer { isInKey in
            // A run begins here, or nowhere before the last byte of the shortest key that would.
            var first = start
            while first + shortest <= bytes.count {
                var index = first + shortest - 1
                while index >= first, isInKey[Int(bytes[index])] { index -= 1 }
                if index < first {
                    var end = first + shortest
                    while end < bytes.count, isInKey[Int(bytes[end])] { end += 1 }
                    return first..<end
                }
                first = index + 1
            }
            return nil
        }
    }

    private static let isPair: [Bool] = {
        var isPair = [Bool](repeating: false, count: 1 << 16)
        for format in all { isPair[Int(format.prefix[0]) << 8 | Int(format.prefix[1])] = true }
        return isPair
    }()

    /// The first word, from an offset on, that begins as some key does: with the same two bytes. Few words do, and most
    /// of a text is passed over here.
    ///
    /// - Parameter isInWord: whether the offset lies in a word, which is passed over.
    package static func nextCandidate(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int, isInWord: Bool = false
    ) -> Int? {
        isPart.withUnsafeBufferPointer { isPart in
            isPair.withUnsafeBufferPointer { isPair in
                let last = bytes.count - 1
                var index = start
                if isInWord { while index < last, isPart[Int(bytes[index])] { index += 1 } }
                while index < last {
                    if !isPart[Int(bytes[index])] {
                        index += 1
                        continue
                    }
                    if isPair[Int(bytes[index]) << 8 | Int(bytes[index + 1])] { return index }
                    while index < last, isPart[Int(bytes[index])] { index += 1 }
                }
                return nil
            }
        }
    }

    /// The formats by the first byte of their beginning, so that a text is read once.
    public static let byFirstByte: [[KeyFormat]] = (0...255).map { byte in all.filter { $0.prefix[0] == UInt8(byte) } }

    /// The key that begins at an offset; nil where there is none.
    package func range(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Range<Int>? {
        guard start + prefix.count + shortest <= bytes.count, var end = end(in: bytes, at: start) else { return nil }
        // A full stop or a dash at the end is the sentence's.
        while end > start, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: "-") { end -= 1 }
        guard end - start - prefix.count >= shortest else { return nil }
        // `AKIA` and sixteen more is a key, and twenty more a word of its own.
        if isExact, end - start - prefix.count != shortest { return nil }
        if end < bytes.count, bytes[end].isASCIIAlphanumeric { return nil }
        return start..<end
    }

    /// Where what begins at an offset as keys do has its end, however long it is; nil where it does not begin so.
    private func end(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
        guard start + prefix.count <= bytes.count else { return nil }
        for (offset, byte) in prefix.enumerated() where bytes[start + offset] != byte { return nil }
        var end = start + prefix.count
        while end < bytes.count, holds(bytes[end]) { end += 1 }
        return end
    }

    private func holds(_ byte: UInt8) -> Bool {
        switch alphabet {
        case .alphanumeric: byte.isASCIIAlphanumeric
        case .token: byte.isTokenPart
        case .dotted: byte.isTokenPart || byte == UInt8(ascii: ".")
        case .capitals: byte.isASCIIDigit || byte >= 0x41 && byte <= 0x5A
        case .dashed: byte.isASCIIDigit || byte >= 0x41 && byte <= 0x5A || byte == UInt8(ascii: "-")
        case .hexadecimal: byte.isASCIIDigit || byte >= 0x61 && byte <= 0x66
        case .base64:
            byte.isASCIIAlphanumeric || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/")
                || byte == UInt8(ascii: "=")
        case .path: byte.isTokenPart || byte.isOne(of: "/@+")
        }
    }
}

extension KeyFormat {
    /// What `mayStand` looks for, as a regular expression of JavaScript: pages warn of the same keys.
    public static let expression: String = {
        let alphabets: [(Alphabet, class: String)] = [
            (.token, "[\\w-]"), (.dotted, "[\\w.-]"), (.alphanumeric, "[A-Za-z\\d]"), (.capitals, "[A-Z\\d]"),
            (.hexadecimal, "[a-f\\d]"), (.dashed, "[A-Z\\d-]"), (.base64, "[A-Za-z\\d+/=]"),
            (.path, "[\\w/@+-]"),
        ]
        let choices = alphabets.map { alphabet, characters in
            let prefixes = all.filter { $0.alphabet == alphabet }.map {
                String(decoding: $0.prefix, as: UTF8.self).replacing(".", with: "\\.")
            }
            return "(?:\(prefixes.joined(separator: "|")))\(characters){\(shortestRest),}"
        }
        return "(?<![\\w-])(?:\(choices.joined(separator: "|")))"
    }()

    /// Of a key that was cut off in a message, so many characters are left at the least.
    private static let shortestRest = 16

    /// Whether a word of a text may be a key, or what is left of one: a message that was pasted seldom has it whole.
    public static func mayStand(in text: String) -> Bool {
        Array(text.utf8).withUnsafeBufferPointer { bytes in bytes.indices.contains { mayBegin(in: bytes, at: $0) } }
    }

    private static func mayBegin(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        guard start == 0 || !bytes[start - 1].isTokenPart else { return false }
        return byFirstByte[Int(bytes[start])].contains { format in
            guard let end = format.end(in: bytes, at: start) else { return false }
            return end - start - format.prefix.count >= shortestRest
        }
    }

    /// A text with `***` in the place of every word that may be a key, up to where no key could go on.
    public static func masked(_ text: String) -> String {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            var masked: [UInt8] = []
            var index = 0
            while index < bytes.count {
                guard mayBegin(in: bytes, at: index) else {
                    masked.append(bytes[index])
                    index += 1
                    continue
                }
                var end = index
                while end < bytes.count, isInAnyKey(bytes[end]) { end += 1 }
                for format in byFirstByte[Int(bytes[index])] { end = max(end, format.end(in: bytes, at: index) ?? end) }
                // A full stop or a dash at the end is the sentence's.
                while bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: "-") { end -= 1 }
                masked += "***".utf8
                index = end
            }
            return String(decoding: masked, as: UTF8.self)
        }
    }

    private static func isInAnyKey(_ byte: UInt8) -> Bool { byte.isTokenPart || byte.isOne(of: "+/=.") }
}
