import Guides
import Sources
import Values
import Workflows

/// The files that people and programs write.
enum FileFuzzing {
    /// Where the fast reader reads, it reads what Yams does.
    static func yaml(_ bytes: [UInt8]) {
        // Neither counts a byte order mark, but Yams is not told that there was one.
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        let file = SourceFile(path: "file.yaml", bytes: bytes)
        var (found, slow): ([Diagnostic], [Diagnostic]) = ([], [])
        guard let node = YAMLNode.read(file, &found) else { return }
        let other = YAMLNode.readWithYams(file, bytes[...], firstLine: 1, &slow)
        precondition(other.map(outline) == outline(node), "both readers read the same")
        let (configuration, _) = Configuration.read(file)
        _ = configuration?.values.given(in: file, source: .file)
    }

    private static func outline(_ node: YAMLNode) -> String {
        let content =
            switch node.content {
            case .scalar(let text): "“\(text)”"
            case .sequence(let items): "[\(items.map(outline).joined(separator: ", "))]"
            case .mapping(let pairs):
                "{\(pairs.map { "\(outline($0.key)): \(outline($0.value))" }.joined(separator: ", "))}"
            }
        return "\(node.line):\(node.column) \(content)"
    }

    /// What was read is written so that it is read the same.
    static func records(_ bytes: [UInt8]) {
        var found: [Diagnostic] = []
        if let records = TranslationRecords.read(SourceFile(path: "translations.yaml", bytes: bytes), &found) {
            let languages = records.languages.keys.sorted { $0.rawValue < $1.rawValue }
            let sections = Set(records.languages.values.flatMap(\.keys)).sorted()
            let text = records.text(languages: languages, sections: sections)
            let again = TranslationRecords.read(SourceFile(path: "translations.yaml", text: text), &found)
            precondition(again == records, "records come back")
        }
        if let list = try? WikiManifest(reading: bytes) {
            let again = try? WikiManifest(reading: list.bytes)
            precondition(again?.bytes == list.bytes, "the list comes back")
        }
    }
}
