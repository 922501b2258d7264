import Guides
import Sources
import Values

/// Reads the files of a guide.
struct GuideFilesReader {
    private let loaded: LoadedProject
    private var project: ProjectFolder { loaded.folder }
    private var languages: [Language] { loaded.project.languages }

    init(_ loaded: LoadedProject) { self.loaded = loaded }

    /// The files; nil where one of them cannot be read.
    func read(_ entry: Inventory.Entry, _ diagnostics: inout [Diagnostic]) -> GuideFiles? {
        let folder = "\(InventoryReader.contentFolder)/\(entry.id)"
        let metadataPath = "\(folder)/guide.yaml"
        // A guide without metadata is a how-to with nothing to say about itself.
        let metadata =
            entry.hasMetadata
            ? project.read(metadataPath, &diagnostics) : SourceFile(path: metadataPath, bytes: [])
        var editions: [(language: Language, file: SourceFile)] = []
        var snippets: Set<String> = []
        for language in languages where entry.languages.contains(language.tag) {
            guard let file = project.read("\(folder)/\(language.tag).md", &diagnostics) else { return nil }
            editions.append((language, filled(file, in: language, &snippets, &diagnostics)))
        }
        let translations =
            entry.hasTranslationRecords
            ? project.read("\(folder)/\(TranslationRecords.fileName)", &diagnostics) : nil
        return metadata.map {
            GuideFiles(
                id: entry.id, metadata: $0, translations: translations, editions: editions, snippets: snippets)
        }
    }

    /// A text with the snippets that it takes in.
    ///
    /// - Parameters:
    ///   - snippets: gets the files that were asked for.
    ///   - read: reads a file by its path from the project's folder; by default as it is on the disk.
    func filled(
        _ file: SourceFile, in language: Language, _ snippets: inout Set<String>, _ diagnostics: inout [Diagnostic],
        read: ((String) -> SourceFile?)? = nil
    ) -> SourceFile {
        var unread: [Diagnostic] = []
        var reader = SnippetReader(
            language, known: loaded.project.inventory.snippets, most: ProjectFolder.largestFile,
            exists: { name in
                loaded.project.languages.contains { language in
                    project.has(LoadedProject.path("", SnippetReader.path(name, language.tag)))
                }
            },
            read: { path in
                let path = LoadedProject.path("", path)
                if let read { return read(path) }
                return project.has(path) ? project.read(path, &unread) : nil
            })
        let result = reader.filled(file, &diagnostics)
        diagnostics += unread
        snippets.formUnion(reader.paths.map { LoadedProject.path("", $0) })
        return result
    }
}
