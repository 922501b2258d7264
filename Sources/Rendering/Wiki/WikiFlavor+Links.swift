import Guides
import Sources
import Values

/// How a flavour's pages point to pages, places in pages, and files.
///
/// The rules come from:
/// - GitHub: a link takes the page's base name, without `.md`; images are found from the wiki's root (GitHub Docs,
///   “Editing wiki content”). The sanitizer keeps `<a id>` (github/markup's README).
/// - GitLab: GitLab Docs, “Wiki-specific Markdown”, section “Root link”, for pages and files alike; only the parser's
///   own `id`s survive (`lib/banzai/filter/sanitization_filter.rb`).
/// - Gitea: `models/renderhelper/repo_wiki.go`; its sanitizer keeps `id` (`modules/markup/sanitizer_default.go`).
/// - Azure DevOps: Microsoft Learn, “Markdown syntax for files, widgets, and wikis”, sections “Links” and “Anchor
///   links”; attachments are in `.attachments` (“Wiki file and folder structure in Git”).
extension WikiFlavor {
    /// The link to a page.
    ///
    /// - Parameters:
    ///   - path: the page's path in the repository, without `.md`.
    ///   - title: the page's title.
    func link(toPage path: String, title: String) -> String {
        switch self {
        case .github: PercentEncoding.encode(path: path)
        case .gitlab: "/" + PercentEncoding.encode(path: path)
        case .gitea: Self.giteaName(title)
        // What the file's name has encoded is encoded in the link just so.
        case .azure: "/" + PercentEncoding.encode(path: path).replacing("%25", with: "%")
        }
    }

    /// Where a file that a guide links to stands in the repository.
    ///
    /// - Parameter guide: the folder of the file below the content's; empty for the content's own.
    public func assetPath(guide: String, name: String) -> String {
        let path = guide.isEmpty ? name : "\(guide)/\(name)"
        return switch self {
        case .github, .gitlab: "images/\(path)"
        case .gitea: path.replacing("/", with: "-")
        case .azure: ".attachments/" + path.replacing("/", with: "-")
        }
    }

    /// The address of such a file, for pages at any place in the wiki.
    func link(toAsset path: String) -> String {
        switch self {
        case .github, .gitea: PercentEncoding.encode(path: path)
        case .gitlab, .azure: "/" + PercentEncoding.encode(path: path)
        }
    }

    /// Whether an `<a id>` of ours reaches the page; where it does not, links lead to the flavour's own anchors.
    var keepsAnchors: Bool { self == .github || self == .gitea }

    /// Whether `> [!NOTE]` is an alert: GitHub Docs, “Basic writing and formatting syntax”; GitLab since 17.10
    /// (GitLab Docs, “GitLab Flavored Markdown”); Gitea since 1.22.
    package var hasAlerts: Bool { self != .azure }

    /// Whether `[^1]` is a footnote: GitLab Docs, “GitLab Flavored Markdown”, section “Footnotes”; Gitea, whose reader has
    /// goldmark's extension (`modules/markup/markdown/markdown.go`). GitHub has none in wikis (GitHub Docs, “Basic writing
    /// and formatting syntax”, section “Footnotes”), and Azure's page on Markdown knows of none.
    var hasFootnotes: Bool { self == .gitlab || self == .gitea }
}

/// The anchors that a flavour gives the headings of a page.
///
/// The rules come from:
/// - GitHub: lower case, without what is neither letter, mark, digit, connector, `-` nor space, spaces as `-`
///   (html-pipeline's `TableOfContentsFilter`).
/// - GitLab: the same, with runs of `-` as one, and `anchor-` before digits alone (`lib/gitlab/utils/markdown.rb`).
/// - Gitea: letters, numbers, `_` and `-`; every white space as `-` (`CleanValue` in `modules/markup/common`).
/// - Azure DevOps: lower case, spaces as `-`, everything else as it is, and no number for the second of two equal
///   ones (as Markdown All in One describes the service; Microsoft's own page says less).
struct WikiSlugger {
    let flavor: WikiFlavor
    private var used: [String: Int] = [:]

    init(_ flavor: WikiFlavor) { self.flavor = flavor }

    /// The anchor of the page's next heading.
    mutating func slug(_ heading: String) -> String {
        let base = Self.base(heading, flavor)
        guard flavor != .azure else { return base }
        let count = used[base, default: 0]
        used[base] = count + 1
        return count == 0 ? base : "\(base)-\(count)"
    }

    private static func base(_ heading: String, _ flavor: WikiFlavor) -> String {
        var slug = "".unicodeScalars
        for scalar in heading.trimmed.lowercased().unicodeScalars {
            if isSpace(scalar, flavor) {
                if flavor != .gitlab || slug.last != "-" { slug.append("-") }
            } else if scalar == "-" {
                if flavor != .gitlab || slug.last != "-" { slug.append("-") }
            } else if isKept(scalar, flavor) {
                slug.append(scalar)
            }
        }
        let text = String(slug)
        let isNumber = !text.isEmpty && text.utf8.allSatisfy(\.isASCIIDigit)
        return flavor == .gitlab && isNumber ? "anchor-" + text : text
    }

    private static func isSpace(_ scalar: Unicode.Scalar, _ flavor: WikiFlavor) -> Bool {
        switch flavor {
        case .github, .gitlab: scalar == " "
        case .gitea: scalar.properties.isWhitespace
        case .azure: scalar.properties.generalCategory == .spaceSeparator
        }
    }

    private static func isKept(_ scalar: Unicode.Scalar, _ flavor: WikiFlavor) -> Bool {
        if flavor == .azure { return true }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber:
            return true
        case .nonspacingMark, .spacingMark, .enclosingMark, .connectorPunctuation:
            return flavor != .gitea || scalar == "_"
        case .letterNumber, .otherNumber: return flavor == .gitea
        default: return false
        }
    }
}

extension String {
    /// The text without the white space at its edges.
    fileprivate var trimmed: Substring {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
