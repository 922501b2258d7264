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
        // One with a size of its own, the other side of it in proportion.
        (
            "<img src=\"a b/wide.png\" alt='A &amp; \u{201C}B\u{201D}' width=320>",
            "<p><a class=\"large\" href=\"a%20b/wide.png\"><img src=\"a%20b/wide.png\" alt=\"A &amp; \u{201C}B\u{201D}\" width=\"320\" height=\"40\" loading=\"lazy\" /></a></p>"
        ),
        (
            "Look: <IMG\n  alt='x'\n  src=\"small.png\" height=\"64px\"/> and *more*.",
            #"<p>Look: <a class="large" href="small.png"><img src="small.png" alt="x" width="64" height="64" loading="lazy" /></a> and <em>more</em>.</p>"#
        ),
        (
            "<img src=\"https://example.org/a.png?a=1&amp;b\" alt=\"A\" title=\"T\" width=\"20\" height=\"10\">\n<img src=\"odd.png\" alt=\"B\">",
            #"<p><img src="https://example.org/a.png?a=1&amp;b" alt="A" title="T" width="20" height="10" loading="lazy" />"#
                + "\n" + #"<img src="odd.png" alt="B" loading="lazy" /></p>"#
        ),
        (
            "| <img src=\"small.png\" alt=\"A\" width=\"16\"> |\n| --- |\n| b |",
            #"<th scope="col"><a class="large" href="small.png"><img src="small.png" alt="A" width="16" height="16" loading="lazy" /></a></th>"#
        ),
        ("`<img src=\"none.png\">`", "<code>&lt;img src=&quot;none.png&quot;&gt;</code>"),
    ])
    func `a picture has its size, comes when it is near, and opens large where it is wide`(
        text: String, html: String
    ) throws {
        #expect(try Self.page(text).contains(html))
    }

    /// In Markdown a picture with a size stays the tag that it is, with its address as any other; what is wrong with it is told.
    @Test func aPictureWithASizeIsLookedAtAsAnyOther() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "title: T\nlanguages: [en]\nwiki: {flavour: github}\nvalues: {key: {type: text, example: X, label: K}}\n",
            at: "vademecum.yaml")
        func write(_ text: String) throws {
            try folder.write(
                "---\ntitle: A guide\nsummary: What it is for.\n---\n\n## Problem\n\n\(text)\n\n## Steps\n\n### Go\n\nB.\n\n## Verification\n\nC.\n",
                at: "content/deep/g/en.md")
        }
        try folder.write("PNG", at: "content/shared/logo.png")
        let tag = "<img alt=\"Our logo\" src='../../shared/logo.png' width=\"32\">"
        try write("- Look: \(tag), **{{key}}**.")
        #expect(try Program.vademecum("check", "--strict", in: folder.url).status == 0)
        #expect(try Program.vademecum("build", in: folder.url).status == 0)
        #expect(try folder.text(at: "site/en/deep/g/index.md").contains("- Look: \(tag), **X**.\n"))
        #expect(try folder.text(at: "site/en/shared/logo.png") == "PNG")
        #expect(try Program.vademecum("wiki", "--output", "wiki", in: folder.url).status == 0)
        #expect(
            try folder.text(at: "wiki/A-guide.md").contains(
                "- Look: <img alt=\"Our logo\" src='images/shared/logo.png' width=\"32\">, **X**."))
        #expect(try Program.vademecum("move", "deep/g", "g", in: folder.url).status == 0)
        #expect(try folder.text(at: "content/g/en.md").contains("src='../shared/logo.png' width"))
        let render = try Program.vademecum("render", in: folder.url, input: Data(tag.utf8))
        #expect(render.text == "<p><img src=\"../../shared/logo.png\" alt=\"Our logo\" width=\"32\" /></p>\n")
        for (text, fault) in [
            ("<img src=\"none.png\" alt=\"A\">", "error[broken-link]: there is no image `none.png`"),
            ("<img src=\"javascript:x\" alt=\"A\">", "`javascript` is not a scheme"),
            ("<img src=\"https://example.org/a.png\">", "missing-alternative-text"),
            ("<img src=\"https://example.org/a.png\" alt=\"A\" width=\"50%\">", "error[raw-html]"),
            ("<img src=\"https://example.org/a.png\" alt=\"{{key}}\">", "error[raw-html]"),
        ] {
            try write(text)
            let check = try Program.vademecum("check", "content/deep/g", in: folder.url)
            #expect(check.status == 1 && check.text.contains(fault), "\(check.text)")
        }
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
