import CCmark

extension UnsafeBufferPointer<UInt8> {
    /// Whether other bytes are the same. The C library compares many at a time.
    package func isEqual(to other: UnsafeBufferPointer<UInt8>) -> Bool {
        guard count == other.count, let left = baseAddress, let right = other.baseAddress else {
            return isEmpty && other.isEmpty
        }
        return memcmp(left, right, count) == 0
    }

    /// The offset of the first byte of a value, from an offset on. The C library looks at many bytes at a time.
    package func firstOffset(of byte: UInt8, from start: Int = 0) -> Int? {
        guard let baseAddress, start < count else { return nil }
        let base = UnsafeRawPointer(baseAddress)
        return memchr(base + start, Int32(byte), count - start).map { UnsafeRawPointer($0) - base }
    }
}

/// Text that ends with a zero byte.
extension UnsafePointer<UInt8> {
    /// How many bytes there are before the zero byte.
    var count: Int { strlen(UnsafeRawPointer(self).assumingMemoryBound(to: CChar.self)) }

    /// How many bytes there are before the first of some, or before the zero byte.
    func distance(toAnyOf bytes: StaticString) -> Int {
        strcspn(
            UnsafeRawPointer(self).assumingMemoryBound(to: CChar.self),
            UnsafeRawPointer(bytes.utf8Start).assumingMemoryBound(to: CChar.self))
    }

    /// Whether there is a byte, which is not zero.
    func holds(_ byte: UInt8) -> Bool {
        strchr(UnsafeRawPointer(self).assumingMemoryBound(to: CChar.self), Int32(byte)) != nil
    }
}
