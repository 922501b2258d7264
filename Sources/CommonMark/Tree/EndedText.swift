extension UnsafeBufferPointer<UInt8> {
    /// The bytes of a text that ends with a zero byte; none where there is no text.
    init(ended text: UnsafePointer<UInt8>?) { self.init(start: text, count: text?.count ?? 0) }
}
