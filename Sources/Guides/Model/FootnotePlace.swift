import CommonMark

/// Where the source refers to a note, or a note begins.
package struct FootnotePlace: Sendable {
    /// Which of the document's notes it is.
    package let index: Int
    /// The bytes of `[^name]`, or of `[^name]:` with the white space before them.
    package let range: Range<Int>
    /// Whether the note begins there.
    package let isNote: Bool

    /// The offset of the bracket behind the name.
    package var nameEnd: Int { range.upperBound - (isNote ? 2 : 1) }

    /// All places of a text that is not filled in yet.
    static func all(in document: Document) -> [FootnotePlace] {
        guard !document.footnotes.isEmpty else { return [] }
        let notes = document.footnotes.enumerated().map { index, note in
            FootnotePlace(index: index, range: note.prefix, isNote: true)
        }
        let references = document.root.descendants(.extensions).compactMap { node -> FootnotePlace? in
            guard case .footnoteReference(let index) = node.kind else { return nil }
            return node.sourceRange.map { FootnotePlace(index: index, range: $0, isNote: false) }
        }
        return notes + references
    }
}
