/// One file as it was read: what every place in a message points into.
public struct SourceFile: Sendable {
    /// The path from the project's folder, with `/` between its parts, as messages show it.
    public let path: String
    /// The file's bytes, untouched.
    public let bytes: [UInt8]

    /// Wraps bytes that were already read.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Wraps a text, for tests and for text that came from elsewhere than a file.
    public init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    /// The place of a range of bytes: lines and columns are counted only here, when there is something to report.
    ///
    /// A range outside the file is drawn back to its edge.
    public func place(_ range: Range<Int>) -> Place {
        let start = min(max(0, range.lowerBound), bytes.count)
        let end = min(max(start, range.upperBound), bytes.count)
        let (line, lineStart) = line(at: start, from: 1, lineStart: 0)
        let (endLine, endLineStart) = self.line(at: end, from: line, lineStart: lineStart)
        return Place(
            path: path,
            line: line,
            column: scalars(lineStart..<start) + 1,
            endLine: endLine,
            endColumn: scalars(endLineStart..<end) + 1,
            sourceLine: text(ofLineAt: lineStart)
        )
    }

    /// The place of a whole line, from its first byte that is not white space; lines count from 1.
    public func place(line: Int) -> Place { place(range(ofLine: line)) }

    /// The bytes of a line, from its first that is not white space; lines count from 1.
    public func range(ofLine line: Int) -> Range<Int> {
        var start = 0
        var current = 1
        while current < line, let newline = bytes[start...].firstIndex(of: 0x0A) {
            start = newline + 1
            current += 1
        }
        let end = endOfLine(from: start)
        let first = bytes[start..<end].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? start
        return first..<end
    }

    /// The place of a line and a column in Unicode scalars, both from 1, as YAML parsers give them.
    public func place(line: Int, column: Int, length: Int = 1) -> Place {
        let whole = place(line: line)
        return Place(
            path: path, line: whole.line, column: column, endLine: whole.line, endColumn: column + length,
            sourceLine: whole.sourceLine)
    }

    private func line(at offset: Int, from line: Int, lineStart: Int) -> (Int, Int) {
        var line = line
        var lineStart = lineStart
        var index = lineStart
        while index < offset {
            if bytes[index] == 0x0A {
                line += 1
                lineStart = index + 1
            }
            index += 1
        }
        return (line, lineStart)
    }

    /// Counts scalars as bytes that do not continue one, so that invalid UTF-8 has columns too.
    private func scalars(_ range: Range<Int>) -> Int {
        bytes[range].reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    }

    private func endOfLine(from start: Int) -> Int {
        let newline = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        return newline > start && bytes[newline - 1] == 0x0D ? newline - 1 : newline
    }

    private func text(ofLineAt start: Int) -> String {
        String(decoding: bytes[start..<endOfLine(from: start)], as: UTF8.self)
    }
}
