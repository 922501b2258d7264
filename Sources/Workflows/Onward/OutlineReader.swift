import Guides
import Sources

/// Reads what pages say of other guides, from the heads of their files: it is wanted before the first guide is read.
struct OutlineReader: Sendable {
    let line: Line

    /// What can be read of a guide; its faults are told when the guide itself is read.
    func read(_ entry: Inventory.Entry) -> GuideOutline {
        let titles = entry.languages.compactMap { tag -> GuideOutline.Title? in
            file("\(tag).md", of: entry).flatMap(FrontMatter.title(of:))
                .map { GuideOutline.Title(language: tag, text: $0) }
        }
        // A title with values in it is filled with its guide.
        let isFilled = titles.contains { $0.text.utf8.contains(UInt8(ascii: "{")) }
        return GuideOutline(titles: isFilled ? filledTitles(entry) ?? titles : titles, tags: tags(of: entry))
    }

    private func file(_ name: String, of entry: Inventory.Entry) -> SourceFile? {
        var ignored: [Diagnostic] = []
        return line.loaded.folder.read(LoadedProject.path(entry.id, name), &ignored)
    }

    private func filledTitles(_ entry: Inventory.Entry) -> [GuideOutline.Title]? {
        var found: [Diagnostic] = []
        guard let guide = line.read(entry, &found), !found.hasErrors else { return nil }
        return line.fill(guide).editions.map { GuideOutline.Title(language: $0.language.tag, text: $0.title) }
    }

    /// The tags alone: what else stands in `guide.yaml` takes longer than all the rest here.
    private func tags(of entry: Inventory.Entry) -> [String] {
        guard entry.hasMetadata, let file = file("guide.yaml", of: entry), let lines = Self.tagLines(in: file.bytes)
        else { return [] }
        var ignored: [Diagnostic] = []
        guard let node = YAMLNode.read(file, bytes: file.bytes[lines], &ignored) else { return [] }
        var reader = YAMLReader()
        let keys = reader.mapping(node, keys: ["tags"])
        return keys["tags"].map { reader.list($0).compactMap { reader.text($0) } } ?? []
    }

    /// The line of the key and those that go on with its value.
    static func tagLines(in bytes: [UInt8]) -> Range<Int>? {
        var start: Int?
        var index = 0
        while index < bytes.count {
            if let start {
                // Deeper, an item, a comment, an empty line, or the end of a list in brackets.
                guard [0x20, 0x09, 0x0A, 0x0D, 0x23, 0x2D, 0x5D].contains(bytes[index]) else { return start..<index }
            } else if bytes[index...].starts(with: key) {
                start = index
            }
            guard let end = bytes[index...].firstIndex(of: 0x0A) else { break }
            index = end + 1
        }
        return start.map { $0..<bytes.count }
    }

    private static let key = Array("tags:".utf8)
}
