import CommonMark
import Sources

/// Where the bytes of nodes stand in their source. What it takes to find out is kept until another node is asked for.
final class NodeOrigins {
    private var node: Node?
    private var origin = Origin.unknown

    private enum Origin {
        case unknown
        /// The offsets of a text's bytes, and of its end.
        case text([Int])
        /// An address stands at an offset as it is.
        case address(start: Int)
        case code(Code)
        /// Only the whole is known.
        case whole(Range<Int>)
    }

    /// Code stands in its source as it is, but for fences, indentation and backticks: it is looked up by its lines.
    private struct Code {
        let range: Range<Int>
        let literal: [UInt8]
        /// Where each line begins in the literal, and in the source.
        let lines: [Int]
        let sourceLines: [Int]
        /// The line that was looked up last, and where its bytes stand.
        var line = -1
        var start: Int?
    }

    /// The bytes that a byte of a node's text was made from.
    func source(of node: Node, at offset: Int) -> Range<Int>? {
        if self.node != node {
            self.node = node
            origin = Self.origin(of: node)
        }
        switch origin {
        case .unknown: return nil
        case .text(let offsets):
            guard offset + 1 < offsets.count else { return node.sourceRange }
            return offsets[offset]..<max(offsets[offset] + 1, offsets[offset + 1])
        case .address(let start): return (start + offset)..<(start + offset + 1)
        case .whole(let range): return range
        case .code(var code):
            // Taken out, so that the copy is the only one.
            origin = .unknown
            defer { origin = .code(code) }
            guard offset < code.literal.count, let start = Self.start(ofLineAt: offset, in: &code, node) else {
                return code.range
            }
            return (start + offset - code.lines[code.line])..<(start + offset - code.lines[code.line] + 1)
        }
    }

    private static func origin(of node: Node) -> Origin {
        if node.kind == .text, let offsets = node.sourceOffsets { return .text(offsets) }
        guard let range = node.sourceRange else { return .unknown }
        let source = node.document.source
        if node.kind == .link || node.kind == .image {
            let found = source.firstRange(of: Array(node.url.utf8), within: range)
            return found.map { .address(start: $0.lowerBound) } ?? .whole(range)
        }
        let literal = node.withLiteral { Array($0) }
        let skipsFence = node.kind == .codeBlock && node.isFenced
        let sourceLines = lineStarts(of: source, in: range).dropFirst(skipsFence ? 1 : 0)
        return .code(
            Code(
                range: range, literal: literal, lines: lineStarts(of: literal, in: literal.indices),
                sourceLines: Array(sourceLines)))
    }

    private static func lineStarts(of bytes: [UInt8], in range: Range<Int>) -> [Int] {
        var starts = [range.lowerBound]
        for index in range where bytes[index] == 0x0A { starts.append(index + 1) }
        return starts
    }

    /// Where the line of an offset stands in the source.
    private static func start(ofLineAt offset: Int, in code: inout Code, _ node: Node) -> Int? {
        var (low, high) = (0, code.lines.count - 1)
        while low < high {
            let middle = (low + high + 1) / 2
            if code.lines[middle] <= offset { low = middle } else { high = middle - 1 }
        }
        if low == code.line { return code.start }
        code.line = low
        code.start = nil
        guard low < code.sourceLines.count else { return nil }
        let end = low + 1 < code.lines.count ? code.lines[low + 1] - 1 : code.literal.count
        let line = Array(code.literal[code.lines[low]..<end])
        let sourceEnd = low + 1 < code.sourceLines.count ? code.sourceLines[low + 1] : code.range.upperBound
        let sourceLine = code.sourceLines[low]..<max(code.sourceLines[low], sourceEnd)
        code.start = node.document.source.firstRange(of: line, within: sourceLine)?.lowerBound
        return code.start
    }
}
