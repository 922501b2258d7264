/// Writes JSON (RFC 8259) that can stand in a page's `<script>`: no text in it can close the element or begin a
/// comment, and none holds a line separator that older scripts choke on.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    init(reserving capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    /// Begins a script that is data alone: a page from a disk can load that, and no JSON.
    init(assigningTo variable: String, reserving capacity: Int) {
        self.init(reserving: capacity)
        bytes += "\(variable)=".utf8
    }

    mutating func object(_ body: (inout JSONWriter) -> Void) { nest("{", "}", body) }
    mutating func array(_ body: (inout JSONWriter) -> Void) { nest("[", "]", body) }

    /// The name of what is written next.
    mutating func key(_ name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    mutating func string(_ text: String) {
        text.lend { string($0) }
    }

    mutating func string(_ text: StaticString) {
        string(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func string(_ text: [UInt8]) { text.withUnsafeBufferPointer { string($0) } }

    mutating func string(_ text: UnsafeBufferPointer<UInt8>) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        // Most bytes need nothing, and are copied run by run.
        var copied = 0
        var index = 0
        while let next = Self.nextSpecial(in: text, from: index) {
            index = next + 1
            if text[next] == 0xE2, !Self.isSeparator(text, at: next) { continue }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<next]))
            index = next + escape(text, at: next)
            copied = index
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied...]))
        bytes.append(UInt8(ascii: "\""))
    }

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
        case 0xE2:
            bytes += "u202\(text[index + 2] == 0xA8 ? 8 : 9)".utf8
            return 3
        case let byte:
            let digits = Array("0123456789abcdef".utf8)
            bytes += [UInt8(ascii: "u"), 0x30, 0x30, digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
        }
        return 1
    }

    /// The next byte that does not stand for itself whatever is behind it. Eight are looked at together.
    private static func nextSpecial(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        let all = UnsafeRawBufferPointer(text)
        var index = start
        while index + 8 <= all.count {
            let word = all.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let control = (word &- 0x2020_2020_2020_2020) & ~word
            let found =
                control | zeros(word ^ 0x2222_2222_2222_2222) | zeros(word ^ 0x5C5C_5C5C_5C5C_5C5C)
                | zeros(word ^ 0x3C3C_3C3C_3C3C_3C3C) | zeros(word ^ 0xE2E2_E2E2_E2E2_E2E2)
            if found & 0x8080_8080_8080_8080 != 0 { break }
            index += 8
        }
        while index < all.count {
            switch all[index] {
            case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), 0xE2: return index
            default: index += 1
            }
        }
        return nil
    }

    /// The high bit of a byte is set where that byte is zero, and perhaps in those above it.
    private static func zeros(_ word: UInt64) -> UInt64 { (word &- 0x0101_0101_0101_0101) & ~word }

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
