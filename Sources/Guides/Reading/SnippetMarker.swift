import CommonMark
import Sources

/// A comment that takes in a snippet, alone on its line.
struct SnippetMarker {
    /// The name of the snippet.
    let name: String
    /// The comment's bytes.
    let range: Range<Int>
    /// Its lines, from the first byte of the first, without the end of the last.
    let lines: Range<Int>
    /// What the lines behind the first need before them, to be in the same list or quote.
    let margin: [UInt8]
    /// The lines before and behind.
    let lineBefore: Range<Int>
    let lineAfter: Range<Int>
    /// Whether something other than blank lines stands right before, and right behind.
    let isBehindText: Bool
    let isBeforeText: Bool

    /// The markers of a text, in their order: in code there are none.
    static func all(in file: SourceFile, from start: Int) -> [SnippetMarker] {
        // What no text may hold is told by whoever reads it.
        guard !TextScan(file.bytes).findings.contains(where: { $0.kind.stopsReading }) else { return [] }
        var bytes = file.bytes
        for index in 0..<min(start, bytes.count) where bytes[index] != 0x0A && bytes[index] != 0x0D {
            bytes[index] = 0x20
        }
        guard let document = try? Document(parsing: bytes) else { return [] }
        return document.root.descendants(.html).compactMap { node in
            guard node.kind == .htmlBlock, let text = node.commentText, text.hasPrefix("\(SnippetReader.word)") else {
                return nil
            }
            return SnippetMarker(
                node, String(text.dropFirst(SnippetReader.word.utf8CodeUnitCount)), document, file.bytes, start)
        }
    }

    private init?(_ node: Node, _ text: String, _ document: Document, _ bytes: [UInt8], _ start: Int) {
        guard node.startLine > 0 else { return nil }
        let first = document.line(node.startLine)
        let last = document.line(max(node.startLine, node.endLine))
        guard let open = bytes[first.lowerBound..<last.upperBound].firstRange(of: Array("<!--".utf8)),
            let close = bytes[open.upperBound..<last.upperBound].lastIndex(of: UInt8(ascii: ">"))
        else { return nil }
        name = text.trimmingWhiteSpace
        range = open.lowerBound..<(close + 1)
        lines = first.lowerBound..<(close + 1)
        let before = bytes[first.lowerBound..<open.lowerBound]
        margin = before.map { $0.isSpaceOrTab || $0 == UInt8(ascii: ">") ? $0 : 0x20 }
        lineBefore =
            first.lowerBound > start && node.startLine > 1
            ? document.line(node.startLine - 1) : first.lowerBound..<first.lowerBound
        lineAfter = document.line(max(node.startLine, node.endLine) + 1)
        // On the line of an item's sign it stands in a list of its own.
        isBehindText = before.elementsEqual(margin) && !Self.isBlank(bytes[lineBefore])
        isBeforeText = !Self.isBlank(bytes[lineAfter])
    }

    private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
        line.allSatisfy { $0.isSpace || $0 == UInt8(ascii: ">") }
    }
}

extension Node {
    /// Whether the node is a comment that would take in a snippet, and could not.
    var isInclude: Bool { commentText?.hasPrefix("\(SnippetReader.word)") == true }
}

extension String {
    /// The text without white space around it.
    fileprivate var trimmingWhiteSpace: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
