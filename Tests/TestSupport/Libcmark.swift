import CCmark
import CPool
import CommonMark

/// What libcmark itself writes, which is the measure of what is written here.
extension Document {
    /// The document as HTML, undressed: what CommonMark has no element for is not told from the text around it.
    public var html: String {
        var html: [UInt8] = []
        root.appendHTML(to: &html)
        return String(decoding: html, as: UTF8.self) + (html.isEmpty ? "" : "\n")
    }

    /// The document as CommonMark, as libcmark writes it: one line a paragraph's line, never wrapped.
    public var libcmarkMarkdown: String {
        guard let text = cmark_render_commonmark(rawRoot, 0, 0) else { return "" }
        defer { pool_memory().pointee.free(text) }
        return String(cString: text)
    }
}
