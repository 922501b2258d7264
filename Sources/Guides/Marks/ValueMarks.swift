import Sources

/// The values that a text asks for, and the text with a mark in the place of each.
///
/// A mark is `PrivateMark.placeholder` and a number, as long in bytes as the placeholder it stands for: emphasis, links
/// and columns come out of the parser as if the value's text stood there, and every offset stays true.
public struct ValueMarks: Sendable {
    /// A `{{name}}` in the text.
    public struct Mark: Sendable {
        /// The name between the braces.
        public let name: String
        /// The bytes of the placeholder, braces included.
        public let range: Range<Int>
        /// The position of the value among the configuration's; nil where no value has the name.
        public internal(set) var index: Int?
        /// Whether a paragraph holds nothing else.
        public internal(set) var standsAlone = false
    }

    /// The placeholders, in the order of the text; a mark's number is its index here.
    public internal(set) var marks: [Mark] = []
    /// Double braces that are no placeholder.
    private(set) var malformed: [Range<Int>] = []
    /// Whether there were more placeholders than marks can count.
    private(set) var isOverfull = false

    /// The most placeholders that a file may hold: what two digits of a mark can tell apart.
    static let most = 62 * 62

    init() {}

    /// Replaces the placeholders of a text, from an offset on.
    ///
    /// `\{{` is a literal brace and `${{ … }}` is an expression of another program; both are left alone.
    ///
    /// - Parameters:
    ///   - names: what is looked up, once for all who ask for the values.
    ///   - others: what else is a placeholder where only declared names are: nil takes every name, and braces that hold none
    ///     for a fault.
    package init(
        marking bytes: inout [UInt8], from start: Int, names: NameTable? = nil, onlyBeside others: [String]? = nil
    ) {
        bytes.withUnsafeMutableBufferPointer { mark($0, from: start, names, others) }
    }

    private mutating func mark(
        _ text: UnsafeMutableBufferPointer<UInt8>, from start: Int, _ names: NameTable?, _ others: [String]?
    ) {
        let bytes = UnsafeBufferPointer(text)
        var index = start
        var closing = Closing()
        while let open = Self.nextBraces(in: bytes, from: index) {
            index = open + 2
            if open > start, bytes[open - 1] == UInt8(ascii: "$") { continue }
            if Self.isEscaped(open, in: bytes) { continue }
            guard let close = closing.braces(in: bytes, from: open + 2) else {
                // Nothing closes what opens behind it on the line either: one message says so.
                if others != nil { continue }
                index = Self.endOfLine(in: bytes, from: open)
                malformed.append(open..<index)
                continue
            }
            let range = open..<(close + 2)
            guard let written = Self.name(bytes, (open + 2)..<close) else {
                guard others == nil else { continue }
                index = range.upperBound
                malformed.append(range)
                continue
            }
            let name = UnsafeBufferPointer(rebasing: bytes[written])
            let position = names?.index(of: name)
            if let others, position == nil, !others.contains(where: { $0.utf8.elementsEqual(name) }) { continue }
            index = range.upperBound
            guard marks.count < Self.most else {
                isOverfull = true
                return
            }
            if marks.isEmpty { marks.reserveCapacity(32) }
            let word = position.flatMap { names?.names[$0] } ?? bytes.text(written)
            Self.write(marks.count, to: text, in: range)
            marks.append(Mark(name: word, range: range, index: position))
        }
    }

    /// The first mark of some bytes, from an offset on: its number and its bytes.
    package func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (number: Int, range: Range<Int>)? {
        var index = start
        while let lead = bytes.firstOffset(of: Self.lead, from: index), lead + 4 < bytes.count {
            if bytes[lead + 1] == 0x80, bytes[lead + 2] == 0x80, let high = Self.digit(bytes[lead + 3]),
                let low = Self.digit(bytes[lead + 4])
            {
                let number = high * 62 + low
                if number < marks.count { return (number, lead..<(lead + marks[number].range.count)) }
            }
            index = lead + 1
        }
        return nil
    }

    /// A text with the placeholders back in the places of the marks, for messages.
    func restored(_ text: String) -> String {
        if marks.isEmpty { return text }
        var copy = text
        return copy.withUTF8 { buffer in
            guard buffer.firstOffset(of: Self.lead) != nil else { return text }
            var restored: [UInt8] = []
            restored.reserveCapacity(buffer.count)
            var start = 0
            while let mark = next(in: buffer, from: start) {
                restored.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start..<mark.range.lowerBound]))
                restored += "{{".utf8
                restored += marks[mark.number].name.utf8
                restored += "}}".utf8
                start = min(mark.range.upperBound, buffer.count)
            }
            restored.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start...]))
            return String(decoding: restored, as: UTF8.self)
        }
    }

    // MARK: Finding placeholders

    private static func nextBraces(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var index = start
        while let brace = bytes.firstOffset(of: UInt8(ascii: "{"), from: index), brace + 1 < bytes.count {
            if bytes[brace + 1] == UInt8(ascii: "{") { return brace }
            index = brace + 1
        }
        return nil
    }

    /// Looks for the braces that close a placeholder. What was found for one is kept for the next, so that no byte is looked
    /// at for each of thousands.
    private struct Closing {
        /// The first two closing braces from where was looked last.
        private var braces = -1
        /// The first end of a line from there.
        private var lineEnd = -1

        /// The first closing braces from an offset on, in its line; nil where there are none.
        mutating func braces(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
            if braces < start {
                braces = start
                while let brace = bytes.firstOffset(of: UInt8(ascii: "}"), from: braces) {
                    braces = brace
                    if brace + 1 < bytes.count, bytes[brace + 1] == UInt8(ascii: "}") { break }
                    braces += 1
                }
                let isFound = braces + 1 < bytes.count && bytes[braces] == UInt8(ascii: "}")
                if !isFound { braces = .max }
            }
            if lineEnd < start { lineEnd = bytes.firstOffset(of: 0x0A, from: start) ?? bytes.count }
            return braces < lineEnd ? braces : nil
        }
    }

    private static func isEscaped(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var backslashes = 0
        while index - backslashes > 0, bytes[index - backslashes - 1] == UInt8(ascii: "\\") { backslashes += 1 }
        return backslashes % 2 == 1
    }

    private static func endOfLine(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    }

    /// Where the name stands: `[a-z][a-z0-9]*(\.[a-z][a-z0-9]*)*`, with spaces around it.
    private static func name(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int>? {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, bytes[start] == 0x20 { start += 1 }
        while end > start, bytes[end - 1] == 0x20 { end -= 1 }
        guard start < end else { return nil }
        var beginsPart = true
        for index in start..<end {
            switch bytes[index] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): beginsPart = false
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if beginsPart { return nil }
            case UInt8(ascii: "."):
                if beginsPart { return nil }
                beginsPart = true
            default: return nil
            }
        }
        return beginsPart ? nil : start..<end
    }

    // MARK: Marks

    /// The byte that `PrivateMark.placeholder` begins with in UTF-8, and no other character of most texts.
    static let lead: UInt8 = 0xEE

    private static let digits = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)

    private static func write(_ number: Int, to bytes: UnsafeMutableBufferPointer<UInt8>, in range: Range<Int>) {
        // `{{a}}` is the shortest placeholder, and as long as a mark.
        bytes[range.lowerBound] = lead
        bytes[range.lowerBound + 1] = 0x80
        bytes[range.lowerBound + 2] = 0x80
        bytes[range.lowerBound + 3] = digits[number / 62]
        bytes[range.lowerBound + 4] = digits[number % 62]
        bytes[(range.lowerBound + 5)..<range.upperBound].update(repeating: UInt8(ascii: "x"))
    }

    private static func digit(_ byte: UInt8) -> Int? {
        switch byte {
        case 0x30...0x39: Int(byte) - 0x30
        case 0x41...0x5A: Int(byte) - 0x41 + 10
        case 0x61...0x7A: Int(byte) - 0x61 + 36
        default: nil
        }
    }
}
