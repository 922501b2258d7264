/// A text of no guide, read but not filled. Filling uses its tree up, so it cannot be copied.
public struct LooseText: ~Copyable {
    /// The text, as an edition without parts.
    public let edition: Edition

    init(_ edition: Edition) { self.edition = edition }

    /// Fills the values in: a guide of one edition, without a name.
    ///
    /// - Parameter keepsProse: whether the author's prose and its places are wanted, as a wiki does.
    public consuming func filled(from book: ValueBook, keepsProse: Bool = false) -> FilledGuide {
        var filler = Filler(edition, texts: book.texts(in: edition.language.tag), error: nil)
        return FilledGuide(id: "", metadata: .none, editions: [filler.fill(keepsProse: keepsProse)])
    }
}
