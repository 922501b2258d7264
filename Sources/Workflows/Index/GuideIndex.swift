import Guides
import Rendering

/// What outlives a guide once its pages are written: enough for the pages that list all guides, and for links.
///
/// It never changes, and there may be thousands of them: they are sorted and handed on by one reference each.
final class IndexEntry: Sendable {
    /// A guide in one language.
    final class Edition: Sendable {
        let language: LanguageTag
        let title: String
        let summary: String

        init(language: LanguageTag, title: String, summary: String) {
            self.language = language
            self.title = title
            self.summary = summary
        }
    }

    /// A link to an anchor of another guide, to be checked when all anchors are known.
    struct Outgoing: Sendable {
        let language: LanguageTag
        let guide: String
        let fragment: String
        /// Which of the edition's links it is: its place is looked up again where there is something to report.
        let ordinal: Int
    }

    let id: String
    let tags: [String]
    /// None where the guide has faults, and so no page.
    let editions: [Edition]
    let anchors: [String]
    let outgoing: [Outgoing]
    /// How the errors that the guide is about are worded; only where a page looks for them.
    let errors: ScriptPatterns
    /// How the translations compare with the source; only where a page shows it.
    let translations: GuideTranslations?

    init(
        id: String, tags: [String], editions: [Edition], anchors: [String], outgoing: [Outgoing],
        errors: ScriptPatterns = ScriptPatterns([]), translations: GuideTranslations? = nil
    ) {
        self.id = id
        self.tags = tags
        self.editions = editions
        self.anchors = anchors
        self.outgoing = outgoing
        self.errors = errors
        self.translations = translations
    }

    /// The edition for readers of a language: their own, else the first, which is the source's where there is one.
    func edition(for tag: LanguageTag) -> Edition? { editions.first { $0.language == tag } ?? editions.first }

    /// The anchors and outgoing links of a guide that is about to be filled.
    static func links(of guide: borrowing Guide) -> (anchors: [String], outgoing: [Outgoing]) {
        var outgoing: [Outgoing] = []
        for edition in guide.editions {
            for ordinal in edition.links.indices {
                guard case .guide(let target, _, let fragment?) = edition.links[ordinal].target, !fragment.isEmpty
                else {
                    continue
                }
                outgoing.append(
                    Outgoing(language: edition.language.tag, guide: target, fragment: fragment, ordinal: ordinal))
            }
        }
        return (guide.editions.first?.anchors ?? [], outgoing)
    }
}
