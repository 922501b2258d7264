import Sources

/// Finds the lines on which footnotes begin, `[^name]: The note.`, and makes items of a list of them for libcmark, which
/// takes them for text or for the definitions of links. No byte moves: a bullet and three spaces stand in the place of the
/// first four, and U+0001, which no text has, in that of the rest of the name.
///
/// As on GitHub, what belongs to a note on further lines is set in by four columns.
struct FootnoteLines {
    /// The beginning of a note.
    struct Definition {
        /// The line, from 1.
        let line: Int
        /// The bytes of the name.
        let name: Range<Int>
        /// From the line's beginning to behind the colon.
        let prefix: Range<Int>
    }

    /// What stands in the place of a name's rest.
    static let filler: UInt8 = 1

    private(set) var definitions: [Definition] = []
    private let lines: LineIndex

    /// Finds them; none where a line stands in code, in a comment, or as a part of what is set in.
    init(_ source: [UInt8], _ lines: LineIndex) {
        self.lines = lines
        guard Self.holdsReferences(source) else { return }
        source.withUnsafeBufferPointer { source in
            for number in 1...max(1, lines.count) {
                if let definition = Self.definition(source, lines[number], number) { definitions.append(definition) }
            }
        }
        if !definitions.isEmpty { leaveOut(source) }
    }

    /// Puts the signs of a list in the place of names.
    func put(into source: inout [UInt8]) {
        let bullets = bullets(in: source)
        for (definition, bullet) in zip(definitions, bullets) {
            let start = definition.prefix.lowerBound
            source[start] = bullet
            for index in 1..<4 { source[start + index] = 0x20 }
            for index in (start + 4)..<definition.prefix.upperBound { source[index] = Self.filler }
        }
    }

    private static func holdsReferences(_ source: [UInt8]) -> Bool {
        source.withUnsafeBufferPointer { source in
            var index = 0
            while let caret = source.firstOffset(of: UInt8(ascii: "^"), from: index) {
                if caret > 0, source[caret - 1] == UInt8(ascii: "[") { return true }
                index = caret + 1
            }
            return false
        }
    }

    private static func definition(_ source: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, _ number: Int)
        -> Definition?
    {
        var start = line.lowerBound
        while start < line.upperBound, source[start] == 0x20 { start += 1 }
        guard start - line.lowerBound <= 3, let name = name(source, start..<line.upperBound),
            name.upperBound + 1 < line.upperBound, source[name.upperBound + 1] == UInt8(ascii: ":")
        else { return nil }
        return Definition(line: number, name: name, prefix: line.lowerBound..<(name.upperBound + 2))
    }

    /// The name in `[^name]`, which a range begins with: without white space or brackets, and without values.
    static func name(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int>? {
        let start = range.lowerBound + 2
        guard start < range.upperBound, source[range.lowerBound] == UInt8(ascii: "["),
            source[range.lowerBound + 1] == UInt8(ascii: "^")
        else { return nil }
        var end = start
        // Longer names are none, as those of links (CommonMark 0.30, section 4.7). What is for private use stands for values.
        while end < range.upperBound, source[end] > 0x20, source[end] != 0xEE, source[end] != UInt8(ascii: "["),
            source[end] != UInt8(ascii: "]"), end - start < 1000
        {
            end += 1
        }
        guard end > start, end < range.upperBound, source[end] == UInt8(ascii: "]") else { return nil }
        return start..<end
    }

    /// Leaves out what stands in code or HTML, and in lists and quotes unless it ends them.
    private mutating func leaveOut(_ source: [UInt8]) {
        guard let root = RawNode.parse(source) else { return }
        defer { root.free() }
        var blocked: [ClosedRange<Int>] = []
        var held: [ClosedRange<Int>] = []
        var current = root.firstChild
        while let block = current {
            current = block.followingBlock
            let range = block.startLine...max(block.startLine, block.endLine)
            switch block.type {
            case .codeBlock, .htmlBlock: blocked.append(range)
            case .list, .blockQuote: if block.parent == root { held.append(range) }
            default: break
            }
        }
        func isIn(_ ranges: [ClosedRange<Int>], _ line: Int) -> Bool {
            var (low, high) = (0, ranges.count)
            while low < high {
                let middle = (low + high) / 2
                if ranges[middle].upperBound < line { low = middle + 1 } else { high = middle }
            }
            return low < ranges.count && ranges[low].contains(line)
        }
        definitions.removeAll { definition in
            isIn(blocked, definition.line)
                || source[definition.prefix.lowerBound] == 0x20 && isIn(held, definition.line)
        }
    }

    /// The bullet for each: none of those of the lists before it and behind it, so that it is an item of neither.
    private func bullets(in source: [UInt8]) -> [UInt8] {
        let signs = Array("+*-".utf8)
        func bullet(_ line: Int) -> UInt8? {
            let text = source[lines[line]].drop { $0 == 0x20 }
            guard let first = text.first, signs.contains(first), text.dropFirst().first.map(\.isSpaceOrTab) ?? true
            else { return nil }
            return first
        }
        var next = [UInt8](repeating: 0, count: definitions.count)
        var last: UInt8 = 0
        var index = definitions.count - 1
        for line in stride(from: lines.count, through: 1, by: -1) where index >= 0 {
            last = bullet(line) ?? last
            if definitions[index].line == line {
                next[index] = last
                index -= 1
            }
        }
        var bullets: [UInt8] = []
        last = 0
        for line in 1...max(1, lines.count) where bullets.count < definitions.count {
            last = bullet(line) ?? last
            guard definitions[bullets.count].line == line else { continue }
            bullets.append(signs.first { $0 != last && $0 != next[bullets.count] } ?? signs[0])
        }
        return bullets
    }
}
