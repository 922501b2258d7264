import CommonMark
import Sources

/// A block of a page that people edit as a whole: a paragraph with all its lines, a heading, a line of code, a table's row.
struct PageUnit: Sendable {
    /// The kind of block.
    enum Kind: Hashable, Sendable {
        case paragraph
        case heading(Int)
        case code
        case row
        case html
        case other
    }

    let kind: Kind
    /// Its bytes, from the start of its first line to the last visible one of its last.
    let range: Range<Int>
    /// What it stands in, from the outside: `quote`, `item`.
    let path: String
    /// What readers see of it, and where: equal for blocks that are the same, however they are written.
    let key: String
    /// Where the sign of its list's item stands, if it begins one; nil where it does not.
    let bullet: Int?

    /// The blocks of a page in their order; lines, where it cannot be parsed.
    static func all(of bytes: [UInt8], _ reading: PageReading) -> [PageUnit] {
        guard let document = try? Document(parsing: bytes) else {
            return lines(of: bytes).filter { !$0.isEmpty }.map { range in
                let text = PageReading.spaced(String(decoding: bytes[range], as: UTF8.self))
                return PageUnit(kind: .other, range: range, path: "", key: text, bullet: nil)
            }
        }
        var reader = PageUnitReader(document: document, bytes: bytes, reading: reading)
        reader.read(document.root, path: "")
        return reader.finished()
    }

    static func lines(of bytes: [UInt8]) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        for index in 0...bytes.count where index == bytes.count || bytes[index] == 0x0A {
            lines.append(start..<index)
            start = index + 1
        }
        return lines
    }
}

/// Finds a page's blocks, line by line.
struct PageUnitReader {
    let document: Document
    let bytes: [UInt8]
    let reading: PageReading
    private var units: [PageUnit] = []
    private var isTaken: [Bool]
    private let lines: [Range<Int>]

    init(document: Document, bytes: [UInt8], reading: PageReading) {
        self.document = document
        self.bytes = bytes
        self.reading = reading
        lines = PageUnit.lines(of: bytes)
        isTaken = [Bool](repeating: false, count: lines.count)
    }

    mutating func read(_ node: Node, path: String) {
        for child in node.children {
            switch child.kind {
            case .paragraph: add(child, .paragraph, path)
            case .heading: add(child, .heading(child.headingLevel), path)
            case .htmlBlock: add(child, .html, path)
            case .codeBlock: addLines(of: child, .code, path)
            case .table: addLines(of: child, .row, path)
            case .item: read(child, path: path + (node.isOrdered ? "number " : "item "))
            case .list, .footnotes: read(child, path: path)
            case .footnote: read(child, path: path + "note ")
            case .blockQuote: read(child, path: path + "quote ")
            case .alert(let kind): read(child, path: path + "\(kind) ")
            default: break
            }
        }
    }

    /// The blocks, and what is left of the lines between them.
    mutating func finished() -> [PageUnit] {
        for (index, line) in lines.enumerated() where !isTaken[index] {
            let range = trimmed(line)
            if isBlank(range) { continue }
            let text = String(decoding: bytes[range], as: UTF8.self)
            units.append(PageUnit(kind: .other, range: range, path: "", key: PageReading.spaced(text), bullet: nil))
        }
        return units.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private mutating func add(_ node: Node, _ kind: PageUnit.Kind, _ path: String) {
        guard node.startLine >= 1, node.endLine >= node.startLine, node.endLine <= lines.count,
            !isTaken[node.startLine - 1]
        else { return }
        for line in node.startLine...node.endLine { isTaken[line - 1] = true }
        let first = lines[node.startLine - 1]
        let range = trimmed(first.lowerBound..<lines[node.endLine - 1].upperBound)
        units.append(
            PageUnit(
                kind: kind, range: range, path: path, key: path + reading.key(of: node),
                bullet: bullet(in: first, before: first.lowerBound + max(0, node.startColumn - 1))))
    }

    private mutating func addLines(of node: Node, _ kind: PageUnit.Kind, _ path: String) {
        guard node.startLine >= 1, node.endLine >= node.startLine, node.endLine <= lines.count else { return }
        for number in node.startLine...node.endLine where !isTaken[number - 1] {
            isTaken[number - 1] = true
            let line = lines[number - 1]
            let range = kind == .code ? withBlanks(number, until: node.endLine) : trimmed(line)
            guard !range.isEmpty else { continue }
            let text = String(decoding: bytes[range], as: UTF8.self)
            let key = kind == .row ? Self.rowKey(text) : PageReading.code(text)
            let bullet =
                number == node.startLine
                ? bullet(in: line, before: line.lowerBound + max(0, node.startColumn - 1)) : nil
            units.append(PageUnit(kind: kind, range: range, path: path, key: "\(path)\(kind) \(key)", bullet: bullet))
        }
    }

    /// A line of code with the blank ones behind it, which readers see, up to the next one of the same code.
    private mutating func withBlanks(_ number: Int, until last: Int) -> Range<Int> {
        let end = lines[..<last].dropFirst(number).firstIndex { !isBlank($0) } ?? number
        for blank in number..<end { isTaken[blank] = true }
        return lines[number - 1].lowerBound..<lines[max(number, end) - 1].upperBound
    }

    private func isBlank(_ line: Range<Int>) -> Bool {
        bytes[line].allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: ">") }
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound, bytes[end - 1] <= 0x20 { end -= 1 }
        return range.lowerBound..<end
    }

    /// The last sign of a list's item before an offset on its line.
    private func bullet(in line: Range<Int>, before end: Int) -> Int? {
        guard end <= line.upperBound else { return nil }
        return bytes[line.lowerBound..<end].lastIndex { "-*+".utf8.contains($0) }
    }

    /// A row without what makes its columns line up.
    private static func rowKey(_ text: String) -> String {
        var cells: [String] = []
        var cell = ""
        var isEscaped = false
        for character in PageReading.spaced(text) {
            if character == "|", !isEscaped {
                cells.append(cell)
                cell = ""
            } else {
                cell.append(character)
            }
            isEscaped = character == "\\" && !isEscaped
        }
        cells.append(cell)
        var trimmed = cells.map { cell in
            let cell = cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
            let text = String(cell)
            // `---`, `:--:`: how many dashes there are says nothing.
            guard text.contains("-"), text.allSatisfy({ $0 == "-" || $0 == ":" }) else { return text }
            return "\(text.hasPrefix(":") ? ":" : "")-\(text.hasSuffix(":") ? ":" : "")"
        }
        if trimmed.first == "" { trimmed.removeFirst() }
        if trimmed.last == "" { trimmed.removeLast() }
        return trimmed.joined(separator: "|")
    }
}
