import Checks
import Foundation
import Guides
import Sources
import Values

/// Reads a project: what every use case begins with. All faults come in one run.
package struct ProjectLoader {
    /// What is to be made of the project.
    package enum Purpose {
        /// The site: its templates are compiled.
        case site
        /// Anything else of all guides: templates are only looked at for faults.
        case guides
        /// A guide for one reader, which needs no templates.
        case guide
        /// A text of no guide, in a language; without one, the file's name may tell.
        case text(path: String, LanguageTag?)

        /// Whether a guide with faults stops the use case, or only that guide is left out.
        var takesAllGuides: Bool {
            switch self {
            case .site, .guide: true
            case .guides, .text: false
            }
        }
    }

    private let folder: ProjectFolder
    private let options: ValueOptions

    /// Reads with what was said of values.
    package init(_ folder: ProjectFolder, _ options: ValueOptions) {
        self.folder = folder
        self.options = options
    }

    /// Reads the project; the value is nil where nothing can be begun with it.
    package func load(_ purpose: Purpose) -> Outcome<LoadedProject> {
        var diagnostics: [Diagnostic] = []
        guard let configuration = configuration(purpose, &diagnostics) else {
            return Outcome(nil, diagnostics, isUsage: true, gate: SecretGate(unread: unread(nil, .public)))
        }
        let templates = TemplateFolder(project: folder)
        let languages = templates.languages(tags(purpose, configuration), &diagnostics)
        let audience = options.audience ?? configuration.audience
        var kinds: [String: Kind] = [:]
        var site: SiteTemplates?
        var inventory = Inventory(guides: [])
        var redirects = Redirects()
        var isUsable = true
        var found: [Diagnostic] = []
        if case .text = purpose {
        } else {
            kinds = templates.kinds(&diagnostics)
            switch purpose {
            case .site:
                site = SiteTemplates.compile(templates, configuration, languages, for: audience, &diagnostics)
                isUsable = site != nil
            case .guides: SiteTemplates.diagnose(templates, configuration, languages, &diagnostics)
            case .guide, .text: break
            }
            var reader = InventoryReader(folder, languages: configuration.languages)
            inventory = reader.read()
            found = reader.diagnostics + configuration.order.diagnose(inventory)
            redirects = self.redirects(configuration, &found)
            isUsable = isUsable && !inventory.guides.isEmpty && !(purpose.takesAllGuides && found.hasErrors)
        }
        let given = GivenValuesReader(folder: folder, configuration: configuration, audience: audience)
            .read(options, &diagnostics)
        let gate = SecretGate(
            ValueBook(configuration, given: given, audience: audience), unread: unread(configuration.values, audience))
        guard isUsable, !diagnostics.hasErrors else {
            return Outcome(nil, diagnostics + found, isUsage: true, gate: gate)
        }
        let project = Project(
            configuration: configuration, languages: languages, kinds: kinds, inventory: inventory, redirects: redirects
        )
        let loaded = LoadedProject(folder, project, given: given, audience: audience, site: site)
        return Outcome(loaded, diagnostics + found, gate: gate)
    }

    /// Those of the configuration, and those of the file.
    private func redirects(_ configuration: Configuration, _ found: inout [Diagnostic]) -> Redirects {
        guard folder.has(Redirects.fileName), let file = folder.read(Redirects.fileName, &found) else {
            return Redirects(configuration.redirects)
        }
        let (redirects, problems) = Redirects.read(file)
        found += problems
        return Redirects(configuration.redirects + redirects)
    }

    /// What is private and may not be read as a value, so that no book knows it.
    private func unread(_ declarations: ValueDeclarations?, _ audience: Audience) -> [UnreadSecrets.Text] {
        var ignored: [Diagnostic] = []
        var files: [SourceFile] = []
        if folder.has(ProjectFolder.configurationName) {
            files += [folder.read(ProjectFolder.configurationName, &ignored)].compactMap { $0 }
        }
        let configured = files.flatMap(UnreadSecrets.configured)
        files = options.files.compactMap { SourceFile.named($0, &ignored) }
        if audience == .team, folder.has(ProjectFolder.localName) {
            files += [folder.read(ProjectFolder.localName, &ignored)].compactMap { $0 }
        }
        let given = files.flatMap { UnreadSecrets.given(in: $0, declarations) }
        let environment = audience == .team ? options.environment : [:]
        return configured + given + UnreadSecrets.given(options.settings, environment, declarations)
    }

    private func tags(_ purpose: Purpose, _ configuration: Configuration) -> [LanguageTag] {
        guard case .text(let path, let tag) = purpose else { return configuration.languages }
        // `content/x/fr.md` is French.
        let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
        return [tag ?? configuration.languages.first { $0.rawValue == name } ?? configuration.languages[0]]
    }

    private func configuration(_ purpose: Purpose, _ diagnostics: inout [Diagnostic]) -> Configuration? {
        if case .text = purpose, !folder.has(ProjectFolder.configurationName) { return undeclared() }
        guard let file = folder.read(ProjectFolder.configurationName, &diagnostics) else { return nil }
        let (configuration, problems) = Configuration.read(file)
        diagnostics += problems
        return configuration
    }

    /// The configuration without a project: every value that is given is declared as a text.
    private func undeclared() -> Configuration? {
        guard let english = LanguageTag(rawValue: "en") else { return nil }
        // What cannot be read is told where its values are.
        var ignored: [Diagnostic] = []
        var names = options.files.compactMap { SourceFile.named($0, &ignored) }.flatMap(ValueDeclarations.names(in:))
        names += options.settings.map { String($0.unicodeScalars.prefix { $0 != "=" }) }
        let values = names.map { name in
            let label = LocalizedText([:], fallback: name)
            return ValueDeclaration(name: name, type: .text, label: label, place: Place(path: "--set \(name)"))
        }
        return Configuration(title: LocalizedText([:], fallback: ""), languages: [english], values: values)
    }
}
