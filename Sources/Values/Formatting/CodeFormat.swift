import Sources

extension Value {
    /// The value as a program writes it, the same in every language: `40000`, `6.141s`, `2026-11-23`.
    public func code(type: ValueType, decimals: Int? = nil) -> String {
        switch (self, type) {
        case (.number(let number), .percent): DecimalDigits(number * 100, decimals: decimals).text + "%"
        case (.number(let number), .duration): DecimalDigits(number, decimals: decimals).text + "s"
        case (.number(let number), _): DecimalDigits(number, decimals: decimals).text
        case (.date(let date), _): date.iso
        case (.choice(let key), _): type.choices.first { $0.key == key }?.match.first ?? key
        case (.text(let text), _): text.onOneLine
        case (.table, _), (.chart, _): ""
        }
    }

    /// The value as data carries it: like code, but a choice is its key.
    public func key(type: ValueType) -> String {
        if case .choice(let key) = self { key } else { code(type: type) }
    }

    /// The value as part of an address: all but RFC 3986's unreserved characters percent-encoded (section 2.3).
    public func addressComponent(type: ValueType) -> String {
        PercentEncoding.encode(key(type: type))
    }
}

extension String {
    /// The text with a space in the place of each line ending, be it a line feed, a carriage return, or both.
    var onOneLine: String {
        guard utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return self }
        // By bytes: the two together are one `Character`, which is neither of them.
        var bytes: [UInt8] = []
        var previous: UInt8 = 0
        for byte in utf8 {
            if byte == 0x0A || byte == 0x0D {
                if byte != 0x0A || previous != 0x0D { bytes.append(0x20) }
            } else {
                bytes.append(byte)
            }
            previous = byte
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
