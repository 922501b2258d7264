import Foundation
import Guides
import Values

/// How a flavour calls its files.
///
/// The rules come from:
/// - GitHub: “Don't use the following characters in your wiki page's titles: `\ / : * ? " < > |`. Users on certain
///   operating systems won't be able to work with filenames containing these characters” (GitHub Docs, “About wikis”
///   and “Adding or editing wiki pages”); a page is found by its base name, whatever its case, and `-` stands for a
///   space (Gollum's README).
/// - GitLab: GitLab Docs, “Wiki”, sections “Special characters in page paths” and “Length restrictions for file and
///   directory names”; “Wiki templates” and “Sidebar” for what is reserved.
/// - Gitea: the comment at the head of `services/wiki/wiki_path.go` and its `escapeSegToWeb`.
/// - Azure DevOps: Microsoft Learn, “Wiki file and folder structure in Git”, section “File naming conventions”.
extension WikiFlavor {
    /// The page that the wiki opens with.
    public var homeName: String { self == .gitlab ? "home" : "Home" }

    /// The list beside every page; nil where the wiki shows its own tree.
    var sidebarName: String? {
        switch self {
        case .github, .gitea: "_Sidebar"
        case .gitlab: "_sidebar"
        case .azure: nil
        }
    }

    /// What stands below every page; nil where there is no such thing.
    var footerName: String? { self == .github || self == .gitea ? "_Footer" : nil }

    /// Whether the pages of a language may stand in a folder of their own: GitHub looks a page up by its base name,
    /// and Gitea does not route folders.
    var hasFolders: Bool { self == .gitlab || self == .azure }

    /// Whether the wiki shows a tree whose order is in files, and so wants a page for each language's folder.
    var hasTree: Bool { self == .azure }

    /// What readers see of a page's name: GitHub and GitLab take every dash for a space.
    func shownName(_ title: String) -> String {
        self == .github || self == .gitlab ? title.replacing("-", with: " ") : title
    }

    /// A page's file, without its folder and without `.md`, for a title that the flavour can hold.
    func fileName(_ title: String) -> String {
        switch self {
        case .github, .gitlab: title.replacing(" ", with: "-")
        case .gitea: Self.giteaName(title).replacing("+", with: " ")
        case .azure:
            String(
                title.unicodeScalars.reduce(into: "".unicodeScalars) { name, scalar in
                    name.append(contentsOf: (Self.azureEscapes[scalar] ?? String(scalar)).unicodeScalars)
                })
        }
    }

    /// Gitea's “web path”: a literal dash takes the suffix `.-`, and everything but letters, digits and `-_.~` is
    /// percent-encoded.
    static func giteaName(_ title: String) -> String {
        let hasDash = title.utf8.contains(UInt8(ascii: "-")) || title.hasSuffix(".md")
        let marked = hasDash ? title + ".-" : title.replacing(" ", with: "-")
        return PercentEncoding.encode(path: marked).replacing("%20", with: "+").replacing("/", with: "%2F")
    }

    private static let azureEscapes: [Unicode.Scalar: String] = [
        " ": "-", "-": "%2D", ":": "%3A", "<": "%3C", ">": "%3E", "*": "%2A", "?": "%3F", "|": "%7C", "\"": "%22",
    ]

    /// What keeps a title from being a page's name; nil where nothing does.
    ///
    /// - Parameters:
    ///   - path: the page's path in the repository.
    ///   - isTop: whether the page stands in the wiki's root, where some names are taken.
    func fault(inTitle title: String, path: String, isTop: Bool) -> WikiNameFault? {
        if title.isEmpty { return .empty }
        if let scalar = title.unicodeScalars.first(where: isForbidden) { return .character(String(scalar)) }
        if title.hasPrefix(".") || self == .azure && title.hasSuffix(".") { return .dot }
        let name = path.split(separator: "/").last.map(String.init) ?? path
        if isTop, reservedNames.contains(name.lowercased().replacing(".md", with: "")) { return .reserved }
        switch self {
        case .github, .gitea:
            // What a file system takes; the web has no limit of its own.
            if name.utf8.count > 255 { return .long(name.utf8.count, most: 255, unit: "bytes") }
        case .gitlab:
            let count = name.utf8.count - 3
            if count > 245 { return .long(count, most: 245, unit: "bytes") }
        case .azure:
            if path.utf16.count > 235 { return .long(path.utf16.count, most: 235, unit: "characters") }
        }
        return nil
    }

    private func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.generalCategory == .control { return true }
        return switch self {
        case .github: "\\/:*?\"<>|".unicodeScalars.contains(scalar)
        // A slash would make a folder, and Gitea's own pages have none.
        case .gitea: scalar == "/" || scalar == "\\"
        // Files with the others cannot be checked out on Windows.
        case .gitlab: "\\/:*?\"<>|".unicodeScalars.contains(scalar)
        // “Surrogate characters” are those outside the basic plane.
        case .azure: "/\\#".unicodeScalars.contains(scalar) || scalar.value > 0xFFFF
        }
    }

    /// Names that are taken in the wiki's root, in lower case: the lists, and what the web interface has there.
    private var reservedNames: Set<String> {
        switch self {
        case .github: ["home", "_sidebar", "_footer", "_header", "_new", "_pages", "_history", "_access", "_toc"]
        case .gitlab: ["home", "_sidebar", "pages", "new", "git_access", "templates", "uploads"]
        case .gitea: ["home", "_sidebar", "_footer", "_pages", "_new", "_edit", "raw"]
        case .azure: ["home"]
        }
    }
}

extension String {
    /// The title as a page's name: Unicode NFC, so that the same name is the same bytes on every system, and single
    /// spaces of ASCII.
    var asWikiTitle: String {
        let scalars = precomposedStringWithCanonicalMapping.unicodeScalars.map { scalar in
            scalar.properties.generalCategory == .spaceSeparator ? " " : scalar
        }
        return scalars.split(separator: " ").map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
    }
}
