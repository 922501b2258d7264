import Sources

extension [UInt8] {
    /// The first place of some bytes within a range; nil where they are not there, or none.
    ///
    /// - Parameter anchor: the offset in `wanted` of the byte that is looked for first: the rarer, the faster.
    func firstRange(of wanted: [UInt8], within range: Range<Int>, anchor: Int = 0) -> Range<Int>? {
        guard wanted.indices.contains(anchor), wanted.count <= range.count else { return nil }
        return withUnsafeBufferPointer { bytes in
            let last = range.upperBound - wanted.count
            var index = range.lowerBound
            while index <= last, let found = bytes.firstOffset(of: wanted[anchor], from: index + anchor),
                found - anchor <= last
            {
                let start = found - anchor
                var offset = 0
                while offset < wanted.count, bytes[start + offset] == wanted[offset] { offset += 1 }
                if offset == wanted.count { return start..<(start + wanted.count) }
                index = start + 1
            }
            return nil
        }
    }

    /// The first place in a range whose byte is flagged in a table of 256.
    func firstIndex(in range: Range<Int>, of flags: [Bool]) -> Int? {
        withUnsafeBufferPointer { bytes in
            flags.withUnsafeBufferPointer { flags in
                for index in range where flags[Int(bytes[index])] { return index }
                return nil
            }
        }
    }

    /// The offset of the byte that is the rarest in most texts of European languages.
    var rarest: Int {
        indices.min { Self.frequency(self[$0]) < Self.frequency(self[$1]) } ?? 0
    }

    private static let frequentLetters = Array("etaoinsrlducmphgvfbyqwxjkz".utf8)

    /// How often a byte is met, in some order.
    private static func frequency(_ byte: UInt8) -> Int {
        frequentLetters.firstIndex(of: byte).map { frequentLetters.count - $0 } ?? (byte == 0x20 ? .max : 0)
    }

    /// Every place of some bytes, none of which overlap.
    func ranges(of wanted: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        while let range = firstRange(of: wanted, within: (found.last?.upperBound ?? 0)..<count) { found.append(range) }
        return found
    }
}
