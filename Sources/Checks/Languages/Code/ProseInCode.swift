import Sources

/// What a string or a text in code looks like to a person.
struct ProseInCode {
    private let text: String
    /// All of it.
    let whole: String
    /// What a program puts something in the place of: `{name}`, `%s`, `$x`.
    let fields: [String]
    /// Its digits, in the order of their value: languages group and order them differently.
    let digits: [UInt8]
    /// How many words of letters.
    let words: Int
    private let hasCodeSigns: Bool

    init(_ bytes: ArraySlice<UInt8>) {
        let bytes = Array(bytes)
        whole = String(decoding: bytes, as: UTF8.self)
        var rest: [UInt8] = []
        fields = Self.fields(in: bytes, rest: &rest).sorted()
        text = String(decoding: rest, as: UTF8.self)
        digits = rest.filter(\.isASCIIDigit).sorted()
        let parts = rest.split(whereSeparator: \.isSpace)
        words = parts.count { part in
            part.contains { $0.isASCIILetter || $0 >= 0x80 } && !part.contains(where: Self.isCodeSign)
        }
        hasCodeSigns = rest.contains(where: Self.isCodeSign)
    }

    /// Signs that sentences do not have.
    private static func isCodeSign(_ byte: UInt8) -> Bool { byte.isOne(of: "=_\\{}[]<>|;@$^~") }

    /// Whether there are letters at all.
    var hasLetters: Bool { words > 0 || text.contains(where: \.isLetter) }

    /// Whether it may be words for people: letters, and no signs that only programs read.
    var isProse: Bool {
        words > 0 && !hasCodeSigns && !isPath && !Self.queries.contains(String(text.prefix { $0 != " " }).uppercased())
    }

    /// Whether it is a line of several words.
    var isSentence: Bool {
        words >= 3 && !text.contains { "={};".contains($0) }
    }

    /// Whether it is how a letter begins or ends: “Hello,”.
    var isGreeting: Bool {
        isProse && words < 4 && text.first?.isUppercase == true && text.last == ","
            && text.dropLast().allSatisfy { $0.isLetter || $0 == " " || $0 == "’" || $0 == "'" }
    }

    /// Whether it is a few words with a capital letter at their beginning and the sign of a sentence at their end.
    var isRemark: Bool {
        isProse && words > 1 && text.first?.isUppercase == true && text.last.map { ".:!?…".contains($0) } == true
            && !text.contains { $0.isNumber || "/=(\"".contains($0) }
    }

    /// The words of letters in small ones, and whatever else is parted by spaces.
    var wordsAndCodes: (words: [String], codes: [String]) {
        let parts = whole.split(separator: " ").map(String.init)
        func isWord(_ part: String) -> Bool {
            part.first?.isLetter == true && part.allSatisfy { $0.isLetter || $0 == "'" || $0 == "’" }
        }
        return (parts.filter(isWord).map { $0.lowercased() }, parts.filter { !isWord($0) && $0 != ":" })
    }

    /// Whether a single word shows that it is for people.
    var isMarkedAsWord: Bool {
        text.last.map { "!?…".contains($0) } ?? false
    }

    /// Whether it is one word that begins with a capital letter and goes on in small ones, as buttons do.
    var isCapitalised: Bool {
        words == 1 && text.count > 2 && text.first?.isUppercase == true && text.dropFirst().allSatisfy(\.isLowercase)
    }

    /// Whether it is one word in small letters, as values of programs are.
    var isPlainWord: Bool { words == 1 && text.allSatisfy { $0.isLowercase } }

    /// The words, in small letters.
    var wordSet: Set<String> { Set(text.lowercased().split { !$0.isLetter }.map(String.init)) }

    /// In small letters, without the signs around it.
    var lowercased: String { text.lowercased().filter { $0.isLetter || $0 == "-" } }

    private var isPath: Bool {
        words <= 1 && text.contains { "/.:".contains($0) } && text.last.map(\.isPunctuation) != true
    }

    /// Words that begin a statement for a database.
    private static let queries: Set<String> = [
        "SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "DROP", "WITH", "FROM", "WHERE", "GET", "POST",
        "PUT",
        "PATCH",
    ]

    /// Takes out what a program fills in.
    private static func fields(in bytes: [UInt8], rest: inout [UInt8]) -> [String] {
        var fields: [String] = []
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            var end = index
            // `{name}`, and `${name}` of JavaScript and shells.
            if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "$") && next == UInt8(ascii: "{"),
                let close = bytes[index...].firstIndex(of: UInt8(ascii: "}"))
            {
                end = close + 1
            } else if byte == UInt8(ascii: "\\"), next == UInt8(ascii: "("),
                let close = bytes[index...].firstIndex(of: UInt8(ascii: ")"))
            {
                end = close + 1
            } else if byte == UInt8(ascii: "$"), next.isASCIILetter || byte == UInt8(ascii: "%") && next.isASCIILetter {
                end = index + 1
                while end < bytes.count, bytes[end].isASCIIAlphanumeric || bytes[end] == UInt8(ascii: "_") { end += 1 }
            } else if byte == UInt8(ascii: "%"), next.isOne(of: "sdif@") {
                end = index + 2
            }
            if end > index {
                let field = bytes[index..<end]
                // Words for people may stand in what is filled in; the names before them are compared.
                let name = field.prefix { $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: "\"") }
                fields.append(String(decoding: name, as: UTF8.self))
                index = end
            } else if byte == UInt8(ascii: "\\"), next != 0 {
                // Line feeds and quotation marks that had to be escaped.
                if next.isASCIILetter { rest.append(0x20) } else { rest.append(next) }
                index += 2
            } else {
                rest.append(byte)
                index += 1
            }
        }
        return fields
    }
}
