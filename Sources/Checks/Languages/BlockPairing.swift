import CommonMark
import Guides
import Sources

/// The headings, paragraphs and cells of two regions that stand for each other, where their order tells which.
struct BlockPairing {
    /// The blocks of each region, as positions among all of their text's.
    private let own: [Int]
    private let theirs: [Int]
    private let translation: EditionText
    private let source: EditionText

    init(_ translation: EditionText, _ region: Int, _ source: EditionText, _ otherRegion: Int) {
        (self.translation, self.source) = (translation, source)
        own = translation.positions(inRegion: region)
        theirs = source.positions(inRegion: otherRegion)
    }

    /// For each block of the source its counterpart; nil where the two regions are not made of the same blocks.
    var counterparts: [Int: Int]? {
        guard shapes(own, translation) == shapes(theirs, source) else { return nil }
        return Dictionary(zip(theirs, own), uniquingKeysWith: { first, _ in first })
    }

    /// Where in the translation something of the source is missing: the block that stands for the one that has it, or the
    /// one behind which that block would stand. Nil where nothing tells.
    func place(ofMissing node: Node) -> Place? { certainPlace(ofMissing: node) ?? likelyPlace(ofMissing: node) }

    /// The place where the order of the blocks leaves no doubt.
    func certainPlace(ofMissing node: Node) -> Place? {
        let holders = theirs.filter { source.blocks[$0].isPart(of: node) }
        if let first = holders.first, let counterpart = counterparts?[first] { return place(ofBlock: counterpart) }
        let others = theirs.filter { !holders.contains($0) }
        guard shapes(own, translation) == shapes(others, source) else { return nil }
        let before = others.count { stands($0, before: node, holders) }
        guard before > 0, before <= own.count else { return nil }
        return place(ofBlock: own[before - 1])
    }

    /// Whether a block of the source stands before a node.
    private func stands(_ position: Int, before node: Node, _ holders: [Int]) -> Bool {
        if let first = holders.first { return position < first }
        return source.blocks[position].node.map { $0.line < node.line } ?? true
    }

    /// The place of a block of the translation; of a block of code its first line.
    private func place(ofBlock position: Int) -> Place {
        let block = translation.blocks[position]
        guard let node = block.node, node.kind == .codeBlock else { return translation.place(of: block) }
        return translation.edition.file.place(line: max(1, node.startLine))
    }

    /// So many pairs of blocks are compared at most.
    private static let mostWork = 4_000

    /// The place by the blocks that are most alike in the same order, where more than one differs.
    private func likelyPlace(ofMissing node: Node) -> Place? {
        guard own.count * theirs.count <= Self.mostWork, !own.isEmpty else { return nil }
        let holders = theirs.filter { source.blocks[$0].isPart(of: node) }
        let (traits, others) = (own.map(translation.traits), theirs.map(source.traits))
        let pairs = Alignment(own.count, theirs.count) { traits[$0].likeness(to: others[$1]) }.pairs
            .filter { traits[$0].likeness(to: others[$1]) > 0 }
        // A word of a paragraph is missing in the paragraph; a list, behind what stands before it.
        let isInline = !node.kind.isBlock
        let before = pairs.last { pair in
            let position = theirs[pair.1]
            if holders.contains(position) { return isInline }
            return stands(position, before: node, holders)
        }
        return before.map { place(ofBlock: own[$0.0]) }
    }

    private struct Shape: Equatable {
        let kind: NodeKind?
        let parent: NodeKind?
    }

    private func shapes(_ positions: [Int], _ text: EditionText) -> [Shape] {
        positions.map { position in
            let node = text.blocks[position].node
            return Shape(kind: node?.kind, parent: node?.parent?.kind)
        }
    }
}

/// What tells blocks of two languages from each other in whatever words.
private struct BlockTraits {
    let kind: NodeKind?
    let length: Int
    /// The code in it, and its numbers.
    let codes: Set<String>

    /// How much speaks for two being one; 0 where they cannot be.
    func likeness(to other: BlockTraits) -> Int {
        guard kind == other.kind else { return 0 }
        let isAsLong = min(length, other.length) * 2 >= max(length, other.length)
        return 1 + (isAsLong ? 1 : 0) + 3 * codes.intersection(other.codes).count
    }
}

extension EditionText {
    fileprivate func traits(ofBlock position: Int) -> BlockTraits {
        let block = blocks[position]
        var codes = Set(
            runs[block.runs].filter { $0.kind == .code }.map { String(decoding: bytes[$0.range], as: UTF8.self) })
        for digits in bytes[block.range].split(whereSeparator: { !$0.isASCIIDigit }) {
            codes.insert(String(decoding: digits, as: UTF8.self))
        }
        return BlockTraits(kind: block.node?.kind, length: block.range.count, codes: codes)
    }

    fileprivate func positions(inRegion region: Int) -> [Int] {
        blocks.indices.filter {
            blocks[$0].region == region && blocks[$0].node.map { $0.kind != .table } ?? false
        }
    }
}

extension EditionText.Block {
    /// Whether it holds a node, or stands in one.
    fileprivate func isPart(of other: Node) -> Bool {
        guard let node else { return false }
        if node == other { return true }
        if !other.kind.isBlock, other.kind != .tableCell { return other.container == node }
        var current: Node? = node
        while let candidate = current {
            if candidate == other { return true }
            current = candidate.parent
        }
        return false
    }
}

extension Node {
    /// The first line; that of what it stands in where it has none of its own.
    fileprivate var line: Int {
        var current: Node? = self
        while let node = current {
            if node.startLine > 0 { return node.startLine }
            current = node.parent
        }
        return 0
    }
}
