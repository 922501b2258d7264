import Checks
import Foundation
import Guides
import Sources
import TestSupport
import Values

/// A project in memory, checked as a whole: what an example or a fixture leaves out is supplied.
struct ExampleProject {
    /// The bytes of each file by its path from the project's folder.
    private(set) var files: [String: [UInt8]] = [:]
    /// The day of the check.
    var today: CalendarDate?
    /// Whether translations are current where no file says otherwise, so that a fault is told once.
    var acceptsTranslations = false

    /// The guide that an example's bare names belong to.
    static let guide = "content/example"
    /// A guide for links to lead to, and files for images to show.
    private static let others = ["content/other/fr.md", "content/other/en.md", "\(guide)/form-example.png"]

    /// Takes an example's files, with all that they lack.
    init(_ example: CheckExample) {
        for file in example.files { files[Self.path(file.path)] = Array(Self.completed(file).utf8) }
        today = example.today.flatMap { CalendarDate(iso: $0) }
        for path in Self.others where files[path] == nil {
            files[path] = Array(Self.completed("OK.", at: path.suffix(5) == "fr.md" ? "fr.md" : "en.md").utf8)
        }
        if files["vademecum.yaml"] == nil { files["vademecum.yaml"] = Array(Self.configuration.utf8) }
    }

    /// Takes the files of folders, the later the stronger.
    init(folders: [URL]) throws {
        for folder in folders {
            for path in try TemporaryFolder.files(in: folder) {
                files[path] = Array(try Data(contentsOf: folder.appending(path: path)))
            }
        }
    }

    mutating func write(_ bytes: [UInt8], at path: String) { files[path] = bytes }

    // MARK: Checking

    /// Everything that is found, by place.
    func diagnose() throws -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        let configurationFile = file("vademecum.yaml")
        let (read, problems) = Configuration.read(configurationFile)
        diagnostics += problems
        guard let configuration = read else { return diagnostics }
        let languages = try configuration.languages.compactMap { tag -> Language? in
            let (language, problems) = Language.read(try table("languages/\(tag).yaml"), tag: tag)
            diagnostics += problems
            return language
        }
        let (kind, _) = Kind.read(try table("kinds/how-to.yaml"), id: "how-to")
        let project = Project(
            configuration: configuration, languages: languages, kinds: kind.map { ["how-to": $0] } ?? [:],
            inventory: inventory(languages.map(\.tag)))
        let book = ValueBook(configuration, audience: .public)
        let context = CheckContext(project: project, book: book, today: today)

        var facts: [GuideFacts] = []
        var suppressions: [Suppression] = []
        for entry in project.inventory.guides {
            let editions = languages.filter { entry.languages.contains($0.tag) }
                .map { (language: $0, file: file("content/\(entry.id)/\($0.tag).md")) }
            let records = "content/\(entry.id)/translations.yaml"
            let guideFiles = GuideFiles(
                id: entry.id, metadata: file("content/\(entry.id)/guide.yaml"),
                translations: files[records] == nil ? nil : file(records), editions: editions)
            let accepts = acceptsTranslations || "content/\(entry.id)" != Self.guide
            let read = accepts && files[records] == nil ? accepted(guideFiles, project) : guideFiles
            guard let guide = GuideReader(project).read(read, &diagnostics) else { continue }
            diagnostics += CheckRegistry.diagnose(guide, in: context, scope: .all)
            suppressions += Suppression.read(guide, &diagnostics)
            facts.append(GuideFacts(guide))
        }
        let own = files.keys.filter { $0.hasPrefix("templates/") }.sorted()
        let templates = own.filter { !$0.hasSuffix(".yaml") }.map(file)
        let tables = own.filter { $0.hasSuffix(".yaml") }.map(file)
        let projectFiles = ProjectFiles(configuration: configurationFile, templates: templates, tables: tables)
        diagnostics += CheckRegistry.diagnose(projectFiles, in: context)
        diagnostics += CheckRegistry.diagnose(facts, in: context)
        let filter = SuppressionFilter(suppressions, rules: configuration.ignores)
        return filter.apply(to: diagnostics).sortedByPlace()
    }

    /// A guide's files with its translations recorded as current.
    private func accepted(_ files: GuideFiles, _ project: Project) -> GuideFiles {
        var ignored: [Diagnostic] = []
        guard let source = project.configuration.sourceLanguage,
            let guide = GuideReader(project).read(files, &ignored)
        else { return files }
        let states = guide.translationStates(from: source)
        var records = TranslationRecords(source: source)
        for state in states {
            for unit in state.units {
                guard let translation = unit.translation else { continue }
                records.languages[state.language, default: [:]][unit.source.id] = TranslationRecords.Unit(
                    source: unit.source.blocks.map(\.fingerprint), translation: translation.fingerprint)
            }
        }
        let text = records.text(
            languages: project.languages.map(\.tag), sections: states.first?.units.map(\.source.id) ?? [])
        return GuideFiles(
            id: files.id, metadata: files.metadata,
            translations: SourceFile(path: "content/\(files.id)/translations.yaml", text: text),
            editions: files.editions)
    }

    /// A file; an empty one where there is none.
    func file(_ path: String) -> SourceFile { SourceFile(path: path, bytes: files[path] ?? []) }

    private func table(_ name: String) throws -> SourceFile {
        let path = "templates/\(name)"
        if files[path] != nil { return file(path) }
        return SourceFile(path: path, bytes: Array(try Data(contentsOf: Package.folder.appending(path: path))))
    }

    private func inventory(_ languages: [LanguageTag]) -> Inventory {
        let content = files.keys.filter { $0.hasPrefix("content/") }
        let folders = Set(
            content.map { String($0.dropFirst(8)[..<($0.dropFirst(8).lastIndex(of: "/") ?? $0.endIndex)]) })
        return Inventory(
            guides: folders.sorted().compactMap { id in
                let names = content.filter { $0.hasPrefix("content/\(id)/") }.map { String($0.dropFirst(9 + id.count)) }
                let found = languages.filter { names.contains("\($0).md") }
                let assets = names.filter { !$0.hasSuffix(".md") && !$0.hasSuffix(".yaml") }
                return found.isEmpty ? nil : Inventory.Entry(id: id, languages: found, assets: Set(assets))
            })
    }

    // MARK: What examples leave out

    /// The path that a bare name stands for.
    static func path(_ name: String) -> String {
        name.hasSuffix(".md") && !name.contains("/") || ["guide.yaml", "translations.yaml"].contains(name)
            ? "\(guide)/\(name)" : name
    }

    /// The text of an example's file as the reader needs it, without its markers.
    private static func completed(_ file: CheckExample.File) -> String {
        MarkedText(completed(file.marked, at: file.path)).text
    }

    /// The same with its markers: front matter, sections and settings are put around what is there.
    static func completed(_ text: String, at path: String) -> String {
        switch path {
        case "vademecum.yaml": return text.contains("title:") ? text : "title: Guides\nlanguages: [fr, en]\n\(text)"
        case "fr.md", "en.md": break
        default: return text
        }
        let isFrench = path == "fr.md"
        var text = text
        if ["---\ntitle", "---⟧\ntitle", "---\n⟦title"].contains(where: text.contains) { return text }
        if !text.contains("## ") { text = "## \(isFrench ? "Problème" : "Problem")\n\n\(text)" }
        let rest = isFrench ? frenchSections : englishSections
        let missing = rest.filter { !MarkedText(text).text.contains($0.title) }.map { "\n\n\($0.title)\n\n\($0.text)" }
            .joined()
        let front = isFrench ? "title: Titre\nsummary: Résumé." : "title: Title\nsummary: Summary."
        return "---\n\(front)\n---\n\n\(text)\(missing)\n"
    }

    private static let frenchSections = [
        (title: "## Étapes", text: "### Attendre\n\nAttends un peu."),
        (title: "## Vérification", text: "Tout va bien."),
    ]
    private static let englishSections = [
        (title: "## Steps", text: "### Wait\n\nWait a little."),
        (title: "## Verification", text: "All is well."),
    ]

    private static let configuration = """
        title: Guides
        languages: [fr, en]
        values:
          org.id: {type: identifier, pattern: 'org-[A-Za-z0-9]+', private: true, example: org-XXXXXXXXXXXX}
          model: {type: identifier, example: m-1}
          plan: {type: choice, choices: {free: {fr: gratuit, en: free}, paid: {fr: payant, en: paid}}}
          limit.current: {type: integer, value: 40000}
          limit.wanted: {type: integer, value: 100000}
          limits:
            type: table
            columns: {model: {type: identifier}, tpm: {type: integer}}
            value: [{model: m-1, tpm: 40000}]
          links.limits: {type: url, value: "https://example.org/limits"}

        """
}
