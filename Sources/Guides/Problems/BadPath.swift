import Sources

/// A path at which a guide's page cannot stand.
public struct BadPath: Problem {
    /// What is wrong with it.
    public enum Fault: Sendable {
        /// It is none.
        case form(String)
        /// Another page stands there.
        case taken(String, by: String)
    }

    /// What is said of it.
    public static let description = CheckDescription(
        "bad-path", .configuration, guardsBuild: true,
        summary: "A `path:` in `guide.yaml` at which the guide’s page cannot stand.",
        why: "One of two pages would take the other’s place, or no server would find it.",
        mending:
            "Write names with slashes between them, as in `messages/send`, that no other page of the language has.",
        faulty: [
            CheckExample(
                files: [("guide.yaml", "path: ⟦/send⟧\n"), ("en.md", "OK.")], ["`/send` can be no path of a page"]),
            CheckExample(
                files: [("guide.yaml", "path: {fr: envoyer, en: ⟦other⟧}\n"), ("en.md", "OK.")],
                ["the page of `other` stands at `other`"]),
        ],
        clean: [
            CheckExample(
                files: [("guide.yaml", "path: {fr: messages/envoyer, en: messages/send}\n"), ("en.md", "OK.")])
        ])

    let fault: Fault

    /// Puts a fault into words.
    public init(_ fault: Fault) { self.fault = fault }

    /// The fault in words.
    public var message: String {
        switch fault {
        case .form(let text): "`\(text)` can be no path of a page"
        case .taken(let path, let guide):
            guide.isEmpty
                ? "a page of the site’s own stands at `\(path)`" : "the page of `\(guide)` stands at `\(path)`"
        }
    }

    /// The way out.
    public var help: String? {
        switch fault {
        case .form: "write names with slashes between them, `messages/send`, without one at the beginning"
        case .taken: "write another path"
        }
    }
}
