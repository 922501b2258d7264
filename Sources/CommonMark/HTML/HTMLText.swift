/// HTML that a custom node prints untouched: made once, given to as many nodes as there are.
package struct HTMLText: Sendable {
    /// Ended by a zero byte, as libcmark takes it.
    private let bytes: [UInt8]

    /// Takes HTML, in which everything is escaped that has to be. A zero byte would end it too early, perhaps within a
    /// tag: it becomes U+FFFD, as where libcmark reads one.
    package init(_ html: [UInt8]) {
        var bytes = html.contains(0) ? html.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] } : html
        bytes.append(0)
        self.bytes = bytes
    }

    /// Takes what libcmark wrote, in which no byte is zero, with more in between.
    init(
        _ start: Slice<UnsafeBufferPointer<UInt8>>, _ middle: [UInt8] = [],
        _ end: Slice<UnsafeBufferPointer<UInt8>>? = nil
    ) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(start.count + middle.count + (end?.count ?? 0) + 1)
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: start))
        bytes += middle
        if let end { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: end)) }
        bytes.append(0)
        self.bytes = bytes
    }

    /// The text as bytes, to be put into another.
    package var html: ArraySlice<UInt8> { bytes.dropLast() }

    /// Lends the text to libcmark.
    func lend(_ body: (UnsafePointer<CChar>?) -> Void) {
        // `UInt8` and `CChar` have the same layout, and the text is only read.
        bytes.withUnsafeBytes { body($0.baseAddress?.assumingMemoryBound(to: CChar.self)) }
    }
}
