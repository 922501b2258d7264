import Foundation
import Sources

/// What `serve` puts into a page on its way to a browser.
struct LivePage {
    /// The server's own addresses begin with it; a language's folder cannot.
    static let folder = "_vademecum"

    /// The run of the server: a page of an earlier run loads itself again.
    let run: String
    /// The number of the state that the page shows.
    let number: Int
    /// The guide; nil for a page that is of all guides.
    let guide: String?
    /// Whether the page has the team's values in it.
    let isTeams: Bool

    /// The page with the script that waits for changes, and with a mark where it is the team's. Its policy lets the script
    /// listen to this server, and nothing else.
    func put(into page: [UInt8]) -> [UInt8] {
        var page = page
        page.replaceFirst("default-src 'none'", with: "default-src 'none'; connect-src 'self'")
        page.replaceFirst("</head>", with: head + "</head>")
        if isTeams { page.replaceFirst("</body>", with: Self.mark + "</body>") }
        return page
    }

    private static let mark =
        "<p class=\"vademecum-team\" lang=\"en\" dir=\"ltr\">Team’s values, not for the public</p>\n"

    private var head: String {
        let attribute = guide.map { " data-guide=\"\(Self.escaped($0))\"" } ?? ""
        return "<link rel=\"stylesheet\" href=\"/\(Self.folder)/live.css\">\n"
            + "<script src=\"/\(Self.folder)/live.js\" defer data-run=\"\(run)\" data-made=\"\(number)\"\(attribute)></script>\n"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }

    /// A page of its own for what cannot be shown.
    static func fault(_ title: String, _ text: String) -> [UInt8] {
        Array(
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(escaped(title))</title>
            </head>
            <body>
            <main>
            <h1>\(escaped(title))</h1>
            <pre>\(escaped(text))</pre>
            </main>
            </body>
            </html>

            """.utf8)
    }
}

extension [UInt8] {
    /// Puts one text in the place of another, where that stands first.
    fileprivate mutating func replaceFirst(_ text: String, with other: String) {
        guard let range = firstRange(of: Array(text.utf8)) else { return }
        replaceSubrange(range, with: Array(other.utf8))
    }
}
