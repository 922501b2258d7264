/// Reads the YAML that most files are: keys with single values, short lists, one level of keys below, block texts.
///
/// Yams takes a hundred times as long, on a file for every guide and a head for every text. So what is beyond doubt is
/// read here; at anything else, a mistake among them, this reader gives up and Yams decides. Both give the same nodes.
struct SimpleYAML {
    private let file: SourceFile
    private let bytes: ArraySlice<UInt8>
    private let firstLine: Int
    private var lines: [Line] = []
    private var next = 0

    /// A line without its end.
    private struct Line {
        let range: Range<Int>
        /// How many spaces it begins with.
        let indentation: Int
        let number: Int

        var start: Int { range.lowerBound + indentation }
        var isBlank: Bool { start == range.upperBound }
    }

    /// The file's node; nil where Yams has to read it.
    static func read(_ file: SourceFile, _ bytes: ArraySlice<UInt8>, firstLine: Int) -> YAMLNode? {
        var reader = SimpleYAML(file, bytes, firstLine: firstLine)
        return reader.read()
    }

    private init(_ file: SourceFile, _ bytes: ArraySlice<UInt8>, firstLine: Int) {
        self.file = file
        self.bytes = bytes
        self.firstLine = firstLine
    }

    private mutating func read() -> YAMLNode? {
        if bytes.isEmpty { return YAMLNode(content: .scalar(""), file: file, line: firstLine, column: 1) }
        guard cutLines(), let pairs = pairs(indentation: 0), next == lines.count else { return nil }
        return pairs
    }

    /// Finds the lines; false where there is a tab or a carriage return, or anything else with a meaning of its own.
    private mutating func cutLines() -> Bool {
        var start = bytes.startIndex
        var number = firstLine
        while start < bytes.endIndex {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
            var indentation = 0
            while start + indentation < end, bytes[start + indentation] == 0x20 { indentation += 1 }
            let line = Line(range: start..<end, indentation: indentation, number: number)
            for index in start..<end where bytes[index] < 0x20 || isSeparator(index, end) { return false }
            if end > start, bytes[end - 1] == 0x20 { return false }
            lines.append(line)
            start = end + 1
            number += 1
        }
        return true
    }

    /// Whether U+2028 or U+2029 stands somewhere: they end lines in YAML.
    private func isSeparator(_ index: Int, _ end: Int) -> Bool {
        bytes[index] == 0xE2 && index + 2 < end && bytes[index + 1] == 0x80
            && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9)
    }

    // MARK: Structure

    /// The most keys that are compared with each other.
    private static let mostPairs = 64

    /// Keys and values at an indentation, as far as they go; nil where there is none or it is not that simple.
    private mutating func pairs(indentation: Int) -> YAMLNode? {
        var pairs: [(key: YAMLNode, value: YAMLNode)] = []
        skipComments()
        while next < lines.count, lines[next].indentation == indentation {
            let line = lines[next]
            guard pairs.count < Self.mostPairs, let (key, value) = key(line),
                !pairs.contains(where: { $0.key.text == key.text })
            else { return nil }
            next += 1
            guard let value = value.isEmpty ? nested(below: indentation) : scalar(value, line, outer: indentation)
            else {
                return nil
            }
            pairs.append((key, value))
            skipComments()
        }
        guard let first = pairs.first else { return nil }
        return YAMLNode(content: .mapping(pairs), file: file, line: first.key.line, column: first.key.column)
    }

    /// What stands under a key: a list, or keys of its own, indented by two.
    private mutating func nested(below outer: Int) -> YAMLNode? {
        guard outer == 0, next < lines.count, lines[next].indentation == 2 else { return nil }
        return isItem(lines[next]) ? items() : pairs(indentation: 2)
    }

    private mutating func items() -> YAMLNode? {
        let first = lines[next]
        var items: [YAMLNode] = []
        while next < lines.count, lines[next].indentation == 2 {
            let line = lines[next]
            guard isItem(line) else { return nil }
            next += 1
            guard let item = scalar((line.start + 2)..<line.range.upperBound, line, outer: 2) else { return nil }
            items.append(item)
        }
        return node(.sequence(items), first, at: first.start)
    }

    private func isItem(_ line: Line) -> Bool {
        line.start + 2 < line.range.upperBound && bytes[line.start] == UInt8(ascii: "-")
            && bytes[line.start + 1] == 0x20
    }

    /// Passes over blank lines and comments, behind which no value goes on.
    private mutating func skipComments() {
        while next < lines.count {
            let line = lines[next]
            guard line.isBlank || line.indentation == 0 && bytes[line.start] == UInt8(ascii: "#") else { return }
            next += 1
        }
    }

    // MARK: Values

    /// A name longer than this is none of ours.
    private static let longestKey = 100

    /// A key and where its value stands; nil where the line has none.
    private func key(_ line: Line) -> (key: YAMLNode, value: Range<Int>)? {
        var index = line.start
        guard index < line.range.upperBound, bytes[index].isASCIILetter else { return nil }
        while index < line.range.upperBound, bytes[index].isNamePart { index += 1 }
        let end = line.range.upperBound
        guard index < end, index - line.start < Self.longestKey, bytes[index] == UInt8(ascii: ":"),
            index + 1 == end || bytes[index + 1] == 0x20,
            let key = plain(line.start..<index, line)
        else { return nil }
        return (key, min(index + 2, end)..<end)
    }

    private mutating func scalar(_ range: Range<Int>, _ line: Line, outer: Int) -> YAMLNode? {
        let result: YAMLNode?
        switch bytes[range.lowerBound] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): result = quoted(range, line)
        case UInt8(ascii: "["): result = list(range, line)
        case UInt8(ascii: "|"), UInt8(ascii: ">"): return block(range, line, outer: outer)
        default: result = plain(range, line)
        }
        // What is indented further would be more of the value.
        if next < lines.count, lines[next].isBlank || lines[next].indentation > outer { return follows(result, outer) }
        return result
    }

    /// The value, where nothing but blank lines stands between it and what begins again at its key's indentation.
    private func follows(_ node: YAMLNode?, _ outer: Int) -> YAMLNode? {
        let following = lines[next...].first { !$0.isBlank }
        return following.map { $0.indentation <= outer } ?? true ? node : nil
    }

    private func plain(_ range: Range<Int>, _ line: Line) -> YAMLNode? {
        guard !range.isEmpty, bytes[range.lowerBound].isASCIIAlphanumeric || bytes[range.lowerBound] >= 0x80 else {
            return nil
        }
        var previous: UInt8 = 0
        for byte in bytes[range] {
            if previous == UInt8(ascii: ":") && byte == 0x20 || previous == 0x20 && byte == UInt8(ascii: "#") {
                return nil
            }
            previous = byte
        }
        guard previous != UInt8(ascii: ":") else { return nil }
        let text = String(decoding: bytes[range], as: UTF8.self)
        return text.isYAMLNull ? nil : node(.scalar(text), line, at: range.lowerBound)
    }

    private func quoted(_ range: Range<Int>, _ line: Line) -> YAMLNode? {
        let mark = bytes[range.lowerBound]
        let inner = range.dropFirst().dropLast()
        guard range.count > 2, bytes[range.upperBound - 1] == mark,
            !bytes[inner.startIndex..<inner.endIndex].contains(where: { $0 == mark || $0 == UInt8(ascii: "\\") })
        else { return nil }
        let text = String(decoding: bytes[inner.startIndex..<inner.endIndex], as: UTF8.self)
        return node(.scalar(text), line, at: range.lowerBound)
    }

    /// `[a, b]`, of names and numbers.
    private func list(_ range: Range<Int>, _ line: Line) -> YAMLNode? {
        guard range.count > 2, bytes[range.upperBound - 1] == UInt8(ascii: "]") else { return nil }
        var items: [YAMLNode] = []
        var start = range.lowerBound + 1
        while start < range.upperBound {
            var end = start
            while bytes[end].isNamePart { end += 1 }
            guard let item = plain(start..<end, line) else { return nil }
            items.append(item)
            if end == range.upperBound - 1 { return node(.sequence(items), line, at: range.lowerBound) }
            guard bytes[end] == UInt8(ascii: ","), bytes[end + 1] == 0x20 else { return nil }
            start = end + 2
        }
        return nil
    }

    /// `|-` or `>-` and the lines below it: all indented alike, or with `|` further.
    private mutating func block(_ range: Range<Int>, _ line: Line, outer: Int) -> YAMLNode? {
        guard range.count == 2, bytes[range.lowerBound + 1] == UInt8(ascii: "-"), next < lines.count else { return nil }
        let indentation = lines[next].indentation
        guard indentation > outer else { return nil }
        let isFolded = bytes[range.lowerBound] == UInt8(ascii: ">")
        var text: [UInt8] = []
        while next < lines.count, lines[next].indentation > outer {
            let line = lines[next]
            let isInPlace = isFolded ? line.indentation == indentation : line.indentation >= indentation
            guard isInPlace, !line.isBlank else { return nil }
            if !text.isEmpty { text.append(isFolded ? 0x20 : 0x0A) }
            text += bytes[(line.range.lowerBound + indentation)..<line.range.upperBound]
            next += 1
        }
        if next < lines.count, lines[next].isBlank { return nil }
        return node(.scalar(String(decoding: text, as: UTF8.self)), line, at: range.lowerBound)
    }

    private func node(_ content: YAMLNode.Content, _ line: Line, at index: Int) -> YAMLNode {
        let scalars = bytes[line.range.lowerBound..<index].count { $0 & 0xC0 != 0x80 }
        return YAMLNode(content: content, file: file, line: line.number, column: scalars + 1)
    }
}

extension UInt8 {
    /// What names of keys and tags are made of.
    fileprivate var isNamePart: Bool {
        isASCIIAlphanumeric || self == UInt8(ascii: "-") || self == UInt8(ascii: ".") || self == UInt8(ascii: "_")
    }
}
