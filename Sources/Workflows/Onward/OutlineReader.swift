import Guides
import Sources
import Values

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
        var outline = GuideOutline(titles: isFilled ? filledTitles(entry) ?? titles : titles)
        readMetadata(of: entry, into: &outline)
        return outline
    }

    /// The paths of a guide's pages, where they are not the guide's.
    func paths(of entry: Inventory.Entry) -> [LanguageTag: String] {
        var outline = GuideOutline()
        readMetadata(of: entry, into: &outline)
        return outline.paths
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

    /// The tags and the paths alone: what else stands in `guide.yaml` takes longer than all the rest here.
    private func readMetadata(of entry: Inventory.Entry, into outline: inout GuideOutline) {
        guard entry.hasMetadata, let file = file("guide.yaml", of: entry) else { return }
        var reader = YAMLReader()
        func value(_ key: String) -> YAMLNode? {
            var ignored: [Diagnostic] = []
            guard let lines = Self.lines(of: key, in: file.bytes),
                let node = YAMLNode.read(file, bytes: file.bytes[lines], &ignored)
            else { return nil }
            return reader.mapping(node, keys: [key])[key]
        }
        outline.tags = value("tags").map { reader.list($0).compactMap { reader.text($0) } } ?? []
        outline.order = value("order").flatMap { GuideMetadata.number($0, &reader) }
        guard let path = value("path") else { return }
        for path in GuidePath.read(path, line.loaded.project.languages.map(\.tag), &reader) {
            outline.paths[path.language] = path.path
        }
    }

    /// The line of the key and those that go on with its value.
    static func lines(of key: String, in bytes: [UInt8]) -> Range<Int>? {
        let key = Array("\(key):".utf8)
        var start: Int?
        var index = 0
        while index < bytes.count {
            if let start {
                // Deeper, an item, a comment, an empty line, or the end of a list or a mapping in brackets.
                guard [0x20, 0x09, 0x0A, 0x0D, 0x23, 0x2D, 0x5D, 0x7D].contains(bytes[index]) else {
                    return start..<index
                }
            } else if bytes[index...].starts(with: key) {
                start = index
            }
            guard let end = bytes[index...].firstIndex(of: 0x0A) else { break }
            index = end + 1
        }
        return start.map { $0..<bytes.count }
    }
}
