import Guides
import Sources
import Values

/// Where pages stand in the output, and how one points to another.
public struct PageAddress: Sendable {
    /// The guide's ID; empty for a language's home.
    public let guide: String
    /// The language of the page.
    public let language: LanguageTag
    private let paths: PagePaths

    /// A guide's page, or with an empty ID a language's home.
    ///
    /// - Parameter paths: the pages that stand elsewhere than their guides.
    public init(guide: String, language: LanguageTag, paths: PagePaths = PagePaths()) {
        self.guide = guide
        self.language = language
        self.paths = paths
    }

    /// The path of the page below its language's folder.
    public var path: String { guide.isEmpty ? "" : paths.path(of: guide, in: language) }

    /// The folder of the page in the output.
    public var folder: String { guide.isEmpty ? "\(language)" : "\(language)/\(path)" }

    /// The way from the page's folder to the output's root, `../../`.
    public var root: String {
        String(repeating: "../", count: folder.utf8.count { $0 == UInt8(ascii: "/") } + 1)
    }

    /// The same page in another language.
    public func page(in language: LanguageTag) -> PageAddress {
        PageAddress(guide: guide, language: language, paths: paths)
    }

    /// The page of another guide.
    public func page(of guide: String) -> PageAddress {
        PageAddress(guide: guide, language: language, paths: paths)
    }

    /// The way from this page to the same page in another language.
    public func relative(to other: LanguageTag) -> String { way(to: page(in: other)) }

    /// The way from this page to another, or to a place on it.
    public func way(to other: PageAddress, anchor: String? = nil) -> String {
        "\(root)\(PercentEncoding.encode(path: other.folder))/index.html" + Self.fragment(anchor)
    }

    /// The shortest way to a file of another guide's page in the same language; nil where folders of the content lead there, for
    /// all pages stand where their guides do.
    func way(toFile file: String, of guide: String) -> String? {
        paths.isEmpty ? nil : way(toFolder: page(of: guide).path) + file
    }

    /// The same to a file of the content in no guide's folder, or in another guide's.
    func way(toFile path: String) -> String? {
        if paths.isEmpty { return nil }
        let place = place(ofFile: path)
        guard let slash = place.lastIndex(of: "/") else {
            return way(toFolder: "") + PercentEncoding.encode(place)
        }
        return way(toFolder: String(place[..<slash]))
            + PercentEncoding.encode(String(place[place.index(after: slash)...]))
    }

    /// The address of such a file on a site.
    public func absolute(toFile path: String, on site: String) -> String {
        "\(site)\(language)/\(PercentEncoding.encode(path: place(ofFile: path)))"
    }

    /// Where a file of the content lies below the language's folder: what is in the folder of a guide goes with its page.
    private func place(ofFile path: String) -> String {
        var folder = path[...]
        while let slash = folder.lastIndex(of: "/") {
            folder = folder[..<slash]
            let own = paths.path(of: String(folder), in: language)
            if !own.hasSameBytes(as: String(folder)) { return own + path[slash...] }
        }
        return path
    }

    private func way(toFolder folder: String) -> String {
        let from = path.split(separator: "/"), to = folder.split(separator: "/")
        let common = zip(from, to).prefix { $0.utf8.elementsEqual($1.utf8) }.count
        let up = String(repeating: "../", count: from.count - common)
        return up + to.dropFirst(common).map { PercentEncoding.encode(String($0)) + "/" }.joined()
    }

    /// An anchor as the end of an address; nothing where there is none.
    public static func fragment(_ anchor: String?) -> String { anchor.map { "#" + PercentEncoding.encode($0) } ?? "" }

    /// The address of the page on a site.
    public func absolute(on site: String) -> String { site + PercentEncoding.encode(path: folder) + "/" }
}
