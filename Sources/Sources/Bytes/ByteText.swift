/// Texts that are read byte by byte where they lie, and become strings only where they are kept.
extension UnsafeBufferPointer<UInt8> {
    /// A part as a string.
    @inlinable package func text(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: self[range]), as: UTF8.self)
    }

    /// A range without the white space at both ends of what stands there.
    @inlinable package func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, self[start].isSpace { start += 1 }
        while end > start, self[end - 1].isSpace { end -= 1 }
        return start..<end
    }

    /// Whether one of the words between spaces is the one that is given.
    @inlinable package func holdsWord(_ word: StaticString) -> Bool {
        var start = 0
        while start < count {
            let end = firstOffset(of: 0x20, from: start) ?? count
            if end - start == word.utf8CodeUnitCount, holds(word, at: start) { return true }
            start = end + 1
        }
        return false
    }

    /// How many bytes the white space has that begins at an offset, of any width; 0 where none begins there (Unicode's
    /// property White_Space, without what only parts paragraphs).
    @inlinable package func spaceLength(at index: Int) -> Int {
        guard index < count else { return 0 }
        switch self[index] {
        case 0x09...0x0D, 0x20: return 1
        case 0xC2: return holds("\u{A0}", at: index) ? 2 : 0
        case 0xE1: return holds("\u{1680}", at: index) ? 3 : 0
        case 0xE2:
            guard index + 2 < count else { return 0 }
            switch (self[index + 1], self[index + 2]) {
            case (0x80, 0x80...0x8A), (0x80, 0xAF), (0x81, 0x9F): return 3
            default: return 0
            }
        case 0xE3: return holds("\u{3000}", at: index) ? 3 : 0
        default: return 0
        }
    }

    /// Whether a word goes on at an offset.
    @inlinable package func isWordPart(at index: Int) -> Bool {
        index < count && self[index].isWordPart && spaceLength(at: index) == 0
    }

    /// Whether some text stands at an offset.
    @inlinable package func holds(_ text: StaticString, at start: Int) -> Bool {
        guard start + text.utf8CodeUnitCount <= count else { return false }
        for offset in 0..<text.utf8CodeUnitCount where self[start + offset] != text.utf8Start[offset] { return false }
        return true
    }
}

extension [UInt8] {
    /// Appends the bytes of a text.
    @inlinable package mutating func append(text: String) { text.lend { append(contentsOf: $0) } }
}

extension String {
    /// Lends the bytes without taking a reference of its own, as `withUTF8` does.
    @inlinable package func lend<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        if let result = try utf8.withContiguousStorageIfAvailable(body) { return result }
        var copy = self
        return try copy.withUTF8(body)
    }

    /// Whether a byte of ASCII, or one that begins a character, occurs.
    @inlinable package func holds(_ byte: UInt8) -> Bool {
        var copy = self
        return copy.withUTF8 { $0.firstOffset(of: byte) != nil }
    }

    /// Without the white space at both ends.
    @inlinable package var trimmingSpace: String {
        var copy = self
        return copy.withUTF8 { bytes in
            let range = bytes.trimmed(0..<bytes.count)
            return range.count == bytes.count ? self : bytes.text(range)
        }
    }
}
