/// Writes JSON (RFC 8259), one value after the other, without a value of the whole in between.
package struct JSONWriter {
    /// What the JSON is for.
    package enum Form: Sendable {
        /// Programs: all on one line.
        case line
        /// People as well: a line for each value, indented by two spaces.
        case indented
        /// A page's `<script>`: on one line, in which no text can close the element or begin a comment, and none holds
        /// a line separator that older scripts choke on.
        case script
    }

    /// What comes before the next value.
    private enum Position { case first, next, behindKey }

    /// What was written so far.
    package private(set) var bytes: [UInt8] = []
    private let form: Form
    private let isPlain: [Bool]
    private var position = Position.first
    private var depth = 0

    /// Begins with nothing.
    package init(_ form: Form, reserving capacity: Int = 0) {
        self.form = form
        isPlain = form == .script ? Self.plainInScripts : Self.plain
        bytes.reserveCapacity(capacity)
    }

    /// Begins a script that is data alone: a page from a disk can load that, and no JSON.
    package init(assigningTo variable: String, reserving capacity: Int) {
        self.init(.script, reserving: capacity)
        bytes += "\(variable)=".utf8
    }

    /// Writes an object, whose keys and values the body writes.
    package mutating func object(_ body: (inout JSONWriter) -> Void) { nest("{", "}", body) }
    /// Writes a list, whose values the body writes.
    package mutating func array(_ body: (inout JSONWriter) -> Void) { nest("[", "]", body) }

    /// The name of what is written next.
    package mutating func key(_ name: String) {
        string(name)
        bytes += (form == .indented ? ": " : ":").utf8
        position = .behindKey
    }

    /// Writes a text.
    package mutating func string(_ text: String) {
        var text = text
        text.withUTF8 { string($0) }
    }

    /// Writes a text that is known beforehand.
    package mutating func string(_ text: StaticString) {
        string(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Writes a text in UTF-8.
    package mutating func string(_ text: [UInt8]) { text.withUnsafeBufferPointer { string($0) } }

    /// Writes a text in UTF-8 that is lent.
    package mutating func string(_ text: UnsafeBufferPointer<UInt8>) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        isPlain.withUnsafeBufferPointer { isPlain in
            // Most bytes need nothing, and are copied run by run.
            var copied = 0
            var index = 0
            while true {
                index = Self.ordinary(in: text, from: index)
                guard index < text.count else { break }
                let byte = text[index]
                if isPlain[Int(byte)] || byte == 0xE2 && !Self.isSeparator(text, at: index) {
                    index += 1
                    continue
                }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<index]))
                index += escape(text, at: index)
                copied = index
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied...]))
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Passes over bytes that stand for themselves in every form, eight at a time while it can.
    private static func ordinary(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let all = UnsafeRawBufferPointer(text)
        var index = start
        while index + 8 <= all.count {
            let word = all.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let control = (word &- 0x2020_2020_2020_2020) & ~word
            let found =
                control | zeros(word ^ 0x2222_2222_2222_2222) | zeros(word ^ 0x5C5C_5C5C_5C5C_5C5C)
                | zeros(word ^ 0x3C3C_3C3C_3C3C_3C3C) | zeros(word ^ 0x7F7F_7F7F_7F7F_7F7F)
                | zeros(word ^ 0xE2E2_E2E2_E2E2_E2E2)
            if found & 0x8080_8080_8080_8080 != 0 { break }
            index += 8
        }
        return index
    }

    /// The high bit of a byte is set where that byte is zero, and perhaps in those above it.
    private static func zeros(_ word: UInt64) -> UInt64 { (word &- 0x0101_0101_0101_0101) & ~word }

    /// Whether U+2028 or U+2029 stands there, which are E2 80 A8 and E2 80 A9.
    private static func isSeparator(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0xA8
    }

    /// Appends what a character is written as, and returns its length in bytes.
    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        bytes.append(UInt8(ascii: "\\"))
        switch text[index] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(text[index])
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0D where form != .script: bytes.append(UInt8(ascii: "r"))
        case 0x09 where form != .script: bytes.append(UInt8(ascii: "t"))
        case 0xE2:
            bytes += "u202\(text[index + 2] == 0xA8 ? 8 : 9)".utf8
            return 3
        case let byte:
            let digits = Array("0123456789abcdef".utf8)
            bytes += [UInt8(ascii: "u"), 0x30, 0x30, digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
        }
        return 1
    }

    /// Bytes that stand for themselves, whatever is behind them.
    private static let plain = (0...255).map { $0 >= 0x20 && ![0x7F, 0x22, 0x5C].contains($0) }
    private static let plainInScripts = (0...255).map { $0 >= 0x20 && ![0x22, 0x5C, 0x3C, 0xE2].contains($0) }

    /// Writes the shortest text that reads back as the same double; what is no number is null.
    package mutating func number(_ number: Double) {
        guard number.isFinite else { return null() }
        if let whole = Int(exactly: number), abs(whole) < 1 << 53 { return self.number(whole) }
        word("\(number)")
    }

    /// Writes a whole number.
    package mutating func number(_ number: Int) { word(String(number)) }

    /// Writes true or false.
    package mutating func flag(_ flag: Bool) { word(flag ? "true" : "false") }

    /// Writes nothing as a value.
    package mutating func null() { word("null") }

    /// Writes JSON that was written before.
    package mutating func raw(_ json: [UInt8]) {
        separate()
        bytes += json
    }

    private mutating func word(_ word: String) {
        separate()
        bytes += word.utf8
    }

    private mutating func separate() {
        if position == .next { bytes.append(UInt8(ascii: ",")) }
        if depth > 0, position != .behindKey { breakLine() }
        position = .next
    }

    private mutating func breakLine() {
        guard form == .indented else { return }
        bytes.append(0x0A)
        bytes += repeatElement(0x20, count: depth * 2)
    }

    private mutating func nest(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void) {
        separate()
        bytes.append(UInt8(ascii: open))
        depth += 1
        position = .first
        body(&self)
        depth -= 1
        if position == .next { breakLine() }
        bytes.append(UInt8(ascii: close))
        position = .next
    }
}

extension JSONWriter {
    /// Writes a key and its text.
    package mutating func field(_ name: String, _ text: String) {
        key(name)
        string(text)
    }

    /// Writes a key, and lets the body write its value.
    package mutating func field(_ name: String, _ body: (inout JSONWriter) -> Void) {
        key(name)
        body(&self)
    }

    /// Writes a value that was put together before.
    package mutating func value(_ value: JSONValue) {
        switch value {
        case .null: null()
        case .bool(let flag): self.flag(flag)
        case .integer(let number): self.number(number)
        case .number(let number): self.number(number)
        case .string(let text): string(text)
        case .array(let items): array { for item in items { $0.value(item) } }
        case .object(let pairs):
            object { writer in
                for (key, value) in pairs { writer.field(key) { $0.value(value) } }
            }
        }
    }
}
