import Messages
import Sources
import Values

/// Reads a guide in all its languages.
public struct GuideReader: Sendable {
    private let project: Project

    /// Reads with a project's kinds, languages and values.
    public init(_ project: Project) {
        self.project = project
    }

    /// The guide, and what is wrong with its files; nil where nothing of it could be read.
    public func read(_ files: GuideFiles, _ diagnostics: inout [Diagnostic]) -> Guide? {
        let (metadata, problems) = GuideMetadata.read(files.metadata, configuration: project.configuration)
        diagnostics += problems
        guard let metadata else { return nil }
        guard let kind = project.kinds[metadata.kind] else {
            let problem = UnknownKind(name: metadata.kind, known: project.kinds.keys.sorted())
            diagnostics.append(Diagnostic(problem, at: metadata.kindNode?.place ?? Place(path: files.metadata.path)))
            return nil
        }
        let translations = files.translations.flatMap { TranslationRecords.read($0, &diagnostics) }
        let names = metadata.placeholderNames(project.configuration)
        var editions: [Edition] = []
        for (language, file) in files.editions {
            let reader = EditionReader(
                project: project, guide: files.id, kind: kind, language: language, file: file,
                names: names, original: editions.first, extra: metadata.extra)
            if let edition = reader.read(&diagnostics) { editions.append(edition) }
        }
        guard editions.count == files.editions.count, !editions.isEmpty else { return nil }
        return Guide(
            id: files.id, kind: kind, metadata: metadata, metadataFile: files.metadata,
            translations: translations, hasUnreadableRecords: files.translations != nil && translations == nil,
            editions: editions, snippets: files.snippets)
    }

    /// A file of a guide in one language, such as an earlier version of it; nil where it could not be read.
    ///
    /// - Parameters:
    ///   - edition: the file as it is now.
    ///   - original: what it is a translation of; nil where it is none.
    public func edition(
        _ file: SourceFile, of guide: String, _ kind: Kind, like edition: Edition, after original: Edition? = nil
    ) -> Edition? {
        var ignored: [Diagnostic] = []
        let reader = EditionReader(
            project: project, guide: guide, kind: kind, language: edition.language, file: file, names: edition.names,
            original: original)
        return reader.read(&ignored)
    }
}

extension GuideMetadata {
    /// The names that are placeholders beside those of values, where no others are; nil where every name is one.
    fileprivate func placeholderNames(_ configuration: Configuration) -> [String]? {
        switch placeholders ?? configuration.placeholders {
        case .all: nil
        case .declared: errors.isEmpty ? [] : [ErrorPattern.placeholder]
        }
    }
}
