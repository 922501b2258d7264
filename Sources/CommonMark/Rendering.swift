import CCmark

extension Document {
    /// Lends the document as HTML, as libcmark writes it in its safe mode.
    public func withHTML<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        try Document.lend(cmark_render_html(rawRoot, 0), body)
    }

    /// Lends the document as CommonMark, as libcmark writes it: one line a paragraph's line, never wrapped.
    ///
    /// `prepareForMarkdown` comes first, or what is written may not be read as it was meant.
    public func withCommonMark<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        try Document.lend(cmark_render_commonmark(rawRoot, 0, 0), body)
    }

    private static func lend<Result>(
        _ text: UnsafeMutablePointer<CChar>?, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
    ) rethrows -> Result {
        guard let text else { return try body(UnsafeBufferPointer(start: nil, count: 0)) }
        defer { cmark_get_default_mem_allocator().pointee.free(text) }
        let count = strlen(text)
        return try text.withMemoryRebound(to: UInt8.self, capacity: count) {
            try body(UnsafeBufferPointer(start: $0, count: count))
        }
    }
}

/// The version of libcmark that the program runs with.
public var libcmarkVersion: String { String(cString: cmark_version_string()) }
