import Foundation
import Guides
import Rendering
import Sources
import Values

/// Lists the content: which folders are guides, which languages they have, which files lie beside.
struct InventoryReader: Sendable {
    /// The folder of the guides, in the project's.
    static let contentFolder = "content"
    /// What a build writes into the folder of a guide.
    private static let pageNames = ["index.html", PageData.markdownName]

    let project: ProjectFolder
    let languages: [LanguageTag]
    private(set) var entries: [Inventory.Entry] = []
    /// The files that lie in no guide's folder.
    private var files: Set<ExactText> = []
    /// The files of snippets.
    private var snippets: [String] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(_ project: ProjectFolder, languages: [LanguageTag]) {
        self.project = project
        self.languages = languages
    }

    mutating func read() -> Inventory {
        guard project.files.kind(Self.contentFolder) == .folder else {
            report(NoContent(), Self.contentFolder)
            return Inventory(guides: [])
        }
        readContent()
        if entries.isEmpty, !diagnostics.hasErrors {
            report(NoContent(), Self.contentFolder)
        }
        return Inventory(guides: entries, files: files, snippets: snippets)
    }

    /// There may be thousands of guides: their folders are read on all cores.
    private mutating func readContent() {
        let listing = (list(Self.contentFolder) ?? []).filter { !$0.name.hasPrefix(".") }
        let (project, languages) = (project, languages)
        let folders = listing.filter { $0.kind == .folder }.map(\.name)
        let readers = Parallel.map(count: folders.count) { index in
            var reader = InventoryReader(project, languages: languages)
            let name = folders[index]
            reader.files = Set(reader.readFolder(name).map { ExactText("\(name)/\($0.text)") })
            return reader
        }
        for reader in readers {
            entries += reader.entries
            diagnostics += reader.diagnostics
            snippets += reader.snippets
            if !reader.files.isEmpty { files.formUnion(reader.files) }
        }
        // What lies beside the guides belongs to none.
        var (found, assets): ([LanguageTag], Set<ExactText>) = ([], [])
        for (name, kind) in listing where kind != .folder { sort(name, kind, Self.contentFolder, &found, &assets) }
        files.formUnion(assets)
        compareNames(listing, in: Self.contentFolder)
    }

    private mutating func list(_ folder: String) -> [(name: String, kind: FileKind)]? {
        guard let listing = try? project.files.listing(of: folder) else {
            report(UnreadableFile(reason: "the folder cannot be listed"), folder)
            return nil
        }
        return listing
    }

    /// A folder with the file of a language is a guide; the folders in it are its own, unless they are guides too.
    ///
    /// - Returns: the files that belong to no guide in the folder, by their paths in it.
    private mutating func readFolder(_ id: String) -> Set<ExactText> {
        let folder = "\(Self.contentFolder)/\(id)"
        guard let listing = list(folder) else { return [] }
        var found: [LanguageTag] = []
        var assets: Set<ExactText> = []
        var shared: [String] = []
        for (name, kind) in listing where !name.hasPrefix(".") {
            if kind == .file, isSnippet(name, in: id) {
                shared.append(name)
            } else if kind == .folder {
                let inner = readFolder("\(id)/\(name)")
                assets.formUnion(inner.map { ExactText("\(name)/\($0.text)") })
            } else {
                sort(name, kind, folder, &found, &assets)
            }
        }
        compareNames(listing, in: folder)
        // In a guide's folder there are none.
        for name in shared where !found.isEmpty { sort(name, .file, folder, &found, &assets) }
        if found.isEmpty { snippets += shared.map { "\(id)/\($0)" } }
        let names = listing.map(\.name)
        // Most guides have every language, and need no list of their own.
        let ordered = found.count == languages.count ? languages : languages.filter(found.contains)
        if !ordered.isEmpty {
            // The home and its language's script stand beside the guides.
            if id == LanguageScript.name { report(TakenName(), folder) }
            for name in Self.pageNames {
                if assets.contains(ExactText(name)) { report(TakenName(), "\(folder)/\(name)") }
                if id == name || id.hasSuffix("/\(name)") { report(TakenName(), folder) }
            }
            entries.append(
                Inventory.Entry(
                    id: id, languages: ordered, assets: assets,
                    hasMetadata: names.contains("guide.yaml"),
                    hasTranslationRecords: names.contains(TranslationRecords.fileName)))
            return []
        }
        if names.contains("guide.yaml") {
            report(NoLanguageFile(expected: languages.map { "\($0).md" }), folder)
        }
        return assets
    }

    /// Whether a file is a snippet, `name.en.md` in the folder of snippets.
    private func isSnippet(_ name: String, in id: String) -> Bool {
        guard id == SnippetReader.folder || id.hasPrefix(SnippetReader.folder + "/") else { return false }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count > 2, parts.last == "md" else { return false }
        return languages.contains { $0.rawValue == parts[parts.count - 2] }
    }

    private mutating func sort(
        _ name: String, _ kind: FileKind, _ folder: String, _ found: inout [LanguageTag], _ assets: inout Set<ExactText>
    ) {
        switch kind {
        case .file: break
        case .folder: return
        case .link: return report(SkippedLink(), "\(folder)/\(name)")
        case .other:
            return report(
                UnreadableFile(reason: "it is not a file, but a FIFO, a socket or a device"), "\(folder)/\(name)")
        case .misnamed: return report(UnreadableFile(reason: "its name is not UTF-8"), "\(folder)/\(name)")
        }
        if name == "guide.yaml" || name == TranslationRecords.fileName { return }
        if name.hasSuffix(".md"), let tag = LanguageTag(rawValue: String(name.dropLast(3))), languages.contains(tag) {
            found.append(tag)
            return
        }
        let misplaced = MisplacedFile(name: name, folder: folder, languages: languages)
        guard let advice = misplaced.advice else {
            if !name.hasSuffix(".md") { assets.insert(ExactText(name)) }
            return
        }
        let problem = UnknownLanguageFile(name: misplaced.stem, known: languages.map(\.rawValue), advice: advice)
        report(problem, "\(folder)/\(name)")
    }

    /// Names that the file system tells apart here, and others do not: of two such files one takes the other's place.
    private mutating func compareNames(_ listing: [(name: String, kind: FileKind)], in folder: String) {
        guard listing.count > 1 else { return }
        var seen: [String: String] = [:]
        for (name, _) in listing where !name.hasPrefix(".") {
            let key = name.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) } ? name : Self.folded(name)
            if let first = seen[key] { report(SimilarName(name: name, other: first), "\(folder)/\(name)") }
            seen[key] = seen[key] ?? name
        }
    }

    /// A name as macOS and Windows compare it: without case, in one normal form.
    private static func folded(_ name: String) -> String { name.precomposedStringWithCanonicalMapping.lowercased() }

    private mutating func report(_ problem: some Problem, _ path: String) {
        diagnostics.append(Diagnostic(problem, at: Place(path: path)))
    }
}
