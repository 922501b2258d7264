import CCmark

/// Texts that are ready as they are, for which libcmark writes one character each: it goes over everything that it writes
/// character by character, and takes longer for that than a build does for anything else.
struct WrittenTexts {
    /// A character for private use. Where the page holds it itself, there are more marks than texts, and libcmark writes
    /// the texts after all.
    private static let mark: StaticString = "\u{E00F}"
    private static let markBytes: [UInt8] = [0xEE, 0x80, 0x8F]
    /// A shorter text is written faster than it is put aside.
    private static let shortest = 5

    private var nodes: [RawNode] = []
    /// The texts, each with a zero byte behind it.
    private var bytes: [UInt8] = []
    /// Where each text begins.
    private var starts: [Int] = []

    var isEmpty: Bool { nodes.isEmpty }

    /// Puts aside what a text, or a node of our own without children, prints.
    mutating func putAside(_ node: RawNode) {
        let isText = node.type == CMARK_NODE_TEXT
        guard let text = isText ? node.literalBytes : node.enterBytes else { return }
        let count = text.count
        let written = UnsafeBufferPointer(start: text, count: count)
        // libcmark watches for numbers and signs at the start of a line, and writes a control in a text as a reference.
        guard count >= Self.shortest, !MarkdownText.mayBeginBlock(text.pointee),
            !(isText && written.contains { $0 < 0x20 })
        else { return }
        nodes.append(node)
        starts.append(bytes.count)
        bytes.append(contentsOf: written)
        bytes.append(0)
        Self.set(node, CText.pointer(to: Self.mark))
    }

    /// Gives the nodes back what they print.
    mutating func putBack() {
        bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self) else { return }
            for (node, start) in zip(nodes, starts) { Self.set(node, base + start) }
        }
        self = WrittenTexts()
    }

    /// What libcmark wrote, with the texts in the place of the marks; nil where a mark is none of ours.
    func inserted(in raw: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        var output: [UInt8] = []
        output.reserveCapacity(raw.count + bytes.count)
        var copied = 0
        var next = 0
        var index = 0
        while let start = raw.firstOffset(of: Self.markBytes[0], from: index) {
            let end = start + Self.markBytes.count
            guard end <= raw.count, raw[start + 1] == Self.markBytes[1], raw[start + 2] == Self.markBytes[2] else {
                index = start + 1
                continue
            }
            guard next < starts.count else { return nil }
            let textEnd = next + 1 < starts.count ? starts[next + 1] : bytes.count
            output.append(contentsOf: UnsafeBufferPointer(rebasing: raw[copied..<start]))
            output.append(contentsOf: bytes[starts[next]..<(textEnd - 1)])
            next += 1
            copied = end
            index = end
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: raw[copied...]))
        return next == starts.count ? output : nil
    }

    private static func set(_ node: RawNode, _ text: UnsafePointer<CChar>?) {
        if node.type == CMARK_NODE_TEXT {
            cmark_node_set_literal(node, text)
        } else {
            cmark_node_set_on_enter(node, text)
        }
    }
}
