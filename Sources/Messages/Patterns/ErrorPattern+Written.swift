extension ErrorPattern {
    /// The pattern as its author writes it, on one line.
    public var written: String {
        Self.written(pieces).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func written(_ pieces: [Piece]) -> String {
        pieces.map { piece in
            switch piece {
            case .literal(let text): escaped(text)
            case .value(let name): "{{\(name)}}"
            case .any: "{{*}}"
            case .optional(let inner): "[\(written(inner))]"
            case .choice(let branches): "(\(branches.map(written).joined(separator: "|")))"
            }
        }.joined()
    }

    /// A text whose signs mean themselves; parentheses mean something only where a bar stands in them.
    private static func escaped(_ text: String) -> String {
        let signs = text.contains("|") ? "[]()|" : "[]"
        return text.map { signs.contains($0) ? "\\\($0)" : String($0) }.joined().replacing("{{", with: "\\{{")
    }
}
