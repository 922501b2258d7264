import Guides
import Rendering
import Sources
import Values

/// What changed in a heading beside its words: its attributes.
extension PageChanges {
    /// The part of a heading that its author may write: behind its signs and our labels.
    func content(of unit: PageUnit, _ page: [UInt8]) -> Range<Int> {
        labels.content(of: page, behindSigns(unit, page)).range
    }

    private func behindSigns(_ unit: PageUnit, _ page: [UInt8]) -> Range<Int> {
        var start = unit.range.lowerBound
        while start < unit.range.upperBound, page[start] == UInt8(ascii: "#") || page[start] <= 0x20 { start += 1 }
        // What closes a heading, or is drawn below it, is none of its words.
        if let line = page[start..<unit.range.upperBound].lastIndex(of: 0x0A) { return start..<line }
        let end = page[start..<unit.range.upperBound].lastIndex { $0 != UInt8(ascii: "#") } ?? start
        return start..<(end > start && page[end] == 0x20 ? end : unit.range.upperBound)
    }

    /// Whether a heading says that its option is advised.
    func isRecommended(_ unit: PageUnit, _ page: [UInt8]) -> Bool {
        labels.content(of: page, behindSigns(unit, page)).isRecommended
    }

    /// A heading's title without signs and labels.
    func title(of unit: PageUnit, _ page: [UInt8]) -> String {
        String(decoding: page[content(of: unit, page)], as: UTF8.self)
    }

    /// What a heading's title and labels mean for its attributes: an ID that the title gave, `{.recommended}`.
    mutating func addAttributes(_ old: PageUnit, _ new: PageUnit, _ field: Int) {
        guard let place = source(of: old), let language = languages[origin.trace.fields[field].language] else { return }
        let source = origin.trace.fields[place.field].source
        let end = place.range.upperBound
        let open = source[place.range].lastIndex(of: UInt8(ascii: "{"))
        let attributes: Range<Int>? = source[place.range].last == UInt8(ascii: "}") ? open.map { $0..<end } : nil
        let words = attributes.map { String(decoding: source[$0], as: UTF8.self) } ?? ""
        var added: [String] = []
        if old.kind == .heading(2), new.kind == .heading(2), !words.contains("#") {
            let (was, now) = (title(of: old, origin.page), title(of: new, edited))
            let ids = language.sections(titled: was)
            if let id = ids.first, !language.sections(titled: now).contains(where: ids.contains) {
                added.append("#\(id)")
            }
        }
        let isAdvised = isRecommended(new, edited)
        if isAdvised != isRecommended(old, origin.page), old.kind == .heading(4), new.kind == .heading(4) {
            if isAdvised {
                added.append(".recommended")
            } else if let attributes {
                let rest = words.dropFirst().dropLast().split(separator: " ").filter { $0 != ".recommended" }
                var start = attributes.lowerBound
                if rest.isEmpty { while start > 0, source[start - 1] == 0x20 { start -= 1 } }
                let text = rest.isEmpty ? "" : "{\(rest.joined(separator: " "))}"
                let edit = SourceEdit(field: place.field, range: start..<end, text: Array(text.utf8))
                add(PageChange(page: tail(of: old), text: tailText(of: new), edits: [edit]))
            }
        }
        guard !added.isEmpty else { return }
        let text = added.joined(separator: " ")
        let edit =
            attributes.map {
                SourceEdit(
                    field: place.field, range: ($0.upperBound - 1)..<($0.upperBound - 1), text: Array(" \(text)".utf8))
            }
            ?? SourceEdit(field: place.field, range: end..<end, text: Array(" {\(text)}".utf8))
        add(PageChange(page: tail(of: old), text: tailText(of: new), edits: [edit]))
    }

    /// What stands behind a heading's title.
    private func tail(of unit: PageUnit) -> Range<Int> {
        content(of: unit, origin.page).upperBound..<unit.range.upperBound
    }

    private func tailText(of unit: PageUnit) -> [UInt8] {
        // The line below a heading stands for the signs before it.
        Array(edited[content(of: unit, edited).upperBound..<unit.range.upperBound].prefix { $0 != 0x0A })
    }
}
