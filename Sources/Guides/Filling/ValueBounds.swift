import Sources

/// The edges of values in a finished text, for finding the way back from a page to what it was made from.
///
/// An edge is a character that no content may hold, so what stands between two is a value:
/// its name, then its text.
public enum ValueBounds {
    private static let start = PrivateMark.valueStart
    private static let middle = PrivateMark.valueMiddle
    private static let end = PrivateMark.valueEnd

    /// A piece of a text.
    public enum Piece: Sendable, Equatable {
        /// What was written.
        case text(String)
        /// A value.
        case value(name: String, text: String)

        /// The piece without edges.
        public var text: String {
            switch self {
            case .text(let text), .value(_, let text): text
            }
        }

        /// The piece with edges.
        public var bounded: String {
            switch self {
            case .text(let text): text
            case .value(let name, let text): ValueBounds.enclosed(text, name: name)
            }
        }
    }

    /// A value's text between edges.
    public static func enclosed(_ text: String, name: String) -> String { "\(start)\(name)\(middle)\(text)\(end)" }

    /// What stands before a value's text.
    static func opening(_ name: String) -> [UInt8] { Array("\(start)\(name)\(middle)".utf8) }

    /// What stands behind it.
    static var closing: [UInt8] { Array("\(end)".utf8) }

    /// Takes a text apart at the edges of values; what has lost an edge on the way is text.
    public static func pieces(of text: String) -> [Piece] {
        let scalars = text.unicodeScalars
        var pieces: [Piece] = []
        var index = scalars.startIndex
        while let open = scalars[index...].firstIndex(of: start),
            let between = scalars[open...].firstIndex(of: middle), let close = scalars[between...].firstIndex(of: end)
        {
            if open > index { pieces.append(.text(String(scalars[index..<open]))) }
            let name = String(scalars[scalars.index(after: open)..<between])
            // A writer's escapes are no part of a name.
            let value = String(scalars[scalars.index(after: between)..<close])
            pieces.append(.value(name: name.replacing("\\", with: ""), text: value))
            index = scalars.index(after: close)
        }
        if index < scalars.endIndex { pieces.append(.text(String(scalars[index...]))) }
        return pieces
    }
}
