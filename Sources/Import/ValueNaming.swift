import Sources
import Values

/// Names values by the words that stand before them.
struct ValueNaming {
    let language: Language
    private(set) var taken: Set<String>
    /// The values that the guide's first language asks for, in their order; nil where this is the first.
    private let first: [String]?
    /// The private things that were met, by what they are called.
    private var met: [String: [String]] = [:]

    init(_ language: Language, taken: Set<String>, first: [String]? = nil) {
        self.language = language
        self.first = first
        self.taken = taken.union([ValueDeclaration.reservedName, "unit"])
    }

    /// What every guide may have others of, so that the value of one is none of another's.
    private static let manifold: Set = ["email", "host", "phone", "password", "token"]

    /// The declared value that a private thing is: in another language the one that stands at its place in the first.
    mutating func declared(_ secret: PrivateFinder.Found, _ text: String, among known: [ImportedValue])
        -> ImportedValue?
    {
        let alike = known.filter { value in
            value.isPrivate && value.pattern == secret.pattern
                && (value.name == secret.name
                    || value.name.hasPrefix(secret.name)
                        && value.name.dropFirst(secret.name.count).allSatisfy { $0.isASCII && $0.isNumber })
        }
        var own = alike
        if let first {
            own = []
            for name in first where !own.contains(where: { $0.name == name }) {
                own += alike.filter { $0.name == name }
            }
            if own.isEmpty, !Self.manifold.contains(secret.name) { own = alike }
        } else if Self.manifold.contains(secret.name) {
            return nil
        }
        if met[secret.name]?.contains(text) != true { met[secret.name, default: []].append(text) }
        guard let index = met[secret.name]?.firstIndex(of: text), index < own.count else { return nil }
        return own[index]
    }

    /// Words that name nothing.
    private static let fillers: Set<String> = [
        "in", "for", "of", "is", "are", "was", "on", "at", "to", "the", "a", "an", "by", "with", "than", "over", "and",
        "or", "has", "have", "had", "your", "you", "only", "got", "but", "from", "about", "after", "within", "be",
        "not", "no", "reached", "hit", "denied", "failed", "using", "this", "that", "it", "up", "as", "exceeds",
        "exceeded", "please", "again", "try", "more", "less", "fewer", "under", "below", "above", "least", "most",
        "around",
        "de", "du", "des", "d", "la", "le", "les", "l", "un", "une", "est", "sont", "en", "dans", "pour", "par", "sur",
        "au", "aux", "et", "ou", "apres", "votre", "vos", "ton", "ta", "tes", "plus", "que", "qui", "a", "il", "y",
        "environ", "jusqu", "moins", "dessous", "dessus", "ce", "cette", "avec", "soit", "minimum", "exemple", "comme",
        "vers",
    ]

    /// The name that the words before an offset suggest; nil where they suggest none.
    func word(before offset: Int, in text: [UInt8]) -> String? {
        // What is private names nothing: names are read by everybody.
        var bytes = Array(text[..<offset].suffix(400))
        let offset = bytes.count
        for secret in PrivateFinder.find(in: bytes) {
            bytes.replaceSubrange(secret.range, with: repeatElement(UInt8(ascii: "."), count: secret.range.count))
        }
        var end = offset
        var skipped = 0
        while end > 0, skipped < 4 {
            while end > 0, !bytes[end - 1].isWordPart {
                // What belongs to another sentence names nothing here.
                if ".;!?(),\n".utf8.contains(bytes[end - 1]), skipped > 0 || bytes[end - 1] == UInt8(ascii: ".") {
                    return nil
                }
                end -= 1
            }
            var start = end
            while start > 0, bytes[start - 1].isWordPart { start -= 1 }
            guard start < end else { return nil }
            let word = Self.slug(String(decoding: bytes[start..<end], as: UTF8.self), most: 1)
            // What stands before another value names that one.
            if skipped > 0, bytes[start..<end].contains(where: \.isASCIIDigit) { return nil }
            if let word, word.utf8.count > 1, word.utf8.count <= 20, !word.utf8.contains(where: \.isASCIIDigit),
                !Self.fillers.contains(word)
            {
                return word
            }
            end = start
            skipped += 1
        }
        return nil
    }

    /// The word behind an offset, where it follows at once: what the number counts.
    func word(after offset: Int, in bytes: [UInt8]) -> String? {
        guard offset < bytes.count, bytes[offset] == 0x20 else { return nil }
        let rest = bytes[(offset + 1)...].prefix { $0.isWordPart }
        guard let word = Self.slug(String(decoding: rest, as: UTF8.self), most: 1), word.utf8.count > 2,
            !Self.fillers.contains(word)
        else { return nil }
        return word
    }

    /// The name of what the language calls so: `model` for “modele”.
    func name(labelled word: String) -> String? {
        language.imports.labels.first { ImportWords.folded($0.value) == word }?.key
    }

    /// A name that nothing has yet.
    mutating func unique(_ name: String) -> String {
        var result = name
        var number = 2
        while taken.contains(result) {
            result = "\(name)\(number)"
            number += 1
        }
        taken.insert(result)
        return result
    }

    /// A name made of the first words of a text, with points between them.
    static func slug(_ text: String, most: Int, separator: String = ".", keepsAll: Bool = false) -> String? {
        let folded = ImportWords.folded(text).replacing("œ", with: "oe").replacing("æ", with: "ae")
        let words = folded.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.map(String.init)
        var named: [String] = []
        for word in words where keepsAll || !(fillers.contains(word) && words.count > 1) {
            guard separator == "-" || word.utf8.first?.isASCIILetter == true else { continue }
            named.append(word)
            if named.count == most { break }
        }
        return named.isEmpty ? nil : named.joined(separator: separator)
    }

    /// What readers see as a value's name.
    func label(of name: String) -> String {
        if let label = language.imports.labels[name] { return label }
        let number = name.reversed().prefix { $0.isASCII && $0.isNumber }.reversed()
        if !number.isEmpty, let label = language.imports.labels[String(name.dropLast(number.count))] {
            return label + " " + String(number)
        }
        let words = name.split(separator: ".").joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
