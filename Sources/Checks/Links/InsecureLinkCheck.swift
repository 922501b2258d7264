import Guides
import Sources

/// A link with `http:`, which anybody on the way can read and change.
struct InsecureLinkCheck: GuideCheck {
    static let problems: [any Problem.Type] = [InsecureLink.self]

    func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic] {
        guide.editions.flatMap { edition in
            edition.links.filter { $0.target == .external && Self.isInsecure($0.url) }.map { link in
                let words = link.node.plainText
                // An address that begins with `www.` has no `http:` of its own.
                let isBare = words.lowercased().hasPrefix("www.") && link.url == "http://\(words)"
                return Diagnostic(InsecureLink(bare: isBare ? words : nil), at: edition.place(of: link.node))
            }
        }
    }

    private static func isInsecure(_ url: String) -> Bool {
        let url = url.lowercased()
        guard url.hasPrefix("http://") else { return false }
        let host = url.dropFirst(7).prefix { !"/:?#".contains($0) }
        let isLocal = host == "localhost" || host.hasSuffix(".localhost") || host.hasPrefix("127.") || host == "["
        return !isLocal && !host.hasPrefix("192.168.") && !host.hasPrefix("10.")
    }
}

struct InsecureLink: Problem {
    static let description = CheckDescription(
        "insecure-link", .links, .warning,
        summary: "A link or an image with `http:`.",
        why: "Anybody along the way can read and change what the reader gets; browsers warn about it.",
        mending: "Write `https:`. Addresses of the reader's own machine, such as `http://localhost`, may stay.",
        faulty: [
            CheckExample("See ⟦[the page](http://example.org/page)⟧.", "`http:` is not protected on its way"),
            CheckExample("See ⟦<http://example.org>⟧.", "`http:` is not protected on its way"),
            CheckExample(
                "See ⟦www.example.org⟧.", "the link of `www.example.org` has `http:`, which is not protected on its way"
            ),
        ],
        clean: [
            CheckExample(
                "See [the page](https://example.org), [yours](http://localhost:8080/) and `http://example.org`.")
        ])

    /// The address as it is written, where it names no scheme; nil where it does.
    let bare: String?

    var message: String {
        bare.map { "the link of `\($0)` has `http:`, which is not protected on its way" }
            ?? "`http:` is not protected on its way"
    }
    var help: String? { bare.map { "write `https://\($0)`" } ?? "write `https:`" }
}
