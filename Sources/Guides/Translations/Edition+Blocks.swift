import CommonMark
import Sources

extension Edition {
    /// The blocks of a section that are translated as one, in the order of `translationUnits`; empty for title and summary,
    /// and for a section that is not there.
    package func translationBlocks(ofSection id: String) -> [Node] {
        if id == TranslationUnit.lead { return lead.map { $0.children.filter(BlockFingerprinter.isText) } ?? [] }
        guard let part = parts.first(where: { $0.id == id }) else { return [] }
        var nodes: [Node] = []
        func add(_ node: Node) {
            if BlockFingerprinter.isText(node) { nodes.append(node) }
        }
        func add(_ part: Part) {
            for block in part.body.children { add(block) }
            for below in part.parts {
                add(below.heading)
                add(below)
            }
        }
        if part.role == .extra { add(part.heading) }
        add(part)
        return nodes
    }

    /// Whether a block says something, or begins or ends a variant; other comments say nothing.
    package static func isText(_ block: Node) -> Bool { BlockFingerprinter.isText(block) }

    /// Whether a comment is the marker of a variant.
    package static func isVariantMarker(_ node: Node) -> Bool { node.commentText.map(VariantReader.isMarker) ?? false }

    /// The bytes of the title or the summary in the file, where they are the text as it is; nil where YAML spells it otherwise.
    package func range(ofFrontMatter key: String) -> Range<Int>? {
        let text = key == "title" ? title : summary
        let lines = file.bytes[..<bodyStart].split(separator: 0x0A, omittingEmptySubsequences: false)
        guard let line = lines.first(where: { $0.starts(with: Array("\(key):".utf8)) }) else { return nil }
        let found = line.dropFirst(key.utf8.count + 1).firstRange(of: Array(text.utf8))
        // Nothing but white space and quotation marks may stand around it.
        guard let found, !text.isEmpty else { return nil }
        let rest = line[(line.startIndex + key.utf8.count + 1)..<found.lowerBound] + line[found.upperBound...]
        return rest.allSatisfy { $0.isSpace || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") } ? found : nil
    }

    /// The exact fingerprint of a block by itself.
    package func fingerprint(of block: Node) -> Fingerprint { BlockFingerprinter.fingerprint(of: block, marks: marks) }
}
