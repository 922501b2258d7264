import CommonMark
import Guides
import Sources

/// Signs of another tool's Markdown. What libcmark took for text is looked at; code and escaped signs are left alone.
struct ForeignMarkupCheck: TextCheck {
    static let problems: [any Problem.Type] = [ForeignMarkup.self, UndefinedFootnote.self]

    func diagnose(_ text: EditionText, in context: CheckContext) -> [Diagnostic] {
        var found: [Diagnostic] = []
        var isInContainer = false
        for block in text.blocks where block.node?.kind != .codeBlock && block.node != nil {
            var reader = ForeignLines(text, block, isInContainer: isInContainer)
            reader.read()
            isInContainer = reader.isInContainer
            found += reader.found.map { range, construct in
                let signs = String(decoding: text.bytes[range], as: UTF8.self)
                return Diagnostic(ForeignMarkup(text: signs, construct: construct), at: text.place(range))
            }
            found += reader.footnotes.map { range in
                let signs = String(decoding: text.bytes[range], as: UTF8.self)
                return Diagnostic(UndefinedFootnote(text: signs), at: text.place(range))
            }
        }
        return found + footnotes(text.edition) + fences(text.edition)
    }

    /// A footnote whose text is a single word, which CommonMark reads as the address of a link.
    private func footnotes(_ edition: Edition) -> [Diagnostic] {
        edition.links.filter(\.isFootnote).map {
            Diagnostic(UndefinedFootnote(text: "[\($0.node.plainText)]"), at: edition.place(of: $0.node))
        }
    }

    /// Boxes and figures that MyST writes as code.
    private func fences(_ edition: Edition) -> [Diagnostic] {
        edition.codeBlocks.compactMap { code in
            let info = code.fenceInfo
            guard info.hasPrefix("{"), let close = info.firstIndex(of: "}"),
                Self.directives.contains(String(info[info.index(after: info.startIndex)..<close]))
            else { return nil }
            let problem = ForeignMarkup(text: String(info[...close]), construct: .directive)
            return Diagnostic(problem, at: edition.file.place(line: max(1, code.startLine)))
        }
    }

    private static let directives: Set = [
        "note", "tip", "hint", "important", "warning", "caution", "danger", "attention", "error", "admonition",
        "seealso",
        "figure", "image", "include", "toctree", "dropdown", "tab-set", "tab-item", "tabs", "grid", "card",
    ]
}

extension Link {
    /// Whether it stands for what other tools read as a footnote: `[^1]`.
    var isFootnote: Bool { !isImage && node.firstChild?.withLiteral { $0.first } == UInt8(ascii: "^") }
}

extension EditionText {
    /// Whether the source has a sign itself at a place of the text, not an escape or an entity.
    func isSign(at index: Int) -> Bool {
        let source = sourceRange(index..<(index + 1))
        return source.count == 1 && edition.file.bytes[source.lowerBound] == bytes[index]
    }
}
