import Guides
import Sources
import Values

/// A page of the wiki that a guide becomes: its name, and what of the guide stands on it.
public struct WikiAddress: Sendable, Hashable {
    /// The title that the wiki shows.
    public let title: String
    /// The path in the repository, with `.md`.
    public let path: String
    /// The languages on the page, in their order.
    public let languages: [LanguageTag]

    /// The path without `.md`.
    var name: String { String(path.dropLast(3)) }
}

/// Names for all guides, decided before a page is written.
///
/// A title is its page's name. Where all pages stand in one folder and a translation has the same title as an earlier
/// language of its guide, the later one takes its language's name in parentheses: so the source keeps its name
/// whatever is translated. Any other two pages of one name are a fault, for no rule could tell which of them a link
/// means, nor keep their names when a guide comes or goes. Case makes no difference, for on some file systems, and
/// in some wikis, it makes none.
struct WikiNames {
    let settings: WikiSettings
    let languages: [Language]
    private(set) var addresses: [ExactText: [WikiAddress]] = [:]
    private(set) var diagnostics: [Diagnostic] = []
    private var places: [String: Place] = [:]

    init(_ settings: WikiSettings, languages: [Language], guides: [WikiGuide]) {
        self.settings = settings
        self.languages = languages
        for guide in guides {
            name(guide)
            nameAssets(of: guide)
        }
    }

    private mutating func name(_ guide: WikiGuide) {
        guard settings.layout == .pages else {
            guard let first = guide.editions.first else { return }
            let languages = guide.editions.map(\.language)
            addresses[ExactText(guide.id)] = [address(first, title: first.name, of: guide, languages: languages)]
            return
        }
        var taken: Set<String> = []
        addresses[ExactText(guide.id)] = guide.editions.map { edition in
            var title = edition.name
            let isTaken = !taken.insert(title.lowercased()).inserted
            if isTaken, !settings.flavor.hasFolders,
                let language = languages.first(where: { $0.tag == edition.language })
            {
                title += " (\(language.name.asWikiTitle))"
            }
            return address(edition, title: title, of: guide, languages: [edition.language])
        }
    }

    private mutating func address(
        _ edition: WikiGuide.Edition, title: String, of guide: WikiGuide, languages: [LanguageTag]
    ) -> WikiAddress {
        let flavor = settings.flavor
        let folder = folder(of: guide, edition.language)
        let path = folder + flavor.fileName(title) + ".md"
        if let fault = flavor.fault(inTitle: title, path: path, isTop: folder.isEmpty) {
            let problem = BadWikiName(flavor: flavor, title: title, fault: fault)
            diagnostics.append(Diagnostic(problem, at: edition.titlePlace))
        } else if let first = places[path.lowercased()] {
            let related = Diagnostic.Related(first, "this page has the name already")
            let problem = WikiNameCollision(title: title, isShared: flavor.hasFolders == false)
            diagnostics.append(Diagnostic(problem, at: edition.titlePlace, related: [related]))
        } else {
            places[path.lowercased()] = edition.titlePlace
        }
        return WikiAddress(title: title, path: path, languages: languages)
    }

    /// Files beside guides whose folders are told apart by a slash alone can come to the same path.
    private mutating func nameAssets(of guide: WikiGuide) {
        for name in guide.assets {
            let path = settings.flavor.assetPath(guide: guide.id, name: name).lowercased()
            let folder = guide.editions.first?.path.split(separator: "/").dropLast().joined(separator: "/") ?? ""
            let place = Place(path: "\(folder)/\(name)")
            if let first = places[path] {
                let related = Diagnostic.Related(first, "this file has the name already")
                diagnostics.append(Diagnostic(WikiFileCollision(name: path), at: place, related: [related]))
            } else {
                places[path] = place
            }
        }
    }

    /// The folder of a page, with a slash at its end; empty for the wiki's root.
    private func folder(of guide: WikiGuide, _ tag: LanguageTag) -> String {
        let flavor = settings.flavor
        guard flavor.hasFolders else { return "" }
        var folder = ""
        if settings.layout == .pages, let language = languages.first(where: { $0.tag == tag }) {
            folder = language.wikiFolder(flavor) + "/"
        }
        // A tree wants a page for each of its folders, and a group of guides has none.
        guard !flavor.hasTree, let slash = guide.id.lastIndex(of: "/") else { return folder }
        return folder + guide.id[...slash]
    }
}

extension WikiSettings {
    /// Whether each language has a page that lists its guides, beside the wiki's home.
    var hasLanguageHomes: Bool { flavor.hasTree && layout == .pages }
}

extension Language {
    /// The folder of the language's pages: its tag, or where readers see the tree, its name.
    func wikiFolder(_ flavor: WikiFlavor) -> String {
        flavor.hasTree ? flavor.fileName(name.asWikiTitle) : tag.rawValue
    }
}

/// What keeps a title from being a page's name.
enum WikiNameFault: Sendable, Equatable {
    case empty
    case character(String)
    case dot
    case reserved
    case long(Int, most: Int, unit: String)
}

/// A title that the wiki cannot have as a page's name.
struct BadWikiName: Problem {
    static let description = CheckDescription(
        "wiki-name", .commands,
        summary: "A page of the wiki that cannot have its name, or shares it with another.",
        why: "Wikis make the address of a page from its title, and some titles cannot be one.",
        mending: "Give the guide another title.")

    let flavor: WikiFlavor
    let title: String
    let fault: WikiNameFault

    var message: String {
        switch fault {
        case .empty: "a page of the wiki needs a name"
        case .character(let character): "\(flavor.displayName)’s wikis cannot have `\(character)` in the name of a page"
        case .dot: "\(flavor.displayName)’s wikis cannot have a full stop at the edge of a page’s name"
        case .reserved: "\(flavor.displayName)’s wikis have a page called “\(title)” already"
        case .long(let count, let most, let unit):
            "the page’s name would take \(count) \(unit), and \(flavor.displayName)’s wikis have room for \(most)"
        }
    }

    var help: String? {
        switch fault {
        case .long: "shorten the title, or give the page a name of its own, `wiki-name:` below the title"
        default: "reword the title, or give the page a name of its own, `wiki-name:` below the title"
        }
    }
}

/// Two pages of one name.
struct WikiNameCollision: Problem {
    static let description = BadWikiName.description
    let title: String
    let isShared: Bool

    var message: String { "two pages of the wiki would be called “\(title)”" }
    var help: String? {
        isShared
            ? "reword one of the titles, or give a page a `wiki-name:`: this wiki’s pages share one folder, whatever their language"
            : "reword one of the titles, or give a page a `wiki-name:`"
    }
}

/// Two files of one path.
struct WikiFileCollision: Problem {
    static let description = BadWikiName.description
    let name: String

    var message: String { "two files would stand at `\(name)` in the wiki" }
    var help: String? { "give one of them another name" }
}
