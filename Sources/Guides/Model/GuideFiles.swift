import Sources
import Values

/// The files of a guide, as they came from the disk.
public struct GuideFiles: Sendable {
    /// The folder's path below the content's.
    public let id: String
    /// `guide.yaml`.
    public let metadata: SourceFile
    /// `translations.yaml`; nil where there is none.
    public let translations: SourceFile?
    /// The file of each language that has one, in the order of the configuration.
    public let editions: [(language: Language, file: SourceFile)]
    /// The files of snippets that the guide asks for, whether they are there or not, by their paths from the project's folder.
    public let snippets: Set<String>

    /// Collects a guide's files.
    public init(
        id: String, metadata: SourceFile, translations: SourceFile? = nil,
        editions: [(language: Language, file: SourceFile)], snippets: Set<String> = []
    ) {
        self.id = id
        self.metadata = metadata
        self.translations = translations
        self.editions = editions
        self.snippets = snippets
    }
}
