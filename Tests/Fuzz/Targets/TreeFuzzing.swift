import CommonMark

/// The tree of a text, and the places of its nodes.
enum TreeFuzzing {
    static func read(_ bytes: [UInt8]) {
        guard let document = try? Document(parsing: bytes) else { return }
        for node in document.root.descendants {
            if let range = node.sourceRange {
                precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "a node stands in the source")
            }
            if node.kind == .text, let offsets = node.sourceOffsets {
                precondition(zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 }, "a text goes forward")
                precondition(offsets.allSatisfy { $0 <= bytes.count }, "a text stands in the source")
            }
            for line in node.kind.isBlock ? node.contentLines : [] {
                precondition(line.lowerBound >= 0 && line.upperBound <= bytes.count, "a line stands in the source")
            }
            _ = node.linkTail
        }
        _ = try? NormalCommonMark.text(of: bytes)
    }
}
