import Foundation
import Guides

/// Configuration, tables, inventory and values, read and found good enough to begin with.
public struct LoadedProject: Sendable {
    let folder: ProjectFolder
    let project: Project
    let book: ValueBook
    /// Nil where no page of the site is made.
    let site: SiteTemplates?
    let scriptLanguages: ScriptLanguages

    /// What loading came to.
    enum Outcome {
        case loaded(LoadedProject, diagnostics: [Diagnostic])
        case failed([Diagnostic])
    }

    /// Reads a project.
    ///
    /// - Parameter makesSite: whether pages of the site will be made; otherwise templates are only looked at for faults.
    static func load(
        _ folder: ProjectFolder, _ options: BuildOptions, environment: [String: String], makesSite: Bool = true
    ) -> Outcome {
        var diagnostics: [Diagnostic] = []
        guard let file = folder.read(ProjectFolder.configurationName, &diagnostics) else { return .failed(diagnostics) }
        let (read, problems) = Configuration.read(file)
        diagnostics += problems
        guard let configuration = read else { return .failed(diagnostics) }

        let templates = TemplateFolder(project: folder)
        let languages = templates.languages(configuration.languages, &diagnostics)
        let kinds = templates.kinds(&diagnostics)
        let audience = options.audience ?? configuration.audience
        var site: SiteTemplates?
        if makesSite {
            site = SiteTemplates.compile(templates, configuration, languages, for: audience, &diagnostics)
        } else {
            SiteTemplates.diagnose(templates, configuration, languages, &diagnostics)
        }
        var inventoryReader = InventoryReader(folder, languages: configuration.languages)
        let inventory = inventoryReader.read()

        let given = GivenValuesReader(folder: folder, configuration: configuration, audience: audience)
            .read(options, environment: environment, &diagnostics)
        // A guide that lacks its text is a fault in the content, and the others can be looked at.
        let isUsable = !diagnostics.hasErrors && !inventory.guides.isEmpty
        diagnostics += inventoryReader.diagnostics
        guard isUsable, site != nil || !makesSite else { return .failed(diagnostics) }
        let project = Project(configuration: configuration, languages: languages, kinds: kinds, inventory: inventory)
        let book = ValueBook(configuration, given: given, audience: audience)
        let loaded = LoadedProject(
            folder: folder, project: project, book: book, site: site,
            scriptLanguages: ScriptLanguages(of: site == nil ? [] : languages))
        return .loaded(loaded, diagnostics: diagnostics)
    }
}

/// Reads the values that were given elsewhere than in the configuration.
struct GivenValuesReader {
    /// The project, where there is one.
    let folder: ProjectFolder?
    let configuration: Configuration
    let audience: Audience

    /// A public build reads neither the local file nor the environment: they hold what is not for everybody.
    func read(_ options: BuildOptions, environment: [String: String], _ diagnostics: inout [Diagnostic]) -> [GivenValue]
    {
        var given: [GivenValue] = []
        if audience == .team {
            if let folder, folder.has(ProjectFolder.localName),
                let file = folder.read(ProjectFolder.localName, &diagnostics)
            {
                add(configuration.given(in: file, source: .local), to: &given, &diagnostics)
            }
            add(configuration.given(inEnvironment: environment), to: &given, &diagnostics)
        }
        for path in options.valueFiles {
            guard let file = read(valuesFile: path, &diagnostics) else { continue }
            add(configuration.given(in: file, source: .file), to: &given, &diagnostics)
        }
        for setting in options.settings {
            let (value, problems) = configuration.given(setting: setting)
            diagnostics += problems
            guard let value else { continue }
            if audience == .public, configuration.declaration(named: value.name)?.isPrivate == true {
                diagnostics.append(Diagnostic(PrivateSetting(name: value.name), at: Place(path: "--set \(value.name)")))
            }
            given.append(value)
        }
        return given
    }

    private func read(valuesFile path: String, _ diagnostics: inout [Diagnostic]) -> SourceFile? {
        do {
            return SourceFile(path: path, bytes: try Disk.read(path))
        } catch {
            diagnostics.append(Diagnostic(UnreadableFile(reason: error.reason), at: Place(path: path)))
            return nil
        }
    }

    private func add(
        _ read: (values: [GivenValue], diagnostics: [Diagnostic]), to given: inout [GivenValue],
        _ diagnostics: inout [Diagnostic]
    ) {
        given += read.values
        diagnostics += read.diagnostics
    }
}

/// A private value on the command line of a public build.
struct PrivateSetting: Problem {
    static let check = "private-value"
    let name: String

    var message: String { "`\(name)` is private, and this build is public" }
    var help: String? { "build for the team with `--audience team` and another `--output`" }
}
