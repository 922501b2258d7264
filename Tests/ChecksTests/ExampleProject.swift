import Checks
import Foundation
import Guides
import Sources
import TestSupport
import Values

@testable import Workflows

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

    /// Leaves all guides out but one.
    mutating func keep(guide: String) {
        files = files.filter { !$0.key.hasPrefix("content/") || $0.key.hasPrefix("content/\(guide)/") }
    }

    mutating func write(_ bytes: [UInt8], at path: String) { files[path] = bytes }

    // MARK: Checking

    /// Everything that is found, by place.
    func diagnose() -> [Diagnostic] {
        let memory = MemoryFiles(files)
        let folder = ProjectFolder(memory)
        for guide in guides where memory.kind("content/\(guide)/translations.yaml") == nil {
            guard acceptsTranslations || "content/\(guide)" != Self.guide else { continue }
            var options = TranslationsOptions()
            options.guide = guide
            _ = TranslationWork(folder, options).accept()
        }
        var options = CheckOptions()
        options.today = today
        return ContentCheck(folder, ValueOptions(), options).check().diagnostics
    }

    /// The folders that hold a text.
    private var guides: Set<String> {
        Set(
            files.keys.filter { $0.hasPrefix("content/") && $0.hasSuffix(".md") }
                .map { $0.split(separator: "/").dropFirst().dropLast().joined(separator: "/") })
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
