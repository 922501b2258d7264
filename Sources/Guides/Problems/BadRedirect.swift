import Sources

/// A redirect that leads nowhere, or from where a page is.
public struct BadRedirect: Problem {
    /// What is wrong with it.
    public enum Fault: Sendable {
        /// What should lead elsewhere can be no address of a page.
        case source(String)
        /// Where it leads can be no address.
        case target(String)
        /// Something stands at the address.
        case living(String)
        /// The page has the anchor.
        case livingAnchor(String, page: String)
        /// An anchor of a page that there is not, and of which nothing is said.
        case noPage(anchor: String, page: String)
        /// An address from the root, where the guide’s path would say it.
        case livingPath(guide: String)
        /// Two redirects of one address.
        case repeated(String)
        /// There is no such guide.
        case noGuide(String, known: [String])
        /// The guide has no such anchor.
        case noAnchor(String, guide: String, known: [String])
        /// Nothing stands at the address.
        case nothing(String)
        /// It leads to what leads elsewhere itself.
        case chain(String, end: String)
        /// It leads back to itself.
        case circle([String])
    }

    /// What is said of it.
    public static let description = CheckDescription(
        "bad-redirect", .configuration, guardsBuild: true,
        summary: "A redirect that leads nowhere or in a circle, or from an address at which there is a page.",
        why: "Old links end at an error, or readers are sent on again and again.",
        mending:
            "Lead the address directly to a guide by its path below `content/`, to an anchor of one, to an address from the site’s root that begins with `/`, or elsewhere with https.",
        faulty: [
            CheckExample(
                file: "redirects.yaml", "old-guide: ⟦othr⟧\n", "there is no guide `othr`"),
            CheckExample(
                file: "redirects.yaml", "⟦other⟧: https://example.org/\n",
                "`other` is a guide, so nothing can lead away from it"),
            CheckExample(
                file: "redirects.yaml", "a: ⟦b⟧\nb: ⟦a⟧\n", "this leads in a circle: `a`, `b`, `a`",
                "this leads in a circle: `b`, `a`, `b`"),
        ],
        clean: [
            CheckExample(
                file: "redirects.yaml",
                "old-guide: other\nold-guide#asking: other#steps\nother#old-steps: other#steps\n/docs/old.html: other\n"
            )
        ])

    let fault: Fault

    /// Puts a fault into words.
    public init(_ fault: Fault) { self.fault = fault }

    /// The fault in words.
    public var message: String {
        switch fault {
        case .source(let text): "`\(text)` can be no address of a page"
        case .target(let text): "`\(text)` can be no address"
        case .living(let text): "`\(text)` is a guide, so nothing can lead away from it"
        case .livingAnchor(let anchor, let page):
            "`\(page)` has the anchor `#\(anchor)`, so nothing can lead away from it"
        case .noPage(let anchor, let page): "there is no page `\(page)` that could have had the anchor `#\(anchor)`"
        case .livingPath: "a page is written here"
        case .repeated(let text): "two redirects lead away from `\(text)`"
        case .noGuide(let id, _): "there is no guide `\(id)`"
        case .noAnchor(let anchor, let guide, _): "the guide `\(guide)` has no anchor `#\(anchor)`"
        case .nothing(let path): "nothing stands at `\(path)`"
        case .chain(let text, _): "`\(text)` leads elsewhere itself"
        case .circle(let names): "this leads in a circle: \(names.map { "`\($0)`" }.joined(separator: ", "))"
        }
    }

    /// The way out.
    public var help: String? {
        switch fault {
        case .source:
            "write a guide’s old path below `content/`, with `#anchor` where it is about a place, or an address from the site’s root, `/docs/old.html`"
        case .target: "write a guide’s path below `content/`, an address from the site’s root, or one with https"
        case .living: "remove the redirect, or move the guide with `vademecum move`"
        case .livingAnchor: "remove the redirect"
        case .noPage(_, let page): "say where `\(page)` itself leads, too"
        case .livingPath(let guide):
            guide.isEmpty ? "remove the redirect" : "write `\(guide)#anchor`, or remove the redirect"
        case .repeated: "remove one of the two"
        case .noGuide(let id, let known): NearestName.suggestion(for: id, in: known)
        case .noAnchor(let anchor, _, let known):
            NearestName.nearest(to: anchor, in: known).map { "did you mean `#\($0)`?" }
        case .nothing: "write a guide’s path below `content/`, or the address of a file of `static/`"
        case .chain(_, let end): "lead it to `\(end)`"
        case .circle: "lead one of them to a guide"
        }
    }
}
