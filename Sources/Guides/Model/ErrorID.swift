import Sources

/// The name under which a guide's error has an address that stays, whatever becomes of the guide's folder:
/// `/e/openai-rate-limit`.
public struct ErrorID: Sendable, Hashable {
    /// The name.
    public let text: String
    /// Where `guide.yaml` gives it.
    public let place: Place

    private static let longest = 64

    /// Reads a name that can stand in an address as it is: letters and digits of ASCII, in lower case, and dashes
    /// between them, at most 64.
    static func read(_ node: YAMLNode, _ reader: inout YAMLReader) -> ErrorID? {
        guard let text = reader.text(node) else { return nil }
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let isRight =
            text.utf8.count <= longest
            && parts.allSatisfy { part in
                !part.isEmpty && part.allSatisfy { $0.isASCIIDigit || (0x61...0x7A).contains($0) }
            }
        guard isRight else {
            reader.report(BadErrorID(), at: node.place)
            return nil
        }
        return ErrorID(text: text, place: node.place)
    }
}
