import Sources

/// The files of a project that are no guides. What the program brings itself is not among them.
public struct ProjectFiles: Sendable {
    /// `vademecum.yaml`.
    public let configuration: SourceFile
    /// The project's own templates, styles and scripts.
    public let templates: [SourceFile]
    /// The project's own files of languages and kinds.
    public let tables: [SourceFile]

    /// Collects the files.
    public init(configuration: SourceFile, templates: [SourceFile] = [], tables: [SourceFile] = []) {
        self.configuration = configuration
        self.templates = templates
        self.tables = tables
    }

    /// All of them.
    public var all: [SourceFile] { [configuration] + templates + tables }
}
