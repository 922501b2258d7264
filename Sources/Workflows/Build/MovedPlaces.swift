import Guides
import Rendering
import Values

/// The ways to where addresses and anchors have moved.
struct MovedPlaces {
    private let redirects: Redirects
    private let paths: PagePaths

    init(_ loaded: LoadedProject) { (redirects, paths) = (loaded.project.redirects, loaded.paths) }

    /// The anchors of a guide's address that lead elsewhere, for its page in a language.
    ///
    /// - Parameter page: where the page is; the guide may be no more.
    func anchors(of guide: String, from page: PageAddress) -> String {
        anchors(redirects.anchors(of: guide), root: page.root, language: page.language, own: guide)
    }

    /// The anchors of an address from the site's root that lead elsewhere.
    func anchors(ofPath path: String, root: String, language: LanguageTag) -> String {
        let file = Redirect.End.Page.file(of: path)
        let moved = redirects.all.filter { redirect in
            guard redirect.from.anchor != nil, case .path(let other) = redirect.from.page else { return false }
            return Redirect.End.Page.file(of: other).utf8.elementsEqual(file.utf8)
        }
        return anchors(moved, root: root, language: language, own: nil)
    }

    private func anchors(_ moved: [Redirect], root: String, language: LanguageTag, own: String?) -> String {
        guard !moved.isEmpty else { return "" }
        return MovedAnchors.text(
            moved.compactMap { redirect in
                guard let anchor = redirect.from.anchor else { return nil }
                // Within the page no other one is to be loaded.
                if case .guide(let id) = redirect.to.page, let own, id.utf8.elementsEqual(own.utf8),
                    redirect.to.anchor != nil
                {
                    return (anchor, PageAddress.fragment(redirect.to.anchor))
                }
                return (anchor, href(to: redirect.to, root: root, language: language))
            })
    }

    /// The way to a place for readers of a language.
    ///
    /// - Parameter root: the way to the site's root.
    func href(to end: Redirect.End, root: String, language: LanguageTag) -> String {
        switch end.page {
        case .elsewhere(let address): address
        case .guide(let id):
            root + PercentEncoding.encode(path: PageAddress(guide: id, language: language, paths: paths).folder)
                + "/index.html"
                + PageAddress.fragment(end.anchor)
        case .path(let path):
            // A page that is opened from a disk needs the file's name.
            root
                + PercentEncoding.encode(
                    path: path.isEmpty || path.hasSuffix("/") ? Redirect.End.Page.file(of: path) : path)
                + PageAddress.fragment(end.anchor)
        }
    }
}
