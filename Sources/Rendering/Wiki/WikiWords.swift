import CommonMark
import Values

/// What the pages say around the guides, in one language, as nodes of a page.
public struct WikiWords {
    let language: Language
    let document: Document

    /// “This page is generated. To change it, edit `content/…/en.md`.”
    ///
    /// - Parameters:
    ///   - path: the source's path.
    ///   - href: where the source can be edited; nil where nobody said.
    ///   - stamp: the commit that the page was built from; nil leaves it out.
    func note(path: String, href: String?, stamp: String?) -> Node {
        let source: Node
        if let href {
            source = document.makeLink(to: href)
            source.append(document.makeText(path))
        } else {
            source = document.makeCode(path)
        }
        let paragraph = document.makeParagraph()
        sentence("wiki-generated", "{source}", source).forEach(paragraph.append)
        add(stamp, to: paragraph)
        return paragraph
    }

    /// The same for a list of guides, which no file is the source of.
    func listNote(stamp: String?) -> Node {
        let paragraph = document.makeParagraph()
        paragraph.append(document.makeText(language.term("wiki-list")))
        add(stamp, to: paragraph)
        return paragraph
    }

    /// “This page has moved to A guide.”
    func moved(to title: String, href: String) -> Node {
        let paragraph = document.makeParagraph()
        sentence("wiki-moved", "{page}", document.makeLink(to: href, text: title)).forEach(paragraph.append)
        return paragraph
    }

    /// What stands behind a link to a page in another language: “(Français, not translated yet)”.
    func untranslated(from source: Language) -> String { " (\(source.name), \(language.term("wiki-untranslated")))" }

    private func add(_ stamp: String?, to paragraph: Node) {
        guard let stamp else { return }
        paragraph.append(document.makeText(" "))
        sentence("wiki-stamp", "{commit}", document.makeCode(stamp)).forEach(paragraph.append)
    }

    /// A sentence with a node in the place of a word in braces; behind it where the sentence has none.
    private func sentence(_ term: String, _ placeholder: String, _ node: Node) -> [Node] {
        let text = language.term(term)
        guard let range = text.firstRange(of: placeholder) else { return [document.makeText(text + " "), node] }
        return [
            document.makeText(String(text[..<range.lowerBound])), node,
            document.makeText(String(text[range.upperBound...])),
        ]
    }
}

extension Document {
    /// A document with nothing in it yet.
    static func empty() throws(ParseLimitError) -> Document { try Document(parsing: []) }

    /// A paragraph of inlines, outside the tree.
    func makeParagraph(of inlines: [Node]) -> Node {
        let paragraph = makeParagraph()
        inlines.forEach(paragraph.append)
        return paragraph
    }

    /// A link with a text, outside the tree.
    func makeLink(to url: String, text: String) -> Node {
        let link = makeLink(to: url)
        link.append(makeText(text))
        return link
    }

    /// Inlines with a text between each two.
    func joined(_ inlines: [Node], separator: String) -> [Node] {
        inlines.enumerated().flatMap { $0 == 0 ? [$1] : [makeText(separator), $1] }
    }
}
