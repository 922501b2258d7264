import TestSupport
import Testing

@testable import Guides

/// Where the links of a file lead, from their text alone.
@Suite struct LinkTests {
    @Test(
        arguments: [
            ("https://example.org/a", .external), ("HTTP://example.org", .external),
            ("mailto:a@example.org", .external),
            ("#step-2", .anchor("step-2")), ("#", .anchor("")),
            ("fr.md", .guide(id: "limits/raise", file: "fr.md", fragment: nil)),
            ("../other/fr.md#step-2", .guide(id: "limits/other", file: "fr.md", fragment: "step-2")),
            ("../../top/fr.md", .guide(id: "top", file: "fr.md", fragment: nil)),
            ("./../other/./fr.md", .guide(id: "limits/other", file: "fr.md", fragment: nil)),
            ("../o%74her/fr.md", .guide(id: "limits/other", file: "fr.md", fragment: nil)),
            ("image.png", .file("image.png")),
            ("images/a%20b.png", .file("images/a b.png")), ("sub/../image.png", .file("image.png")),
            ("../other/image.png", .shared("limits/other/image.png")), ("../../../x.md", .invalid(.outside)),
            ("..", .invalid(.outside)),
            ("%2e%2e/%2e%2e/%2e%2e/x", .invalid(.outside)), ("/etc/passwd", .invalid(.absolutePath)),
            ("", .invalid(.empty)), ("https:", .invalid(.empty)), ("HTTP://", .invalid(.empty)),
            ("https://{{host}}/a", .external), ("../other/", .invalid(.folder)), ("../other/#x", .invalid(.folder)),
            ("..//other/", .invalid(.path)),
            ("//example.org", .invalid(.scheme("//"))), ("javascript:alert(1)", .invalid(.scheme("javascript"))),
            ("JaVaScRiPt:x", .invalid(.scheme("javascript"))), ("data:text/html,x", .invalid(.scheme("data"))),
            ("ftp://example.org", .invalid(.scheme("ftp"))), ("file:///etc/passwd", .invalid(.scheme("file"))),
        ] as [(String, Link.Target)])
    func targets(url: String, target: Link.Target) {
        #expect(LinkTarget(guide: "limits/raise").target(of: url) == target)
    }

    static let values = "page: {type: url, value: \"https://example.org/limits\"}\nname: {type: text, value: a b}"

    @Test func linksAndImagesInTheOrderOfTheText() throws {
        let body = """
            ## Notes

            [a](https://example.org) and ![b](b.png) and <https://c.example.org>, [d][d], [e]({{page}}), [f](#notes)

            | [g](g.png) |
            | --- |
            | x |

            [d]: https://d.example.org/{{name}}
            """
        let links = try SampleProject(values: Self.values, body: body).guide().editions[0].links
        #expect(links.map(\.isImage) == [false, true, false, false, false, false, false])
        #expect(
            links.map(\.target) == [
                .external, .file("b.png"), .external, .external, .value("page"), .anchor("notes"), .file("g.png"),
            ])
        // What messages show is what was written, never a mark.
        #expect(
            links.map(\.url) == [
                "https://example.org", "b.png", "https://c.example.org", "https://d.example.org/{{name}}", "{{page}}",
                "#notes",
                "g.png",
            ])
    }

    /// A value that is an address may begin one; another value must not become its scheme.
    @Test(
        arguments: [
            ("{{page}}", "https://example.org/limits", .value("page")),
            ("{{page}}#tpm", "https://example.org/limits#tpm", .value("page")),
            ("{{page}}?q={{name}}", "https://example.org/limits?q=a%20b", .value("page")),
            ("https://example.org/{{name}}", "https://example.org/a%20b", .external),
            ("https://example.org?u={{page}}", "https://example.org?u=https%3A%2F%2Fexample.org%2Flimits", .external),
            ("#{{name}}", "#a%20b", .anchor("{{name}}")), ("{{name}}.png", "a%20b.png", .file("{{name}}.png")),
            ("{{name}}:alert(1)", "a%20b:alert(1)", .invalid(.scheme("{{name}}"))),
        ] as [(String, String, Link.Target)])
    func addressesWithValues(url: String, filled: String, target: Link.Target) throws {
        let project = try SampleProject(values: Self.values, body: "## Notes\n\n[x](\(url))\n")
        #expect(try project.guide().editions[0].links.map(\.target) == [target])
        #expect(try project.filled().editions[0].links.map(\.node.url) == [filled])
    }
}
