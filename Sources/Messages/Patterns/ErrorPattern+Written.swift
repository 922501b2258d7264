extension ErrorPattern {
    /// The pattern as its author writes it, on one line.
    public var written: String {
        var text = ""
        Self.write(pieces, to: &text)
        // Most have single spaces within, and nothing to fold.
        var previous = UInt8(ascii: " ")
        let isFolded = text.utf8.allSatisfy { byte in
            defer { previous = byte }
            return byte > 0x20 && byte < 0x80 || byte == 0x20 && previous != 0x20
        }
        if isFolded, previous != 0x20 { return text }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The texts between the values, those that a message may lack too.
    package var literals: [String] {
        var literals: [String] = []
        Self.addLiterals(pieces, to: &literals)
        return literals
    }

    private static func addLiterals(_ pieces: [Piece], to literals: inout [String]) {
        for piece in pieces {
            switch piece {
            case .literal(let text): literals.append(text)
            case .value, .any: break
            case .optional(let inner): addLiterals(inner, to: &literals)
            case .choice(let branches): for branch in branches { addLiterals(branch, to: &literals) }
            }
        }
    }

    private static func write(_ pieces: [Piece], to text: inout String) {
        for piece in pieces {
            switch piece {
            case .literal(let literal): text += escaped(literal)
            case .value(let name): text += "{{\(name)}}"
            case .any: text += "{{*}}"
            case .optional(let inner):
                text += "["
                write(inner, to: &text)
                text += "]"
            case .choice(let branches):
                text += "("
                for (index, branch) in branches.enumerated() {
                    if index > 0 { text += "|" }
                    write(branch, to: &text)
                }
                text += ")"
            }
        }
    }

    /// A text whose signs mean themselves; parentheses mean something only where a bar stands in them.
    package static func escaped(_ text: String) -> String {
        // Most texts have no sign.
        guard text.utf8.contains(where: { $0.isOne(of: "[]()|{") }) else { return text }
        let hasBar = text.utf8.contains(UInt8(ascii: "|"))
        var bytes: [UInt8] = []
        var previous = UInt8(0)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "["), UInt8(ascii: "]"): bytes.append(UInt8(ascii: "\\"))
            case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "|"): if hasBar { bytes.append(UInt8(ascii: "\\")) }
            case UInt8(ascii: "{") where previous == byte:
                // Of three in a row the first two are a pair.
                bytes.insert(UInt8(ascii: "\\"), at: bytes.count - 1)
                bytes.append(byte)
                previous = 0
                continue
            default: break
            }
            bytes.append(byte)
            previous = byte
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
