import Sources

/// Prose around a place, as the checks of typography look at it.
struct Prose {
    let text: EditionText

    /// The bytes of prose that are one of some bytes, block by block: everything else is passed over quickly.
    func places(of wanted: Set<UInt8>) -> [(index: Int, block: Range<Int>)] {
        var isWanted = [Bool](repeating: false, count: 256)
        for byte in wanted { isWanted[Int(byte)] = true }
        var found: [(Int, Range<Int>)] = []
        text.bytes.withUnsafeBufferPointer { bytes in
            isWanted.withUnsafeBufferPointer { isWanted in
                for block in text.blocks {
                    for run in text.runs[block.runs] where run.kind == .prose {
                        for index in run.range where isWanted[Int(bytes[index])] { found.append((index, block.range)) }
                    }
                }
            }
        }
        return found
    }

    /// The character at an index, and the bytes that it takes.
    func scalar(at index: Int, in block: Range<Int>) -> (scalar: Unicode.Scalar, range: Range<Int>)? {
        guard block.contains(index) else { return nil }
        var end = index + 1
        while end < block.upperBound, text.bytes[end] & 0xC0 == 0x80 { end += 1 }
        return String(decoding: text.bytes[index..<end], as: UTF8.self).unicodeScalars.first.map { ($0, index..<end) }
    }

    /// The character that ends before an index.
    func scalar(before index: Int, in block: Range<Int>) -> (scalar: Unicode.Scalar, range: Range<Int>)? {
        var start = index - 1
        while start > block.lowerBound, text.bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return scalar(at: start, in: block)
    }

    /// A fix that puts a text in the place of some bytes; nil where they are a line break, or came from a value.
    func fix(_ summary: String, _ range: Range<Int>, with replacement: String) -> Fix? {
        let file = text.edition.file
        if range.isEmpty {
            guard let run = text.run(at: range.lowerBound), run.kind == .prose else { return nil }
            let source = text.sourceRange(range.lowerBound..<(range.lowerBound + 1))
            return Fix(summary, in: file, replacing: source.lowerBound..<source.lowerBound, with: replacement)
        }
        let source = text.sourceRange(range)
        // Escapes and entities are the author's way of saying that something is meant.
        guard text.isWritten(range), Array(file.bytes[source]) == Array(text.bytes[range]) else { return nil }
        return Fix(summary, in: file, replacing: source, with: replacement)
    }
}

extension Unicode.Scalar {
    /// A space of any width.
    var isSpaceOfAnyWidth: Bool { properties.generalCategory == .spaceSeparator || value == 0x09 }

    /// What the character is called in messages: a visible one as it is, a space by its number.
    var named: String {
        switch value {
        case 0x20: "a plain space"
        case 0xA0: "a no-break space (U+00A0)"
        case 0x202F: "a narrow no-break space (U+202F)"
        default: "U+" + String(value, radix: 16, uppercase: true)
        }
    }
}
