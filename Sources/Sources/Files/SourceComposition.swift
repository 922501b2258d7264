/// Puts a text together from parts of several files, each byte of which keeps its own place: what is found in the text is told
/// where it was written.
public struct SourceComposition: Sendable {
    /// Some bytes of the text, and where they come from.
    struct Piece: Sendable {
        /// The offset of its first byte in the text.
        let start: Int
        /// The file that it was written in, which is not put together itself.
        let file: SourceFile
        /// The offset of its first byte in that file; of what stands in no file, where it would.
        let offset: Int
        /// Whether the bytes stand in the file.
        let isWritten: Bool
    }

    private var bytes: [UInt8] = []
    private var pieces: [Piece] = []

    /// Nothing yet.
    public init() {}

    /// How many bytes there are.
    public var count: Int { bytes.count }

    /// Adds bytes of a file, which may have been put together itself.
    public mutating func append(_ range: Range<Int>, of file: SourceFile) {
        var start = range.lowerBound
        while start < range.upperBound {
            let (piece, end) = file.piece(at: start)
            let part = start..<min(end, range.upperBound)
            if let piece {
                let offset = piece.offset + (piece.isWritten ? part.lowerBound - piece.start : 0)
                add(Piece(start: bytes.count, file: piece.file, offset: offset, isWritten: piece.isWritten))
            } else {
                add(Piece(start: bytes.count, file: file, offset: part.lowerBound, isWritten: true))
            }
            bytes += file.bytes[part]
            start = part.upperBound
        }
    }

    /// Adds bytes that stand in no file, at a place of one.
    public mutating func append(_ text: [UInt8], at offset: Int, of file: SourceFile) {
        guard !text.isEmpty else { return }
        let origin = file.origin(of: offset..<offset)
        add(Piece(start: bytes.count, file: origin.file, offset: origin.range.lowerBound, isWritten: false))
        bytes += text
    }

    private mutating func add(_ piece: Piece) { pieces.append(piece) }

    /// The text as a file.
    ///
    /// - Parameter own: the file that the text is of; the others lend it parts.
    public func file(of own: SourceFile) -> SourceFile { SourceFile(own.own, bytes: bytes, pieces: pieces) }
}

extension SourceFile {
    /// Whether parts of the text were written in other files.
    public var isComposed: Bool { !pieces.isEmpty }

    /// The paths of the other files that parts of the text were written in.
    public var otherPaths: [String] {
        Set(pieces.map(\.file.path)).subtracting([path]).sorted { $0.precedesByBytes($1) }
    }

    /// The piece that a byte belongs to, nil where all of the text is one file's, and where it ends in the text.
    func piece(at offset: Int) -> (piece: SourceComposition.Piece?, end: Int) {
        guard !pieces.isEmpty else { return (nil, bytes.count) }
        let index = index(ofPieceAt: offset)
        return (pieces[index], index + 1 < pieces.count ? pieces[index + 1].start : bytes.count)
    }

    private func index(ofPieceAt offset: Int) -> Int {
        var (low, high) = (1, pieces.count)
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].start <= offset { low = middle + 1 } else { high = middle }
        }
        return low - 1
    }

    /// Where some bytes of the text were written: the file, and their range in it.
    ///
    /// Where a range leaves the file that it begins in, it ends with what is that file's. An insertion between two files is one in
    /// the text's own.
    public func origin(of range: Range<Int>) -> (file: SourceFile, range: Range<Int>) {
        guard !pieces.isEmpty else { return (self, range) }
        var index = index(ofPieceAt: range.lowerBound)
        let isBetween = range.isEmpty && pieces[index].start == range.lowerBound && index > 0
        if isBetween, pieces[index - 1].isWritten, pieces[index - 1].file.path == path { index -= 1 }
        let piece = pieces[index]
        guard piece.isWritten else { return (piece.file, piece.offset..<piece.offset) }
        let end = index + 1 < pieces.count ? pieces[index + 1].start : bytes.count
        let distance = piece.offset - piece.start
        return (piece.file, (range.lowerBound + distance)..<(min(range.upperBound, end) + distance))
    }

    /// Whether all bytes of a range were written one behind the other in one file, which is the text's own.
    public func isOwn(_ range: Range<Int>) -> Bool {
        guard !pieces.isEmpty else { return true }
        let origin = origin(of: range)
        return origin.file.path == path && origin.range.count == range.count
    }

    /// The first of other files that some bytes were written in; nil where they are the text's own.
    public func foreignFile(in range: Range<Int>) -> SourceFile? {
        guard !pieces.isEmpty else { return nil }
        if range.isEmpty {
            let file = origin(of: range).file
            return file.path == path ? nil : file
        }
        return pieces[index(ofPieceAt: range.lowerBound)...index(ofPieceAt: range.upperBound - 1)]
            .first { $0.file.path != path }?.file
    }

    /// The place of the line that another file's text stands in the place of; nil where nothing is of that file.
    public func place(takingIn path: String) -> Place? {
        guard isComposed, path != self.path, let index = pieces.firstIndex(where: { $0.file.path == path }) else {
            return nil
        }
        // The line begins before it, or what of the file follows begins with its end.
        let before = pieces[..<index].last { $0.isWritten && $0.file.path == self.path }
        guard let before, let next = pieces.first(where: { $0.start > before.start }) else {
            return own.place(line: 1)
        }
        let own = own
        let end = before.offset + next.start - before.start
        let line = own.line(at: end)
        return own.place(line: line)
    }

    /// The text with some edits made, none of which overlap.
    public func applying(_ edits: [(range: Range<Int>, text: [UInt8])]) -> SourceFile {
        var result = SourceComposition()
        var start = 0
        for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            result.append(start..<edit.range.lowerBound, of: self)
            result.append(edit.text, at: edit.range.lowerBound, of: self)
            start = edit.range.upperBound
        }
        result.append(start..<bytes.count, of: self)
        let whole = result.file(of: self)
        return isComposed ? whole : SourceFile(path: path, bytes: whole.bytes)
    }

    /// Another version of the text, in which the lines that are as they were come from where they came.
    public func becoming(_ other: [UInt8]) -> SourceFile {
        guard isComposed else { return SourceFile(path: path, bytes: other) }
        let (old, new) = (Self.lines(of: bytes), Self.lines(of: other))
        var edits: [(range: Range<Int>, text: [UInt8])] = []
        var (left, right) = (0, 0)
        let common = SequenceAlignment.common(old.map { bytes[$0] }, new.map { other[$0] }) + [(old.count, new.count)]
        for pair in common {
            let start = left < old.count ? old[left].lowerBound : bytes.count
            let end = pair.left < old.count ? old[pair.left].lowerBound : bytes.count
            let from = right < new.count ? new[right].lowerBound : other.count
            let to = pair.right < new.count ? new[pair.right].lowerBound : other.count
            if start < end || from < to { edits.append((start..<end, Array(other[from..<to]))) }
            (left, right) = (pair.left + 1, pair.right + 1)
        }
        return applying(edits)
    }

    private static func lines(of bytes: [UInt8]) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
            lines.append(start..<end)
            start = end
        }
        return lines
    }
}
