import Sources

/// The head of a language's file: its title and its summary, between two lines of `---`.
package struct FrontMatter {
    var title = ""
    var summary = ""
    /// What the wiki calls the page; nil where that is the title.
    var wikiName: String?
    /// What templates of the project's own may show.
    var extra = Extra.none
    /// The offset of the first byte behind it.
    var bodyStart = 0
    var diagnostics: [Diagnostic] = []

    /// The title that a file has; nil where it has none.
    package static func title(of file: SourceFile) -> String? {
        let title = read(file).title
        return title.isEmpty ? nil : title
    }

    static func read(_ file: SourceFile, needsSummary: Bool = true) -> FrontMatter {
        var result = FrontMatter()
        let bytes = file.bytes
        // Editors of some systems put a byte order mark first; it is no part of the text.
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        result.bodyStart = start
        guard let (inner, end) = bounds(bytes, from: start) else {
            guard let open = unclosed(bytes, from: start) else {
                let fault: BadFrontMatter.Fault = bytes.allSatisfy(\.isSpace) ? .blankFile : .missing
                result.diagnostics.append(Diagnostic(BadFrontMatter(fault), at: file.place(line: 1)))
                return result
            }
            // It is read as far as it goes, so that the one fault is told alone.
            result.bodyStart = open.upperBound
            result.readYAML(file, open, needsSummary: needsSummary)
            result.diagnostics = [Diagnostic(BadFrontMatter(.unclosed), at: file.place(line: 1))]
            return result
        }
        result.bodyStart = end
        result.readYAML(file, inner, needsSummary: needsSummary)
        return result
    }

    /// The head of a text that is not a guide: a mapping of any keys between two lines of `---`. What else stands there is text
    /// between two rules.
    static func readLoosely(_ file: SourceFile) -> FrontMatter {
        var result = FrontMatter()
        let start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        result.bodyStart = start
        var ignored: [Diagnostic] = []
        guard let (inner, end) = bounds(file.bytes, from: start),
            let node = YAMLNode.read(file, bytes: file.bytes[inner], firstLine: 2, &ignored),
            case .mapping(let pairs) = node.content
        else { return result }
        result.bodyStart = end
        for pair in pairs {
            switch pair.key.text {
            case "title": result.title = pair.value.text ?? ""
            case "summary": result.summary = pair.value.text ?? ""
            default: break
            }
        }
        return result
    }

    /// The lines of keys behind a first line that no second one closes; nil where there is none.
    private static func unclosed(_ bytes: [UInt8], from start: Int) -> Range<Int>? {
        guard bytes[start...].starts(with: Array("---".utf8)), let first = bytes[start...].firstIndex(of: 0x0A),
            bytes[(start + 3)..<first].allSatisfy(\.isLineSpace)
        else { return nil }
        var end = first + 1
        while end < bytes.count {
            let next = bytes[end...].firstIndex(of: 0x0A) ?? bytes.count
            let line = bytes[end..<next]
            // `key: value`; an empty line, a heading and prose end it.
            let key = line.prefix { $0.isTokenPart }
            guard !key.isEmpty, line.dropFirst(key.count).first == UInt8(ascii: ":") else { break }
            end = min(next + 1, bytes.count)
        }
        return end > first + 1 ? (first + 1)..<end : nil
    }

    /// The range between the two lines, and the offset behind the second.
    private static func bounds(_ bytes: [UInt8], from start: Int) -> (inner: Range<Int>, end: Int)? {
        func isFence(_ line: Range<Int>) -> Bool {
            var end = line.upperBound
            while end > line.lowerBound, bytes[end - 1].isLineSpace { end -= 1 }
            return end - line.lowerBound == 3 && bytes[line.lowerBound..<end].allSatisfy { $0 == UInt8(ascii: "-") }
        }
        func line(from start: Int) -> Range<Int> { start..<(bytes[start...].firstIndex(of: 0x0A) ?? bytes.count) }
        let first = line(from: start)
        guard isFence(first), first.upperBound < bytes.count else { return nil }
        let innerStart = first.upperBound + 1
        var index = innerStart
        while index < bytes.count {
            let current = line(from: index)
            if isFence(current) { return (innerStart..<index, min(current.upperBound + 1, bytes.count)) }
            index = current.upperBound + 1
        }
        return nil
    }

    private mutating func readYAML(_ file: SourceFile, _ range: Range<Int>, needsSummary: Bool) {
        guard let node = YAMLNode.read(file, bytes: file.bytes[range], firstLine: 2, &diagnostics) else { return }
        var reader = YAMLReader()
        let keys = reader.mapping(node, keys: ["title", "summary", "wiki-name", "extra"])
        extra = Extra.read(keys["extra"], &reader)
        title = Self.line("title", in: keys, of: file, &reader)
        if needsSummary || keys["summary"] != nil { summary = Self.line("summary", in: keys, of: file, &reader) }
        if keys["wiki-name"] != nil { wikiName = Self.line("wiki-name", in: keys, of: file, &reader) }
        // Most front matter has no number sign anywhere.
        if file.bytes[range].contains(UInt8(ascii: "#")) {
            for name in ["title", "summary"] { if let node = keys[name] { reportComment(behind: node, name, &reader) } }
        }
        diagnostics += reader.diagnostics
    }

    /// Reports a comment that ends a text which stands between no quotes.
    private func reportComment(behind node: YAMLNode, _ name: String, _ reader: inout YAMLReader) {
        guard let text = node.text else { return }
        let line = String(decoding: node.file.bytes[node.file.range(ofLine: node.line)], as: UTF8.self)
        let rest = line.unicodeScalars.dropFirst(node.column - 1)
        guard text.isEmpty || String(String.UnicodeScalarView(rest)).hasPrefix(text) else { return }
        let behind = rest.dropFirst(text.unicodeScalars.count)
        let spaces = behind.prefix { $0 == " " || $0 == "\t" }.count
        let comment = behind.dropFirst(spaces)
        guard spaces > 0 || text.isEmpty, comment.first == "#" else { return }
        let column = node.column + text.unicodeScalars.count + spaces
        reader.report(
            CutText(key: name, text: text), at: node.file.place(line: node.line, column: column, length: comment.count))
    }

    /// A text on one line; empty, and a message, where there is none.
    private static func line(
        _ name: String, in keys: YAMLKeys, of file: SourceFile, _ reader: inout YAMLReader
    ) -> String {
        guard let node = keys[name] else {
            // A mistyped key is told already.
            let isMistyped = reader.diagnostics.contains { diagnostic in
                (diagnostic.problem as? UnknownKey).map { NearestName.nearest(to: $0.key, in: [name]) != nil } ?? false
            }
            if !isMistyped, !reader.diagnostics.contains(where: { $0.problem is WrongShape }) {
                reader.report(BadFrontMatter(.lacks(name)), at: file.place(line: 1))
            }
            return ""
        }
        if node.isEmpty {
            reader.report(BadFrontMatter(.empty(name)), at: node.place)
            return ""
        }
        let text = reader.text(node) ?? ""
        var copy = text
        let hasLines = copy.withUTF8 { $0.firstOffset(of: 0x0A) != nil }
        return hasLines ? text.split(separator: "\n").joined(separator: " ") : text
    }
}

extension UInt8 {
    /// White space that may stand at the end of a line.
    fileprivate var isLineSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0D }
}
