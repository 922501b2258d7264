import Sources

/// HTML among blocks that consists of tags of the short list alone, and of words in those that take some: a summary, and the terms
/// and meanings of a list of definitions.
package struct AllowedBlock {
    /// Its tags, in their order.
    package private(set) var tags: [AllowedTag] = []
    /// The words, in which entities are written as in HTML, and the names of the elements that they stand in.
    package private(set) var words: [(element: String, text: String)] = []
    /// The block as it is written.
    let html: HTMLText

    private static let withWords: Set = ["summary", "dt", "dd"]

    /// Reads HTML; nil where anything else is in it.
    package init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        var html: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index].isSpace {
                index += 1
                continue
            }
            if bytes[index] == UInt8(ascii: "<") {
                guard let tag = AllowedTag(bytes, at: &index), tag.place == .block else { return nil }
                tags.append(tag)
                html += tag.html
                continue
            }
            guard let open = tags.last, !open.isClosing, Self.withWords.contains(open.name) else { return nil }
            let end = bytes.firstOffset(of: UInt8(ascii: "<"), from: index) ?? bytes.count
            let text = bytes.trimmed(index..<end)
            words.append((open.name, bytes.text(text)))
            html += AllowedTag.escaped(bytes[text])
            index = end
            // Words alone: what else belongs to the element stands behind a blank line, where it is Markdown.
            guard index < bytes.count, let close = AllowedTag(bytes, at: &index), close.isClosing,
                close.name == open.name
            else { return nil }
            tags.append(close)
            html += close.html
        }
        // A summary has words, and a part that folds has one.
        let summaries = tags.filter { $0.name == "summary" }
        let hasSummary = words.contains { $0.element == "summary" }
        guard !tags.isEmpty, summaries.map(\.isClosing) == (hasSummary ? [false, true] : []) else { return nil }
        self.html = HTMLText(html)
    }
}
