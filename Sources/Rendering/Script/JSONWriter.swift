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
        Self.isPlain.withUnsafeBufferPointer { isPlain in escape(text, isPlain) }
    }

    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>, _ isPlain: UnsafeBufferPointer<Bool>) {
        // No byte takes more than six, so that none has to ask for room.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count * 6 + 2) { room in
            var end = 0
            func put(_ byte: UInt8) {
                room[end] = byte
                end += 1
            }
            put(UInt8(ascii: "\""))
            var index = 0
            while index < text.count {
                let byte = text[index]
                if isPlain[Int(byte)] {
                    // Most bytes stand in a run of such.
                    let start = index
                    repeat { index += 1 } while index < text.count && isPlain[Int(text[index])]
                    UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(room)[end...])
                        .copyMemory(from: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(text)[start..<index]))
                    end += index - start
                    continue
                }
                index += 1
                switch byte {
                case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                    put(UInt8(ascii: "\\"))
                    put(byte)
                case 0x0A:
                    put(UInt8(ascii: "\\"))
                    put(UInt8(ascii: "n"))
                case 0..<0x20, UInt8(ascii: "<"): Self.escape(UInt32(byte)).forEach(put)
                case 0xE2 where index + 1 < text.count && text[index] == 0x80 && text[index + 1] & 0xFE == 0xA8:
                    // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
                    Self.escape(0x2000 | UInt32(text[index + 1] & 0x7F)).forEach(put)
                    index += 2
                default: put(byte)
                }
            }
            put(UInt8(ascii: "\""))
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: room[..<end]))
        }
    }

    /// Bytes that stand for themselves, whatever is behind them.
    private static let isPlain: [Bool] = (0...255).map { byte in
        byte >= 0x20 && ![UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), 0xE2].contains(UInt8(byte))
    }

    /// `\u003c`
    private static func escape(_ scalar: UInt32) -> [UInt8] {
        let digits = Array("0123456789abcdef".utf8)
        return [UInt8(ascii: "\\"), UInt8(ascii: "u")]
            + [12, 8, 4, 0].map { digits[Int(scalar >> UInt32($0) & 0xF)] }
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
