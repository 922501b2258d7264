import Checks
import CommonMark
import Guides
import Sources

/// The lines of a code block and where they stand, within quotes and lists too.
struct CarriedCode {
    /// The lines, with their placeholders as they are written.
    let texts: [String]
    /// Where the lines stand, without what the containers have before them; nil where that is not certain.
    let lines: [Range<Int>]?
    /// Where the words behind the fence stand, or would; nil where there is no fence.
    let fence: Range<Int>?
    /// Whether some comment in it is for people.
    let holdsProse: Bool

    init(_ block: Node, of edition: Edition) {
        let literal = block.withLiteral { Array($0) }
        var wanted = literal.split(separator: 0x0A, omittingEmptySubsequences: false)
        if wanted.last?.isEmpty == true { wanted.removeLast() }
        let isFenced = block.isFenced
        let first = block.startLine + (isFenced ? 1 : 0)
        let document = edition.document
        var lines: [Range<Int>]? = []
        for (index, text) in wanted.enumerated() {
            guard first >= 1, first + index <= block.endLine else {
                lines = nil
                break
            }
            var line = document.line(first + index)
            while !line.isEmpty,
                document.source[line.upperBound - 1] == 0x0A || document.source[line.upperBound - 1] == 0x0D
            {
                line = line.lowerBound..<(line.upperBound - 1)
            }
            let start = line.upperBound - text.count
            guard start >= line.lowerBound, document.source[start..<line.upperBound].elementsEqual(text),
                document.source[line.lowerBound..<start].allSatisfy({ $0.isSpaceOrTab || $0 == UInt8(ascii: ">") })
            else {
                lines = nil
                break
            }
            lines?.append(start..<line.upperBound)
        }
        self.lines = lines
        texts =
            (lines ?? []).isEmpty
            ? wanted.map { String(decoding: $0, as: UTF8.self) } : lines?.map { edition.file.bytes.string($0) } ?? []
        fence = isFenced ? Self.fence(document, document.line(max(1, block.startLine)), block.startColumn) : nil
        holdsProse = CodeComments.holdProse(literal, fence: block.fenceInfo)
    }

    private static func fence(_ document: Document, _ line: Range<Int>, _ column: Int) -> Range<Int> {
        let source = document.source
        var start = min(line.upperBound, line.lowerBound + max(0, column - 1))
        while start < line.upperBound, source[start].isSpaceOrTab { start += 1 }
        while start < line.upperBound, source[start] == UInt8(ascii: "`") || source[start] == UInt8(ascii: "~") {
            start += 1
        }
        while start < line.upperBound, source[start].isSpaceOrTab { start += 1 }
        var end = line.upperBound
        while end > start, source[end - 1].isSpace { end -= 1 }
        return start..<end
    }
}
