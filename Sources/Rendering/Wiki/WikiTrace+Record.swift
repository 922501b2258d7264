import Guides
import Sources
import Values

/// The trace of a published page in a few lines of text, as the wiki's own list of pages keeps it.
///
/// It holds what the generator's bytes stand for, so placeholders and never a value: with the page it gives back the
/// source that the page was made from. It needs neither the project's history, which may be shallow or not have the
/// guide yet, nor the values of then, nor the version of the program that wrote the page.
///
/// A line is `@en text` for the text that follows, a number of bytes with `.` for what stands around the guide, or a number
/// of the author's bytes and then a role, a number of the page's bytes and what they stand for: `120v6:{{limit}}`.
extension WikiTrace {
    /// The trace as text.
    package var record: String {
        var lines: [String] = []
        var (field, copied): (Int?, Int) = (nil, 0)
        func flush() {
            if copied > 0 { lines.append("\(copied)") }
            copied = 0
        }
        for stretch in stretches {
            guard let number = stretch.field else {
                flush()
                lines.append("\(stretch.page.count).")
                continue
            }
            if number != field {
                flush()
                lines.append("@\(fields[number].language) \(fields[number].kind.rawValue)")
                field = number
            }
            guard let role = stretch.role else {
                copied += stretch.page.count
                continue
            }
            let source = Self.line(fields[number].source[stretch.source])
            let expansion = stretch.expansion.map { "\t" + Self.line($0[...]) } ?? ""
            let letter = Character(Unicode.Scalar(role.rawValue))
            lines.append("\(copied > 0 ? "\(copied)" : "")\(letter)\(stretch.page.count):\(source)\(expansion)")
            copied = 0
        }
        flush()
        return lines.joined(separator: "\n")
    }

    /// The trace of a page; nil where the record is not one of it. It may come from anybody.
    package init?(record: String, of page: [UInt8]) {
        self.init()
        var field: Int?
        for line in record.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if line.first == UInt8(ascii: "@") {
                guard let found = place(Substring(line.dropFirst())) else { return nil }
                field = found
            } else if !add(Array(line), to: field, of: page) {
                return nil
            }
        }
        guard end == page.count else { return nil }
    }

    /// The text that a line names.
    private mutating func place(_ words: Substring) -> Int? {
        let words = words.split(separator: " ")
        guard words.count == 2, let language = LanguageTag(rawValue: String(words[0])),
            let kind = Field.Kind(rawValue: String(words[1]))
        else { return nil }
        if let known = fields.firstIndex(where: { $0.language == language && $0.kind == kind }) { return known }
        fields.append(Field(language: language, kind: kind, source: []))
        return fields.count - 1
    }

    private mutating func add(_ line: [UInt8], to field: Int?, of page: [UInt8]) -> Bool {
        var index = 0
        func number() -> Int? {
            let start = index
            while index < line.count, line[index].isASCIIDigit, index - start < 9 { index += 1 }
            return Int(String(decoding: line[start..<index], as: UTF8.self))
        }
        let copied = number()
        if index < line.count, line[index] == UInt8(ascii: ".") {
            guard let copied, let range = taken(copied, page) else { return false }
            stretches.append(Stretch(page: range, field: nil, source: 0..<0))
            return index + 1 == line.count
        }
        guard let field else { return false }
        if let copied, copied > 0 {
            guard let range = taken(copied, page) else { return false }
            add(range, Array(page[range]), nil, nil, field)
        }
        guard index < line.count else { return copied != nil }
        guard let role = MarkdownRole(rawValue: line[index]) else { return false }
        index += 1
        guard let count = number(), let range = taken(count, page), index < line.count, line[index] == UInt8(ascii: ":")
        else { return false }
        let parts = line[(index + 1)...].split(separator: 0x09, maxSplits: 1, omittingEmptySubsequences: false)
        add(range, Self.bytes(parts[0]), role, parts.count > 1 ? Self.bytes(parts[1]) : nil, field)
        return true
    }

    private func taken(_ count: Int, _ page: [UInt8]) -> Range<Int>? {
        count <= page.count - end ? end..<(end + count) : nil
    }

    private mutating func add(
        _ range: Range<Int>, _ source: [UInt8], _ role: MarkdownRole?, _ expansion: [UInt8]?, _ field: Int
    ) {
        let start = fields[field].source.count
        fields[field].source += source
        stretches.append(
            Stretch(
                page: range, field: field, source: start..<(start + source.count), role: role, expansion: expansion))
    }

    // MARK: Bytes on a line

    private static func line(_ bytes: ArraySlice<UInt8>) -> String {
        var line: [UInt8] = []
        for byte in bytes {
            switch byte {
            case 0x0A: line += "\\n".utf8
            case 0x09: line += "\\t".utf8
            case UInt8(ascii: "\\"): line += "\\\\".utf8
            default: line.append(byte)
            }
        }
        return String(decoding: line, as: UTF8.self)
    }

    private static func bytes(_ line: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var isEscaped = false
        for byte in line {
            if isEscaped {
                bytes.append(byte == UInt8(ascii: "n") ? 0x0A : byte == UInt8(ascii: "t") ? 0x09 : byte)
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }
}
