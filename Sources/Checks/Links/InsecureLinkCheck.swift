import Guides
import Sources

/// A link with `http:`, which anybody on the way can read and change.
struct InsecureLinkCheck: GuideCheck {
    static let problems: [any Problem.Type] = [InsecureLink.self]

    func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic] {
        guide.editions.flatMap { edition in
            edition.links.filter { $0.target == .external && Self.isInsecure($0) }.map { link in
                let words = link.node.plainText
                // An address that begins with `www.` has no `http:` of its own.
                let isBare = words.lowercased().hasPrefix("www.") && link.url == "http://\(words)"
                return Diagnostic(InsecureLink(bare: isBare ? words : nil), at: edition.place(of: link.node))
            }
        }
    }

    private static func isInsecure(_ link: Link) -> Bool {
        let url = link.url.lowercased()
        guard url.hasPrefix("http://") else { return false }
        let rest = url.dropFirst(7)
        let host = String(rest.hasPrefix("[") ? rest.prefix { $0 != "/" } : rest.prefix { !"/:?#".contains($0) })
        return !LocalHost.contains(host) && !LocalHost.isDevice(host, in: link.node.container?.plainText ?? "")
    }
}

struct InsecureLink: Problem {
    static let description = CheckDescription(
        "insecure-link", .links, .warning,
        summary: "A link or an image with `http:`.",
        why: "Anybody along the way can read and change what the reader gets; browsers warn about it.",
        mending:
            "Write `https:`. Addresses of the reader's own machine and network, such as `http://localhost` and `http://router.lan`, may stay.",
        faulty: [
            CheckExample("See ⟦[the page](http://example.org/page)⟧.", "`http:` is not protected on its way"),
            CheckExample("See ⟦<http://example.org>⟧.", "`http:` is not protected on its way"),
            CheckExample("See ⟦[the box](http://172.32.0.1/)⟧.", "`http:` is not protected on its way"),
            CheckExample("See ⟦[what we sell](http://router.example.org)⟧.", "`http:` is not protected on its way"),
            CheckExample(
                "See ⟦www.example.org⟧.", "the link of `www.example.org` has `http:`, which is not protected on its way"
            ),
        ],
        clean: [
            CheckExample(
                "See [the page](https://example.org), [yours](http://localhost:8080/) and `http://example.org`."),
            CheckExample(
                """
                Open <http://10.0.0.1>, <http://172.16.0.1>, <http://169.254.1.1>, [this](http://[fe80::1]/), <http://nas:5000>, \
                <http://box.lan>, <http://printer.local/setup> or <http://app.home.arpa>. The router is at \
                <http://router.example.org> or <http://fritz.box>.
                """),
        ])

    /// The address as it is written, where it names no scheme; nil where it does.
    let bare: String?

    var message: String {
        bare.map { "the link of `\($0)` has `http:`, which is not protected on its way" }
            ?? "`http:` is not protected on its way"
    }
    var help: String? { bare.map { "write `https://\($0)`" } ?? "write `https:`" }
}
