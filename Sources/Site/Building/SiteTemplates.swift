import Guides
import Rendering

/// The compiled templates of every language, and the files that go to the output as they are.
struct SiteTemplates: Sendable {
    /// One language's templates.
    struct Pages: Sendable {
        let guide: CompiledTemplate
        let home: CompiledTemplate
        /// Only where the site has the page.
        let translations: CompiledTemplate?
    }

    let pages: [LanguageTag: Pages]
    let languages: CompiledTemplate
    /// The files that pages link to, by their names.
    let files: [(name: String, bytes: [UInt8])]

    /// The stylesheet, and the scripts in the order in which they need each other.
    private static let fileNames = ["site.css", "values.js", "errors.js", "page.js", "site.js"]

    /// Compiles what the project or the program brings; nil, and diagnostics, where a template has faults.
    ///
    /// - Parameter audience: the team's site has pages of its own.
    static func compile(
        _ folder: TemplateFolder, _ configuration: Configuration, _ languages: [Language], for audience: Audience,
        _ diagnostics: inout [Diagnostic]
    ) -> SiteTemplates? {
        guard let guide = folder.read("guide.mustache", &diagnostics),
            let home = folder.read("home.mustache", &diagnostics),
            let root = folder.read("languages.mustache", &diagnostics),
            let source = languages.first
        else { return nil }
        let translations =
            TranslationsWriter.isNeeded(for: audience, languages.count)
            ? folder.read("translations.mustache", &diagnostics) : nil
        let files = fileNames.compactMap { folder.read($0, &diagnostics) }
        var problems: [Diagnostic] = []
        func compile(_ file: SourceFile, _ schema: TemplateSchema, _ language: Language) -> CompiledTemplate? {
            let title = configuration.title[language.tag]
            let constants = PageFrame.constants(language, siteTitle: title, version: vademecumVersion)
            let (template, found) = CompiledTemplate.compile(file, schema: schema.adding(constants: constants))
            // A fault of the template is the same in every language, and is told once.
            problems += found.filter { new in !problems.contains { $0.place == new.place && $0.message == new.message }
            }
            return template
        }
        var pages: [LanguageTag: Pages] = [:]
        for language in languages {
            if let guide = compile(guide, GuidePage.schema(), language),
                let home = compile(home, HomePage.schema(), language)
            {
                let translations = translations.flatMap { compile($0, TranslationsPage.schema(), language) }
                pages[language.tag] = Pages(guide: guide, home: home, translations: translations)
            }
        }
        let chooser = compile(root, LanguagesPage.schema(), source)
        diagnostics += problems
        guard let chooser, pages.count == languages.count, files.count == fileNames.count else { return nil }
        return SiteTemplates(
            pages: pages, languages: chooser, files: Array(zip(fileNames, files.map(\.bytes))))
    }
}

/// The program's version, as `--version` prints it and pages carry it (Semantic Versioning 2.0.0).
public let vademecumVersion = "0.1.0"
