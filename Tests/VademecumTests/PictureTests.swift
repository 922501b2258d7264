import Foundation
import TestSupport
import Testing

/// Pictures have their room in a page before they are there, and reports begin with the page that they are about.
@Suite struct PictureTests {
    private static func page(_ text: String, _ configuration: String = "") throws -> String {
        let folder = try TemporaryFolder()
        try folder.write(
            "title: T\nlanguages: [en]\nvalues: {key: {type: text, private: true, example: X, label: K}}\n"
                + configuration, at: "vademecum.yaml")
        func png(_ width: UInt8) -> Data {
            Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13])
                + Data("IHDR".utf8) + Data([0, 0, width, 0, 0, 0, 1, 0])
        }
        try folder.write(png(8), at: "content/g/a b/wide.png")
        try folder.write(png(1), at: "content/g/small.png")
        try folder.write(Data("not a picture".utf8), at: "content/g/odd.png")
        try folder.write(
            "---\ntitle: A {{key}}\nsummary: S.\n---\n\n## Problem\n\n\(text)\n\n## Steps\n\n### Go\n\nB.\n\n## Verification\n\nC.\n",
            at: "content/g/en.md")
        let build = try Program.vademecum("build", in: folder.url)
        try #require(build.status == 0, "\(build.errors)")
        return try folder.text(at: "site/en/g/index.html")
    }

    @Test(arguments: [
        (
            "![A {{key}} & more](<a b/wide.png> \"T\")",
            #"<p><a class="large" href="a%20b/wide.png"><img src="a%20b/wide.png" alt="A X &amp; more" title="T" width="2048" height="256" loading="lazy" /></a></p>"#
        ),
        ("![A](small.png)", #"<p><img src="small.png" alt="A" width="256" height="256" loading="lazy" /></p>"#),
        ("![A](odd.png)", #"<img src="odd.png" alt="A" loading="lazy" />"#),
        // A link in a link would end it, and one without words has no name.
        (
            "[![A](<a b/wide.png>)](#steps)",
            ##"<p><a href="#steps"><img src="a%20b/wide.png" alt="A" width="2048" height="256" loading="lazy" /></a></p>"##
        ),
        ("### Look ![A](<a b/wide.png>)", #"Look <img src="a%20b/wide.png" alt="A" width="2048""#),
        ("- [ ] ![A](small.png)", #"<img src="small.png" alt="A" width="256" height="256" loading="lazy" /></label>"#),
    ])
    func `a picture has its size, comes when it is near, and opens large where it is wide`(
        text: String, html: String
    ) throws {
        #expect(try Self.page(text).contains(html))
    }

    @Test(arguments: [
        ("source: https://github.com/o/r/edit/main/\n", "https://github.com/o/r/issues/new?title="),
        (
            "source: https://gitlab.example.org/a/b/r/-/edit/main/x/\n",
            "https://gitlab.example.org/a/b/r/-/issues/new?issue%5Btitle%5D="
        ),
        ("source: https://git.example.org/o/r/_edit/main/\n", "https://git.example.org/o/r/issues/new?title="),
        (
            "source: https://example.org/edit/\nissues: https://bugs.example.org/new\n",
            "https://bugs.example.org/new?title="
        ),
        ("issues: https://bugs.example.org/new?project=g\n", "https://bugs.example.org/new?project=g&title="),
    ])
    func `a report begins with the page and its file, and with no value`(configuration: String, start: String) throws {
        let page = try Self.page("A.", configuration + "url: https://docs.example.org/\n")
        let link = try #require(page.firstMatch(of: /<a href="([^"]+)">Report a problem</)).output.1
        let address = link.replacing("&amp;", with: "&")
        #expect(address.hasPrefix(start + "g%20%28en%29&"))
        #expect(address.hasSuffix("https%3A%2F%2Fdocs.example.org%2Fen%2Fg%2F%0Acontent%2Fg%2Fen.md%0A%0A"))
    }

    @Test(arguments: ["", "source: https://example.org/edit/\n", "source: https://docs.example.org/\n"])
    func `where nobody says where reports go, there is no link for them`(configuration: String) throws {
        #expect(try !Self.page("A.", configuration).contains("Report a problem"))
    }
}
