import CommonMark
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
    /// one behind which that block would stand. Nil where the order does not tell.
    func place(ofMissing node: Node) -> Place? {
        let holders = theirs.filter { source.blocks[$0].isPart(of: node) }
        if let first = holders.first, let counterpart = counterparts?[first] {
            return translation.place(of: translation.blocks[counterpart])
        }
        let others = theirs.filter { !holders.contains($0) }
        guard shapes(own, translation) == shapes(others, source) else { return nil }
        let line = holders.first.flatMap { source.blocks[$0].node?.startLine } ?? node.line
        let before = others.count { source.blocks[$0].node.map { $0.line < line } ?? true }
        guard before > 0, before <= own.count else { return nil }
        return translation.place(of: translation.blocks[own[before - 1]])
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

extension EditionText {
    fileprivate func positions(inRegion region: Int) -> [Int] {
        blocks.indices.filter { blocks[$0].region == region && blocks[$0].node != nil }
    }
}

extension EditionText.Block {
    /// Whether it holds a node, or stands in one.
    fileprivate func isPart(of other: Node) -> Bool {
        guard let node else { return false }
        if !other.kind.isBlock { return other.container == node }
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
