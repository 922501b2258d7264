import Sources

/// A message as it was before a mail's encoding (RFC 2045, section 6.7), or before somebody read its UTF-8 as Windows-1252.
enum RestoredMessage {
    /// The text; nil where nothing of the kind was done to it.
    static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        var text: [UInt8]?
        func mend(_ work: (UnsafeBufferPointer<UInt8>) -> [UInt8]?) {
            text = text.map { $0.withUnsafeBufferPointer { work($0) } ?? $0 } ?? work(bytes)
        }
        mend { isQuotedPrintable($0) ? unquoted($0) : nil }
        mend { $0.contains(UInt8(ascii: "%")) ? FormText.text($0, isEncoded: true) : nil }
        mend { isMisread($0) ? reread($0) : nil }
        return text
    }

    // MARK: Mails

    /// Whether a long line goes on behind its sign, or a letter is spelled by its bytes.
    private static func isQuotedPrintable(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var next = bytes.firstOffset(of: UInt8(ascii: "="))
        while let sign = next {
            if endsLine(bytes, sign), (72...75).contains(sign - lineStart(bytes, before: sign)) { return true }
            if let lead = byte(bytes, sign), (0xC2...0xEF).contains(lead), let behind = byte(bytes, sign + 3),
                behind & 0xC0 == 0x80
            {
                return true
            }
            next = bytes.firstOffset(of: UInt8(ascii: "="), from: sign + 1)
        }
        return false
    }

    private static func lineStart(_ bytes: UnsafeBufferPointer<UInt8>, before offset: Int) -> Int {
        var start = offset
        while start > 0, offset - start < 80, bytes[start - 1] != 0x0A { start -= 1 }
        return start
    }

    private static func endsLine(_ bytes: UnsafeBufferPointer<UInt8>, _ sign: Int) -> Bool {
        bytes.holds("\n", at: sign + 1) || bytes.holds("\r\n", at: sign + 1)
    }

    /// The byte that `=C3` spells.
    private static func byte(_ bytes: UnsafeBufferPointer<UInt8>, _ sign: Int) -> UInt8? {
        func digit(_ index: Int) -> UInt8? {
            switch bytes[index] {
            case let byte where byte.isASCIIDigit: byte - 0x30
            case let byte where (0x41...0x46).contains(byte): byte - 0x37
            default: nil
            }
        }
        guard sign + 2 < bytes.count, bytes[sign] == UInt8(ascii: "="), let high = digit(sign + 1),
            let low = digit(sign + 2)
        else { return nil }
        return high << 4 | low
    }

    private static func unquoted(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "="), endsLine(bytes, index) {
                index += bytes.holds("\n", at: index + 1) ? 2 : 3
                continue
            }
            var (run, end) = ([UInt8](), index)
            while let byte = byte(bytes, end) {
                run.append(byte)
                end += 3
            }
            if run.isEmpty || String(validating: run, as: UTF8.self) == nil {
                end = max(end, index + 1)
                output += bytes[index..<end]
            } else {
                output += run
            }
            index = end
        }
        return output
    }

    // MARK: Encodings

    /// Whether signs stand in it that nobody writes, `Ã©`, `â€™`.
    private static func isMisread(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var next = bytes.firstOffset(of: 0xC3)
        while let lead = next {
            if lead + 2 < bytes.count {
                switch bytes[lead + 1] {
                case 0x82, 0x83: if bytes[lead + 2] == 0xC2 { return true }
                case 0xA2: if bytes.holds("€", at: lead + 2) || bytes.holds("\u{80}", at: lead + 2) { return true }
                default: break
                }
            }
            next = bytes.firstOffset(of: 0xC3, from: lead + 1)
        }
        return false
    }

    private static func reread(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var index = 0
        while index < scalars.count {
            let lead = scalars[index].value
            let length = lead < 0xC2 || lead > 0xF4 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
            let part = scalars[index..<min(scalars.count, index + length)]
            let known = part.enumerated().compactMap { offset, scalar -> UInt8? in
                // A space that does not break became one that does.
                if offset == 1, scalar == " ", lead == 0xC3 { return 0xA0 }
                return scalar.value < 0x80 ? nil : MessageEncoding.windows1252(scalar)
            }
            if length > 1, known.count == length, String(validating: known, as: UTF8.self) != nil {
                output += known
                index += length
            } else {
                output += UTF8.encode(scalars[index]) ?? .init()
                index += 1
            }
        }
        return output
    }
}
