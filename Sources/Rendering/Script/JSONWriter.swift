/// Writes JSON (RFC 8259) that can stand in a page's `<script>`: no text in it can close the element or begin a
/// comment, and none holds a line separator that older scripts choke on.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    init(reserving capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    mutating func object(_ body: (inout JSONWriter) -> Void) { nest("{", "}", body) }
    mutating func array(_ body: (inout JSONWriter) -> Void) { nest("[", "]", body) }

    /// The name of what is written next.
    mutating func key(_ name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    mutating func string(_ text: String) {
        var text = text
        text.withUTF8 { string($0) }
    }

    mutating func string(_ text: [UInt8]) { text.withUnsafeBufferPointer { string($0) } }

    private mutating func string(_ text: UnsafeBufferPointer<UInt8>) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        // Most bytes need nothing, and are copied run by run.
        var copied = 0
        var index = 0
        while let next = Self.nextSpecial(in: text, from: index) {
            guard let (escape, width) = Self.escape(text, at: next) else {
                index = next + 1
                continue
            }
            index = next
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<index]))
            bytes.append(contentsOf: UnsafeBufferPointer(start: escape.utf8Start, count: escape.utf8CodeUnitCount))
            index += width
            copied = index
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied...]))
        bytes.append(UInt8(ascii: "\""))
    }

    /// The next byte that is, or may be the first of, a character that is written in another way. Eight bytes are looked
    /// at together, in words whose high bits tell which of them have been found.
    private static func nextSpecial(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        let all = UnsafeRawBufferPointer(text)
        var index = start
        while index + 8 <= all.count {
            let word = all.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let isControl = word &- 0x2020_2020_2020_2020
            let found =
                (isControl & ~word) | zeros(word ^ 0x2222_2222_2222_2222) | zeros(word ^ 0x5C5C_5C5C_5C5C_5C5C)
                | zeros(word ^ 0x3C3C_3C3C_3C3C_3C3C) | zeros(word ^ 0xE2E2_E2E2_E2E2_E2E2)
            if found & 0x8080_8080_8080_8080 != 0 { break }
            index += 8
        }
        while index < all.count {
            if isSpecial(all[index]) { return index }
            index += 1
        }
        return nil
    }

    /// The high bit of a byte is set where that byte is zero, and perhaps in those above it.
    private static func zeros(_ word: UInt64) -> UInt64 { (word &- 0x0101_0101_0101_0101) & ~word }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, 0xE2, UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"): true
        default: false
        }
    }

    /// What a character is written as, and its length in bytes; nil where it stands for itself.
    private static func escape(
        _ text: UnsafeBufferPointer<UInt8>, at index: Int
    ) -> (escape: StaticString, width: Int)? {
        switch text[index] {
        case UInt8(ascii: "\""): return ("\\\"", 1)
        case UInt8(ascii: "\\"): return ("\\\\", 1)
        case 0x0A: return ("\\n", 1)
        case 0xE2:
            // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
            guard index + 2 < text.count, text[index + 1] == 0x80, text[index + 2] & 0xFE == 0xA8 else { return nil }
            return (text[index + 2] == 0xA8 ? "\\u2028" : "\\u2029", 3)
        case UInt8(ascii: "<"): return ("\\u003c", 1)
        case let byte: return (controls[Int(byte)], 1)
        }
    }

    private static let controls: [StaticString] = [
        "\\u0000", "\\u0001", "\\u0002", "\\u0003", "\\u0004", "\\u0005", "\\u0006", "\\u0007",
        "\\u0008", "\\u0009", "\\u000a", "\\u000b", "\\u000c", "\\u000d", "\\u000e", "\\u000f",
        "\\u0010", "\\u0011", "\\u0012", "\\u0013", "\\u0014", "\\u0015", "\\u0016", "\\u0017",
        "\\u0018", "\\u0019", "\\u001a", "\\u001b", "\\u001c", "\\u001d", "\\u001e", "\\u001f",
    ]

    /// The shortest text that reads back as the same double; what is no number is null.
    mutating func number(_ number: Double) {
        guard number.isFinite else { return raw("null".utf8) }
        let isWhole = number == number.rounded() && abs(number) < 9e15
        raw((isWhole ? String(Int(number)) : "\(number)").utf8)
    }

    mutating func number(_ number: Int) { raw(String(number).utf8) }

    mutating func flag(_ flag: Bool) { raw((flag ? "true" : "false").utf8) }

    /// JSON that was written before.
    mutating func raw(_ json: some Sequence<UInt8>) {
        separate()
        bytes.append(contentsOf: json)
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func nest(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void) {
        separate()
        bytes.append(UInt8(ascii: open))
        needsComma = false
        body(&self)
        bytes.append(UInt8(ascii: close))
        needsComma = true
    }
}

extension JSONWriter {
    mutating func field(_ name: String, _ text: String) {
        key(name)
        string(text)
    }

    mutating func field(_ name: String, _ body: (inout JSONWriter) -> Void) {
        key(name)
        body(&self)
    }
}
