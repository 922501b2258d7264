/// Reads texts and numbers that stand one after the other, each text behind its length, in the order in which they were
/// packed.
struct PackedReader: Sendable {
    private let bytes: [UInt8]
    private var index: Int

    init(_ bytes: [UInt8], from index: Int = 0) {
        self.bytes = bytes
        self.index = index
    }

    mutating func number() -> Int {
        var number: UInt = 0
        var shift: UInt = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            number |= UInt(byte & 0x7F) << shift
            if byte < 0x80 { break }
            shift += 7
        }
        return Int(bitPattern: number)
    }

    /// The bytes of a text.
    mutating func bytesOfText() -> ArraySlice<UInt8> {
        let count = number()
        let start = index
        index = min(bytes.count, start + count)
        return bytes[start..<index]
    }

    mutating func text() -> String { String(decoding: bytesOfText(), as: UTF8.self) }

    /// A list, behind its length; what cannot be made of an item is left out.
    mutating func list<Item>(_ item: (inout PackedReader) -> Item?) -> [Item] {
        let count = number()
        var items: [Item] = []
        for _ in 0..<count {
            if let item = item(&self) { items.append(item) }
        }
        return items
    }

    mutating func texts() -> [String] { list { $0.text() } }

    mutating func skipTexts() {
        let count = number()
        for _ in 0..<count { _ = bytesOfText() }
    }
}

extension [UInt8] {
    /// Adds a number of seven bits a byte, the lowest first (the varint of Protocol Buffers).
    mutating func pack(_ number: Int) {
        var rest = UInt(bitPattern: number)
        while rest > 0x7F {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(rest))
    }

    mutating func pack(_ text: String) {
        pack(text.utf8.count)
        append(contentsOf: text.utf8)
    }

    mutating func pack(_ texts: [String]) {
        pack(texts.count)
        for text in texts { pack(text) }
    }
}
