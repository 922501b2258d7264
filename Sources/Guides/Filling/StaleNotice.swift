/// Tells readers of a translation which sections have changed in the original since: a warning under the heading, in
/// their language, in every output.
enum StaleNotice {
    /// Puts the notice into sections of an edition, by their IDs.
    static func put(into edition: FilledEdition, sections stale: Set<String>) {
        guard !stale.isEmpty else { return }
        for section in edition.parts where stale.contains(section.id) {
            let paragraph = edition.document.makeParagraph()
            paragraph.append(edition.document.makeText(edition.language.term("stale-notice")))
            let alert = edition.document.makeAlert(.warning)
            alert.append(paragraph)
            section.body.prepend(alert)
            var end = edition.document.line(section.heading.endLine).upperBound
            while end < edition.source.count, edition.source[end] != 0x0A { end += 1 }
            let text = Array(edition.language.term("stale-notice").utf8)
            edition.insert(MarkdownEdit(at: min(end + 1, edition.source.count), .alert(.warning, text)))
        }
    }
}
