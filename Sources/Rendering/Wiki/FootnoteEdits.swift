import CommonMark
import Guides

/// Notes as a wiki has them: as they are written where it knows them, else as raised numbers, and the notes as items that
/// begin with theirs.
struct FootnoteEdits {
    let edition: FilledEdition
    let flavor: WikiFlavor
    /// Whether the page has other languages, whose notes may have the same names.
    let isShared: Bool

    var edits: [MarkdownEdit] {
        guard !edition.footnotePlaces.isEmpty else { return [] }
        if flavor.hasFootnotes {
            let suffix = Array("-\(edition.language.tag.rawValue.lowercased())".utf8)
            return isShared
                ? edition.footnotePlaces.map { MarkdownEdit(at: $0.nameEnd, .markdown(suffix), as: .footnote) } : []
        }
        let order = FootnoteOrder(edition.document)
        return edition.footnotePlaces.map { place in
            let number = order.number(of: place.index).map { "<sup>\($0)</sup>" } ?? ""
            guard place.isNote else { return MarkdownEdit(place.range, .markdown(Array(number.utf8)), as: .footnote) }
            // A bullet and three spaces, for what belongs to the note is set in by four; no list beside it has this bullet.
            let bullet = edition.document.source[place.range.lowerBound]
            return MarkdownEdit(place.range, .markdown([bullet] + "   \(number)".utf8), as: .footnote)
        }
    }
}
