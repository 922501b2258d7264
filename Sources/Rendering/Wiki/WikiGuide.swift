import CommonMark
import Guides
import Sources
import Values

/// What a wiki has to know of a guide before its first page is written: titles make names, headings make anchors.
public struct WikiGuide: Sendable {
    /// A guide in one language.
    public struct Edition: Sendable {
        /// The language.
        public let language: LanguageTag
        /// The title, filled.
        public let title: String
        /// What the wiki calls the page: the title, or a name of its own.
        public let name: String
        /// The summary, filled.
        public let summary: String
        /// The file it was written in.
        public let path: String
        /// Where the title stands, for messages.
        let titlePlace: Place
        /// The headings in their order.
        let headings: [Heading]
        /// The anchors that it links to, in itself and in other guides.
        let links: [Target]
        /// The files of its folder that it shows or links to.
        let assets: Set<ExactText>
        /// The files of the content that are in other folders, by their paths below the content's.
        var shared: Set<ExactText> = []

        /// The anchors of a guide that it links to.
        package func anchors(in guide: String) -> [String] { links.filter { $0.guide == guide }.map(\.anchor) }
    }

    /// A heading as readers see it.
    struct Heading: Sendable, Equatable {
        /// The anchor that all languages share; nil for headings that have none.
        let id: String?
        let text: String
    }

    /// A place in a guide.
    struct Target: Sendable, Hashable {
        let guide: String
        let anchor: String
    }

    /// The guide's ID.
    public let id: String
    /// Where lists show it among those beside it; nil behind those with a number.
    let order: Double?
    /// Its editions; the first is what readers of a language see that has none.
    public let editions: [Edition]

    /// Reads a filled guide, and leaves it as it was.
    ///
    /// - Parameter titlePlaces: where the title of each edition stands.
    public init(_ guide: borrowing FilledGuide, titlePlaces: [Place]) {
        let id = guide.id
        self.id = id
        order = guide.metadata.order
        editions = zip(guide.editions, titlePlaces).map { Self.edition($0, of: id, titlePlace: $1) }
    }

    /// Whether another version of the guide comes to the same in a map: names, headings, links.
    func isMapped(as other: WikiGuide) -> Bool {
        editions.count == other.editions.count
            && zip(editions, other.editions).allSatisfy { mine, theirs in
                mine.title == theirs.title && mine.name == theirs.name && mine.summary == theirs.summary
                    && mine.links == theirs.links
                    && mine.assets == theirs.assets && mine.shared == theirs.shared && mine.headings == theirs.headings
            }
    }

    /// A guide as far as the names of its pages go, which needs no filling.
    public init(namesOf guide: borrowing Guide) {
        id = guide.id
        order = guide.metadata.order
        editions = guide.editions.map { edition in
            Edition(
                language: edition.language.tag, title: edition.title.asWikiTitle,
                name: (edition.wikiName ?? edition.title).asWikiTitle, summary: "", path: edition.file.path,
                titlePlace: edition.wikiNamePlace, headings: [], links: [], assets: [])
        }
    }

    /// The edition in a language.
    func edition(_ language: LanguageTag) -> Edition? { editions.first { $0.language == language } }

    /// The files of its folder that any edition shows or links to, sorted.
    var assets: [String] { Set(editions.flatMap(\.assets)).sorted().map(\.text) }

    /// The files that any edition shows or links to in other folders, sorted.
    var shared: [String] { Set(editions.flatMap(\.shared)).sorted().map(\.text) }

    private static func edition(_ edition: FilledEdition, of guide: String, titlePlace: Place) -> Edition {
        let headings = edition.parts.flattened.map { part in
            let (before, after) = PartLabel.around(part, in: edition.language)
            return Heading(id: part.id.isEmpty ? nil : part.id, text: before + part.heading.plainText + after)
        }
        var links: [Target] = []
        var (assets, shared): (Set<ExactText>, Set<ExactText>) = ([], [])
        for link in edition.links {
            switch link.target {
            case .anchor(let anchor): links.append(Target(guide: guide, anchor: anchor))
            case .guide(let id, _, let anchor?): links.append(Target(guide: id, anchor: anchor))
            case .file(let name): assets.insert(ExactText(name))
            case .shared(let path): shared.insert(ExactText(path))
            default: break
            }
        }
        return Edition(
            language: edition.language.tag, title: edition.title.asWikiTitle,
            name: (edition.wikiName ?? edition.title).asWikiTitle, summary: edition.summary,
            path: edition.path, titlePlace: titlePlace, headings: headings, links: links, assets: assets, shared: shared
        )
    }
}
