import CCmark

/// Text that ends with a zero byte.
extension UnsafePointer<UInt8> {
    /// How many bytes there are before the zero byte.
    var count: Int { strlen(UnsafeRawPointer(self).assumingMemoryBound(to: CChar.self)) }

    /// Whether there is a byte, which is not zero.
    func holds(_ byte: UInt8) -> Bool {
        strchr(UnsafeRawPointer(self).assumingMemoryBound(to: CChar.self), Int32(byte)) != nil
    }
}
