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
        root + PercentEncoding.encode(path: PageAddress(guide: guide, language: other).folder) + "/index.html"
    }

    /// The address of the page on a site.
    public func absolute(on site: String) -> String { site + PercentEncoding.encode(path: folder) + "/" }
}

/// Turns the links between guides' files into links between pages. The folders of the output are those of the
/// content, so only the file's name changes.
enum GuideLinks {
    static func point(_ links: [Link], to file: String) {
        var address: [UInt8] = []
        for link in links {
            guard case .guide(_, _, let fragment) = link.target else { continue }
            address.removeAll(keepingCapacity: true)
            address += link.url.utf8
            if let hash = address.firstIndex(of: UInt8(ascii: "#")) { address.removeSubrange(hash...) }
            // What is behind the last slash is the file's name.
            while let last = address.last, last != UInt8(ascii: "/") { address.removeLast() }
            address += file.utf8
            if let fragment {
                address.append(UInt8(ascii: "#"))
                address += fragment.utf8
            }
            link.node.setURL(address)
        }
    }
}
