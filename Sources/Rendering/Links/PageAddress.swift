import Guides
import Values

/// Where pages stand in the output, and how one points to another.
public struct PageAddress: Sendable {
    /// The guide's ID; empty for a language's home.
    public let guide: String
    /// The language of the page.
    public let language: LanguageTag

    /// A guide's page, or with an empty ID a language's home.
    public init(guide: String, language: LanguageTag) {
        self.guide = guide
        self.language = language
    }

    /// The folder of the page in the output.
    public var folder: String { guide.isEmpty ? "\(language)" : "\(language)/\(guide)" }

    /// The way from the page's folder to the output's root, `../../`.
    public var root: String {
        String(repeating: "../", count: folder.utf8.count { $0 == UInt8(ascii: "/") } + 1)
    }

    /// The way from this page to the same page in another language.
    public func relative(to other: LanguageTag) -> String {
        way(to: PageAddress(guide: guide, language: other))
    }

    /// The way from this page to another, or to a place on it.
    public func way(to other: PageAddress, anchor: String? = nil) -> String {
        "\(root)\(PercentEncoding.encode(path: other.folder))/index.html" + Self.fragment(anchor)
    }

    /// An anchor as the end of an address; nothing where there is none.
    public static func fragment(_ anchor: String?) -> String { anchor.map { "#" + PercentEncoding.encode($0) } ?? "" }

    /// The address of the page on a site.
    public func absolute(on site: String) -> String { site + PercentEncoding.encode(path: folder) + "/" }
}
