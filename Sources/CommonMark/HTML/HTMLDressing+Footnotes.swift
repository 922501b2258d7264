extension HTMLDressing {
    /// Makes links of the references to notes, and one section of the notes, in the order in which the text refers to them,
    /// each with the ways back. Roles are those of DPUB-ARIA 1.1; no heading's anchor has a colon.
    ///
    /// - Returns: the section, the last block of the document; nil where the text refers to no note.
    package func gatherNotes(_ words: FootnoteWords) -> Node? {
        guard !document.footnotes.isEmpty else { return nil }
        let notes = FootnoteOrder(document).notes
        for (index, note) in notes.enumerated() { openReferences(to: note, index + 1, words) }
        let resolved = Set(notes.flatMap(\.references))
        for node in document.root.descendants(.extensions) {
            // The note is not for this reader.
            if case .footnoteReference = node.kind, !resolved.contains(node) { node.setCustom(onEnter: "") }
        }
        let section = document.makeCustomBlock(
            onEnter: Array("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"".utf8) + words.title
                + Array("\"><h2>".utf8) + words.title + Array("</h2><ol>".utf8),
            onExit: Array("</ol></section>".utf8))
        for (index, note) in notes.enumerated() { section.append(item(of: note, index + 1, words)) }
        for list in document.root.descendants(.list).filter({ $0.kind == .footnotes }) { list.remove() }
        guard !notes.isEmpty else { return nil }
        document.root.append(section)
        return section
    }

    private func openReferences(to note: FootnoteOrder.Note, _ number: Int, _ words: FootnoteWords) {
        var count = 0
        for reference in note.references {
            guard reference.canBeLink else {
                reference.setCustom(onEnter: Array("<sup>\(number)</sup>".utf8))
                continue
            }
            count += 1
            let id = Self.id(ofReference: number, count)
            let start = Array(
                "<sup class=\"noteref\"><a href=\"#fn:\(number)\" id=\"\(id)\" role=\"doc-noteref\" aria-label=\"".utf8)
            reference.setCustom(
                onEnter: start + words.reference(number) + Array("\">\(number)</a></sup>".utf8))
        }
    }

    private func item(of note: FootnoteOrder.Note, _ number: Int, _ words: FootnoteWords) -> Node {
        let item = document.makeCustomBlock(
            onEnter: Array("<li id=\"fn:\(number)\">".utf8), onExit: Array("</li>".utf8))
        note.node.moveChildren(to: item)
        let links = note.references.filter(\.canBeLink).indices.flatMap { index -> [UInt8] in
            let count = index + 1
            let start = Array(
                " <a href=\"#\(Self.id(ofReference: number, count))\" role=\"doc-backlink\" aria-label=\"".utf8)
            let mark = count == 1 ? "" : "<sup>\(count)</sup>"
            let suffix = count == 1 ? "" : " (\(count))"
            // A text arrow, where some fonts would show a picture.
            return start + words.back(number) + Array("\(suffix)\">\u{21A9}\u{FE0E}\(mark)</a>".utf8)
        }
        guard !links.isEmpty else { return item }
        if let last = item.lastChild, last.raw.type == .paragraph, last.kind == .paragraph {
            last.raw.appendHTML(HTMLText(links))
        } else {
            let line = document.makeParagraph()
            line.raw.appendHTML(HTMLText(links))
            item.append(line)
        }
        return item
    }

    private static func id(ofReference number: Int, _ count: Int) -> String {
        count == 1 ? "fnref:\(number)" : "fnref:\(number)-\(count)"
    }
}

extension Node {
    /// Whether a link may stand in the place of an inline: one within a link would end it, and a heading is shown in the
    /// contents as well.
    fileprivate var canBeLink: Bool {
        var current = parent
        while let node = current {
            switch node.raw.type {
            case .link, .image, .heading: return false
            default: current = node.parent
            }
        }
        return true
    }
}
