import CommonMark
import Sources
import Values

/// A stretch of the author's prose with the way back to its source, for a wiki that sees more in texts than Markdown
/// does.
package struct MarkdownProse: Sendable {
    /// The text, without escapes.
    package let bytes: [UInt8]
    /// Where each byte stands in the source, and where the text ends there.
    package let offsets: [Int]
    /// The byte that follows on the same line; a space where none does.
    package let next: UInt8
    /// Whether it is a link's words.
    package let isInLink: Bool
    /// Whether an emphasis holds it and nothing else.
    package let isEmphasised: Bool
    /// The place of the block that it stands in: equal for texts of one block.
    package let block: Int
}

/// What stands in the place of some bytes of a text, or between two of them.
package struct MarkdownCut: Sendable {
    /// Where in the text.
    package let offset: Int
    /// How many bytes go.
    package let count: Int
    /// Markdown that comes instead.
    package let replacement: [UInt8]

    /// Replaces bytes, or with a count of 0 puts something between two.
    package init(at offset: Int, count: Int = 0, _ replacement: [UInt8]) {
        self.offset = offset
        self.count = count
        self.replacement = replacement
    }
}

extension MarkdownText {
    /// Appends a text that is cut at some places.
    package static func append(
        _ text: [UInt8], cutting cuts: [MarkdownCut], to output: inout [UInt8], next: UInt8, isInImage: Bool = false
    ) {
        text.withUnsafeBufferPointer { text in
            var start = 0
            func piece(to end: Int, next: UInt8, _ output: inout [UInt8]) {
                let part = UnsafeBufferPointer(rebasing: text[start..<end])
                append(
                    part, to: &output, next: next, isInImage: isInImage, isStart: start == 0, isEnd: end == text.count)
            }
            for cut in cuts where cut.offset >= start {
                piece(to: cut.offset, next: cut.replacement.first ?? next, &output)
                output += cut.replacement
                start = cut.offset + cut.count
            }
            piece(to: text.count, next: next, &output)
        }
    }
}

extension MarkdownEdits {
    /// All prose of the author's that holds a sign, but what images say.
    func prose() -> [MarkdownProse] {
        edition.document.root.descendants(.text).flatMap { node -> [MarkdownProse] in
            guard node.withLiteral({ $0.contains(where: \.isTrigger) }), let offsets = node.sourceOffsets else {
                return []
            }
            var isInLink = false
            var block = node
            while let parent = block.parent, !block.kind.isBlock, block.kind != .tableCell {
                // `<help@example.org>` is an address on purpose.
                if parent.kind == .image || parent.kind == .link && parent.isAutolink { return [] }
                if parent.kind == .link { isInLink = true }
                block = parent
            }
            let bytes = node.withLiteral { Array($0) }
            let found = bytes.withUnsafeBufferPointer { self.marks(in: $0) }
            var prose: [MarkdownProse] = []
            var start = 0
            for index in 0...found.count {
                let end = index < found.count ? found[index].range.lowerBound : bytes.count
                if end > start {
                    let next = index < found.count ? first(ofMark: found[index].number) : byte(after: node)
                    prose.append(
                        MarkdownProse(
                            bytes: Array(bytes[start..<end]), offsets: Array(offsets[start...end]), next: next,
                            isInLink: isInLink,
                            isEmphasised: node.parent?.kind == .emphasis && node.isOnlyChild && found.isEmpty,
                            block: block.startLine * 1000 + offsets[0] / 100_000))
                }
                if index < found.count { start = found[index].range.upperBound }
            }
            return prose
        }
    }

    private func first(ofMark number: Int) -> UInt8 {
        edition.marks.marks[number].index.flatMap { texts.entries[$0]?.prose.utf8.first } ?? 0x20
    }

    private func byte(after text: Node) -> UInt8 {
        guard let next = text.next else { return 0x20 }
        switch next.kind {
        case .text:
            return next.withLiteral { literal in
                if let mark = marks(in: literal).first, mark.range.lowerBound == 0 { return first(ofMark: mark.number) }
                return literal.first ?? 0x20
            }
        case .code: return UInt8(ascii: "`")
        default: return 0x20
        }
    }
}

extension UInt8 {
    /// What a wiki's own markup begins with, or holds.
    fileprivate var isTrigger: Bool {
        switch self {
        case UInt8(ascii: "@"), UInt8(ascii: "#"), UInt8(ascii: "!"), UInt8(ascii: "&"), UInt8(ascii: "%"),
            UInt8(ascii: "~"), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ":"), UInt8(ascii: "$"),
            UInt8(ascii: "."), UInt8(ascii: "T"), UInt8(ascii: "t"):
            true
        default: false
        }
    }
}

extension Node {
    /// Whether a link's words are its address.
    fileprivate var isAutolink: Bool { url == plainText || url == "mailto:" + plainText }
}
