/// A text that is compared byte by byte, as file systems and web servers compare names: `é` can be written in two ways
/// (Unicode's normal forms), and `String` takes both for the same.
public struct ExactText: Hashable, Comparable, Sendable {
    /// The text.
    public let text: String

    /// A text to be compared.
    public init(_ text: String) { self.text = text }

    /// Whether both have the same bytes.
    public static func == (left: ExactText, right: ExactText) -> Bool { left.text.hasSameBytes(as: right.text) }

    /// By the bytes of UTF-8, which is the order of the code points.
    public static func < (left: ExactText, right: ExactText) -> Bool { left.text.precedesByBytes(right.text) }

    /// Hashes the bytes.
    public func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

extension ExactText: ExpressibleByStringLiteral {
    /// A text to be compared.
    public init(stringLiteral value: String) { self.init(value) }
}

extension String {
    /// Whether both are the same byte by byte.
    @inlinable package func hasSameBytes(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }

    /// Whether this one comes first in the order of bytes.
    @inlinable package func precedesByBytes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }

    /// Whether the bytes begin with those of another.
    @inlinable package func beginsWithBytes(of other: String) -> Bool { utf8.starts(with: other.utf8) }
}
