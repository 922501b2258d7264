import Checks
import Foundation
import Guides
import Rendering

/// Renders any Markdown file, filled, through the same path as a guide's. A project lends its values where there is one.
public struct LooseRendering: Sendable {
    /// What to write.
    public enum Format: String, Sendable, CaseIterable {
        /// The body of a page.
        case html
        /// CommonMark with GFM's tables, alerts and task lists.
        case markdown
    }

    /// What it came to.
    public struct Result: Sendable {
        /// The text; empty where there are errors.
        public var text: [UInt8] = []
        /// What was found.
        public var diagnostics: [Diagnostic] = []
        /// Whether the fault is in the way of rendering rather than in the text.
        public var isUsage = false
    }

    private let folder: ProjectFolder?
    private let options: BuildOptions
    private let environment: [String: String]

    /// - Parameter folder: the project whose values to use.
    public init(_ folder: ProjectFolder?, _ options: BuildOptions, environment: [String: String]) {
        self.folder = folder
        self.options = options
        self.environment = environment
    }

    /// Reads a file of any place on the disk, as it is named on the command line.
    public static func read(_ path: String) -> (file: SourceFile?, diagnostics: [Diagnostic]) {
        do {
            return (SourceFile(path: path, bytes: try Disk.read(path)), [])
        } catch {
            return (nil, [Diagnostic(UnreadableFile(reason: error.reason), at: Place(path: path))])
        }
    }

    /// Fills and renders a file.
    public func render(_ file: SourceFile, language tag: LanguageTag?, to format: Format) -> Result {
        var result = Result()
        result.isUsage = true
        guard let configuration = configuration(&result.diagnostics) else { return result }
        let tag = tag ?? Self.language(of: file.path, in: configuration) ?? configuration.languages[0]
        let language = TemplateFolder(project: folder).languages([tag], &result.diagnostics).first
        let audience = options.audience ?? configuration.audience
        let given = GivenValuesReader(folder: folder, configuration: configuration, audience: audience)
            .read(options, environment: environment, &result.diagnostics)
        guard let language, !result.diagnostics.hasErrors else { return result }
        result.isUsage = false
        let project = Project(
            configuration: configuration, languages: [language], kinds: [:], inventory: Inventory(guides: []))
        let book = ValueBook(configuration, given: given, audience: audience)
        let read = LooseReader(project, language: language).read(file, &result.diagnostics)
        if let read {
            result.diagnostics += CheckRegistry.diagnose(read, in: CheckContext(project: project, book: book))
        }
        result.diagnostics = result.diagnostics.sortedByPlace()
        guard let edition = read, !result.diagnostics.hasErrors else { return result }
        let filled = edition.filled(from: book)
        let rendered = RenderedEdition(filled, tags: ValueTags(filled.texts), pointsLinks: false)
        result.text = format == .html ? rendered.html : rendered.markdown
        return result
    }

    private func configuration(_ diagnostics: inout [Diagnostic]) -> Configuration? {
        if let folder {
            guard let file = folder.read(ProjectFolder.configurationName, &diagnostics) else { return nil }
            let (configuration, problems) = Configuration.read(file)
            diagnostics += problems
            return diagnostics.hasErrors ? nil : configuration
        }
        guard let english = LanguageTag(rawValue: "en") else { return nil }
        // Without a project nobody declares values, so whatever is given is a text.
        var names = options.valueFiles.flatMap { path in
            (try? Disk.read(path)).map { Configuration.names(in: SourceFile(path: path, bytes: $0)) } ?? []
        }
        names += options.settings.map { String($0.unicodeScalars.prefix { $0 != "=" }) }
        let values = names.map { name in
            let label = LocalizedText([:], fallback: name)
            return ValueDeclaration(name: name, type: .text, label: label, place: Place(path: "--set \(name)"))
        }
        return Configuration(title: LocalizedText([:], fallback: ""), languages: [english], values: values)
    }

    /// `content/x/fr.md` is French.
    private static func language(of path: String, in configuration: Configuration) -> LanguageTag? {
        let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
        return configuration.languages.first { $0.rawValue == name }
    }
}
