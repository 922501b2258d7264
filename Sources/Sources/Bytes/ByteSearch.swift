#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension UnsafeBufferPointer<UInt8> {
    /// Whether other bytes are the same. The C library compares many at a time.
    @inlinable
    public func isEqual(to other: UnsafeBufferPointer<UInt8>) -> Bool {
        guard count == other.count, let left = baseAddress, let right = other.baseAddress else {
            return isEmpty && other.isEmpty
        }
        return memcmp(left, right, count) == 0
    }

    /// The offset of the first byte of a value, from an offset on. The C library looks at many bytes at a time.
    @inlinable
    public func firstOffset(of byte: UInt8, from start: Int = 0) -> Int? {
        guard let baseAddress, start < count else { return nil }
        let base = UnsafeRawPointer(baseAddress)
        return memchr(base + start, Int32(byte), count - start).map { UnsafeRawPointer($0) - base }
    }
}
