extension Edition {
    /// Fills the values in, in place: this edition must not be used afterwards.
    public func filled(from book: ValueBook) -> FilledEdition {
        var filler = Filler(self, texts: book.texts(in: language.tag), error: nil)
        return filler.fill()
    }
}
