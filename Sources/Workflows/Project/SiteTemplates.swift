import Guides
import Rendering
import Sources
import Values

/// The compiled templates of every language, and the files that go to the output as they are.
struct SiteTemplates: Sendable {
    /// The templates of a language.
    struct Pages: Sendable {
        let guide: CompiledTemplate
        let home: CompiledTemplate
        /// Only where the site has the page.
        let translations: CompiledTemplate?
    }

    let pages: [LanguageTag: Pages]
    let languages: CompiledTemplate
    /// What servers send where nothing is.
    let missing: CompiledTemplate
    /// The pages at the addresses of errors, in each language.
    let error: [LanguageTag: CompiledTemplate]
    /// The pages at addresses that are no more, in each language.
    let redirect: [LanguageTag: CompiledTemplate]
    /// The files that pages link to, by their names.
    let files: [(name: String, bytes: [UInt8])]

    /// The stylesheet, the scripts, and the picture in the tab.
    private static let fileNames = [
        "site.css", "values.js", "site.js", "page.js", "place.js", "moved.js", "reach.js", "address.js", "cleaning.js",
        "cutting.js",
        "reading.js", "matching.js", "mending.js", "finding.js", "markdown.js", "frame.js", "theme.js", "words.js",
        "search.js",
        "aids.js", "filter.js", "open.js", "missing.js", "options.js", "favicon.svg",
    ]

    /// Whether a site says which translations are behind: the public is not concerned with it, and one language has no
    /// translation.
    static func hasTranslationsPage(for audience: Audience, _ languages: Int) -> Bool {
        audience == .team && languages > 1
    }

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
            let error = folder.read("error.mustache", &diagnostics),
            let redirect = folder.read("redirect.mustache", &diagnostics),
            let missing = folder.read("missing.mustache", &diagnostics),
            let source = languages.first
        else { return nil }
        let translations =
            hasTranslationsPage(for: audience, languages.count)
            ? folder.read("translations.mustache", &diagnostics) : nil
        let files = fileNames.compactMap { folder.read($0, &diagnostics) }
        var compiler = TemplateCompiling(configuration: configuration)
        let pages = languages.compactMap { language in
            compiler.pages(guide: guide, home: home, translations: translations, language).map { (language.tag, $0) }
        }
        let chooser = compiler.compile(root, LanguagesPage.schema(), source)
        let nothing = compiler.compile(missing, MissingPage.schema(), source)
        let errors = languages.compactMap { language in
            compiler.compile(error, ErrorAddressPage.schema(), language).map { (language.tag, $0) }
        }
        let redirects = languages.compactMap { language in
            compiler.compile(redirect, RedirectPage.schema(), language).map { (language.tag, $0) }
        }
        diagnostics += compiler.diagnostics
        guard let chooser, let nothing, pages.count == languages.count, errors.count == languages.count,
            redirects.count == languages.count,
            files.count == fileNames.count
        else { return nil }
        return SiteTemplates(
            pages: Dictionary(pages) { first, _ in first }, languages: chooser, missing: nothing,
            error: Dictionary(errors) { first, _ in first }, redirect: Dictionary(redirects) { first, _ in first },
            files: Array(zip(fileNames, files.map(\.bytes))))
    }

    /// Looks for faults alone, where no page is made: in what the project brings, for the program's own has none.
    static func diagnose(
        _ folder: TemplateFolder, _ configuration: Configuration, _ languages: [Language],
        _ diagnostics: inout [Diagnostic]
    ) {
        let schemas: [(name: String, make: () -> TemplateSchema, languages: ArraySlice<Language>)] = [
            ("guide.mustache", { GuidePage.schema() }, languages[...]),
            ("home.mustache", { HomePage.schema() }, languages[...]),
            ("languages.mustache", { LanguagesPage.schema() }, languages.prefix(1)),
            ("missing.mustache", { MissingPage.schema() }, languages.prefix(1)),
            ("error.mustache", { ErrorAddressPage.schema() }, languages[...]),
            ("redirect.mustache", { RedirectPage.schema() }, languages[...]),
            ("translations.mustache", { TranslationsPage.schema() }, languages[...]),
        ]
        var compiler = TemplateCompiling(configuration: configuration)
        for (name, schema, languages) in schemas where folder.overrides(name) {
            guard let file = folder.read(name, &diagnostics) else { continue }
            for language in languages { _ = compiler.compile(file, schema(), language) }
        }
        for name in fileNames where folder.overrides(name) { _ = folder.read(name, &diagnostics) }
        diagnostics += compiler.diagnostics
    }
}

/// Compiles a site's templates, and keeps what is wrong with them.
private struct TemplateCompiling {
    let configuration: Configuration
    private(set) var diagnostics: [Diagnostic] = []

    init(configuration: Configuration) { self.configuration = configuration }

    mutating func compile(_ file: SourceFile, _ schema: TemplateSchema, _ language: Language) -> CompiledTemplate? {
        let title = configuration.title[language.tag]
        let constants = PageFrame.constants(language, siteTitle: title, version: vademecumVersion)
        let (template, found) = CompiledTemplate.compile(file, schema: schema.adding(constants: constants))
        add(found)
        return template
    }

    /// The templates of one language; nil where one of them has faults.
    mutating func pages(
        guide: SourceFile, home: SourceFile, translations: SourceFile?, _ language: Language
    ) -> SiteTemplates.Pages? {
        guard let guide = compile(guide, GuidePage.schema(), language),
            let home = compile(home, HomePage.schema(), language)
        else { return nil }
        let translations = translations.flatMap { compile($0, TranslationsPage.schema(), language) }
        return SiteTemplates.Pages(guide: guide, home: home, translations: translations)
    }

    /// A fault of the template is the same in every language, and is told once.
    private mutating func add(_ found: [Diagnostic]) {
        for new in found where !diagnostics.contains(where: { $0.place == new.place && $0.message == new.message }) {
            diagnostics.append(new)
        }
    }
}
