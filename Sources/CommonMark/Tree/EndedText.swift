extension UnsafeBufferPointer<UInt8> {
    /// The bytes of a text that ends with a zero byte; none where there is no text.
    init(ended text: UnsafePointer<UInt8>?) { self.init(start: text, count: text?.count ?? 0) }
}

/// The scalars at the ends of UTF-8 that ends with a zero byte and is not empty.
extension UnsafePointer<UInt8> {
    /// The first scalar and how many bytes it takes.
    var firstScalar: (scalar: UInt32, width: Int) { scalar(at: 0) }

    /// The last scalar of a text of so many bytes, and how many bytes it takes.
    func lastScalar(count: Int) -> (scalar: UInt32, width: Int) {
        var start = count - 1
        while start > 0, count - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
        return scalar(at: start)
    }

    private func scalar(at start: Int) -> (scalar: UInt32, width: Int) {
        let lead = self[start]
        let width = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard width > 1 else { return (UInt32(lead), 1) }
        var value = UInt32(lead) & (0x7F >> UInt32(width))
        for offset in 1..<width {
            // Not UTF-8: the byte stands for itself, and the zero at the end is never passed.
            guard self[start + offset] & 0xC0 == 0x80 else { return (UInt32(lead), 1) }
            value = value << 6 | UInt32(self[start + offset] & 0x3F)
        }
        return (value, width)
    }
}
