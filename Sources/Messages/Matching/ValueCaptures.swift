import Values

/// Takes values out of a cleaned message, as their declarations say what they are.
struct ValueCaptures {
    /// A piece of the message that may be a value.
    struct Capture {
        let name: String
        let range: Range<Int>
        /// The key, where the value is a choice.
        let choice: String?
    }

    private let declarations: [String: ValueDeclaration]
    /// How each choice is worded, the longest wording first.
    private let wordings: [String: [(key: String, words: [UInt8])]]
    /// The patterns, compiled once: a long message may hold thousands of candidates.
    private let patterns: [String: Regex<AnyRegexOutput>]

    init(_ values: ValueDeclarations) {
        declarations = Dictionary(values.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        patterns = declarations.compactMapValues { $0.pattern.flatMap { try? Regex($0) } }
        wordings = declarations.compactMapValues { declaration in
            declaration.type.choices.isEmpty ? nil : Self.wordings(declaration.type.choices)
        }
    }

    /// The wordings of a choice's keys as a cleaned message has them: what `match` lists, and the key itself.
    static func wordings(_ choices: [ValueType.Choice]) -> [(key: String, words: [UInt8])] {
        choices.flatMap { choice in
            (choice.match + [choice.key]).map { (choice.key, MessagePattern.cleaned($0)) }
        }.sorted { $0.words.count > $1.words.count }
    }

    /// What a value may be at a place, the likeliest first.
    func all(_ name: String, in scan: MessageScan, at place: Int) -> [Capture] {
        guard let declaration = declarations[name] else { return [] }
        if let wordings = wordings[name] {
            return wordings.compactMap { key, words in
                guard let end = scan.literal(words, at: place), !scan.isInWord(end) else { return nil }
                return Capture(name: name, range: place..<end, choice: key)
            }
        }
        return scan.ends(declaration.type, at: place).map {
            Capture(name: name, range: place..<$0, choice: nil)
        }
    }

    /// Whether a value is free text, which may end anywhere.
    func isText(_ name: String) -> Bool { declarations[name]?.type == .text }

    /// What a free text may be that begins at a place and ends at one of others, which are in order.
    func texts(_ name: String, in scan: MessageScan, at place: Int, endingAt places: [Int]) -> [Capture] {
        scan.textEnds(place, at: places).map { Capture(name: name, range: place..<$0, choice: nil) }
    }

    /// The value; nil where the text is none of its type, or looks like a key that nobody should see.
    func value(of capture: Capture, in text: [UInt8]) -> GivenValue? {
        guard let declaration = declarations[capture.name] else { return nil }
        if let key = capture.choice { return GivenValue(name: capture.name, value: .choice(key), source: .error) }
        let bytes = text[capture.range]
        // A line break parts words of a text; anywhere else it came from a terminal that broke one.
        let whole = declaration.type == .text ? bytes.map { $0 == 0x0A ? 0x20 : $0 } : bytes.filter { $0 != 0x0A }
        let string = String(decoding: whole, as: UTF8.self)
        guard !KeyFormat.mayStand(in: string), let value = try? ValueParser.parse(string, as: declaration.type) else {
            return nil
        }
        if let pattern = patterns[capture.name] {
            guard (try? pattern.wholeMatch(in: string)) ?? nil != nil
            else { return nil }
        }
        return GivenValue(name: capture.name, value: value, source: .error)
    }
}
