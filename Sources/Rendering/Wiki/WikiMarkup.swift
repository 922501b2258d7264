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

    /// Where a text is to be parted.
    ///
    /// - Parameters:
    ///   - next: the byte that follows the text on its line.
    ///   - isInLink: whether it is a link's words, which every flavour lets alone, but for addresses of electronic mail.
    ///   - hasFormulas: whether its block holds several dollar signs; nil where the text is all of it that is known.
    ///   - isEmphasised: whether the text is all of an emphasis.
    func cuts(
        _ text: [UInt8], next: UInt8, isInLink: Bool = false, hasFormulas: Bool? = nil, isEmphasised: Bool = false
    ) -> [MarkdownCut] {
        let triggers = WikiTriggers(
            flavor, text, next: next, hasFormulas: hasFormulas ?? (text.count { $0 == UInt8(ascii: "$") } > 1),
            isEmphasised: isEmphasised)
        return (isInLink ? triggers.addresses : triggers.cuts).map { cut in
            switch cut {
            case .comment(let offset): MarkdownCut(at: offset, Array("<!-- -->".utf8))
            // GitHub reads formulas before Markdown; the others honour the escape.
            case .dollar(let offset):
                MarkdownCut(at: offset, count: 1, Array((flavor == .github ? "<span>$</span>" : "\\$").utf8))
            }
        }
    }

    /// The edits that part the author's own prose.
    func edits(_ prose: [MarkdownProse], in source: [UInt8]) -> [MarkdownEdit] {
        var dollars: [Int: Int] = [:]
        for text in prose { dollars[text.block, default: 0] += text.bytes.count { $0 == UInt8(ascii: "$") } }
        return prose.flatMap { text in
            cuts(
                text.bytes, next: text.next, isInLink: text.isInLink, hasFormulas: dollars[text.block, default: 0] > 1,
                isEmphasised: text.isEmphasised
            ).compactMap { cut in
                let range = text.offsets[cut.offset]..<text.offsets[cut.offset + cut.count]
                // An author's own escape does already.
                if source[range].elementsEqual(cut.replacement) { return nil }
                return MarkdownEdit(range, .markdown(cut.replacement))
            }
        }
    }
}
