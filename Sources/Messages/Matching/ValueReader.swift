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
        case .text, .url: 512
        case .identifier: 256
        case .choice: 96
        default: 80
        }
    }

    /// A value that a text begins with, and how long it is; nil where it begins with none.
    func beginning(_ text: String, as type: ValueType) -> Int? { parser.read(text, as: type)?.length }

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
            guard text.utf8.count <= 512, !text.utf8.contains(where: \.mayEncloseName) else { return nil }
            return try? ValueParser.parse(text, as: type, rounds: true)
        case .text, .url: return try? ValueParser.parse(text, as: type, rounds: true)
        case .choice(let choices):
            let words = PatternLiteral(MessagePattern.cleaned(text))
            let found = Self.wordings(choices).first { PatternLiteral($0.words).bytes == words.bytes }
            return found.map { .choice($0.key) }
        default:
            guard let (value, length) = parser.read(text, as: type) else { return nil }
            let rest = text.utf8.dropFirst(length)
            return rest.allSatisfy { ",.;:".utf8.contains($0) } ? value : nil
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

extension UInt8 {
    /// Whether it is a quotation mark or a bracket, which no identifier has.
    fileprivate var mayEncloseName: Bool {
        switch self {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["),
            UInt8(ascii: "]"):
            true
        default: false
        }
    }
}
