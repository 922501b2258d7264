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

    /// Sorts the guides by ID.
    public init(guides: [Entry]) {
        self.guides = guides.sorted { $0.id.precedesByBytes($1.id) }
        ids = self.guides.map(\.id)
        indices = Dictionary(
            self.guides.enumerated().map { (ExactText($1.id), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The number of a guide in their order.
    package func index(of id: String) -> Int? { indices[ExactText(id)] }

    /// The guide with an ID.
    public subscript(id: String) -> Entry? { indices[ExactText(id)].map { guides[$0] } }
}
