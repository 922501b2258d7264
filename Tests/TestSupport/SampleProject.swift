import Foundation
import Guides
import Sources
import Values
import Workflows

/// A project made of a few strings, read as one on the disk would be.
///
///     let project = try SampleProject(values: "limit: {type: integer, value: 40000}", body: "At most {{limit}}.")
///     let filled = try project.filled()
public struct SampleProject: Sendable {
    private let line: Line

    /// Configuration, languages, kinds, and what there is to link to.
    public var project: Project { line.loaded.project }

    /// What stands before the body of a sample; three lines and the line that closes it.
    public static let frontMatter = "---\ntitle: Title\nsummary: Summary\n---\n"

    /// Reads a project.
    ///
    /// - Parameters:
    ///   - values: what stands under `values:` in `vademecum.yaml`.
    ///   - languages: the tags, the source first; French and English are the program's own, Arabic is this file's.
    ///   - kinds: kinds besides the program's own, by their names.
    ///   - content: the files below `content/`, by their paths; those that are no Markdown are there to be linked to.
    public init(
        values: String = "", languages: [String] = ["fr", "en"], kinds: [String: String] = [:],
        content: [String: String]
    ) throws {
        let indented = values.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)\n" }.joined()
        var files = [
            "vademecum.yaml": "title: Test\nlanguages: [\(languages.joined(separator: ", "))]\n"
                + (values.isEmpty ? "" : "values:\n\(indented)")
        ]
        for (name, text) in kinds { files["templates/kinds/\(name).yaml"] = text }
        for (path, text) in content { files["content/\(path)"] = text }
        if languages.contains("ar") { files["templates/languages/ar.yaml"] = try Self.arabic() }
        let folder = ProjectFolder(MemoryFiles(texts: files))
        let outcome = ProjectLoader(folder, ValueOptions(audience: .team)).load(.guides)
        line = Line(try Self.faultless(outcome.value, outcome.diagnostics.filter { $0.severity == .error }))
    }

    /// A project of one guide, called `guide`, in English: front matter, then a body.
    public init(values: String = "", metadata: String = "", body: String) throws {
        try self.init(
            values: values, languages: ["en"],
            content: ["guide/en.md": Self.frontMatter + body, "guide/guide.yaml": metadata])
    }

    /// Reads a guide, with what is wrong with it.
    public func read(_ id: String = "guide", _ diagnostics: inout [Diagnostic]) -> Guide? {
        project.inventory[id].flatMap { line.read($0, &diagnostics) }
    }

    /// Reads a text of no guide.
    public func read(_ text: SourceFile, _ diagnostics: inout [Diagnostic]) -> LooseText? {
        line.read(text, &diagnostics)
    }

    /// What is wrong with a guide, by place.
    public func diagnostics(_ id: String = "guide") -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        _ = read(id, &diagnostics)
        return diagnostics.sortedByPlace()
    }

    /// A guide with which nothing is wrong.
    public func guide(_ id: String = "guide") throws -> Guide {
        var diagnostics: [Diagnostic] = []
        guard let guide = read(id, &diagnostics), diagnostics.isEmpty else { throw SampleError(diagnostics) }
        return guide
    }

    /// A guide with its values.
    ///
    /// - Parameter settings: `NAME=VALUE`, as the command line takes them.
    public func filled(
        _ id: String = "guide", settings: [String] = [], audience: Audience = .team
    ) throws -> FilledGuide {
        line.fill(try guide(id), from: try book(settings: settings, audience: audience))
    }

    /// The values for one audience.
    public func book(settings: [String] = [], audience: Audience = .team) throws -> ValueBook {
        let given = try settings.map { setting in
            let (value, diagnostics) = project.configuration.values.given(setting: setting)
            return try Self.faultless(value, diagnostics)
        }
        return ValueBook(project.configuration, given: given, audience: audience)
    }

    // MARK: Parts

    /// A language by its tag.
    public static func language(_ tag: String) throws -> Language {
        guard let known = LanguageTag(rawValue: tag) else { throw SampleError([]) }
        let text = tag == "ar" ? try arabic() : try text("languages/\(tag).yaml")
        let file = SourceFile(path: "templates/languages/\(tag).yaml", text: text)
        let (language, diagnostics) = Language.read(file, tag: known)
        return try faultless(language, diagnostics)
    }

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: Package.folder.appending(path: "templates/\(path)"), encoding: .utf8)
    }

    private static func faultless<Result>(_ result: Result?, _ diagnostics: [Diagnostic]) throws -> Result {
        guard let result, diagnostics.isEmpty else { throw SampleError(diagnostics) }
        return result
    }

    /// A third language, written right to left, that the program knows nothing of: a file is all it takes. Its words are
    /// English but for those that tests ask for.
    private static func arabic() throws -> String {
        let words = [
            "option": "\"الخيار {number}\"", "recommended": "موصى به",
            "untranslated-notice": "لم يُترجم هذا الدليل بعد.",
        ]
        let terms = try text("languages/en.yaml").split(separator: "\n").drop { $0 != "terms:" }.map { line in
            let key = line.prefix { $0 != ":" }.drop { $0 == " " }
            return words[String(key)].map { "  \(key): \($0)" } ?? String(line)
        }
        return """
            name: العربية
            direction: rtl
            sections:
              problem: المشكلة
              steps: الخطوات
              workarounds: في الانتظار
              verification: التحقق
              notes: ملاحظات

            """ + terms.joined(separator: "\n")
    }
}

/// A sample that is not what its test takes it for.
public struct SampleError: Error, CustomStringConvertible {
    /// What is wrong with it.
    public let description: String

    /// A sample that has faults.
    public init(_ diagnostics: [Diagnostic]) { description = diagnostics.lines.joined(separator: "\n") }
}
