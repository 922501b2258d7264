import Guides
import Values

/// What the pages say around the guides, in one language.
struct WikiWords {
    let language: Language
    let flavor: WikiFlavor

    /// “This page is generated. To change it, edit `content/…/en.md`.”
    ///
    /// - Parameters:
    ///   - path: the source's path.
    ///   - href: where the source can be edited; nil where nobody said.
    ///   - stamp: the commit that the page was built from; nil leaves it out.
    func note(path: String, href: String?, stamp: String?) -> [UInt8] {
        WikiText.of(flavor) { text in
            sentence("wiki-generated", "{source}", &text) { text in
                if let href { text.link(to: href, path) } else { text.code(path) }
            }
            add(stamp, to: &text)
        }
    }

    /// The same for a list of guides, which no file is the source of.
    func listNote(stamp: String?) -> [UInt8] {
        WikiText.of(flavor) { text in
            text.text(language.term("wiki-list"))
            add(stamp, to: &text)
        }
    }

    /// “This page has moved to A guide.”
    func moved(to title: String, href: String) -> [UInt8] {
        WikiText.of(flavor) { text in
            sentence("wiki-moved", "{page}", &text) { $0.link(to: href, title) }
        }
    }

    /// What stands behind a link to a page in another language: “(Français, not translated yet)”.
    func untranslated(from source: Language) -> String { "(\(source.name), \(language.term("wiki-untranslated")))" }

    private func add(_ stamp: String?, to text: inout WikiText) {
        guard let stamp else { return }
        text.markdown(" ")
        sentence("wiki-stamp", "{commit}", &text) { $0.code(stamp) }
    }

    /// A sentence with something in the place of a word in braces; behind it where the sentence has none.
    private func sentence(
        _ term: String, _ placeholder: String, _ text: inout WikiText, _ write: (inout WikiText) -> Void
    ) {
        let words = language.term(term)
        let range = words.firstRange(of: placeholder)
        let before = String(words[..<(range?.lowerBound ?? words.endIndex)])
        // A space at its end is one between words, and no edge of a text.
        text.text(before.trimmed)
        if before.hasSuffix(" ") || range == nil { text.markdown(" ") }
        write(&text)
        guard let range else { return }
        let after = String(words[range.upperBound...])
        if after.hasPrefix(" ") { text.markdown(" ") }
        text.text(after.trimmed)
    }
}

extension String {
    /// Without plain spaces at both ends.
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
