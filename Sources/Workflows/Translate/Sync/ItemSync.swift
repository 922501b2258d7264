import Guides
import Sources

/// Carries over what changed within a block and needs no translator.
struct ItemSync {
    let old: Edition
    let new: Edition
    let translation: Edition
    /// How the numbers of the translation are written.
    let numbers: CarriedNumbers

    private struct Key: Hashable {
        let sort: CarriedItem.Sort
        let text: String
    }

    /// What has to change in a block of the translation for what has changed in the source's.
    ///
    /// - Parameter line: the line in the source, for messages.
    func edits(
        _ before: CarriedBlock, _ after: CarriedBlock, _ own: CarriedBlock, line: Int
    ) throws(SectionSync.Reason) -> [Fix.Edit] {
        guard before.items.map(\.sort) == after.items.map(\.sort) else { throw .words(line: line) }
        var edits = try codeEdits(before, after, own, line)
        var changes: [Key: CarriedItem] = [:]
        for (item, other) in zip(before.items, after.items) where item.text != other.text && item.sort != .codeBlock {
            let key = Key(sort: item.sort, text: item.text)
            if let known = changes[key], known.text != other.text { throw .ambiguous(item.text) }
            changes[key] = other
        }
        for (key, item) in changes { edits += try self.edits(key, item, before, after, own) }
        // Two links may refer to one definition.
        var known: Set<Range<Int>> = []
        return edits.filter { $0.range.isEmpty || known.insert($0.range).inserted }
    }

    private func codeEdits(
        _ before: CarriedBlock, _ after: CarriedBlock, _ own: CarriedBlock, _ line: Int
    ) throws(SectionSync.Reason) -> [Fix.Edit] {
        let blocks = [before, after, own].map { block in
            block.items.indices.filter { block.items[$0].sort == .codeBlock }
        }
        var edits: [Fix.Edit] = []
        for (position, (left, right)) in zip(blocks[0], blocks[1]).enumerated() {
            let (item, other) = (before.items[left], after.items[right])
            if item.text == other.text { continue }
            guard blocks[2].count == blocks[0].count else { throw .place(item.text) }
            let found = own.items[blocks[2][position]]
            // The words behind the fence come right before the code.
            let fence = after.items[right - 1].text
            guard found.range != nil else { throw .uncertain }
            edits += try CodeSync(
                old: item.text.components, new: other.text.components, translation: found, file: translation.file,
                fence: fence
            ).edits(line: line)
        }
        return edits
    }

    private func edits(
        _ key: Key, _ item: CarriedItem, _ before: CarriedBlock, _ after: CarriedBlock, _ own: CarriedBlock
    ) throws(SectionSync.Reason) -> [Fix.Edit] {
        let wanted = before.items.count { $0.sort == key.sort && $0.text == key.text }
        // Of several that were equal, all have to have changed alike.
        let changed = zip(before.items, after.items).count {
            $0.sort == key.sort && $0.text == key.text && $1.text == item.text
        }
        guard changed == wanted else { throw .ambiguous(key.text) }
        var found: [CarriedItem] = []
        var text = item.text
        for form in AddressForm.forms(key.sort) {
            found = own.items.filter { $0.sort == key.sort && $0.text == localized(key.text, form, key.sort) }
            text = localized(item.text, form, key.sort)
            if !found.isEmpty { break }
            // Somebody may have carried it over already.
            let present = own.items.count { $0.sort == key.sort && $0.text == text }
            if present > 0, present == after.items.count(where: { $0.sort == key.sort && $0.text == item.text }) {
                return []
            }
        }
        guard found.count == wanted else { throw .place(key.text) }
        var edits: [Fix.Edit] = []
        for item in found {
            guard let range = item.range, !range.isEmpty || key.sort == .fence else { throw .uncertain }
            try guardDefinition(range, of: own, key)
            let bytes = translation.file.bytes
            let replacement: [UInt8] =
                switch key.sort {
                case .value: Array("{{\(text)}}".utf8)
                case .number:
                    numbers.written(text, inPlaceOf: bytes[range], like: written(text, .number, after) ?? text)
                case .variant, .alert: written(text, key.sort, after).map { Array($0.utf8) } ?? []
                default: Array(text.utf8)
                }
            guard !replacement.isEmpty || key.sort == .fence else { throw .uncertain }
            edits.append(
                Fix.Edit(
                    path: translation.file.path, range: range, expected: Array(bytes[range]), replacement: replacement))
        }
        return edits
    }

    /// How the source writes an item.
    private func written(_ text: String, _ sort: CarriedItem.Sort, _ after: CarriedBlock) -> String? {
        after.items.first { $0.sort == sort && $0.text == text }?.range.map { new.file.bytes.string($0) }
    }

    /// A definition that other links refer to as well changes only where those have changed too.
    private func guardDefinition(_ range: Range<Int>, of own: CarriedBlock, _ key: Key) throws(SectionSync.Reason) {
        guard key.sort == .address || key.sort == .image else { return }
        let others = own.items.compactMap(\.range).filter { $0 != range }
        let isElsewhere =
            others.allSatisfy { $0.upperBound < range.lowerBound }
            && translation.file.bytes[..<range.lowerBound].suffix(3).contains(UInt8(ascii: ":"))
        if isElsewhere, new.links.contains(where: { $0.url == key.text }) { throw .ambiguous(key.text) }
    }

    // MARK: Addresses

    /// What differs in an address between the languages.
    private enum AddressForm {
        /// Nothing but the file of a guide.
        case file
        /// Whatever names the language.
        case named

        static func forms(_ sort: CarriedItem.Sort) -> [AddressForm] {
            sort == .address || sort == .image ? [.file, .named] : [.file]
        }
    }

    /// An address as the translation has it: a guide's file is that of its language, and so may be what else names one.
    private func localized(_ address: String, _ form: AddressForm, _ sort: CarriedItem.Sort) -> String {
        guard sort == .address || sort == .image else { return address }
        let (source, own) = (new.language.tag.rawValue, translation.language.tag.rawValue)
        var parts: [String] = [""]
        for character in address {
            if "/.-_=?&#".contains(character) {
                parts.append(String(character))
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        for index in parts.indices where parts[index] == source {
            let isFile = index + 2 < parts.count && parts[index + 1] == "." && parts[index + 2] == "md"
            let isWhole = index == 0 || parts[index - 1] == "/"
            if form == .named || isFile && isWhole { parts[index] = own }
        }
        return parts.joined()
    }
}

extension String {
    fileprivate var components: [String] { split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
}
