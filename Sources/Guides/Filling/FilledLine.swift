/// A line of front matter, filled: a guide's title or its summary.
public struct FilledLine: Sendable {
    /// A stretch of the line.
    public enum Piece: Sendable {
        /// Words.
        case text([UInt8])
        /// A value in prose, by its index in `ValueTexts.entries`.
        case value(Int)
    }

    /// The line as readers see it.
    public let text: String
    /// What it was made of; empty where it holds no value, and so is the same for every reader.
    public let pieces: [Piece]

    /// The line with names in the place of values, `Raise {{limit.current}}`, for the page's script; empty where it holds
    /// none.
    ///
    /// - Parameter names: those of the values, in the order of `ValueTexts.entries`.
    public func template(names: [String]) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let bytes): String(decoding: bytes, as: UTF8.self)
            case .value(let index): "{{\(names[index])}}"
            }
        }.joined()
    }
}
