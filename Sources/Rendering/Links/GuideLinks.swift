import Guides

/// Turns the links between guides' files into links between pages. The folders of the output are those of the
/// content, so only the file's name changes.
enum GuideLinks {
    /// Makes the links of the tree lead to pages of a name.
    ///
    /// - Parameter page: the page that they stand on; nil where that is beside the others as its guide is.
    static func point(_ links: [Link], to file: String, from page: PageAddress? = nil) {
        for link in links { address(of: link, to: file, page).map { link.node.setURL($0) } }
    }

    /// The edits that make the links of the page's Markdown lead to pages of a name.
    static func edits(_ edition: FilledEdition, to file: String, from page: PageAddress? = nil) -> [MarkdownEdit] {
        zip(edition.links, edition.linkPlaces).compactMap { link, place in
            address(of: link, to: file, page).flatMap {
                place?.edit(to: String(decoding: $0, as: UTF8.self), title: link.title)
            }
        }
    }

    /// The same for the script, which settles where links to the site's other pages lead from where its reader is: those of
    /// files, too.
    static func editsForScript(
        _ edition: FilledEdition, to file: String, from page: PageAddress? = nil
    ) -> [MarkdownEdit] {
        // Of two that end at one place the inner one ends first.
        zip(edition.links, edition.linkPlaces).reversed().flatMap { link, place -> [MarkdownEdit] in
            guard let place else { return [] }
            switch link.target {
            case .file, .shared:
                let address = address(of: link, to: file, page) ?? Array(link.url.utf8)
                return place.editsForScript(to: address, title: link.title, in: edition.source)
            default:
                return address(of: link, to: file, page).map {
                    place.editsForScript(to: $0, title: link.title, in: edition.source)
                } ?? []
            }
        }
    }

    /// What a link between guides has to say; nil for other links.
    private static func address(of link: Link, to file: String, _ page: PageAddress?) -> [UInt8]? {
        // Files lie beside pages as they lie beside guides.
        if case .shared(let path) = link.target {
            return (page?.way(toFile: path) ?? (link.isForeign ? link.url : nil)).map { Array($0.utf8) }
        }
        guard case .guide(let guide, _, let fragment) = link.target else { return nil }
        if let way = page?.way(toFile: file, of: guide) { return Array((way + (fragment.map { "#" + $0 } ?? "")).utf8) }
        var address = Array(link.url.utf8)
        if let hash = address.firstIndex(of: UInt8(ascii: "#")) { address.removeSubrange(hash...) }
        // What is behind the last slash is the file's name.
        while let last = address.last, last != UInt8(ascii: "/") { address.removeLast() }
        address += file.utf8
        if let fragment {
            address.append(UInt8(ascii: "#"))
            address += fragment.utf8
        }
        return address
    }
}
