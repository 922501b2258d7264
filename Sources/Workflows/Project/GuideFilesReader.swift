import Guides
import Sources
import Values

/// Reads the files of a guide.
struct GuideFilesReader {
    private let project: ProjectFolder
    private let languages: [Language]

    init(_ loaded: LoadedProject) {
        project = loaded.folder
        languages = loaded.project.languages
    }

    /// The files; nil where one of them cannot be read.
    func read(_ entry: Inventory.Entry, _ diagnostics: inout [Diagnostic]) -> GuideFiles? {
        let folder = "\(InventoryReader.contentFolder)/\(entry.id)"
        let metadataPath = "\(folder)/guide.yaml"
        // A guide without metadata is a how-to with nothing to say about itself.
        let metadata =
            entry.hasMetadata
            ? project.read(metadataPath, &diagnostics) : SourceFile(path: metadataPath, bytes: [])
        var editions: [(language: Language, file: SourceFile)] = []
        for language in languages where entry.languages.contains(language.tag) {
            guard let file = project.read("\(folder)/\(language.tag).md", &diagnostics) else { return nil }
            editions.append((language, file))
        }
        let translations =
            entry.hasTranslationRecords
            ? project.read("\(folder)/\(TranslationRecords.fileName)", &diagnostics) : nil
        return metadata.map {
            GuideFiles(id: entry.id, metadata: $0, translations: translations, editions: editions)
        }
    }
}
