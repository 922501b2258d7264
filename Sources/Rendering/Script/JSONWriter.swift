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
        var text = text
        text.withUTF8 { string($0) }
    }

    mutating func string(_ text: [UInt8]) { text.withUnsafeBufferPointer { string($0) } }

    mutating func string(_ text: UnsafeBufferPointer<UInt8>) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        Self.isPlain.withUnsafeBufferPointer { isPlain in
            // Most bytes need nothing, and are copied run by run.
            var copied = 0
            var index = 0
            while index < text.count {
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

    /// Bytes that stand for themselves, whatever is behind them.
    private static let isPlain: [Bool] = (0...255).map { byte in
        byte >= 0x20 && ![UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), 0xE2].contains(UInt8(byte))
    }

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
