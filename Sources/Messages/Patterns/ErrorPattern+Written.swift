extension ErrorPattern {
    /// The pattern as its author writes it, on one line.
    public var written: String {
        Self.written(pieces).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func written(_ pieces: [Piece]) -> String {
        pieces.map { piece in
            switch piece {
            case .literal(let text): text.replacing("[", with: "\\[").replacing("]", with: "\\]")
            case .value(let name): "{{\(name)}}"
            case .optional(let inner): "[\(written(inner))]"
            }
        }.joined()
    }
}
