import Sources
import Values

/// A guide in all its languages, read but not filled: what the checks compare.
///
/// It cannot be copied, and filling consumes it: the trees are edited in place, so an unfilled guide is gone once
/// there is a filled one.
public struct Guide: ~Copyable {
    /// The folder's path below the content's: `raise-rate-limit`, `limits/openai`.
    public let id: String
    /// What structure it has.
    public let kind: Kind
    /// What is the same in every language.
    public let metadata: GuideMetadata
    /// The file of `metadata`.
    public let metadataFile: SourceFile
    /// What its translations were made from; nil where nothing is recorded.
    public let translations: TranslationRecords?
    /// Whether there is a file of records that could not be read.
    public let hasUnreadableRecords: Bool
    /// The languages that it is written in, in the order of the configuration.
    public let editions: [Edition]
    /// The files of snippets that it asks for, whether they are there or not, by their paths from the project's folder.
    public let snippets: Set<String>

    /// The edition in a language.
    public func edition(_ tag: LanguageTag) -> Edition? {
        editions.first { $0.language.tag == tag }
    }
}
