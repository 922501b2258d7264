import CommonMark

/// What libcmark writes of a tree as it is.
extension Document {
    /// The document as HTML, undressed: what CommonMark has no element for is not told from the text around it.
    public var html: String {
        var html: [UInt8] = []
        root.appendHTML(to: &html)
        return String(decoding: html, as: UTF8.self) + (html.isEmpty ? "" : "\n")
    }
}
