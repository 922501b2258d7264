import Guides
import Rendering
import Sources

/// A list on a page that is the team's own: our part of it stands between two comments.
enum SharedList {
    private static let open = Array("<!-- vademecum: begin -->".utf8)
    private static let close = Array("<!-- vademecum: end -->".utf8)

    /// The page with our part in it, in the place of the part that is there, or else at its end.
    ///
    /// - Parameter published: what we made of the page, as it was published; nil where it is the team's own.
    static func text(_ ours: [UInt8], in theirs: [UInt8]?, published: [UInt8]? = nil) -> [UInt8] {
        let part = open + [0x0A, 0x0A] + ours + [0x0A] + close
        guard let theirs, !theirs.isEmpty else { return part + [0x0A] }
        if let place = place(in: theirs) { return theirs[..<place.lowerBound] + part + theirs[place.upperBound...] }
        guard let published else { return beside(theirs, part) + [0x0A] }
        // The page was ours alone: what somebody wrote above and below our list stays around it.
        guard let around = around(theirs, published) else { return part + [0x0A] }
        return beside(around.before, part) + [0x0A] + (around.after.isEmpty ? [] : [0x0A] + around.after)
    }

    /// The page without our part; nil where it has none, or nothing else.
    static func without(_ text: [UInt8]) -> [UInt8]? {
        guard let place = place(in: text) else { return nil }
        let (before, after) = (text[..<place.lowerBound], text[place.upperBound...])
        let rest = Array(before.reversed().drop { $0 <= 0x20 }.reversed()) + after
        guard rest.contains(where: { $0 > 0x20 }) else { return nil }
        return Array(rest.drop { $0 == 0x0A })
    }

    /// Whether somebody has only written above and below what was published.
    static func isAround(_ theirs: [UInt8], _ published: [UInt8]) -> Bool {
        guard place(in: published) == nil, let around = around(theirs, published) else { return false }
        return around.between.loosened == published.loosened
    }

    /// Our part, with its comments.
    private static func place(in text: [UInt8]) -> Range<Int>? {
        guard let start = text.firstRange(of: open)?.lowerBound,
            let end = text[start...].firstRange(of: close)?.upperBound
        else { return nil }
        return start..<end
    }

    private static func beside(_ text: [UInt8], _ part: [UInt8]) -> [UInt8] {
        if text.allSatisfy({ $0 <= 0x20 }) { return part }
        let ends = text.reversed().prefix { $0 == 0x0A }.count
        return text + [UInt8](repeating: 0x0A, count: max(0, 2 - ends)) + part
    }

    /// What stands above and below the lines that were published, and what has become of those; nil where the first or the last
    /// of them is gone.
    private static func around(_ theirs: [UInt8], _ published: [UInt8]) -> (
        before: [UInt8], between: [UInt8], after: [UInt8]
    )? {
        let lines = { (text: [UInt8]) in text.split(separator: 0x0A, omittingEmptySubsequences: false) }
        let (old, new) = (lines(published), lines(theirs.asPage))
        let common = SequenceAlignment.common(old, new)
        guard let first = old.firstIndex(where: { !$0.isEmpty }), let last = old.lastIndex(where: { !$0.isEmpty }),
            let start = common.first(where: { $0.left == first })?.right,
            let end = common.first(where: { $0.left == last })?.right
        else { return nil }
        let joined = { (lines: ArraySlice<ArraySlice<UInt8>>) in Array(lines.joined(separator: [0x0A])) }
        let after = new[(end + 1)...].drop(while: \.isEmpty)
        return (joined(new[..<start]), joined(new[start...end]), joined(after))
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
        let blobs = shared.flatMap { [tree[$0.path]?.blob, manifest[$0.path]?.text] }
        let texts = try clone.contents(of: blobs.compactMap(\.self))
        return wiki.pages.map { page in
            guard wiki.settings.owner(of: page) == .between else { return page }
            let bytes = SharedList.text(
                page.bytes, in: tree[page.path].flatMap { texts[$0.blob] },
                published: manifest[page.path].flatMap { $0.built ?? texts[$0.text] })
            return WikiPage(path: page.path, title: page.title, origin: page.origin, bytes: bytes)
        }
    }

    /// The pages with the team's own words around our part, by path: they are not ours alone, whatever the settings say by now.
    func sharedPaths() throws(GitError) -> Set<String> {
        let lists: [WikiPage.Origin] = [.home, .sidebar, .footer]
        let found = manifest.entries.filter { lists.contains($0.origin) }.compactMap { entry in
            tree[entry.path].map { (path: entry.path, blob: $0.blob) }
        }
        let texts = try clone.contents(of: found.map(\.blob))
        return Set(found.filter { texts[$0.blob].flatMap(SharedList.without) != nil }.map(\.path))
    }
}
