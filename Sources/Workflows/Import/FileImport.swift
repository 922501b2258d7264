import Checks
import Foundation
import Guides
import Import
import Sources
import Values

/// Makes a guide of one Markdown file, or a language of a guide that there is.
public struct FileImport {
    private let project: ImportProject
    private let source: SourceFile
    private let options: ImportOptions
    /// What was left of another markup, once the text is Markdown; nil where it was nothing else.
    private let left: [String]?

    /// - Parameters:
    ///   - source: the text, under the path by which it was named.
    ///   - folder: where the project is, or shall be.
    public init(_ source: SourceFile, into folder: String, _ values: ValueOptions, _ options: ImportOptions) {
        let decoded = PlainText.decoded(source)
        let plain = PlainText.markdown(decoded)
        self.source = plain?.file ?? decoded
        left = plain?.open
        self.options = options
        project = ImportProject(folder, values)
    }

    /// Reads, converts, checks, and writes everything or nothing.
    public func run() -> Outcome<ImportReport> {
        var diagnostics: [Diagnostic] = []
        do throws(Refusal) {
            let report = try convert(&diagnostics)
            return Outcome(report, diagnostics)
        } catch {
            return Outcome(nil, diagnostics + error.diagnostics, isUsage: error.isUsage)
        }
    }

    private func convert(_ found: inout [Diagnostic]) throws(Refusal) -> ImportReport {
        guard !source.bytes.allSatisfy(\.isSpace) else { throw .usage(BadImport(.empty), at: source.path) }
        let ending = source.path.split(separator: "/").last?.split(separator: ".").last.map { $0.lowercased() } ?? ""
        guard !Self.others.contains(ending) else { throw .usage(BadImport(.notMarkdown(ending)), at: source.path) }
        // What is no text has no language.
        let bad = TextScan(source.bytes).findings.first { finding in
            switch finding.kind {
            case .invalidUTF8, .encoding: true
            default: false
            }
        }
        if let bad { throw Refusal([Diagnostic(BadCharacter(bad.kind), at: source.place(bad.range))], isUsage: true) }
        let language = try language(&found)
        let configuration = try project.begin(language, adds: options.into != nil, &found)
        let id = try target(language.tag)
        var first: GuideConversion.FirstEdition?
        var kind = try project.kind("how-to", &found)
        if let into = options.into {
            let guide = try project.guide(into, configuration, &found)
            kind = guide.kind
            let edition = guide.editions.first
            first = GuideConversion.FirstEdition(
                sections: edition?.parts.map(\.id) ?? [],
                values: guide.metadata.errors.flatMap(\.names) + (edition?.uses.map(\.name) ?? []))
        }
        let known = configuration.values.compactMap { ImportedValue($0, in: language.tag) }
        guard var conversion = GuideConversion(source, language, kind, known: known, first: first, &found) else {
            throw Refusal(isUsage: true)
        }
        var result = conversion.convert()
        try project.change(source: source.path) { edits in
            if options.into != nil { edits.add(language) }
            for value in result.values where value.isDeclared { edits.label(value, in: language.tag) }
            return edits.declare(result.values.filter { !$0.isDeclared }, in: language.tag)
        }
        let text = "content/\(id)/\(language.tag).md"
        var files = NeighbouringFiles(source.path, id, language.tag.rawValue)
        result.markdown = files.rewrite(result.markdown) { project.bytes($0) }
        for (name, bytes) in files.found { try project.write(bytes, to: "content/\(id)/\(name)") }
        try project.write(result.markdown, to: text)
        if options.into == nil {
            try project.write(Array(GuideMetadataText.text(kind: kind.id, result).utf8), to: "content/\(id)/guide.yaml")
        }
        var report = ImportReport()
        report.guides = [ImportReport.Guide(id: id, language: language.tag.rawValue, source: source.path)]
        report.decisions = result.decisions
        if let left {
            report.decisions += ([ImportDecision.rewritten] + left).map {
                ImportDecision(text: $0, source.path, isOpen: $0 != ImportDecision.rewritten)
            }
        }
        report.findings = project.mend(guides: [id], texts: [text])
        if options.into != nil, !report.findings.hasErrors {
            project.accept(id, language.tag)
            report.findings = project.mend(guides: [id], texts: [])
        }
        report.isDry = options.isDry
        report.written = options.isDry ? project.changes : try project.commit()
        return report
    }

    // MARK: What, and where

    /// Endings of files that hold no text for readers.
    private static let others: Set = [
        "yaml", "yml", "json", "toml", "xml", "csv", "png", "jpg", "jpeg", "gif", "webp", "svg", "pdf", "doc", "docx",
        "odt", "rtf", "zip",
    ]

    /// The language that the command names, the file's name tells, or the words do.
    private func language(_ found: inout [Diagnostic]) throws(Refusal) -> Language {
        let known = project.languages(&found)
        if let tag = options.language {
            if let language = known.first(where: { $0.tag == tag }) { return language }
            throw .usage(UnknownLanguage(name: tag.rawValue, known: known.map(\.tag.rawValue)), at: source.path)
        }
        let name = ImportNames(source.path)
        if let tag = name.language, let language = known.first(where: { $0.tag.rawValue == tag }) { return language }
        // The project's own languages come first.
        let own = project.tags.map { tags in known.filter { tags.contains($0.tag.rawValue) } } ?? []
        guard
            let language = ImportNames.language(of: source.bytes, among: own)
                ?? ImportNames.language(of: source.bytes, among: known)
        else {
            throw .usage(BadImport(.noLanguage), at: source.path)
        }
        return language
    }

    /// The guide's ID, where nothing is yet.
    private func target(_ language: LanguageTag) throws(Refusal) -> String {
        if let into = options.into {
            let path = "content/\(into)/\(language).md"
            guard !project.has(path) else { throw .usage(ExistingTarget(source: source.path), at: path) }
            return into
        }
        let id = options.guide ?? ImportNames(source.path).guide(titled: ImportNames.title(of: source))
        guard ImportNames.isGuide(id) else { throw .usage(BadImport(.badGuide(id)), at: source.path) }
        guard !project.has("content/\(id)") else {
            throw .usage(ExistingTarget(source: source.path), at: "content/\(id)")
        }
        return id
    }
}
