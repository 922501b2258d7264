import CommonMark
import Guides
import Sources

/// Notes that nothing refers to, and notes of one name.
struct FootnoteCheck: TextCheck {
    static let problems: [any Problem.Type] = [UnusedFootnote.self, RepeatedFootnote.self]

    func diagnose(_ text: EditionText, in context: CheckContext) -> [Diagnostic] {
        let notes = text.edition.document.footnotes
        guard !notes.isEmpty else { return [] }
        let used = Set(text.regions.flatMap(\.footnotes))
        var first: [String: Int] = [:]
        return notes.enumerated().compactMap { index, note in
            let place = text.edition.file.place(note.place)
            if let earlier = first[note.key] {
                return Diagnostic(
                    RepeatedFootnote(name: note.name), at: place,
                    related: [Diagnostic.Related(text.edition.file.place(notes[earlier].place), "the first one")])
            }
            first[note.key] = index
            return used.contains(note.key) ? nil : Diagnostic(UnusedFootnote(name: note.name), at: place)
        }
    }
}

extension Footnote {
    /// The bytes of `[^name]:`.
    var place: Range<Int> { (prefix.upperBound - name.utf8.count - 4)..<prefix.upperBound }
}
