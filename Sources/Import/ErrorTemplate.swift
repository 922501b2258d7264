import Messages
import Sources
import Values

/// Reads an error that somebody pasted into a text: what in it is said of this one time becomes values.
struct ErrorTemplate {
    /// The pattern that such errors have.
    private(set) var pieces: [ErrorPattern.Piece] = []
    /// The values in it, in their order.
    private(set) var values: [ImportedValue] = []
    private let bytes: [UInt8]
    private let context: [UInt8]
    private var start = 0

    /// - Parameters:
    ///   - known: the values that the project declares already.
    ///   - context: the whole text, whose words about a value may name it better than the message does.
    init(_ text: String, in context: [UInt8], known: [ImportedValue], naming: inout ValueNaming) {
        bytes = Array(text.utf8)
        self.context = context
        let secrets = PrivateFinder.find(in: bytes)
        var index = 0
        while index < bytes.count {
            if let secret = secrets.first(where: { $0.range.lowerBound == index }) {
                // An ellipsis behind it is the rest that somebody left out.
                var end = secret.range.upperBound
                while bytes[end...].starts(with: Array("…".utf8)) || bytes[end...].starts(with: Array("...".utf8)) {
                    end += 3
                }
                add(privateValue(secret, known, &naming), index..<end)
                index = end
                continue
            }
            let isInJSON = index > 1 && bytes[index - 1] == UInt8(ascii: ":") && bytes[index - 2] == UInt8(ascii: "\"")
            if index == 0 || isInJSON || !Self.isInToken(bytes[index - 1]),
                let (value, end) = token(at: index) ?? number(at: index),
                !secrets.contains(where: { $0.range.lowerBound > index && $0.range.lowerBound < end }),
                !endsInValue(index)
            {
                add(named(value, index..<end, known, &naming), index..<end)
                index = end
                continue
            }
            index += 1
        }
        if start < bytes.count { pieces.append(.literal(String(decoding: bytes[start...], as: UTF8.self))) }
    }

    private static func isInToken(_ byte: UInt8) -> Bool {
        byte.isWordPart || "-_./@:#$€+=".utf8.contains(byte) && byte != 0x3D
    }

    /// Two values need something between them.
    private func endsInValue(_ index: Int) -> Bool { index == start && !pieces.isEmpty }

    private mutating func add(_ value: ImportedValue, _ range: Range<Int>) {
        if range.lowerBound > start {
            pieces.append(.literal(String(decoding: bytes[start..<range.lowerBound], as: UTF8.self)))
        }
        pieces.append(.value(value.name))
        if !values.contains(where: { $0.name == value.name }) { values.append(value) }
        start = range.upperBound
    }

    // MARK: Kinds of values

    private func privateValue(
        _ secret: PrivateFinder.Found, _ known: [ImportedValue], _ naming: inout ValueNaming
    ) -> ImportedValue {
        let text = String(decoding: bytes[secret.range], as: UTF8.self)
        if let value = values.first(where: { $0.written.contains(text) }) { return value }
        if var value = naming.declared(secret, text, among: known) {
            value.written = [text]
            return value
        }
        return ImportedValue(secret, text, naming: &naming)
    }

    /// A name of a thing: between quotes, or joined by dashes with a digit somewhere.
    private func token(at index: Int) -> (ImportedValue, Int)? {
        let quotes: [UInt8: UInt8] = [0x27: 0x27, 0x22: 0x22, 0x60: 0x60]
        if index > 0, quotes[bytes[index - 1]] != nil, index > 1, bytes[index - 2] == 0x20 || bytes[index - 2] == 0x3A {
            let close = bytes[index - 1]
            let rest = bytes[index...].prefix { $0 > 0x20 && $0 != close }
            guard !rest.isEmpty, rest.endIndex < bytes.count, bytes[rest.endIndex] == close,
                rest.contains(where: { $0.isASCIIDigit || "-./".utf8.contains($0) }),
                rest.contains(where: \.isASCIILetter)
            else { return nil }
            return (identifier(rest), rest.endIndex)
        }
        guard bytes[index].isASCIILetter else { return nil }
        var end = index
        while end < bytes.count, bytes[end].isTokenPart || bytes[end] == 0x2E { end += 1 }
        while end > index, !bytes[end - 1].isASCIIAlphanumeric { end -= 1 }
        let word = bytes[index..<end]
        let text = String(decoding: word, as: UTF8.self)
        let isModel = Self.isModel(text)
        guard isModel || word.contains(0x2D) && word.contains(where: \.isASCIIDigit),
            end == bytes.count || bytes[end] != UInt8(ascii: ":") && bytes[end] != UInt8(ascii: "/"),
            !Self.standards.contains(where: { text.lowercased().hasPrefix($0) })
        else { return nil }
        return (identifier(word), end)
    }

    /// Names that are the same in every message.
    private static let standards = ["utf-", "iso-", "sha-", "x86-", "http-", "rfc-", "ipv", "tls-", "base64"]
    private static let families = [
        "gpt", "claude", "gemini", "mistral", "llama", "o1", "o3", "o4", "whisper", "dall", "text", "command", "qwen",
        "deepseek", "codestral", "mixtral", "sonar", "grok",
    ]

    /// Whether a name is one of a family of models.
    static func isModel(_ text: String) -> Bool {
        guard let dash = text.firstIndex(of: "-") else { return false }
        return families.contains(text[..<dash].lowercased())
    }

    private func identifier(_ word: ArraySlice<UInt8>) -> ImportedValue {
        let text = String(decoding: word, as: UTF8.self)
        return ImportedValue(
            name: Self.isModel(text) ? "model" : "", type: "identifier", written: [text], example: text, label: "")
    }

    private func number(at index: Int) -> (ImportedValue, Int)? {
        guard bytes[index].isASCIIDigit else { return nil }
        if let end = dayEnd(index) {
            let text = String(decoding: bytes[index..<end], as: UTF8.self)
            return (ImportedValue(name: "", type: "date", written: [text], example: text, label: ""), end)
        }
        return bytes.withUnsafeBufferPointer { buffer in
            // Six digits behind a sign are a code, and so is what an address or a date begins with.
            if let duration = WrittenDuration.read(buffer, at: index), isBorder(duration.end) {
                let text = String(decoding: bytes[index..<duration.end], as: UTF8.self)
                return (
                    ImportedValue(
                        name: "", type: "duration", written: [text], number: duration.seconds, example: text, label: ""),
                    duration.end
                )
            }
            let digits = bytes[index...].prefix { $0.isASCIIDigit }
            guard let number = WrittenNumber.read(buffer, at: index, isWhole: false), isBorder(number.end),
                number.end == bytes.count || !":/".utf8.contains(bytes[number.end])
                    || number.end + 1 < bytes.count && bytes[number.end + 1] <= 0x20,
                !isStatus(digits)
            else { return nil }
            let isWhole = number.value == number.value.rounded()
            var end = number.end
            // A space between two numbers may be no more than that.
            let text = String(decoding: bytes[index..<end], as: UTF8.self)
            var value = ImportedValue(name: "", type: isWhole ? "integer" : "decimal", number: number.value, label: "")
            if end < bytes.count, bytes[end] == UInt8(ascii: "%") {
                end += 1
                value.type = "percent"
                value.number = number.value / 100
                value.example = text + "%"
                return (value, end)
            }
            value.example = isWhole ? String(Int(exactly: number.value) ?? 0) : String(number.value)
            return (value, end)
        }
    }

    /// Where a day ends that stands by itself, `2026-02-28`.
    private func dayEnd(_ start: Int) -> Int? {
        let end = start + 10
        guard end <= bytes.count, isBorder(end), end == bytes.count || bytes[end] != UInt8(ascii: ":") else {
            return nil
        }
        let parts = String(decoding: bytes[start..<end], as: UTF8.self).split(separator: "-").map(String.init)
        guard parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ $0.utf8.allSatisfy(\.isASCIIDigit) }),
            let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month),
            (1...28).contains(day) || (29...31).contains(day) && month != 2
        else { return nil }
        return end
    }

    private func isBorder(_ end: Int) -> Bool {
        guard end < bytes.count else { return true }
        if bytes[end].isWordPart || bytes[end] == UInt8(ascii: "_") || bytes[end] == UInt8(ascii: "-") { return false }
        return bytes[end] != 0x2E || end + 1 >= bytes.count || !bytes[end + 1].isASCIIAlphanumeric
    }

    /// Whether three digits are a status of HTTP (RFC 9110, section 15), which is the same in every such error.
    private func isStatus(_ digits: ArraySlice<UInt8>) -> Bool {
        guard digits.count == 3, let first = digits.first, (0x31...0x35).contains(first) else { return false }
        let before = ImportWords.folded(String(decoding: bytes[..<digits.startIndex].suffix(24), as: UTF8.self))
        let word = before.split { !$0.isLetter }.last.map(String.init) ?? ""
        return ["code", "status", "http", "error", "erreur", "statut"].contains(word) || digits.startIndex == 0
    }

    // MARK: Names

    /// What the text calls a thing, where it is something that has a name in every text: “le modèle `…`”.
    private func contextName(_ text: String, _ naming: ValueNaming) -> String? {
        var start = 0
        while let found = context.firstRange(of: Array(text.utf8), in: start) {
            if let word = naming.word(before: found.lowerBound, in: context), let name = naming.name(labelled: word) {
                return name
            }
            start = found.upperBound
        }
        return nil
    }

    private mutating func named(
        _ value: ImportedValue, _ range: Range<Int>, _ known: [ImportedValue], _ naming: inout ValueNaming
    ) -> ImportedValue {
        var value = value
        if let same = values.first(where: {
            $0.type == value.type && !$0.written.isEmpty && $0.written == value.written
        }),
            value.type == "identifier"
        {
            return same
        }
        if value.type == "identifier",
            let same = known.first(where: { !value.written.isEmpty && $0.written == value.written })
        {
            return same
        }
        var word = value.name
        if word.isEmpty, value.type == "identifier" { word = contextName(value.written.first ?? "", naming) ?? "" }
        if word.isEmpty {
            word =
                naming.word(before: range.lowerBound, in: bytes) ?? naming.word(after: range.upperBound, in: bytes)
                ?? ""
            let before = String(decoding: bytes[..<range.lowerBound].suffix(12), as: UTF8.self).lowercased()
            if value.type == "duration", word.isEmpty || [" in ", " dans ", "after "].contains(where: before.hasSuffix)
            {
                word = "wait"
            }
            // That is the name of the whole message.
            if word == ValueDeclaration.reservedName { word = "code" }
            if word.isEmpty { word = value.type == "identifier" ? "name" : value.type == "date" ? "day" : "value" }
        }
        let candidates = known.filter { known in
            known.type == value.type && !values.contains { $0.name == known.name }
                && known.name.split(separator: ".").contains { $0 == word }
        }
        if var same = candidates.first(where: { $0.number != nil && $0.number == value.number })
            ?? candidates.first(where: { !$0.written.isEmpty && $0.written == value.written })
            ?? (candidates.count == 1 ? candidates.first : nil)
        {
            same.written = value.written
            same.number = value.number
            return same
        }
        value.name = naming.unique(word)
        value.label = naming.label(of: value.name)
        return value
    }
}

extension ImportedValue {
    /// A value that only the team may see, with a made-up example.
    init(_ secret: PrivateFinder.Found, _ text: String, naming: inout ValueNaming) {
        let name = naming.unique(secret.name)
        self.init(
            name: name, type: secret.type, written: [text], isPrivate: true, pattern: secret.pattern,
            example: secret.example, label: naming.label(of: name))
    }
}

extension [UInt8] {
    /// Where a text stands from an offset on.
    fileprivate func firstRange(of text: [UInt8], in start: Int) -> Range<Int>? {
        guard !text.isEmpty, start + text.count <= count else { return nil }
        return (start...(count - text.count)).first { self[$0..<($0 + text.count)].elementsEqual(text) }.map {
            $0..<($0 + text.count)
        }
    }
}
