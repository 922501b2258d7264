import CommonMark
import Guides
import Sources
import Values

/// Brings one section of a translation up to date with a change of its source that nobody has to translate: other code,
/// addresses, images, values and numbers, blocks that were moved or removed.
struct SectionSync {
    /// Why a section is left to a person.
    enum Reason: Error, Equatable {
        /// Something was written that is not in the translation, or words were changed.
        case words(line: Int)
        /// What has changed is not in the translation as it was in the source, or not as often.
        case place(String)
        /// What has changed was changed in two ways.
        case ambiguous(String)
        /// The translation has more or fewer blocks than the source that it was made from.
        case blocks
        /// The bytes of something are not known for certain.
        case uncertain
        /// The translation is not what was accepted.
        case changed
        /// Nobody knows the source that the translation was made from.
        case unknown
    }

    private let old: Edition
    private let new: Edition
    private let translation: Edition
    private let (oldBlocks, newBlocks, blocks): ([Node], [Node], [Node])

    /// - Parameters:
    ///   - section: the section's ID.
    ///   - old: the source that the translation was made from.
    ///   - new: the source as it is.
    init(_ section: String, of translation: Edition, from old: Edition, to new: Edition) {
        (self.old, self.new, self.translation) = (old, new, translation)
        oldBlocks = old.translationBlocks(ofSection: section)
        newBlocks = new.translationBlocks(ofSection: section)
        blocks = translation.translationBlocks(ofSection: section)
    }

    /// The edits of the translation's file; none where nothing but markup and spaces differ.
    func edits() throws(Reason) -> [Fix.Edit] {
        guard oldBlocks.count == blocks.count, !blocks.isEmpty else { throw .blocks }
        let order = try origins()
        var edits: [[Fix.Edit]] = Array(repeating: [], count: blocks.count)
        for (position, origin) in order.enumerated() {
            edits[origin] = try itemEdits(of: origin, becoming: position)
        }
        if order == Array(blocks.indices) { return edits.flatMap { $0 } }
        return [try rearranged(order, edits)]
    }

    // MARK: Blocks

    /// For each block of the new source the block of the old one that it was.
    private func origins() throws(Reason) -> [Int] {
        let before = oldBlocks.map { old.fingerprint(of: $0) }
        let after = newBlocks.map { new.fingerprint(of: $0) }
        var origins: [Int?] = Array(repeating: nil, count: after.count)
        var isFree = Array(repeating: true, count: before.count)
        func take(_ origin: Int, for position: Int) {
            origins[position] = origin
            isFree[origin] = false
        }
        for (origin, position) in Self.common(before, after) { take(origin, for: position) }
        // What stands elsewhere now was moved.
        for position in after.indices where origins[position] == nil {
            if let origin = before.indices.first(where: { isFree[$0] && before[$0] == after[position] }) {
                take(origin, for: position)
            }
        }
        // What is left was changed, and keeps its place among its neighbours.
        for position in after.indices where origins[position] == nil {
            let block = CarriedBlock(newBlocks[position], of: new)
            let floor = origins[..<position].compactMap { $0 }.last ?? -1
            let isSame = { (origin: Int) in
                isFree[origin] && CarriedBlock(oldBlocks[origin], of: old).prose == block.prose
            }
            guard
                let origin = before.indices.first(where: { $0 > floor && isSame($0) })
                    ?? before.indices.first(where: isSame)
            else { throw .words(line: newBlocks[position].startLine) }
            take(origin, for: position)
        }
        return origins.compactMap { $0 }
    }

    /// The longest common subsequence, as pairs of positions.
    private static func common(_ left: [Fingerprint?], _ right: [Fingerprint?]) -> [(Int, Int)] {
        var lengths = Array(repeating: Array(repeating: 0, count: right.count + 1), count: left.count + 1)
        for row in left.indices.reversed() {
            for column in right.indices.reversed() {
                lengths[row][column] =
                    left[row] == right[column]
                    ? lengths[row + 1][column + 1] + 1 : max(lengths[row + 1][column], lengths[row][column + 1])
            }
        }
        var pairs: [(Int, Int)] = []
        var (row, column) = (0, 0)
        while row < left.count, column < right.count {
            if left[row] == right[column] {
                pairs.append((row, column))
                (row, column) = (row + 1, column + 1)
            } else if lengths[row + 1][column] >= lengths[row][column + 1] {
                row += 1
            } else {
                column += 1
            }
        }
        return pairs
    }

    /// The section's text with its blocks in another order, or with some of them left out. What stands before a block, a
    /// comment among it, goes where the block goes.
    private func rearranged(_ order: [Int], _ edits: [[Fix.Edit]]) throws(Reason) -> Fix.Edit {
        let bytes = translation.file.bytes
        var ranges: [Range<Int>] = []
        for block in blocks {
            let first = translation.document.line(block.startLine)
            let last = translation.document.line(max(block.startLine, block.endLine))
            let end = bytes[first.lowerBound..<last.upperBound].lastIndex { !$0.isSpace }.map { $0 + 1 }
            guard let end, first.lowerBound >= ranges.last?.upperBound ?? 0 else { throw .uncertain }
            ranges.append(first.lowerBound..<end)
        }
        guard let first = ranges.first, let last = ranges.last else { throw .blocks }
        var text: [UInt8] = []
        for (position, origin) in order.enumerated() {
            if position > 0 {
                text +=
                    origin > 0 ? Array(bytes[ranges[origin - 1].upperBound..<ranges[origin].lowerBound]) : [0x0A, 0x0A]
            }
            var start = ranges[origin].lowerBound
            for edit in edits[origin].sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
                text += bytes[start..<edit.range.lowerBound]
                text += edit.replacement
                start = edit.range.upperBound
            }
            text += bytes[start..<ranges[origin].upperBound]
        }
        let whole = first.lowerBound..<last.upperBound
        return Fix.Edit(path: translation.file.path, range: whole, expected: Array(bytes[whole]), replacement: text)
    }

    // MARK: Items

    /// What has to change in a block of the translation for what has changed in the source's.
    private func itemEdits(of origin: Int, becoming position: Int) throws(Reason) -> [Fix.Edit] {
        let before = CarriedBlock(oldBlocks[origin], of: old)
        let after = CarriedBlock(newBlocks[position], of: new)
        guard before.items.count == after.items.count else { throw .words(line: newBlocks[position].startLine) }
        struct Key: Hashable {
            let sort: CarriedItem.Sort
            let text: String
        }
        var changes: [Key: String] = [:]
        for (item, other) in zip(before.items, after.items) where item.text != other.text {
            let key = Key(sort: item.sort, text: item.text)
            if let known = changes[key], known != other.text { throw .ambiguous(item.text) }
            changes[key] = other.text
        }
        if changes.isEmpty { return [] }
        let own = CarriedBlock(blocks[origin], of: translation)
        var edits: [Fix.Edit] = []
        for (key, text) in changes {
            let wanted = before.items.filter { $0.sort == key.sort && $0.text == key.text }
            // Of several that were equal, all have to have changed alike.
            let changed = zip(before.items, after.items).count {
                $0.sort == key.sort && $0.text == key.text && $1.text == text
            }
            let isAddress = key.sort == .address || key.sort == .image
            let names = [key.text, isAddress ? localized(key.text) : key.text]
            let found = own.items.filter { $0.sort == key.sort && names.contains($0.text) }
            guard changed == wanted.count else { throw .ambiguous(key.text) }
            guard found.count == wanted.count else { throw .place(key.text) }
            for item in found {
                guard !item.range.isEmpty else { throw .uncertain }
                let replacement =
                    switch key.sort {
                    case .value: "{{\(text)}}"
                    case .address, .image: localized(text)
                    case .code, .codeBlock, .number: text
                    }
                edits.append(
                    Fix.Edit(
                        path: translation.file.path, range: item.range,
                        expected: Array(translation.file.bytes[item.range]), replacement: Array(replacement.utf8)))
            }
        }
        return edits
    }

    /// An address as the translation has it: a guide's file is that of its language.
    private func localized(_ address: String) -> String {
        let (source, own) = ("\(new.language.tag).md", "\(translation.language.tag).md")
        guard let range = address.ranges(of: source).last,
            range.lowerBound == address.startIndex
                || address[address.index(before: range.lowerBound)] == "/"
        else { return address }
        return address.replacingCharacters(in: range, with: own)
    }
}

extension String {
    /// The text with other characters in the place of some.
    fileprivate func replacingCharacters(in range: Range<String.Index>, with other: String) -> String {
        String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
    }
}
