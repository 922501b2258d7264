extension ErrorPattern {
    /// The pattern as its author writes it, on one line.
    public var written: String {
        var text = ""
        Self.write(pieces, to: &text)
        let isOneLine = text.utf8.allSatisfy { (0x21..<0x80).contains($0) || $0 == 0x20 }
        if isOneLine, !text.contains("  "), text.utf8.first != 0x20, text.utf8.last != 0x20 { return text }
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
        guard text.utf8.contains(where: { "[]()|{".utf8.contains($0) }) else { return text }
        let signs = text.contains("|") ? "[]()|" : "[]"
        return text.map { signs.contains($0) ? "\\\($0)" : String($0) }.joined().replacing("{{", with: "\\{{")
    }
}
