import CommonMark
import Guides
import Sources

/// Carries over what changed among the blocks of a section, the items of a list, or the rows of a table: what is in them, their
/// order, and that some are gone or have come.
struct BlockSync {
    let items: ItemSync
    /// How the numbers of the source are written.
    let sourceNumbers: CarriedNumbers
    /// Whether the translation is what was accepted: otherwise its blocks may have been moved already.
    let isAccepted: Bool
    /// Edits that are made anyway: of what moves, they move with it.
    let others: [Fix.Edit]

    private var old: Edition { items.old }
    private var new: Edition { items.new }
    private var translation: Edition { items.translation }

    /// A block of the new source: where its translation stands, or that there is none yet.
    private enum Origin: Equatable {
        case old(Int)
        case new
    }

    /// The edits that bring the translation's blocks to the new state of the source's.
    func edits(_ before: [Node], _ after: [Node], _ own: [Node]) throws(SectionSync.Reason) -> [Fix.Edit] {
        guard before.count == own.count, !own.isEmpty else { throw .blocks }
        let order = try origins(before, after)
        var edits: [[Fix.Edit]] = Array(repeating: [], count: own.count)
        for (position, origin) in order.enumerated() {
            if case .old(let index) = origin {
                edits[index] = try self.edits(before[index], after[position], own[index])
            }
        }
        if order == own.indices.map({ .old($0) }) { return edits.flatMap { $0 } }
        guard isAccepted else { throw .changed }
        return [try rearranged(own, order, edits, after)]
    }

    // MARK: Origins

    /// For each block of the new source the block of the old one that it was.
    private func origins(_ before: [Node], _ after: [Node]) throws(SectionSync.Reason) -> [Origin] {
        let left = before.map { old.fingerprint(of: $0) }
        let right = after.map { new.fingerprint(of: $0) }
        var origins: [Int?] = Array(repeating: nil, count: after.count)
        var isFree = Array(repeating: true, count: before.count)
        func take(_ origin: Int, for position: Int) {
            origins[position] = origin
            isFree[origin] = false
        }
        for pair in SequenceAlignment.common(left, right) { take(pair.left, for: pair.right) }
        // What stands elsewhere now was moved.
        for position in after.indices where origins[position] == nil {
            if let origin = before.indices.first(where: { isFree[$0] && left[$0] == right[position] }) {
                take(origin, for: position)
            }
        }
        // What is left was changed, and keeps its place among its neighbours: at best all its words are the same.
        for isLike in [hasSameWords, isLike] {
            for position in after.indices where origins[position] == nil {
                let floor = origins[..<position].compactMap { $0 }.last ?? -1
                let ceiling = origins[(position + 1)...].compactMap { $0 }.first ?? before.count
                let free = before.indices.filter { isFree[$0] && isLike(before[$0], after[position]) }
                let origin =
                    free.first { $0 > floor && $0 < ceiling } ?? free.first { $0 > floor } ?? free.first
                if let origin { take(origin, for: position) }
            }
        }
        for position in after.indices where origins[position] == nil {
            if carried(after[position], of: new, sourceNumbers).hasWords {
                throw .words(line: max(1, after[position].startLine))
            }
        }
        return origins.map { $0.map { .old($0) } ?? .new }
    }

    /// Whether only what needs no translator differs, and nothing has moved.
    private func hasSameWords(_ before: Node, _ after: Node) -> Bool {
        carried(before, of: old, sourceNumbers).words == carried(after, of: new, sourceNumbers).words
    }

    /// Whether a block may be another one some of whose items or rows have moved, come or gone.
    private func isLike(_ before: Node, _ after: Node) -> Bool {
        guard Self.holdsBlocks(before), before.kind == after.kind else { return false }
        let parts = Self.parts(before)
        return Self.parts(after).contains { part in
            carried(part, of: new, sourceNumbers).hasWords
                && parts.contains { hasSameWords($0, part) || isLike($0, part) }
        }
    }

    private func carried(_ node: Node, of edition: Edition, _ numbers: CarriedNumbers) -> CarriedBlock {
        CarriedBlock(node, of: edition, numbers)
    }

    // MARK: Blocks in blocks

    /// Whether a block's parts may move by themselves.
    private static func holdsBlocks(_ node: Node) -> Bool {
        switch node.kind {
        case .list, .item, .blockQuote, .alert, .table: true
        default: false
        }
    }

    /// The items of a list, the rows of a table, the blocks of a quote.
    private static func parts(_ node: Node) -> [Node] {
        Array(node.children).filter { $0.kind != .softBreak && Edition.isText($0) }
    }

    private func edits(_ before: Node, _ after: Node, _ own: Node) throws(SectionSync.Reason) -> [Fix.Edit] {
        if old.fingerprint(of: before) == new.fingerprint(of: after) { return [] }
        if before.kind == .tableRow { return try cellEdits(before, after, own) }
        if Self.holdsBlocks(before), before.kind == after.kind, before.kind == own.kind {
            let parts = (Self.parts(before), Self.parts(after), Self.parts(own))
            if before.kind == .table { return try rowEdits(parts.0, parts.1, parts.2) }
            if parts.0.count == parts.2.count, !parts.1.isEmpty { return try edits(parts.0, parts.1, parts.2) }
        }
        let line = max(1, after.startLine)
        return try items.edits(
            carried(before, of: old, sourceNumbers), carried(after, of: new, sourceNumbers),
            carried(own, of: translation, items.numbers), line: line)
    }

    /// The header of a table stays where it is.
    private func rowEdits(_ before: [Node], _ after: [Node], _ own: [Node]) throws(SectionSync.Reason) -> [Fix.Edit] {
        guard let left = before.first, let right = after.first, let header = own.first else { throw .blocks }
        let edits = try cellEdits(left, right, header)
        let rows = [before, after, own].map { Array($0.dropFirst()) }
        return rows[0].isEmpty && rows[1].isEmpty ? edits : try edits + self.edits(rows[0], rows[1], rows[2])
    }

    private func cellEdits(_ before: Node, _ after: Node, _ own: Node) throws(SectionSync.Reason) -> [Fix.Edit] {
        let cells = (Self.parts(before), Self.parts(after), Self.parts(own))
        let line = max(1, after.parent?.startLine ?? 1)
        guard cells.0.count == cells.1.count, cells.0.count == cells.2.count else { throw .words(line: line) }
        var edits: [Fix.Edit] = []
        for index in cells.0.indices {
            let (left, right) = (
                carried(cells.0[index], of: old, sourceNumbers), carried(cells.1[index], of: new, sourceNumbers)
            )
            guard left.words == right.words else { throw .words(line: line) }
            edits += try items.edits(left, right, carried(cells.2[index], of: translation, items.numbers), line: line)
        }
        return edits
    }

    // MARK: Order

    /// The text with its blocks in another order, without some of them or with others. What stands before a block, a
    /// comment among it, goes where the block goes.
    private func rearranged(
        _ own: [Node], _ order: [Origin], _ edits: [[Fix.Edit]], _ after: [Node]
    ) throws(SectionSync.Reason) -> Fix.Edit {
        let file = translation.file
        let places = try BlockPlaces(own, in: translation, firstStays: order.first == .old(0))
        let whole = places.whole
        let separator = places.separator
        var text: [UInt8] = []
        var last: Int?
        for (position, origin) in order.enumerated() {
            switch origin {
            case .old(let index):
                if position > 0 {
                    let between =
                        index > 0
                        ? Array(file.bytes[places.ranges[index - 1].upperBound..<places.ranges[index].lowerBound])
                        : separator
                    // Blocks that were no neighbours may run into each other.
                    let isApart =
                        last == index - 1 || own[index].standsApart || last.map { own[$0].standsApart } ?? false
                    text += isApart || between.count >= separator.count ? between : separator
                }
                let range = places.ranges[index]
                let inside = others.filter {
                    $0.range.lowerBound >= range.lowerBound && $0.range.upperBound <= range.upperBound
                }
                text += try applied(edits[index] + inside, to: range, marker: places.marker(at: position, of: index))
                last = index
            case .new:
                if position > 0 { text += separator }
                text += try places.copy(of: after[position], in: new, at: position)
                last = nil
            }
        }
        return Fix.Edit(path: file.path, range: whole, expected: Array(file.bytes[whole]), replacement: text)
    }

    private func applied(
        _ edits: [Fix.Edit], to range: Range<Int>, marker: Fix.Edit?
    ) throws(SectionSync.Reason) -> [UInt8] {
        var text: [UInt8] = []
        var start = range.lowerBound
        for edit in (edits + (marker.map { [$0] } ?? [])).sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            guard edit.range.lowerBound >= start, edit.range.upperBound <= range.upperBound else { throw .uncertain }
            text += translation.file.bytes[start..<edit.range.lowerBound]
            text += edit.replacement
            start = edit.range.upperBound
        }
        return text + translation.file.bytes[start..<range.upperBound]
    }
}

extension Node {
    /// Whether a block needs no blank line to be told from its neighbours.
    fileprivate var standsApart: Bool { kind == .heading || kind == .htmlBlock || isFenced }
}
