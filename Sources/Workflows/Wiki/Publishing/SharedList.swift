import Guides
import Rendering
import Sources

/// A list on a page that is the team's own: our part of it stands between two comments.
enum SharedList {
    private static let open = Array("<!-- vademecum: begin -->".utf8)
    private static let close = Array("<!-- vademecum: end -->".utf8)

    /// The page with our part in it, in the place of the part that is there, or else at its end.
    static func text(_ ours: [UInt8], in theirs: [UInt8]?) -> [UInt8] {
        let part = open + [0x0A, 0x0A] + ours + [0x0A] + close
        guard let theirs, !theirs.isEmpty else { return part + [0x0A] }
        if let start = theirs.firstRange(of: open)?.lowerBound,
            let end = theirs[start...].firstRange(of: close)?.upperBound
        {
            return theirs[..<start] + part + theirs[end...]
        }
        let gap: [UInt8] = theirs.last == 0x0A ? [0x0A] : [0x0A, 0x0A]
        return theirs + gap + part + [0x0A]
    }
}

extension WikiSettings {
    /// Whose a page is; nil for what is no list.
    func owner(of page: WikiPage) -> WikiListOwner? {
        switch page.origin {
        case .home: lists[.home] ?? .ours
        case .sidebar: lists[.sidebar] ?? .ours
        case .footer: lists[.footer] ?? .ours
        default: nil
        }
    }
}

extension WikiState {
    /// The pages of a wiki as they are to stand here, those that are shared with the team's own words around ours.
    func pages(of wiki: Wiki) throws(GitError) -> [WikiPage] {
        let shared = wiki.pages.filter { wiki.settings.owner(of: $0) == .between }
        if shared.isEmpty { return wiki.pages }
        let texts = try clone.contents(of: shared.compactMap { tree[$0.path]?.blob })
        return wiki.pages.map { page in
            guard wiki.settings.owner(of: page) == .between else { return page }
            let bytes = SharedList.text(page.bytes, in: tree[page.path].flatMap { texts[$0.blob] })
            return WikiPage(path: page.path, title: page.title, origin: page.origin, bytes: bytes)
        }
    }
}
