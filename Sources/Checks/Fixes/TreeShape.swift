import CommonMark
import Sources

/// What a Markdown text is, but for the characters of its prose: its blocks and elements in their order, with addresses
/// and code. Two texts of one shape differ in nothing but words.
struct TreeShape: Equatable {
    private var elements: [String] = []

    /// The shape of a file; nil where it is no text that can be parsed.
    init?(of bytes: [UInt8]) {
        guard let document = try? Document(parsing: bytes) else { return nil }
        var node = document.root.following(within: document.root)
        while let current = node {
            switch current.kind {
            // Lines may be joined, and so texts.
            case .text, .softBreak: break
            case .link, .image: elements.append("\(current.kind) \(current.url) \(current.title)")
            case .code, .codeBlock, .htmlBlock, .htmlInline: elements.append("\(current.kind) \(current.literal)")
            case .heading: elements.append("heading \(current.headingLevel)")
            default: elements.append("\(current.kind)")
            }
            node = current.following(within: document.root)
        }
    }
}
