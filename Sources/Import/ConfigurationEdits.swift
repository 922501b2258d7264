import Sources
import Values

/// Adds to `vademecum.yaml` what an import brings. Every byte that is there stays.
package struct ConfigurationEdits {
    private let file: SourceFile
    private let root: [YAMLNode.Pair]
    private var edits: SourceEdits

    /// Begins with the file as it is; nil where it is no mapping.
    package init?(_ file: SourceFile) {
        var ignored: [Diagnostic] = []
        guard case .mapping(let pairs)? = YAMLNode.read(file, &ignored)?.content else { return nil }
        self.file = file
        root = pairs
        edits = SourceEdits(file.bytes)
    }

    /// The configuration of a project that begins with what is imported.
    package static func begin(_ language: Language) -> String {
        """
        title: {\(language.tag): \(language.term("home").yamlText)}
        languages: [\(language.tag)]

        """
    }

    /// What the file has become.
    package var bytes: [UInt8] { edits.text(in: 0..<file.bytes.count) }

    private func value(_ key: String, in pairs: [YAMLNode.Pair]) -> YAMLNode? {
        pairs.first { $0.key.text == key }?.value
    }

    private func offset(_ node: YAMLNode) -> Int { file.offset(line: node.line, column: node.column) }

    /// Declares values.
    ///
    /// - Returns: false where the file gives its values in braces, to which nothing can be added line by line.
    package mutating func declare(_ values: [ImportedValue], in language: LanguageTag) -> Bool {
        guard !values.isEmpty else { return true }
        guard let index = root.firstIndex(where: { $0.key.text == "values" }) else {
            let text = values.map { $0.declaration(in: language, indentation: "  ") }.joined()
            let newline = file.bytes.isEmpty || file.bytes.last == 0x0A ? "" : "\n"
            edits.replace(file.bytes.count..<file.bytes.count, with: "\(newline)\nvalues:\n\(text)")
            return true
        }
        var indentation = "  "
        if case .mapping(let pairs) = root[index].value.content, let first = pairs.first {
            guard first.key.line > root[index].key.line else { return false }
            indentation = String(repeating: " ", count: max(1, first.key.column - 1))
        } else if !root[index].value.isEmpty {
            return false
        }
        var end = index + 1 < root.count ? file.offset(line: root[index + 1].key.line, column: 1) : file.bytes.count
        // Comments and blank lines before the next key belong to that.
        while end > 0 {
            let start = file.bytes[..<(end - 1)].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
            let line = file.bytes[start..<end]
            guard line.allSatisfy(\.isSpace) || line.first == UInt8(ascii: "#") else { break }
            end = start
        }
        let text = values.map { $0.declaration(in: language, indentation: indentation) }.joined()
        let newline = end > 0 && file.bytes[end - 1] != 0x0A ? "\n" : ""
        edits.replace(end..<end, with: newline + text)
        return true
    }

    /// Adds a language behind the others, where it is not among them.
    package mutating func add(_ language: Language) {
        guard let node = value("languages", in: root), case .sequence(let items) = node.content, let last = items.last,
            !items.contains(where: { $0.text == language.tag.rawValue })
        else { return }
        let end = offset(last) + (last.text ?? "").utf8.count + (last.isQuotedText ? 2 : 0)
        if last.line == items.first?.line,
            file.bytes[..<offset(items[0])].last(where: { !$0.isSpace }) == UInt8(ascii: "[")
        {
            edits.replace(end..<end, with: ", \(language.tag)")
        } else {
            let dash = file.bytes[..<offset(last)].lastIndex(of: UInt8(ascii: "-")) ?? 0
            let start = file.bytes[..<dash].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
            edits.replace(end..<end, with: "\n\(String(repeating: " ", count: dash - start))- \(language.tag)")
        }
        word(language.term("home"), for: language.tag, at: value("title", in: root))
    }

    /// Gives a value's words in one more language: its label, those of its choices and columns.
    package mutating func label(_ imported: ImportedValue, in language: LanguageTag) {
        guard case .mapping(let values)? = value("values", in: root)?.content,
            case .mapping(let keys)? = value(imported.name, in: values)?.content
        else { return }
        word(imported.label, for: language, at: value("label", in: keys))
        if case .mapping(let choices)? = value("choices", in: keys)?.content {
            for (key, label) in imported.choices { word(label, for: language, at: value(key, in: choices)) }
        }
        if case .mapping(let columns)? = value("columns", in: keys)?.content {
            for column in imported.columns {
                guard case .mapping(let keys)? = value(column.name, in: columns)?.content else { continue }
                word(column.label, for: language, at: value("label", in: keys))
            }
        }
    }

    /// Adds a word to a mapping of languages that lacks it.
    private mutating func word(_ text: String, for language: LanguageTag, at node: YAMLNode?) {
        guard let node, case .mapping(let pairs) = node.content, let last = pairs.last, !text.isEmpty,
            !pairs.contains(where: { $0.key.text == language.rawValue }), let end = end(of: last.value)
        else { return }
        let isFlow = file.bytes[..<offset(pairs[0].key)].last(where: { !$0.isSpace }) == UInt8(ascii: "{")
        if isFlow {
            edits.replace(end..<end, with: ", \(language): \(text.yamlText)")
        } else {
            let margin = String(repeating: " ", count: max(0, last.key.column - 1))
            edits.replace(end..<end, with: "\n\(margin)\(language): \(text.yamlText)")
        }
    }

    /// Where a text on one line ends; nil for anything else.
    private func end(of node: YAMLNode) -> Int? {
        guard let text = node.text else { return nil }
        let start = offset(node)
        let bytes = file.bytes
        guard start < bytes.count, bytes[start] != UInt8(ascii: "|"), bytes[start] != UInt8(ascii: ">") else {
            return nil
        }
        guard node.isQuotedText else { return start + text.utf8.count }
        var index = start + 1
        while index < bytes.count, bytes[index] != 0x0A {
            if bytes[index] == UInt8(ascii: "\\"), bytes[start] == UInt8(ascii: "\"") {
                index += 2
                continue
            }
            if bytes[index] == bytes[start] {
                if bytes[start] == UInt8(ascii: "'"), index + 1 < bytes.count, bytes[index + 1] == bytes[start] {
                    index += 2
                    continue
                }
                return index + 1
            }
            index += 1
        }
        return nil
    }
}
