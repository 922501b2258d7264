import CommonMark

extension [UInt8] {
    /// The first place of some bytes within a range; nil where they are not there, or none.
    func firstRange(of wanted: [UInt8], within range: Range<Int>) -> Range<Int>? {
        guard let first = wanted.first, wanted.count <= range.count else { return nil }
        return withUnsafeBufferPointer { bytes in
            let last = range.upperBound - wanted.count
            var index = range.lowerBound
            while index <= last, let start = bytes.firstOffset(of: first, from: index), start <= last {
                var offset = 1
                while offset < wanted.count, bytes[start + offset] == wanted[offset] { offset += 1 }
                if offset == wanted.count { return start..<(start + wanted.count) }
                index = start + 1
            }
            return nil
        }
    }

    /// Every place of some bytes, none of which overlap.
    func ranges(of wanted: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        while let range = firstRange(of: wanted, within: (found.last?.upperBound ?? 0)..<count) { found.append(range) }
        return found
    }

    /// Whether some bytes are among these.
    func holds(_ wanted: String) -> Bool { firstRange(of: Array(wanted.utf8), within: 0..<count) != nil }
}
