import Sources

/// HTML among blocks that consists of tags of the short list alone, and of the words of a summary.
package struct AllowedBlock {
    /// Its tags, in their order.
    package private(set) var tags: [AllowedTag] = []
    /// The words of the summary, in which entities are written as in HTML; nil where it has none.
    package private(set) var summary: String?
    /// The block as it is written.
    let html: HTMLText

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
            // Words are those of a summary, and it has some once.
            guard tags.last?.name == "summary", tags.last?.isClosing == false, summary == nil else { return nil }
            let end = bytes.firstOffset(of: UInt8(ascii: "<"), from: index) ?? bytes.count
            let words = bytes.trimmed(index..<end)
            summary = bytes.text(words)
            html += AllowedTag.escaped(bytes[words])
            index = end
        }
        let summaries = tags.filter { $0.name == "summary" }
        guard !tags.isEmpty, summaries.map(\.isClosing) == (summary == nil ? [] : [false, true]) else { return nil }
        self.html = HTMLText(html)
    }
}
