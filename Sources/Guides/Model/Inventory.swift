import Sources
import Values

/// The paths of the content: what exists, without a byte of it.
public struct Inventory: Sendable {
    /// The files of one guide's folder.
    public struct Entry: Sendable, Equatable {
        /// The folder's path below the content's.
        public let id: String
        /// The languages that have a file.
        public let languages: [LanguageTag]
        /// The other files, by their paths in the folder: images and what is linked to.
        public let assets: Set<ExactText>
        /// Whether there is a `translations.yaml`.
        public let hasTranslationRecords: Bool
        /// Whether there is a `guide.yaml`.
        public let hasMetadata: Bool

        /// Names a guide's files.
        public init(
            id: String, languages: [LanguageTag], assets: Set<ExactText>, hasMetadata: Bool = true,
            hasTranslationRecords: Bool = false
        ) {
            self.id = id
            self.languages = languages
            self.assets = assets
            self.hasMetadata = hasMetadata
            self.hasTranslationRecords = hasTranslationRecords
        }
    }

    /// The guides, by ID.
    public let guides: [Entry]
    private let indices: [ExactText: Int]
    /// The IDs of all guides, in their order.
    public let ids: [String]
    /// The files that are in no guide's folder, by their paths below the content's: for all guides to show.
    public let files: Set<ExactText>
    /// The files of snippets, by their paths below the content's, in their order.
    public let snippets: [String]

    /// Sorts the guides by ID.
    public init(guides: [Entry], files: Set<ExactText> = [], snippets: [String] = []) {
        self.files = files
        self.snippets = snippets.sorted { $0.precedesByBytes($1) }
        self.guides = guides.sorted { $0.id.precedesByBytes($1.id) }
        ids = self.guides.map(\.id)
        indices = Dictionary(
            self.guides.enumerated().map { (ExactText($1.id), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The number of a guide in their order.
    package func index(of id: String) -> Int? { indices[ExactText(id)] }

    /// The guide with an ID.
    public subscript(id: String) -> Entry? { indices[ExactText(id)].map { guides[$0] } }

    /// The guide in whose folder a file lies, by its path below the content's; nil where it lies in none.
    public func guide(holding path: String) -> Entry? {
        var folder = path[...]
        while let slash = folder.lastIndex(of: "/") {
            folder = folder[..<slash]
            if let entry = self[String(folder)] { return entry }
        }
        return nil
    }

    /// Whether there is a file, by its path below the content's, that pages may show.
    public func holds(_ path: String) -> Bool {
        if files.contains(ExactText(path)) { return true }
        guard let entry = guide(holding: path) else { return false }
        return entry.assets.contains(ExactText(String(path.dropFirst(entry.id.count + 1))))
    }
}
