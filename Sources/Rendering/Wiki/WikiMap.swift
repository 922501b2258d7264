import Guides
import Sources
import Values

/// Where everything of a wiki is: made from all guides, asked by every page.
public struct WikiMap: Sendable {
    /// The settings that it was made by.
    public let settings: WikiSettings
    /// The languages of the wiki, the source first.
    public let languages: [Language]
    /// The guides, by ID.
    public let guides: [WikiGuide]
    private let addresses: [ExactText: [WikiAddress]]
    private let files: [ExactText: [String]]
    /// The anchors of each page's headings as the flavour gives them, by the page's path and by our anchor.
    private var slugs: [String: [String: String]] = [:]
    /// Our anchors that have to be written into each page, by its path.
    private var written: [String: Set<String>] = [:]

    /// Decides all names; nil, and diagnostics, where a title can be no name.
    public static func make(
        _ settings: WikiSettings, languages: [Language], guides: [WikiGuide]
    ) -> (map: WikiMap?, diagnostics: [Diagnostic]) {
        let names = WikiNames(settings, languages: languages, guides: guides)
        guard names.diagnostics.isEmpty else { return (nil, names.diagnostics) }
        var map = WikiMap(settings, languages: languages, guides: guides, addresses: names.addresses)
        guides.forEach { map.readHeadings(of: $0) }
        if settings.flavor.keepsAnchors { guides.forEach { map.readLinks(of: $0) } }
        return (map, [])
    }

    /// What is wrong with the names of pages.
    public static func faults(
        inNamesOf guides: [WikiGuide], _ settings: WikiSettings, languages: [Language]
    ) -> [Diagnostic] {
        WikiNames(settings, languages: languages, guides: guides).diagnostics
    }

    private init(
        _ settings: WikiSettings, languages: [Language], guides: [WikiGuide], addresses: [ExactText: [WikiAddress]]
    ) {
        self.settings = settings
        self.languages = languages
        self.guides = guides
        self.addresses = addresses
        files = Dictionary(guides.map { (ExactText($0.id), $0.assets) }, uniquingKeysWith: { first, _ in first })
    }

    /// The map with another version of one of the guides; the same where nothing that a map tells is another.
    package func with(_ guide: WikiGuide) -> WikiMap {
        guard let index = guides.firstIndex(where: { $0.id == guide.id }), !guides[index].isMapped(as: guide) else {
            return self
        }
        var guides = guides
        guides[index] = guide
        return Self.make(settings, languages: languages, guides: guides).map ?? self
    }

    // MARK: Pages

    /// The page of a guide for readers of a language: their own, or where there is none the first.
    func address(of guide: String, in language: LanguageTag) -> WikiAddress? {
        let pages = addresses[ExactText(guide)]
        return pages?.first { $0.languages.contains(language) } ?? pages?.first
    }

    /// The pages of a guide.
    func addresses(of guide: String) -> [WikiAddress] { addresses[ExactText(guide)] ?? [] }

    /// Every page of a guide: its title, its path without `.md`, and how others link to it.
    package var pages: [(title: String, name: String, link: String)] {
        guides.flatMap { addresses(of: $0.id) }.map { page in
            (page.title, page.name, settings.flavor.link(toPage: page.name, title: page.title))
        }
    }

    /// The files of a guide's folder that its pages show or link to, sorted.
    public func assets(of guide: String) -> [String] { files[ExactText(guide)] ?? [] }

    /// The files that guides show or link to in other folders than their own, but for those that the guides of these folders show
    /// themselves, sorted: the folder's path below the content's, and the name in it.
    public var sharedAssets: [(folder: String, name: String)] {
        Set(guides.flatMap(\.shared).map { ExactText($0) }).sorted().map { Self.parts(of: $0.text) }
            .filter { !assets(of: $0.folder).contains($0.name) }
    }

    /// The folder of a file, by its path below the content's, and its name.
    static func parts(of path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return ("", path) }
        return (String(path[..<slash]), String(path[path.index(after: slash)...]))
    }

    /// The language that a reader of another sees of a guide.
    func shownLanguage(of guide: String, for language: LanguageTag) -> LanguageTag {
        guard let page = address(of: guide, in: language), !page.languages.contains(language) else { return language }
        return page.languages.first ?? language
    }

    /// The address of a guide's page in a language, or of a place on it.
    func link(to guide: String, in language: LanguageTag, anchor: String? = nil) -> String {
        guard let page = address(of: guide, in: language) else { return "" }
        let shown = shownLanguage(of: guide, for: language)
        let address = settings.flavor.link(toPage: page.name, title: page.title)
        // On a page of several languages, the first stands at the top.
        if anchor == nil, shown == page.languages.first { return address }
        return address + fragment(anchor, shown, on: page)
    }

    /// The address of a place on the page itself.
    func fragment(_ anchor: String?, _ language: LanguageTag, on page: WikiAddress) -> String {
        let id = pageAnchor(anchor, language)
        guard !settings.flavor.keepsAnchors, let slug = slugs[page.path]?[id] else { return "#" + id }
        let fragment = PercentEncoding.encode(path: slug)
        // Azure takes `#` and digits for a work item, wherever they stand.
        if settings.flavor == .azure, let first = slug.utf8.first, first.isASCIIDigit {
            return "#%\(String(first, radix: 16))" + fragment.dropFirst()
        }
        return "#" + fragment
    }

    /// Our anchor on a page: those of a page with several languages begin with the language.
    func pageAnchor(_ anchor: String?, _ language: LanguageTag) -> String {
        guard settings.layout == .bilingual else { return anchor ?? "" }
        return anchor.map { "\(language)-\($0)" } ?? language.rawValue
    }

    /// Whether a page has to carry an anchor of ours, since something leads there and no heading has it.
    func writes(_ id: String, on page: WikiAddress) -> Bool { written[page.path]?.contains(id) ?? false }

    /// The anchors that the flavour gives a page's headings, by ours.
    func headingAnchors(on page: WikiAddress) -> [String: String] { slugs[page.path] ?? [:] }

    // MARK: Anchors

    private mutating func readHeadings(of guide: WikiGuide) {
        for page in addresses(of: guide.id) {
            var slugger = WikiSlugger(settings.flavor)
            var found: [String: String] = [:]
            for edition in guide.editions where page.languages.contains(edition.language) {
                if settings.layout == .bilingual {
                    found[pageAnchor(nil, edition.language)] = slugger.slug(edition.title)
                } else if settings.flavor.shownName(page.title) != edition.title {
                    // The page says its title itself.
                    _ = slugger.slug(edition.title)
                }
                for heading in edition.headings {
                    let slug = slugger.slug(heading.text)
                    if let id = heading.id { found[pageAnchor(id, edition.language)] = slug }
                }
            }
            slugs[page.path] = found
            guard settings.layout == .bilingual, settings.flavor.keepsAnchors else { continue }
            page.languages.forEach { need(nil, $0, on: page) }
        }
    }

    private mutating func readLinks(of guide: WikiGuide) {
        for edition in guide.editions {
            for link in edition.links where !link.anchor.isEmpty {
                guard let page = address(of: link.guide, in: edition.language) else { continue }
                need(link.anchor, shownLanguage(of: link.guide, for: edition.language), on: page)
            }
        }
    }

    private mutating func need(_ anchor: String?, _ language: LanguageTag, on page: WikiAddress) {
        let id = pageAnchor(anchor, language)
        if slugs[page.path]?[id] != id { written[page.path, default: []].insert(id) }
    }
}
