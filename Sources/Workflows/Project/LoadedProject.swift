import Checks
import Guides
import Values

/// Configuration, tables, inventory and values, read and found good enough to begin with.
public struct LoadedProject: Sendable {
    let folder: ProjectFolder
    /// Configuration, tables and inventory.
    package let project: Project
    /// What was given besides the configuration.
    private let given: [GivenValue]
    /// The values that guides are filled with.
    package let book: ValueBook
    /// Nil where no page of the site is made.
    let site: SiteTemplates?
    /// The pages that stand elsewhere than their guides; none before the guides' files were read.
    private(set) var paths = PagePaths()

    init(
        _ folder: ProjectFolder, _ project: Project, given: [GivenValue], audience: Audience, site: SiteTemplates? = nil
    ) {
        self.folder = folder
        self.project = project
        self.given = given
        self.site = site
        book = ValueBook(project.configuration, given: given, audience: audience)
    }

    /// The project with more values given, which overrule those before.
    func giving(_ values: [GivenValue]) -> LoadedProject {
        LoadedProject(folder, project, given: given + values, audience: book.audience, site: site)
    }

    /// The project with the paths of its pages.
    func with(_ paths: PagePaths) -> LoadedProject {
        var loaded = self
        loaded.paths = paths
        return loaded
    }

    /// The project with other files in its guides' folders.
    func with(_ inventory: Inventory) -> LoadedProject {
        let other = Project(
            configuration: project.configuration, languages: project.languages, kinds: project.kinds,
            inventory: inventory, redirects: project.redirects)
        return LoadedProject(folder, other, given: given, audience: book.audience, site: site).with(paths)
    }

    /// The values for a guide that brings examples of its own.
    func resolve(examples: [String: Value]) -> ResolvedValues {
        project.configuration.values.resolve(examples: examples, given: given, audience: book.audience)
    }

    /// What keeps secrets out of whatever is reported of this project.
    var gate: SecretGate { SecretGate(book) }

    /// Whether the site has a page that says which translations are behind.
    var hasTranslationsPage: Bool { SiteTemplates.hasTranslationsPage(for: book.audience, project.languages.count) }

    /// A file of a guide's folder, or with an empty ID of the content's own, by its path in it.
    static func path(_ guide: String, _ name: String) -> String {
        "\(InventoryReader.contentFolder)/\(guide.isEmpty ? "" : guide + "/")\(name)"
    }
}
