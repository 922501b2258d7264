/// Kinds of nodes to look for: a walk passes over all others without touching them.
public struct KindSet: OptionSet, Sendable {
    /// A bit for each kind.
    public let rawValue: UInt32

    /// Takes the bits as they are.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Text.
    public static let text = KindSet(.text)
    /// Code spans.
    public static let code = KindSet(.code)
    /// Code blocks.
    public static let codeBlock = KindSet(.codeBlock)
    /// Raw HTML among blocks and in text.
    public static let html = KindSet(.htmlBlock).union(KindSet(.htmlInline))
    /// Links and images.
    public static let links = KindSet(.link).union(KindSet(.image))
    /// Headings.
    public static let heading = KindSet(.heading)
    /// Paragraphs, and so tables.
    public static let paragraph = KindSet(.paragraph)
    /// Lists.
    public static let list = KindSet(.list)
    /// Emphasis and strong text.
    public static let emphasis = KindSet(.emphasis).union(KindSet(.strong))
    /// Soft and hard line breaks.
    public static let breaks = KindSet(.softBreak).union(KindSet(.lineBreak))
    /// Block quotes, and so alerts.
    public static let quote = KindSet(.blockQuote)
    /// Everything that this module recognises on top of CommonMark, values included.
    public static let extensions = KindSet(rawValue: 1 << 31)

    private init(_ type: RawType) {
        self.init(rawValue: Self.bit(of: type))
    }

    /// libcmark numbers its types from 1; there are about twenty.
    static func bit(of type: RawType) -> UInt32 { 1 << (UInt32(type.rawValue) & 31) }

    /// Nodes that never have children.
    static let leaves = text.union(code).union(codeBlock).union(html).union(breaks).rawValue
}
