/// A part of the program that is fed with bytes of every kind: it may refuse them, and must neither stop nor contradict itself.
public enum FuzzTarget: String, CaseIterable, Sendable {
    /// A Markdown text, read, filled and rendered in every format.
    case render
    /// The same as a guide of a project, with every check.
    case guide
    /// The tree with tables, and where its nodes stand in the source.
    case tree
    /// A pattern, a line feed, and the message that it is compared with.
    case messages
    /// YAML that the fast reader and Yams read.
    case yaml
    /// Translations' records, and a wiki's list of what was published.
    case records
    /// A text that was written for another program, made a guide and a page.
    case foreign

    /// Larger inputs find nothing that smaller ones do not.
    public static let longestInput = 16 << 10

    /// Feeds the part.
    public func feed(_ bytes: [UInt8]) {
        guard bytes.count <= Self.longestInput else { return }
        switch self {
        case .render: TextFuzzing.render(bytes)
        case .guide: TextFuzzing.guide(bytes)
        case .tree: TreeFuzzing.read(bytes)
        case .messages: MessageFuzzing.match(bytes)
        case .yaml: FileFuzzing.yaml(bytes)
        case .records: FileFuzzing.records(bytes)
        case .foreign: ImportFuzzing.convert(bytes)
        }
    }
}
