/// Reads the YAML that most files are: keys with single values, lists, keys below, block texts.
///
/// Yams takes a hundred times as long, on a file for every guide and a head for every text. So what is beyond doubt is
/// read here; at anything else, a mistake among them, this reader gives up and Yams decides. Both give the same nodes.
struct SimpleYAML {
    private let file: SourceFile
    let bytes: UnsafeBufferPointer<UInt8>
    private let firstLine: Int
    private var lines: [Line] = []
    private var next = 0

    /// A line without its end.
    struct Line {
        let range: Range<Int>
        /// How many spaces it begins with.
        let indentation: Int
        let number: Int

        var start: Int { range.lowerBound + indentation }
        var isBlank: Bool { start == range.upperBound }
    }

    /// The file's node; nil where Yams has to read it.
    ///
    /// - Parameter bytes: a part of the file without any control but tabs and the ends of lines.
    static func read(_ file: SourceFile, _ bytes: ArraySlice<UInt8>, firstLine: Int) -> YAMLNode? {
        bytes.withUnsafeBufferPointer { bytes in
            var reader = SimpleYAML(file, bytes, firstLine: firstLine)
            return reader.read()
        }
    }

    private init(_ file: SourceFile, _ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int) {
        self.file = file
        self.bytes = bytes
        self.firstLine = firstLine
        lines.reserveCapacity(24)
    }

    private mutating func read() -> YAMLNode? {
        if bytes.isEmpty { return YAMLNode(content: .scalar(""), file: file, line: firstLine, column: 1) }
        guard cutLines(), let pairs = pairs(indentation: 0), next == lines.count else { return nil }
        return pairs
    }

    /// Finds the lines; false where there is a tab or a carriage return, or anything else with a meaning of its own.
    private mutating func cutLines() -> Bool {
        guard bytes.firstOffset(of: 0x09) == nil, bytes.firstOffset(of: 0x0D) == nil, !hasSeparators else {
            return false
        }
        var start = 0
        var number = firstLine
        while start < bytes.count {
            let end = bytes.firstOffset(of: 0x0A, from: start) ?? bytes.count
            var indentation = 0
            while start + indentation < end, bytes[start + indentation] == 0x20 { indentation += 1 }
            let line = Line(range: start..<end, indentation: indentation, number: number)
            if end > start, bytes[end - 1] == 0x20 { return false }
            lines.append(line)
            start = end + 1
            number += 1
        }
        return true
    }

    /// Whether U+2028 or U+2029 stands somewhere: they end lines in YAML.
    private var hasSeparators: Bool {
        var index = 0
        while let lead = bytes.firstOffset(of: 0xE2, from: index), lead + 2 < bytes.count {
            index = lead + 1
            if bytes[lead + 1] == 0x80, bytes[lead + 2] == 0xA8 || bytes[lead + 2] == 0xA9 { return true }
        }
        return false
    }

    // MARK: Structure

    /// The most keys that are compared with each other.
    static let mostPairs = 64

    /// Keys and values at an indentation, as far as they go; nil where there is none or it is not that simple.
    private mutating func pairs(indentation: Int) -> YAMLNode? {
        var pairs: [YAMLNode.Pair] = []
        pairs.reserveCapacity(8)
        var names: [String] = []
        names.reserveCapacity(8)
        skipComments()
        while next < lines.count, lines[next].indentation == indentation {
            let line = lines[next]
            guard pairs.count < Self.mostPairs, let (key, name, value) = key(line), !names.contains(name) else {
                return nil
            }
            names.append(name)
            next += 1
            guard let value = value.isEmpty ? nested(below: indentation) : scalar(value, line, outer: indentation)
            else {
                return nil
            }
            pairs.append(YAMLNode.Pair(key: key, value: value))
            skipComments()
        }
        guard let first = pairs.first else { return nil }
        return YAMLNode(content: .mapping(pairs), file: file, line: first.key.line, column: first.key.column)
    }

    /// The furthest indentation of a key that has keys below; no file of a project goes further.
    private static let deepest = 8

    /// What stands under a key: a list, or keys of its own, indented by two.
    private mutating func nested(below outer: Int) -> YAMLNode? {
        guard outer <= Self.deepest, next < lines.count, lines[next].indentation == outer + 2 else { return nil }
        return isItem(lines[next]) ? items(indentation: outer + 2) : pairs(indentation: outer + 2)
    }

    private mutating func items(indentation: Int) -> YAMLNode? {
        let first = lines[next]
        var items: [YAMLNode] = []
        while next < lines.count, lines[next].indentation == indentation {
            let line = lines[next]
            guard isItem(line) else { return nil }
            let inner = Line(range: line.range, indentation: line.indentation + 2, number: line.number)
            if key(inner) != nil {
                // Keys of its own, the first behind the dash.
                lines[next] = inner
                guard let item = pairs(indentation: inner.indentation) else { return nil }
                items.append(item)
                continue
            }
            next += 1
            guard let item = scalar((line.start + 2)..<line.range.upperBound, line, outer: indentation) else {
                return nil
            }
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

    /// The longest name of a key that is read here; no file of a project has a longer one.
    private static let longestKey = 100

    /// A key and where its value stands; nil where the line has none.
    private func key(_ line: Line) -> (key: YAMLNode, name: String, value: Range<Int>)? {
        var index = line.start
        guard index < line.range.upperBound, bytes[index].isASCIILetter else { return nil }
        while index < line.range.upperBound, bytes[index].isNamePart { index += 1 }
        let end = line.range.upperBound
        guard index < end, index - line.start < Self.longestKey, bytes[index] == UInt8(ascii: ":"),
            index + 1 == end || bytes[index + 1] == 0x20,
            let name = plainText(line.start..<index)
        else { return nil }
        return (node(.scalar(name), line, at: line.start), name, min(index + 2, end)..<end)
    }

    private mutating func scalar(_ range: Range<Int>, _ line: Line, outer: Int) -> YAMLNode? {
        let result: YAMLNode?
        switch bytes[range.lowerBound] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): result = quoted(range, line)
        case UInt8(ascii: "["): result = list(range, line)
        case UInt8(ascii: "{"): result = mapping(range, line)
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

    func plain(_ range: Range<Int>, _ line: Line) -> YAMLNode? {
        plainText(range).map { node(.scalar($0), line, at: range.lowerBound) }
    }

    func plainText(_ range: Range<Int>) -> String? {
        guard !range.isEmpty, bytes[range.lowerBound].isASCIIAlphanumeric || bytes[range.lowerBound] >= 0x80 else {
            return nil
        }
        for index in range {
            // What follows a colon or stands before a number sign makes them something else than text.
            switch bytes[index] {
            case UInt8(ascii: ":"): if index + 1 == range.upperBound || bytes[index + 1] == 0x20 { return nil }
            case UInt8(ascii: "#"): if index > range.lowerBound, bytes[index - 1] == 0x20 { return nil }
            default: break
            }
        }
        let text = bytes.text(range)
        // The longest of the words for nothing has four letters.
        return range.count <= 4 && text.isYAMLNull ? nil : text
    }

    private func quoted(_ range: Range<Int>, _ line: Line) -> YAMLNode? {
        let mark = bytes[range.lowerBound]
        guard range.count > 2 else { return nil }
        let inner = (range.lowerBound + 1)..<(range.upperBound - 1)
        guard bytes[range.upperBound - 1] == mark,
            !bytes[inner].contains(where: { $0 == mark || $0 == UInt8(ascii: "\\") })
        else { return nil }
        return node(.scalar(bytes.text(inner)), line, at: range.lowerBound)
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

    func node(_ content: YAMLNode.Content, _ line: Line, at index: Int) -> YAMLNode {
        let scalars = bytes[line.range.lowerBound..<index].count { $0 & 0xC0 != 0x80 }
        return YAMLNode(content: content, file: file, line: line.number, column: scalars + 1)
    }
}

extension UInt8 {
    /// What names of keys and tags are made of.
    var isNamePart: Bool { isTokenPart || self == UInt8(ascii: ".") }
}
