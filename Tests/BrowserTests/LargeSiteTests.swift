import Foundation
import TestSupport
import Testing

extension BrowserTests {
    /// A site as large as a team's, with everything that a guide can have, in three languages, one of which reads to the right.
    @Suite struct LargeSiteTests {
        private static let languages = ["en", "fr", "ar"]
        private static let count = 300

        private static func site() throws -> (folder: TemporaryFolder, site: URL) {
            let folder = try TemporaryFolder()
            try folder.write(
                """
                title: Guides
                languages: [\(languages.joined(separator: ", "))]
                groups:
                  - {title: First, guides: [a/]}
                  - {title: Second, guides: [b/]}
                values:
                  limit: {type: integer, example: 40000, label: {en: Limit, fr: Limite, ar: حد}}
                  plan: {type: choice, choices: {free: Free, paid: Paid}, label: {en: Plan, fr: Formule, ar: خطة}}

                """, at: "vademecum.yaml")
            try folder.write(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1600\" height=\"900\"><rect width=\"1600\" height=\"900\"/></svg>",
                at: "content/shared/wide.svg")
            for language in languages {
                try folder.write(
                    "> [!TIP]\n> Ask the team, {{limit}} times.\n\n![The whole page](wide.svg)\n",
                    at: "content/shared/contact.\(language).md")
                for number in 0..<count {
                    try folder.write(
                        guide(number, language), at: "content/\(number % 2 == 0 ? "a" : "b")/g\(number)/\(language).md")
                }
            }
            for number in 0..<count {
                try folder.write(
                    "tags: [t\(number % 7)]\nerrors: [\"fault \(number) of {{limit}}\"]\n",
                    at: "content/\(number % 2 == 0 ? "a" : "b")/g\(number)/guide.yaml")
            }
            let build = try Program.vademecum("build", in: folder.url)
            try #require(build.status == 0, "\(build.errors)")
            return (folder, folder.url.appending(path: "site"))
        }

        private static func guide(_ number: Int, _ language: String) -> String {
            let next = (number + 2) % count
            return """
                ---
                title: Quell the \(word(number)) \(number) (\(language))
                summary: What number \(number) is for.
                ---

                ## The problem {#problem}

                You see `{{error}}`.[^note] See [another](../g\(next)/\(language).md#step-1) or https://example.org/\(number).

                <!-- include: shared/contact -->

                [^note]: A note with `code`.

                ## The steps {#steps}

                ### Look

                - [ ] Press <kbd>Ctrl</kbd>+<kbd>K</kbd>, for H<sub>2</sub>O.
                - [x] ~~Old~~ *new* **bold**.

                ```sh title="look.sh" {1}
                look --limit {{limit}} \(String(repeating: "--and-more ", count: 20))
                ```

                | One | Two |
                | --- | ---: |
                | <ul><li>a</li><li>b</li></ul> | {{limit}} |

                #### One way {.recommended}

                <!-- only: plan=free -->
                Free.
                <!-- else -->
                Paid.
                <!-- end -->

                #### Another way

                1. First

                   <img src="../../shared/wide.svg" alt="Small" width="120">

                ## In the end {#verification}

                <dl>
                <dt>TPM</dt>
                <dd>

                Tokens per *minute*.

                </dd>
                </dl>

                <details>
                <summary>More</summary>

                Folded.

                </details>

                """
        }

        private static func word(_ number: Int) -> String {
            let letters = Array("bdfgklmn")
            return String([letters[number % 8], "a", letters[number / 8 % 8], "o", letters[number / 64 % 8], "i"])
        }

        @Test func `it is found, filtered, narrow and for everybody`() throws {
            let browser = try #require(BrowserScope.current).browser
            let (folder, site) = try Self.site()
            defer {
                withExtendedLifetime(folder) {}
                try? browser.resize(to: nil)
            }
            let axe = try Cache.text(of: "axe.min.js")
            for language in Self.languages {
                let home = site.appending(path: "\(language)/index.html")
                let page = site.appending(path: "\(language)/b/g217/index.html")
                for width in [320, 375, 1280] {
                    try browser.resize(to: (width, 800))
                    for address in [home, page] {
                        try browser.open(address)
                        let fits = try browser.run(
                            "const page = document.documentElement; return page.scrollWidth <= page.clientWidth")
                        #expect(fits.isTrue, "\(language) \(address.lastPathComponent) at \(width)")
                    }
                }
                // What axe does to a page is its own.
                if language == Self.languages[0] { #expect(try browser.complaints() == []) }
                for address in [home, page] {
                    try browser.open(address)
                    try browser.run(axe)
                    let found = try browser.run(
                        "return axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 150)}`))"
                    )
                    #expect(found == .array([]), "\(language)")
                }
                try browser.open(home)
                try browser.type("\(Self.word(217)) 217", into: "#filter")
                #expect(try browser.count(".guides > li:not([hidden])") == 1, "\(language)")
                try browser.open(page)
                try browser.run("document.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }))")
                try browser.wait(for: "document.querySelector('dialog.search')?.open")
                try browser.type("quell \(Self.word(142)) 142", into: "#vademecum-words")
                try browser.wait(for: "document.querySelector('dialog.search li a')?.href.includes('/g142/')")
                _ = try browser.complaints()
            }
        }

        @Test func `its home is seen at one glance, and unfolds where somebody looks`() throws {
            let browser = try #require(BrowserScope.current).browser
            let (folder, site) = try Self.site()
            defer {
                withExtendedLifetime(folder) {}
                try? browser.resize(to: nil)
            }
            let shown =
                "return [...document.querySelectorAll('.guides > li')].filter(guide => guide.checkVisibility()).length"
            let home = site.appending(path: "fr/index.html")
            for (width, height) in [(320, 1100), (375, 1000), (1280, 900)] {
                try browser.resize(to: (width, height))
                try browser.open(home)
                let fits = try browser.run("return document.documentElement.scrollHeight <= innerHeight")
                #expect(fits.isTrue, "\(width)")
                #expect(try browser.run(shown) == .number(0))
            }
            #expect(try browser.text(".group summary") == "First 150")
            // A tag is a filter of its own, and no word that titles may have as well.
            #expect(try browser.property("textContent", of: ".filter .tags li") == .text("t0"))
            try browser.click(".filter .tags button")
            #expect(try browser.run(shown) == .number(43))
            #expect(try browser.property("ariaPressed", of: ".filter .tags button") == .text("true"))
            try browser.type("\(Self.word(7))", into: "#filter")
            #expect(try browser.run(shown) == .number(1))
            try browser.run(
                "const box = document.querySelector('#filter'); box.value = ''; box.dispatchEvent(new Event('input'))")
            try browser.click(".filter .tags button")
            #expect(try browser.run(shown) == .number(0), "folded as before")
            #expect(try browser.text(".filter [role=status]") == "")
            try browser.open(site.appending(path: "fr/b/g217/index.html"))
            try browser.click(".trail a:last-child")
            #expect(try browser.run(shown) == .number(150))
            #expect(try browser.complaints() == [])
        }
    }
}
