import Foundation
import TestSupport
import Testing

extension BrowserTests {
    /// Addresses and anchors that have moved, opened from the disk.
    @Suite struct MovedTests {
        private static func guide(_ title: String, _ sections: [String]) -> String {
            "---\ntitle: \(title)\nsummary: S.\n---\n\n## \(sections[0])\n\nNo.\n\n## \(sections[1])\n\n### Do\n\nSo.\n\n## \(sections[2])\n\nOK.\n"
        }

        @Test func `old links lead to where their pages and places are now`() throws {
            let folder = try TemporaryFolder()
            try folder.write("title: T\nlanguages: [fr, en]\n", at: "vademecum.yaml")
            for id in ["first", "deep/second"] {
                let (fr, en) = (["Problème", "Étapes", "Vérification"], ["Problem", "Steps", "Verification"])
                try folder.write(Self.guide("\(id) fr", fr), at: "content/\(id)/fr.md")
                try folder.write(Self.guide("\(id) en", en), at: "content/\(id)/en.md")
            }
            try folder.write(
                """
                old: first
                old#ask: deep/second#step-1
                first#old-steps: first#steps
                first#étape: deep/second
                /docs/old.html: deep/second#verification
                /fr/vieux/: first

                """, at: "redirects.yaml")
            let build = try Program.vademecum("build", in: folder.url)
            try #require(build.status == 0, "\(build.errors)")
            let browser = try #require(BrowserScope.current).browser
            let cases = [
                ("fr/old/index.html", "", "fr/first/index.html"),
                ("fr/old/index.html", "step-1", "fr/first/index.html#step-1"),
                ("en/old/index.html", "ask", "en/deep/second/index.html#step-1"),
                ("en/first/index.html", "old-steps", "en/first/index.html#steps"),
                ("fr/first/index.html", "%C3%A9tape", "fr/deep/second/index.html"),
                ("docs/old.html", "else", "en/deep/second/index.html#verification"),
                ("fr/vieux/index.html", "steps", "fr/first/index.html#steps"),
            ]
            for (page, fragment, expected) in cases {
                try browser.open(folder.url.appending(path: "site/\(page)"), fragment: fragment)
                let address = try browser.address()
                #expect(address.hasSuffix("/site/\(expected)"), "\(page)#\(fragment): \(address)")
            }
            #expect(try browser.complaints() == [])
        }
    }
}
