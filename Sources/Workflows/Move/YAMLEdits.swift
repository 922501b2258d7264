import Import
import Sources

/// Changes single texts and lines of a YAML file; every other byte stays.
struct YAMLEdits {
    let file: SourceFile
    private var edits: [(range: Range<Int>, text: [UInt8])] = []
    /// Texts that cannot be changed at their place: those of several lines, or with escapes.
    private(set) var unmended: [YAMLNode] = []

    init(_ file: SourceFile) { self.file = file }

    var isEmpty: Bool { edits.isEmpty }
    /// What the file becomes.
    var bytes: [UInt8] { file.bytes.applying(edits) }

    /// Puts another text into the place of a scalar.
    mutating func replace(_ node: YAMLNode, with text: String) {
        guard let old = node.text else { return }
        if old.hasSameBytes(as: text) { return }
        let start = file.offset(line: node.line, column: node.column) + (node.isQuotedText ? 1 : 0)
        let range = start..<min(start + old.utf8.count, file.bytes.count)
        guard file.bytes[range].elementsEqual(old.utf8) else { return unmended.append(node) }
        if node.isQuotedText {
            guard !text.utf8.contains(where: { "\"'\\".utf8.contains($0) }) else { return unmended.append(node) }
            edits.append((range, Array(text.utf8)))
        } else {
            edits.append((range, Array(Self.scalar(text).utf8)))
        }
    }

    /// Takes out the lines of a pair of a mapping whose keys begin their lines.
    mutating func remove(_ pair: YAMLNode.Pair, before next: YAMLNode.Pair?) {
        let start = file.offset(line: pair.key.line, column: 1)
        let line = pair.value.line
        guard next.map({ $0.key.line > line }) ?? true,
            file.bytes[start..<file.offset(line: pair.key.line, column: pair.key.column)].allSatisfy(\.isSpaceOrTab)
        else { return unmended.append(pair.key) }
        let end = file.bytes[file.offset(line: line, column: 1)...].firstIndex(of: 0x0A).map { $0 + 1 }
        edits.append((start..<(end ?? file.bytes.count), []))
    }

    /// Puts a line before another one, or at the end.
    mutating func insert(_ line: String, beforeLine number: Int?) {
        guard let number else {
            let newline = file.bytes.last.map { $0 == 0x0A ? "" : "\n" } ?? ""
            edits.append((file.bytes.count..<file.bytes.count, Array("\(newline)\(line)\n".utf8)))
            return
        }
        let start = file.offset(line: number, column: 1)
        edits.append((start..<start, Array("\(line)\n".utf8)))
    }

    /// A path as a scalar: plain where that is the same, or else between quotes. A sign of a comment counts behind a space alone.
    static func scalar(_ text: String) -> String {
        let isPlain =
            text.utf8.first.map { $0.isASCIIAlphanumeric || $0 >= 0x80 || $0 == UInt8(ascii: "/") } == true
            && text.utf8.allSatisfy { $0.isASCIIAlphanumeric || $0 >= 0x80 || "-._~/#%*?".utf8.contains($0) }
            && text.lowercased() != "null" && !text.unicodeScalars.contains { $0.properties.isWhitespace }
        return isPlain ? text : text.yamlQuoted
    }
}
