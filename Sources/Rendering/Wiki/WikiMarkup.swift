import CommonMark
import Guides
import Sources

/// Keeps text from being what a flavour takes it for beyond Markdown: links to people and issues, emoji, tables of
/// contents, mathematics.
///
/// Most flavours look for these in the texts of the finished HTML, where no escape of Markdown's is left to be seen.
/// An empty comment between two characters parts the text there, and is dropped by every sanitizer. It never stands
/// at the start of a line, where it would begin a block.
///
/// What is looked for comes from:
/// - GitHub: GitHub Docs, “Autolinked references and URLs” (none in wikis, but for addresses), “Basic writing and
///   formatting syntax” (emoji), “Writing mathematical expressions” (`<span>$</span>`); Gollum's README (`[[…]]`).
/// - GitLab: GitLab Docs, “GitLab Flavored Markdown”, sections “GitLab-specific references”, “Emoji”, “Inline diff”,
///   “Includes”, “Table of contents”, “Math equations”.
/// - Gitea: `modules/markup/html*.go` and `modules/markup/markdown/math`.
/// - Azure DevOps: Microsoft Learn, “Markdown syntax for files, widgets, and wikis” and “Markdown syntax for wikis”.
struct WikiMarkup {
    private let flavor: WikiFlavor

    init(_ flavor: WikiFlavor) { self.flavor = flavor }

    /// Parts every text of a tree that the flavour would see something in.
    func disarm(_ document: Document) {
        let texts = Array(document.root.descendants(.text))
        let dollars = DollarCount(texts)
        for text in texts {
            let place = Self.place(of: text)
            if place == .untouched { continue }
            let bytes = text.withLiteral { Array($0) }
            let next = Self.byte(after: text)
            let triggers = WikiTriggers(
                flavor, bytes, next: next, hasFormulas: dollars.areSeveral(around: text),
                isEmphasised: text.parent?.kind == .emphasis)
            let cuts = place == .link ? triggers.addresses : triggers.cuts
            if !cuts.isEmpty { cut(text, bytes, at: cuts) }
        }
    }

    /// Where a text stands: an image's is shown as it is, comments and all, and a link's is let alone by every
    /// flavour, but for addresses of electronic mail, which cmark-gfm links in a link too.
    private enum Place { case prose, link, untouched }

    private static func place(of text: Node) -> Place {
        var place = Place.prose
        var current = text.parent
        while let node = current, !node.kind.isBlock {
            if node.kind == .image { return .untouched }
            if node.kind == .link {
                // `<help@example.org>` is one on purpose.
                if node.url == "mailto:" + node.plainText { return .untouched }
                place = .link
            }
            current = node.parent
        }
        return place
    }

    private func cut(_ text: Node, _ bytes: [UInt8], at cuts: [WikiTriggers.Cut]) {
        let document = text.document
        var start = 0
        func insertText(to end: Int) {
            if end > start { text.insertBefore(document.makeText(bytes[start..<end])) }
            start = end
        }
        for cut in cuts {
            switch cut {
            case .comment(let offset):
                insertText(to: offset)
                text.insertBefore(document.makeCustomInline(printing: "<!-- -->"))
            case .dollar(let offset):
                insertText(to: offset)
                // GitHub reads formulas before Markdown; the others honour the escape.
                let written = flavor == .github ? "<span>$</span>" : "\\$"
                text.insertBefore(document.makeCustomInline(printing: written))
                start = offset + 1
            }
        }
        insertText(to: bytes.count)
        text.remove()
    }

    /// What follows a text on its line; a space where nothing does.
    private static func byte(after text: Node) -> UInt8 {
        var current = text
        while current.next == nil, let parent = current.parent, case .value = parent.kind { current = parent }
        guard var next = current.next else { return 0x20 }
        while case .value = next.kind, let child = next.firstChild { next = child }
        switch next.kind {
        case .text: return next.withLiteral { $0.first } ?? 0x20
        case .code: return UInt8(ascii: "`")
        default: return 0x20
        }
    }
}

/// How many dollar signs each block holds: one alone is no formula.
private struct DollarCount {
    private var counts: [Node: Int] = [:]

    init(_ texts: [Node]) {
        for text in texts {
            let count = text.withLiteral { bytes in bytes.count { $0 == UInt8(ascii: "$") } }
            if count > 0 { counts[Self.block(of: text), default: 0] += count }
        }
    }

    func areSeveral(around text: Node) -> Bool {
        !counts.isEmpty && counts[Self.block(of: text), default: 0] > 1
    }

    private static func block(of text: Node) -> Node {
        var current = text
        while let parent = current.parent, !current.kind.isBlock { current = parent }
        return current
    }
}
