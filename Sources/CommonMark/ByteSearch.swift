import CCmark

extension UnsafeBufferPointer<UInt8> {
    /// The offset of the first byte of a value, from an offset on. The C library looks at many bytes at a time.
    public func firstOffset(of byte: UInt8, from start: Int = 0) -> Int? {
        guard let baseAddress, start < count else { return nil }
        let base = UnsafeRawPointer(baseAddress)
        return memchr(base + start, Int32(byte), count - start).map { UnsafeRawPointer($0) - base }
    }
}
