extension Document {
    /// Appends the document as Markdown: one line a paragraph's line, never wrapped. Read again, as GFM too, it is the
    /// tree that it was written from.
    public func appendMarkdown(to output: inout [UInt8]) {
        write(to: &output, telling: nil)
    }

    /// The same, and tells where the values are, and what else was asked for.
    public func appendMarkdown(to output: inout [UInt8], telling places: inout MarkdownPlaces) {
        places.sort()
        if let told = write(to: &output, telling: places) { places = told }
    }

    @discardableResult
    private func write(to output: inout [UInt8], telling places: MarkdownPlaces?) -> MarkdownPlaces? {
        // The writer goes on in the same buffer, which must not have a second owner.
        var written: [UInt8] = []
        swap(&written, &output)
        // What was read is a little shorter than what is written.
        var writer = MarkdownWriter(written, capacity: source.count + source.count / 4, places)
        writer.writeBlocks(of: rawRoot, isTight: false)
        writer.lines.finish()
        output = writer.lines.bytes
        return writer.places
    }
}
