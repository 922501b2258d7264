import Checks
import Guides
import Rendering

/// Takes one guide from its files to what one reader wants of it. Of the other guides only the patterns are read,
/// and those only where a message has to be looked up.
public struct Personaliser: Sendable {
    /// What stands in the way.
    public struct Failure: Error {
        /// What was found.
        public let diagnostics: [Diagnostic]
        /// Whether the command line or the configuration is wrong, rather than the content or the message.
        public let isUsage: Bool
    }

    private let folder: ProjectFolder
    private let project: Project
    private let entry: Inventory.Entry
    private let language: Language
    private var given: [GivenValue]
    /// What was found on the way that does not stand in it.
    public let warnings: [Diagnostic]

    /// Finds the guide, and reads the values that there are.
    ///
    /// - Parameter environment: the process's variables, for values and for the language.
    public init(_ folder: ProjectFolder, _ options: PersonalOptions, environment: [String: String]) throws(Failure) {
        var diagnostics: [Diagnostic] = []
        guard let file = folder.read(ProjectFolder.configurationName, &diagnostics) else {
            throw Failure(diagnostics: diagnostics, isUsage: true)
        }
        let (read, problems) = Configuration.read(file)
        diagnostics += problems
        guard let configuration = read, let source = configuration.sourceLanguage else {
            throw Failure(diagnostics: diagnostics, isUsage: true)
        }
        var inventoryReader = InventoryReader(folder, languages: configuration.languages)
        let inventory = inventoryReader.read()
        diagnostics += inventoryReader.diagnostics
        let tag: LanguageTag
        if let asked = options.language {
            guard let known = configuration.languages.best(for: asked) else {
                let problem = UnknownLanguage(name: asked.rawValue, known: configuration.languages.map(\.rawValue))
                throw Failure(diagnostics: [Diagnostic(problem, at: Place(path: "--language"))], isUsage: true)
            }
            tag = known
        } else {
            tag = EnvironmentLanguage.tag(environment).flatMap { configuration.languages.best(for: $0) } ?? source
        }
        let templates = TemplateFolder(project: folder)
        let languages = templates.languages(configuration.languages, &diagnostics)
        let kinds = templates.kinds(&diagnostics)
        var build = BuildOptions()
        build.valueFiles = options.valueFiles
        build.settings = options.settings
        // It is for the reader alone, so private values are filled in.
        let given = GivenValuesReader(folder: folder, configuration: configuration, audience: .team)
            .read(build, environment: environment, &diagnostics)
        guard !diagnostics.hasErrors, let language = languages.first(where: { $0.tag == tag }) else {
            throw Failure(diagnostics: diagnostics.sortedByPlace(), isUsage: true)
        }
        do {
            let found = try GuideFinder(folder: folder, configuration: configuration, inventory: inventory).find(
                options)
            entry = found.entry
            self.given = given + found.values
        } catch {
            throw Failure(diagnostics: error.diagnostics, isUsage: error.isUsage)
        }
        self.folder = folder
        self.language = language
        // The message was somewhere before it came here: in a log, in a chat, in the shell's history.
        if let message = options.message, KeyFormat.mayStand(in: message) {
            diagnostics.append(Diagnostic(KeyInMessage(), at: GuideFinder.place))
        }
        warnings = diagnostics
        project = Project(configuration: configuration, languages: languages, kinds: kinds, inventory: inventory)
    }

    // MARK: Questions

    /// What the reader could still say: the values that the guide depends on and that are examples, or nothing yet.
    public func questions() throws(Failure) -> [PersonalQuestion] {
        let guide = try read()
        let values = PersonalValues(guide, configuration: project.configuration, resolved: resolve(guide.metadata))
        return values.missing.map { PersonalQuestion($0, language: language.tag, resolved: values[$0.name]) }
    }

    /// Takes the reader's answer to a question; what is wrong with it, where it is no value of the type.
    public mutating func answer(_ question: PersonalQuestion, with text: String) -> Diagnostic? {
        let (value, problems) = project.configuration.given(setting: "\(question.name)=\(text)")
        if let value { given.append(value) }
        return problems.first
    }

    // MARK: Results

    /// Fills the guide in and writes it.
    ///
    /// - Parameter width: how many columns a text may have.
    public func write(_ format: PersonalFormat, width: Int) throws(Failure) -> PersonalGuide {
        let guide = try read()
        let resolved = resolve(guide.metadata)
        let values = PersonalValues(guide, configuration: project.configuration, resolved: resolved)
        var diagnostics = CheckRegistry.diagnose(guide, in: CheckContext(project: project, book: book))
        guard !diagnostics.hasErrors else { throw Failure(diagnostics: diagnostics, isUsage: false) }
        let filled = guide.filled(from: book)
        guard let edition = filled.editions.first else { throw Failure(diagnostics: diagnostics, isUsage: false) }
        PersonalLinks(edition, guide: filled.id, folder: folder, site: project.configuration.url ?? "")
            .settle(inlinesImages: format == .html)
        let text: [UInt8]
        switch format {
        case .text:
            edition.addExamples(values)
            text = Array(TextRenderer(edition, width: width).render().utf8)
        case .markdown:
            edition.addExamples(values)
            text = rendered(edition).markdown
        case .json:
            edition.addExamples(values)
            let title = edition.title
            text = PersonalReport(guide: filled.id, title: title, values: values, texts: edition.texts)
                .json(markdown: rendered(edition).markdown)
        case .html:
            let page = PersonalPage(project: project, templates: TemplateFolder(project: folder), language: language)
            text = page.html(rendered(edition), of: filled.id, tags: filled.metadata.tags, &diagnostics)
            guard !diagnostics.hasErrors else { throw Failure(diagnostics: diagnostics, isUsage: true) }
        }
        let isTranslated = edition.language.tag == language.tag
        return PersonalGuide(
            text: text, id: entry.id, values: values, language: edition.language,
            notice: isTranslated ? nil : language.term("untranslated-notice"), diagnostics: diagnostics)
    }

    private func rendered(_ edition: FilledEdition) -> RenderedEdition {
        RenderedEdition(edition, tags: ValueTags(edition.texts), pointsLinks: false)
    }

    private var book: ValueBook { ValueBook(project.configuration, given: given, audience: .team) }

    private func resolve(_ metadata: GuideMetadata) -> ResolvedValues {
        project.configuration.resolve(examples: metadata.examples, given: given, audience: .team)
    }

    /// The guide in the reader's language alone, else in the first that it is written in.
    private func read() throws(Failure) -> Guide {
        var diagnostics: [Diagnostic] = []
        let tag = entry.languages.contains(language.tag) ? language.tag : entry.languages.first
        let one = Inventory.Entry(
            id: entry.id, languages: tag.map { [$0] } ?? [], assets: entry.assets, hasMetadata: entry.hasMetadata)
        let reader = GuideFilesReader(folder: folder, languages: project.languages)
        guard let files = reader.read(one, &diagnostics), let guide = GuideReader(project).read(files, &diagnostics),
            !diagnostics.hasErrors
        else { throw Failure(diagnostics: diagnostics.sortedByPlace(), isUsage: false) }
        return guide
    }
}

/// A guide for one reader.
public struct PersonalGuide: Sendable {
    /// What was asked for, in the format that was.
    public let text: [UInt8]
    /// The guide's ID.
    public let id: String
    /// The values that it depends on.
    public let values: PersonalValues
    /// The language that it is in.
    public let language: Language
    /// Why it is not in the reader's; nil where it is.
    public let notice: String?
    /// What was found that does not stand in the way.
    public let diagnostics: [Diagnostic]
}

/// A language that the site does not have.
struct UnknownLanguage: Problem {
    static let check = "unknown-language"
    let name: String
    let known: [String]

    var message: String { "the site has no guides in `\(name)`" }
    var help: String? { "the languages are \(known.joined(separator: ", "))" }
}
