/// One file as it was read: what every place in a message points into.
public struct SourceFile: Sendable {
    /// The path from the project's folder, with `/` between its parts, as messages show it.
    public let path: String
    /// The file's bytes, untouched.
    public let bytes: [UInt8]
    /// Where its lines and columns are.
    private let positions = TextPositions()
    /// Where its bytes were written, in their order; none where all are this file's.
    let pieces: [SourceComposition.Piece]
    /// The file as it is on the disk, where parts of the text come from others.
    private let written: [UInt8]?

    /// The file alone, without what other files lend it.
    public var own: SourceFile { written.map { SourceFile(path: path, bytes: $0) } ?? self }

    /// Wraps bytes that were already read.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        pieces = []
        written = nil
    }

    /// Wraps a text that was put together.
    init(_ own: SourceFile, bytes: [UInt8], pieces: [SourceComposition.Piece]) {
        path = own.path
        self.bytes = bytes
        self.pieces = pieces
        written = own.bytes
    }

    /// Wraps a text, for tests and for text that came from elsewhere than a file.
    public init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    /// The place of a range of bytes: lines and columns are counted only here, when there is something to report.
    ///
    /// A range outside the file is drawn back to its edge. What other files lend has its place there.
    public func place(_ range: Range<Int>) -> Place {
        if isComposed {
            let origin = origin(of: range.clamped(to: 0..<bytes.count))
            return origin.file.place(origin.range)
        }
        let start = min(max(0, range.lowerBound), bytes.count)
        let end = min(max(start, range.upperBound), bytes.count)
        let line = positions.line(at: start, in: bytes)
        let lineStart = positions.start(ofLine: line, in: bytes)
        let endLine = positions.line(at: end, in: bytes)
        let endLineStart = positions.start(ofLine: endLine, in: bytes)
        let shown = excerpt(ofLineAt: lineStart, around: start)
        return Place(
            path: path,
            line: line,
            column: positions.scalars(lineStart..<start, in: bytes) + 1,
            endLine: endLine,
            endColumn: positions.scalars(endLineStart..<end, in: bytes) + 1,
            sourceLine: String(decoding: bytes[shown], as: UTF8.self),
            sourceColumn: positions.scalars(lineStart..<shown.lowerBound, in: bytes) + 1
        )
    }

    /// The place of a whole line, from its first byte that is not white space; lines count from 1.
    public func place(line: Int) -> Place { place(range(ofLine: line)) }

    /// The number, from 1, of the line that a byte stands in.
    package func line(at offset: Int) -> Int { positions.line(at: min(max(0, offset), bytes.count), in: bytes) }

    /// The bytes of a line, from its first that is not white space; lines count from 1.
    public func range(ofLine line: Int) -> Range<Int> {
        let start = positions.start(ofLine: line, in: bytes)
        let end = end(ofLine: line)
        let first = bytes[start..<end].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? start
        return first..<end
    }

    /// The place of a line and a column in Unicode scalars, both from 1, as YAML parsers give them.
    public func place(line: Int, column: Int, length: Int = 1) -> Place {
        let offset = offset(line: line, column: column)
        let whole = place(offset..<offset)
        return Place(
            path: whole.path, line: whole.line, column: column, endLine: whole.line, endColumn: column + length,
            sourceLine: whole.sourceLine, sourceColumn: whole.sourceColumn)
    }

    /// The offset of a line and a column in Unicode scalars, both from 1; the line's end where the line is shorter.
    package func offset(line: Int, column: Int) -> Int {
        let start = positions.start(ofLine: line, in: bytes)
        return positions.offset(ofScalar: column - 1, from: start, to: end(ofLine: line), in: bytes)
    }

    /// How many Unicode scalars a line has; lines count from 1.
    func width(ofLine line: Int) -> Int {
        let start = positions.start(ofLine: line, in: bytes)
        return positions.scalars(start..<end(ofLine: line), in: bytes)
    }

    /// The end of a line without its line break; lines count from 1.
    private func end(ofLine line: Int) -> Int {
        let start = positions.start(ofLine: line, in: bytes)
        let next = positions.start(ofLine: line + 1, in: bytes)
        let newline = next > start ? next - 1 : bytes.count
        return newline > start && bytes[newline - 1] == 0x0D ? newline - 1 : newline
    }

    /// Of a line that is longer, a place keeps as many bytes before its start, and behind it.
    private static let widestExcerpt = 400

    /// The bytes of a line, or those around a place where it is very long: a thousand faults in one line of a megabyte do not
    /// keep a gigabyte.
    private func excerpt(ofLineAt lineStart: Int, around offset: Int) -> Range<Int> {
        let limit = min(bytes.count, offset + Self.widestExcerpt)
        var end =
            bytes.withUnsafeBufferPointer {
                UnsafeBufferPointer(rebasing: $0[offset..<limit]).firstOffset(of: 0x0A)
            }.map { offset + $0 } ?? limit
        var start = lineStart
        if offset - start > Self.widestExcerpt {
            start = offset - Self.widestExcerpt
            while start < offset, bytes[start] & 0xC0 == 0x80 { start += 1 }
        }
        if end == limit, end < bytes.count {
            while end > offset, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        }
        return start..<(end > start && bytes[end - 1] == 0x0D ? end - 1 : end)
    }
}
