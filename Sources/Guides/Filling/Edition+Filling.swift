extension Edition {
    /// Fills the values in, in place: this edition must not be used afterwards.
    ///
    /// - Parameter keepsProse: whether the author's prose and its places are wanted, as a wiki does.
    public func filled(from book: ValueBook, keepsProse: Bool = false) -> FilledEdition {
        var filler = Filler(self, texts: book.texts(in: language.tag), error: nil)
        return filler.fill(keepsProse: keepsProse)
    }
}
