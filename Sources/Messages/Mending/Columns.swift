import Sources

/// What stands below each other in tables and in records of a log: a message that is broken in a cell, or over the records,
/// stands there in one piece.
struct Columns {
    /// A longer text is no table that somebody pasted.
    static let longestTable = 1 << 18

    /// How lines are parted.
    enum Parting {
        /// By bars, or the names of fields.
        case signs
        /// By blanks as well, which may stand below each other by chance.
        case blanks
    }

    private let message: UnsafeBufferPointer<UInt8>
    private let lines: [Range<Int>]
    private var output: [UInt8] = []

    /// The text column by column; nil where there are no tables or records.
    static func text(_ message: UnsafeBufferPointer<UInt8>, by parting: Parting) -> [UInt8]? {
        guard message.count <= longestTable, message.contains(0x0A) else { return nil }
        var columns = Columns(message)
        return columns.lay(parting) ? columns.output : nil
    }

    private init(_ message: UnsafeBufferPointer<UInt8>) {
        self.message = message
        var lines: [Range<Int>] = []
        var start = 0
        while start <= message.count {
            let end = message.firstOffset(of: 0x0A, from: start) ?? message.count
            let isReturned = end > start && message[end - 1] == 0x0D
            lines.append(start..<(isReturned ? end - 1 : end))
            start = end + 1
        }
        self.lines = lines
    }

    private mutating func lay(_ parting: Parting) -> Bool {
        var isFound = false
        var index = 0
        while index < lines.count {
            let rest = lines[index...]
            let group =
                RecordLines.group(rest, message) ?? BarredRows.group(rest, message)
                ?? (parting == .blanks && message.count < Self.longestTable / 4
                    ? BlankColumns.group(rest, message) : nil)
            if let group {
                isFound = true
                for column in group.columns { add(column) }
                index += group.count
            } else {
                output += message[lines[index]]
                output.append(0x0A)
                index += 1
            }
        }
        return isFound
    }

    private mutating func add(_ column: [LineGroup.Cell]) {
        for cell in column {
            let range = message.trimmed(cell.range)
            if range.isEmpty { continue }
            output +=
                cell.isString
                ? EnclosingString.unescaped(message[range], escapes: 0) ?? Array(message[range]) : Array(message[range])
            output.append(0x0A)
        }
        output.append(0x0A)
    }
}

/// Some lines that are laid out alike.
struct LineGroup {
    struct Cell {
        let range: Range<Int>
        /// Whether it is what stands between the quotation marks of a string.
        var isString = false
    }

    let count: Int
    let columns: [[Cell]]
}

/// Lines of JSON or of names and values, each a record.
enum RecordLines {
    private static let longest = 32768
    private static let longestName = 64

    static func group(_ lines: ArraySlice<Range<Int>>, _ message: UnsafeBufferPointer<UInt8>) -> LineGroup? {
        var names: [String: Int] = [:]
        var columns: [[LineGroup.Cell]] = []
        var count = 0
        for line in lines {
            let fields = line.count > longest ? [] : fields(line, message)
            if fields.isEmpty { break }
            for (name, value) in fields {
                if let column = names[name] {
                    columns[column].append(value)
                } else {
                    names[name] = columns.count
                    columns.append([value])
                }
            }
            count += 1
        }
        return count > 1 ? LineGroup(count: count, columns: columns) : nil
    }

    private static func fields(
        _ line: Range<Int>, _ message: UnsafeBufferPointer<UInt8>
    ) -> [(name: String, value: LineGroup.Cell)] {
        let text = message.trimmed(line)
        if !text.isEmpty, message[text.upperBound - 1] == UInt8(ascii: "}"), opensObject(text, message) {
            return objectFields(text, message)
        }
        let fields = plainFields(text, message)
        return fields.count > 1 ? fields : []
    }

    private static func opensObject(_ line: Range<Int>, _ message: UnsafeBufferPointer<UInt8>) -> Bool {
        line.contains { index in
            guard message[index] == UInt8(ascii: "{") else { return false }
            var next = index + 1
            while next < line.upperBound, message[next].isSpace { next += 1 }
            return next < line.upperBound && message[next] == UInt8(ascii: "\"")
        }
    }

    private static func isNamePart(_ byte: UInt8) -> Bool { byte.isTokenPart || byte.isOne(of: ".@") }

    /// `"name": "value"`, wherever in a line.
    private static func objectFields(
        _ line: Range<Int>, _ message: UnsafeBufferPointer<UInt8>
    ) -> [(String, LineGroup.Cell)] {
        var fields: [(String, LineGroup.Cell)] = []
        var index = line.lowerBound
        while index < line.upperBound {
            guard message[index] == UInt8(ascii: "\"") else {
                index += 1
                continue
            }
            var end = index + 1
            while end < line.upperBound, end - index <= longestName, isNamePart(message[end]) { end += 1 }
            let name = (index + 1)..<end
            index += 1
            guard !name.isEmpty, end < line.upperBound, message[end] == UInt8(ascii: "\"") else { continue }
            end = behind(":", end + 1, line, message)
            guard end < line.upperBound, message[end] == UInt8(ascii: "\""),
                let close = closing(end + 1, line, message)
            else { continue }
            fields.append((message.text(name), LineGroup.Cell(range: (end + 1)..<close, isString: true)))
            index = close + 1
        }
        return fields
    }

    /// The offset behind a sign and the blanks around it; the line's end where it is not there.
    private static func behind(
        _ sign: Unicode.Scalar, _ start: Int, _ line: Range<Int>, _ message: UnsafeBufferPointer<UInt8>
    ) -> Int {
        var index = start
        while index < line.upperBound, message[index].isSpace { index += 1 }
        guard index < line.upperBound, message[index] == UInt8(ascii: sign) else { return line.upperBound }
        index += 1
        while index < line.upperBound, message[index].isSpace { index += 1 }
        return index
    }

    private static func closing(
        _ start: Int, _ line: Range<Int>, _ message: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        var index = start
        while index < line.upperBound {
            if message[index] == UInt8(ascii: "\"") { return index }
            index += message[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    /// `name=value name="a value"`.
    private static func plainFields(
        _ line: Range<Int>, _ message: UnsafeBufferPointer<UInt8>
    ) -> [(String, LineGroup.Cell)] {
        var fields: [(String, LineGroup.Cell)] = []
        var index = line.lowerBound
        while index < line.upperBound {
            let start = index
            while index < line.upperBound, index - start <= longestName, isNamePart(message[index]) { index += 1 }
            let name = start..<index
            if !name.isEmpty, index + 1 < line.upperBound, message[index] == UInt8(ascii: "=") {
                index += 1
                if message[index] == UInt8(ascii: "\""), let close = closing(index + 1, line, message) {
                    fields.append((message.text(name), LineGroup.Cell(range: (index + 1)..<close, isString: true)))
                    index = close + 1
                } else {
                    let first = index
                    while index < line.upperBound, !message[index].isSpace, message[index] != UInt8(ascii: "\"") {
                        index += 1
                    }
                    if index > first { fields.append((message.text(name), LineGroup.Cell(range: first..<index))) }
                }
            }
            while index < line.upperBound, !message[index].isSpace { index += 1 }
            while index < line.upperBound, message[index].isSpace { index += 1 }
        }
        return fields
    }
}
