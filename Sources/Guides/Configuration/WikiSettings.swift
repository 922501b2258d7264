import Sources

/// `wiki:` in `vademecum.yaml`: what the team's wiki is, and how its pages are cut.
public struct WikiSettings: Sendable {
    /// Whose wiki it is.
    public let flavor: WikiFlavor
    /// What stands on one page.
    public let layout: WikiLayout
    /// The wiki's git repository, as git takes it; nil where none is configured.
    public let remote: String?
    /// Whose pages the lists are: the wiki's home, what stands beside every page and below it.
    public let lists: [WikiList: WikiListOwner]
    /// Whether the project says anything of a wiki.
    public let isConfigured: Bool
    /// Where the remote is named, for messages.
    public let remotePlace: Place?

    /// Settings as a project without `wiki:` has them, but for what is given.
    public init(
        flavor: WikiFlavor = .github, layout: WikiLayout = .pages, remote: String? = nil, remotePlace: Place? = nil,
        lists: [WikiList: WikiListOwner] = [:], isConfigured: Bool = false
    ) {
        self.lists = lists
        self.isConfigured = isConfigured
        self.flavor = flavor
        self.layout = layout
        self.remote = remote
        self.remotePlace = remotePlace
    }

    /// Reads the mapping under `wiki:`.
    static func read(_ node: YAMLNode, _ reader: inout YAMLReader) -> WikiSettings {
        let keys = reader.mapping(node, keys: ["flavour", "layout", "remote"] + WikiList.allCases.map(\.rawValue))
        let flavor: WikiFlavor? = keys["flavour"].flatMap { choice($0, "flavour", &reader) }
        let layout: WikiLayout? = keys["layout"].flatMap { choice($0, "layout", &reader) }
        var lists: [WikiList: WikiListOwner] = [:]
        for list in WikiList.allCases {
            lists[list] = keys[list.rawValue].flatMap { choice($0, list.rawValue, &reader) }
        }
        return WikiSettings(
            flavor: flavor ?? .github, layout: layout ?? .pages, remote: keys["remote"].flatMap { reader.text($0) },
            remotePlace: keys["remote"]?.place, lists: lists, isConfigured: true)
    }

    private static func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ node: YAMLNode, _ key: String, _ reader: inout YAMLReader
    ) -> Choice? {
        guard let text = reader.text(node) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let problem = UnknownWikiSetting(key: key, value: text, known: Choice.allCases.map(\.rawValue))
        reader.report(problem, at: node.place)
        return nil
    }
}

/// Whose wiki pages are made for: each has its own rules for names, links and images.
public enum WikiFlavor: String, Sendable, CaseIterable {
    /// GitHub's wikis, and others that follow Gollum.
    case github
    /// GitLab's.
    case gitlab
    /// Gitea's and Forgejo's.
    case gitea
    /// Those of Azure DevOps.
    case azure

    /// The name as its makers write it.
    public var displayName: String {
        switch self {
        case .github: "GitHub"
        case .gitlab: "GitLab"
        case .gitea: "Gitea"
        case .azure: "Azure DevOps"
        }
    }
}

/// What stands on one page of a wiki.
public enum WikiLayout: String, Sendable, CaseIterable {
    /// A guide in one language, with links to its other languages.
    case pages
    /// A guide in all its languages, one below the other.
    case bilingual
}

/// A page of a wiki that lists guides, or stands around the pages.
public enum WikiList: String, Sendable, CaseIterable {
    /// What the wiki opens with.
    case home
    /// What stands beside every page.
    case sidebar
    /// What stands below every page.
    case footer
}

/// Whose a list of the wiki is.
public enum WikiListOwner: String, Sendable, CaseIterable {
    /// Made from the guides.
    case ours
    /// The team's own: none is made.
    case theirs
    /// The team's own, with a part that is made from the guides between two comments.
    case between
}
