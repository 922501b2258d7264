import Sources
import Values

/// What the command line says about an import.
public struct ImportOptions: Sendable {
    /// The language of the text; nil to find out.
    public var language: LanguageTag?
    /// The ID that the guide gets; nil for one from the file's name.
    public var guide: String?
    /// The guide that the text is another language of; nil for a new guide.
    public var into: String?
    /// The languages of a folder, the first of which is the one of what names none; empty to find out.
    public var languages: [String] = []
    /// The table of which files of a folder are one page; nil where their names tell.
    public var pairs: SourceFile?
    /// Whether nothing is written.
    public var isDry = false

    /// An import that finds out everything by itself.
    public init() {}
}
