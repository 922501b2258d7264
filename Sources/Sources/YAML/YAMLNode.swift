import Yams

/// A YAML value with its place: what the readers of configuration, metadata and tables work on.
package struct YAMLNode: Sendable {
    package enum Content: Sendable {
        case scalar(String)
        case sequence([YAMLNode])
        case mapping([Pair])
    }

    /// A key and what stands behind it.
    package struct Pair: Sendable {
        package let key: YAMLNode
        package let value: YAMLNode
    }

    package let content: Content
    package let file: SourceFile
    /// From 1, in the file.
    package let line: Int
    /// From 1, in Unicode scalars.
    package let column: Int

    /// The place of a scalar's text, or of the first character of anything else.
    package var place: Place {
        guard let text, !text.isEmpty else { return place(length: 1) }
        return place(ofBytes: 0..<text.utf8.count)
    }

    /// The place of so many characters, some way into the value.
    package func place(offset: Int = 0, length: Int) -> Place {
        let room = max(1, file.width(ofLine: line) - column - offset + 1)
        return file.place(line: line, column: column + offset, length: min(max(1, length), room))
    }

    /// The place of some bytes of a scalar's text: behind the quotation mark where it is quoted, in its own line where
    /// it is a block of lines.
    package func place(ofBytes range: Range<Int>) -> Place {
        let text = Array((text ?? "").utf8)
        func scalars(_ range: Range<Int>) -> Int {
            String(decoding: text[range.clamped(to: 0..<text.count)], as: UTF8.self).unicodeScalars.count
        }
        let first = file.offset(line: line, column: column)
        switch first < file.bytes.count ? file.bytes[first] : 0x0A {
        case UInt8(ascii: "|"):
            let before = text.prefix(range.lowerBound)
            let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
            let block = YAMLNode(
                content: content, file: file, line: line + 1 + before.count { $0 == 0x0A },
                column: file.place(line: line + 1).column)
            return block.place(offset: scalars(lineStart..<range.lowerBound), length: scalars(range))
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            return place(offset: scalars(0..<range.lowerBound) + 1, length: scalars(range))
        default: return place(offset: scalars(0..<range.lowerBound), length: scalars(range))
        }
    }

    /// The text of a scalar.
    package var text: String? {
        if case .scalar(let text) = content { text } else { nil }
    }

    /// A word for the shape, as messages name it.
    package var shape: String {
        switch content {
        case .scalar(let text): text.isEmpty ? "nothing" : "a single value"
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }

    /// What was written, for messages.
    package var quoted: String { text.map { "`\($0)`" } ?? shape }

    /// Whether a scalar was written between quotes.
    package var isQuotedText: Bool {
        let offset = file.offset(line: line, column: column)
        guard text != nil, offset < file.bytes.count else { return false }
        return file.bytes[offset] == UInt8(ascii: "\"") || file.bytes[offset] == UInt8(ascii: "'")
    }
    /// Whether nothing was written.
    package var isEmpty: Bool { text?.isEmpty == true }
}

extension YAMLNode {
    /// The most bytes of a YAML file: configuration is written by people.
    static let largestSize = 1 << 20
    /// The deepest nesting that any of our files has a use for.
    private static let deepestNesting = 16

    /// Reads a file, or the part of one that ends before `end` and whose first line is `line`.
    ///
    /// Aliases are refused: none of our files needs them, and they can make a small file large.
    package static func read(
        _ file: SourceFile, bytes: ArraySlice<UInt8>? = nil, firstLine: Int = 1, _ diagnostics: inout [Diagnostic]
    ) -> YAMLNode? {
        var bytes = bytes ?? file.bytes[...]
        // Editors of some systems put a byte order mark first; it is no part of the text.
        if bytes.startIndex == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        guard bytes.count <= largestSize else {
            diagnostics.append(Diagnostic(TooMuch(what: "bytes", most: largestSize), at: Place(path: file.path)))
            return nil
        }
        let scan = TextScan(bytes)
        guard scan.findings.isEmpty else {
            diagnostics += scan.findings.map {
                let range = ($0.range.lowerBound + bytes.startIndex)..<($0.range.upperBound + bytes.startIndex)
                return Diagnostic(BadCharacter($0.kind), at: file.place(range))
            }
            return nil
        }
        return SimpleYAML.read(file, bytes, firstLine: firstLine)
            ?? readWithYams(file, bytes, firstLine: firstLine, &diagnostics)
    }

    /// Reads any YAML at all.
    package static func readWithYams(
        _ file: SourceFile, _ bytes: ArraySlice<UInt8>, firstLine: Int, _ diagnostics: inout [Diagnostic]
    ) -> YAMLNode? {
        do {
            var text = String(decoding: bytes, as: UTF8.self)
            // JSON writes a character outside of the first plane as two escapes, which YAML does not know.
            if let joined = SurrogateEscapes.joined(bytes) { text = String(decoding: joined, as: UTF8.self) }
            // Types come from the declarations, so Yams need not guess at them; naming the encoding spares it a look
            // at the environment. Both are what takes it most of its time.
            let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            guard let node = try parser.singleRoot() else {
                return YAMLNode(content: .scalar(""), file: file, line: firstLine, column: 1)
            }
            // The parser puts in the place of an alias what it stands for; only the anchors, which it owns, tell of it.
            var problems: [Diagnostic] = []
            let converted = withExtendedLifetime(parser) { convert(node, file, firstLine, depth: 0, &problems) }
            guard let first = problems.first else { return converted }
            // Like the parser's own, such a fault ends the reading: half a file would only be told to lack the rest.
            diagnostics.append(first)
        } catch let error as YamlError {
            let fault = YAMLSyntaxError(error)
            let place = file.place(line: fault.line + firstLine - 1, column: fault.column, length: 1)
            diagnostics.append(Diagnostic(fault, at: place))
        } catch {
            diagnostics.append(Diagnostic(YAMLSyntaxError(reason: "\(error)"), at: Place(path: file.path)))
        }
        return nil
    }

    private static func convert(
        _ node: Node, _ file: SourceFile, _ firstLine: Int, depth: Int, _ diagnostics: inout [Diagnostic]
    ) -> YAMLNode? {
        let line = (node.mark?.line ?? 1) + firstLine - 1
        let column = node.mark?.column ?? 1
        func fail(_ reason: String) -> YAMLNode? {
            let place = file.place(line: line, column: column)
            diagnostics.append(Diagnostic(YAMLSyntaxError(reason: reason), at: place))
            return nil
        }
        guard depth < deepestNesting else { return fail("nested too deeply") }
        guard node.anchor == nil else { return fail("anchors and aliases are not supported") }
        switch node {
        case .scalar(let scalar):
            // A plain `~`, `null` or nothing is nothing; the same in quotes is a text.
            let isNull = scalar.style == .plain && scalar.string.isYAMLNull
            return YAMLNode(content: .scalar(isNull ? "" : scalar.string), file: file, line: line, column: column)
        case .sequence(let sequence):
            let items = sequence.compactMap { convert($0, file, firstLine, depth: depth + 1, &diagnostics) }
            return YAMLNode(content: .sequence(items), file: file, line: line, column: column)
        case .mapping(let mapping):
            var pairs: [Pair] = []
            for (key, value) in mapping {
                guard let key = convert(key, file, firstLine, depth: depth + 1, &diagnostics),
                    let value = convert(value, file, firstLine, depth: depth + 1, &diagnostics)
                else { continue }
                pairs.append(Pair(key: key, value: value))
            }
            return YAMLNode(content: .mapping(pairs), file: file, line: line, column: column)
        case .alias:
            return fail("anchors and aliases are not supported")
        }
    }
}

extension String {
    /// Whether the text, where it is not between quotes, stands for nothing.
    var isYAMLNull: Bool {
        switch self {
        case "~", "null", "Null", "NULL": true
        default: false
        }
    }
}
