import CCmark
import CPool
import CommonMark

/// What libcmark itself writes, which is the measure of what is written here.
extension Document {
    /// The document as HTML, as libcmark writes it in its safe mode.
    public var html: String { Self.taken(cmark_render_html(rawRoot, 0)) }

    /// The document as CommonMark, as libcmark writes it: one line a paragraph's line, never wrapped.
    public var libcmarkMarkdown: String { Self.taken(cmark_render_commonmark(rawRoot, 0, 0)) }

    private static func taken(_ text: UnsafeMutablePointer<CChar>?) -> String {
        guard let text else { return "" }
        defer { pool_memory().pointee.free(text) }
        return String(cString: text)
    }
}
