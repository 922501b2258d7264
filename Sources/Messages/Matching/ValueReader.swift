import Sources
import Values

/// Reads what stands in the place of a value as what its declaration says.
struct ValueReader {
    /// What stands in the place of a value.
    enum Reading: Int, Comparable {
        /// Something else, or nothing.
        case unreadable
        /// What somebody put there so that nobody sees the value.
        case masked
        /// A value of the type.
        case readable

        static func < (left: Reading, right: Reading) -> Bool { left.rawValue < right.rawValue }
    }

    private let declarations: [String: ValueDeclaration]
    /// How each choice is worded, the longest wording first.
    private let wordings: [String: [(key: String, words: PatternLiteral)]]
    /// The patterns, compiled once.
    private let patterns: [String: Regex<AnyRegexOutput>]
    private var parser = MessageValueParser(now: 0)

    init(_ values: ValueDeclarations) {
        declarations = Dictionary(values.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        patterns = declarations.compactMapValues { $0.pattern.flatMap { try? Regex($0) } }
        wordings = declarations.compactMapValues { declaration in
            let wordings = Self.wordings(declaration.type.choices)
            return wordings.isEmpty ? nil : wordings.map { ($0.key, PatternLiteral($0.words)) }
        }
    }

    /// The same at a moment, in seconds since the beginning of 1970.
    func reading(at now: Double) -> ValueReader {
        var reader = self
        reader.parser = MessageValueParser(now: now)
        return reader
    }

    /// The wordings of a choice's keys as a cleaned message has them: what `match` lists, and the key itself.
    static func wordings(_ choices: [ValueType.Choice]) -> [(key: String, words: [UInt8])] {
        choices.flatMap { choice in
            (choice.match + [choice.key]).map { (choice.key, MessagePattern.cleaned($0)) }
        }.sorted { $0.words.count > $1.words.count }
    }

    func type(_ name: String) -> ValueType { declarations[name]?.type ?? .text }

    /// The wordings of a value that is a choice; none for others.
    func wordings(_ name: String) -> [(key: String, words: PatternLiteral)] { wordings[name] ?? [] }

    /// The longest value of a type, in bytes of a cleaned message.
    static func longest(_ type: ValueType) -> Int {
        switch type {
        case .text: 2048
        case .url: 512
        case .identifier: 256
        case .choice: 96
        default: 80
        }
    }

    /// A value that a text begins with, and how long it is; nil where it begins with none.
    func beginning(_ text: String, as type: ValueType) -> Int? {
        let plain = text.withPlainDigits
        guard let length = parser.read(plain, as: type)?.length else { return nil }
        // Scalar by scalar, both are as long.
        let count = plain.utf8.prefix(length).count { $0 & 0xC0 != 0x80 }
        return text.unicodeScalars.prefix(count).reduce(0) { $0 + UTF8.width($1) }
    }

    /// What a text in the place of a value is.
    func reading(_ text: String, as type: ValueType) -> Reading {
        if text.isEmpty { return .unreadable }
        if Mask.isMask(text, isText: type == .text) { return .masked }
        return value(text, as: type) == nil ? .unreadable : .readable
    }

    /// The value that a text is.
    private func value(_ text: String, as type: ValueType) -> Value? {
        guard !text.isEmpty else { return nil }
        switch type {
        case .identifier:
            guard text.utf8.count <= 512, Self.isOneName(text) else { return nil }
            return try? ValueParser.parse(text, as: type, rounds: true)
        case .text, .url: return try? ValueParser.parse(text, as: type, rounds: true)
        case .choice(let choices):
            let words = PatternLiteral(MessagePattern.cleaned(text))
            let found = Self.wordings(choices).first { PatternLiteral($0.words).bytes == words.bytes }
            return found.map { .choice($0.key) }
        default:
            let text = text.withPlainDigits
            guard let (value, length) = parser.read(text, as: type) else { return nil }
            let rest = text.utf8.dropFirst(length)
            return rest.allSatisfy { $0.isOne(of: ",.;:") } ? value : nil
        }
    }

    /// The value that a text gives; nil where the text is none, or looks like a key that nobody should see.
    ///
    /// - Parameter isOpen: whether the text may go on behind the value: nothing of the pattern stands behind it.
    func value(_ name: String, _ text: String, isOpen: Bool) -> GivenValue? {
        guard let declaration = declarations[name], reading(text, as: declaration.type) == .readable,
            !KeyFormat.mayStand(in: text)
        else { return nil }
        var text = text
        if let pattern = patterns[name], (try? pattern.wholeMatch(in: text)) ?? nil == nil {
            guard isOpen, let match = try? pattern.prefixMatch(in: text), !match.range.isEmpty,
                text[match.range.upperBound...].utf8.first.map({ !$0.isWordPart }) ?? true
            else { return nil }
            text = String(text[match.range])
        }
        return value(text, as: declaration.type).map { GivenValue(name: name, value: $0, source: .error) }
    }
}

extension ValueReader {
    /// Whether a text has no quotation mark, and no bracket but its own behind its beginning: `List<String>`, `f(x)`,
    /// `>=3.7`, not `maven)com`.
    private static func isOneName(_ text: String) -> Bool {
        if let first = text.utf8.first, first.isOne(of: "([{<") { return Mask.isHostAddress(text) }
        let bytes = Array(text.utf8)
        var open: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): return false
            // A comparison: `<=3`, `>2`.
            case UInt8(ascii: "<") where next == UInt8(ascii: "=") || next.isASCIIDigit,
                UInt8(ascii: ">") where next == UInt8(ascii: "=") || next.isASCIIDigit:
                continue
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "<"): open.append(byte)
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ">"):
                guard let opening = open.popLast(), byte == opening + (opening == UInt8(ascii: "(") ? 1 : 2) else {
                    return false
                }
            default: break
            }
        }
        return open.isEmpty
    }
}

extension String {
    /// With the digits `0`…`9` for those of other scripts, and the signs that stand beside them (CLDR, numbering systems).
    fileprivate var withPlainDigits: String {
        guard utf8.contains(where: { $0 >= 0x80 }) else { return self }
        var text = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "٫": text.append(".")
            case "٬": text.append(",")
            case "٪": text.append("%")
            case "\u{FF01}"..."\u{FF5E}":
                text.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
            default:
                if scalar.properties.numericType == .decimal, let digit = scalar.properties.numericValue {
                    text += String(Int(digit))
                } else {
                    text.unicodeScalars.append(scalar)
                }
            }
        }
        return text
    }
}
