/// The words around the notes of a page, escaped.
package struct FootnoteWords {
    /// The title of the notes.
    let title: [UInt8]
    /// What a reference is called, by the number of its note: “Note 3”.
    let reference: (Int) -> [UInt8]
    /// What a link back to the text is called.
    let back: (Int) -> [UInt8]

    package init(title: [UInt8], reference: @escaping (Int) -> [UInt8], back: @escaping (Int) -> [UInt8]) {
        self.title = title
        self.reference = reference
        self.back = back
    }
}
