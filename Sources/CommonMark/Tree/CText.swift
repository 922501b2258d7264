/// Text as libcmark takes it: ended by a zero byte.
///
/// Thousands of short texts go to libcmark for every page, so none of them is put on the heap first.
enum CText {
    /// Lends bytes with a zero byte behind them; nil where there are none.
    static func lend(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafePointer<CChar>?) -> Void) {
        guard let source = bytes.baseAddress, !bytes.isEmpty else { return body(nil) }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count + 1) { copy in
            guard let start = copy.baseAddress else { return body(nil) }
            start.initialize(from: source, count: bytes.count)
            (start + bytes.count).initialize(to: 0)
            // `UInt8` and `CChar` have the same layout, and the text is only read.
            body(UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self))
        }
    }

    /// Lends the bytes of an array.
    static func lend(_ bytes: [UInt8], _ body: (UnsafePointer<CChar>?) -> Void) {
        bytes.withUnsafeBufferPointer { lend($0, body) }
    }

    /// Lends a string; nil where it is empty.
    static func lend(_ text: String, _ body: (UnsafePointer<CChar>?) -> Void) {
        var text = text
        text.withUTF8 { lend($0, body) }
    }

    /// A literal's own text, which the compiler has ended with a zero byte; nil where it is empty.
    static func pointer(to text: StaticString) -> UnsafePointer<CChar>? {
        guard text.hasPointerRepresentation, text.utf8CodeUnitCount > 0 else { return nil }
        return UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
    }
}
