import Values

/// One file of the wiki's repository, as it is to stand there.
public struct WikiPage: Sendable {
    /// What a file of the wiki was made from.
    public enum Origin: Sendable, Hashable {
        /// A guide, in one language or, on a bilingual page, in several.
        case guide(id: String, languages: [LanguageTag])
        /// The list of all guides that the wiki opens with.
        case home
        /// The list of the guides of one language, where a wiki has a page for each.
        case languageHome(LanguageTag)
        /// The list beside every page.
        case sidebar
        /// What stands below every page.
        case footer
        /// The order of the pages in a folder; empty for the wiki's root.
        case order(folder: String)
        /// An image, or another file that a guide links to.
        case asset(guide: String, name: String)
    }

    /// The path from the root of the wiki's repository, with `/` between its parts, in Unicode NFC.
    public let path: String
    /// What the wiki calls the page; for what is no page of its own, the path.
    public let title: String
    /// What it was made from.
    public let origin: Origin
    /// The files of the project that it was made from, `content/…/fr.md`; empty for lists.
    public let sources: [String]
    /// The file.
    public let bytes: [UInt8]
    /// What its bytes stand for in the files that it was made from; nil for what is no guide's page.
    package let trace: WikiTrace?

    /// Puts a page together.
    public init(path: String, title: String, origin: Origin, sources: [String] = [], bytes: [UInt8]) {
        self.init(path: path, title: title, origin: origin, sources: sources, bytes: bytes, trace: nil)
    }

    package init(
        path: String, title: String, origin: Origin, sources: [String], bytes: [UInt8], trace: WikiTrace?
    ) {
        self.trace = trace
        self.path = path
        self.title = title
        self.origin = origin
        self.sources = sources
        self.bytes = bytes
    }
}
