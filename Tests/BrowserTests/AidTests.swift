import Foundation
import TestSupport
import Testing

extension BrowserTests {
    /// What helps a reader on a home with many guides, and while a guide is followed.
    @Suite struct AidTests {
        /// A project of ten guides, one of which has tasks, code and an error.
        private static func site() throws -> (folder: TemporaryFolder, site: URL) {
            let folder = try TemporaryFolder()
            try folder.write(
                "title: Guides\nlanguages: [en]\ntags: {net: {en: Réseau}}\ngroups:\n  - {title: First, guides: [g1]}\n",
                at: "vademecum.yaml")
            for number in 0..<10 {
                let tasks = "- [ ] Look.\n- [x] Listen.\n\n```sh\nls -l\necho 1\n```\n"
                let text =
                    "---\ntitle: Guide \(number) à part\nsummary: Number \(number) of ten.\n---\n\n## Problem\n\nText.\n\n## Steps\n\n### Go\n\n"
                    + tasks + "\n## Verification\n\nOK.\n"
                try folder.write(text, at: "content/g\(number)/en.md")
                let tags = number == 3 ? "tags: [net]\nerrors: [\"disk quota exceeded\"]\n" : "tags: [other]\n"
                try folder.write(tags, at: "content/g\(number)/guide.yaml")
            }
            let build = try Program.vademecum("build", in: folder.url)
            try #require(build.status == 0, "\(build.errors)")
            return (folder, folder.url.appending(path: "site/en"))
        }

        private static func shown(_ browser: Browser) throws -> Int {
            try browser.count(".guides > li:not([hidden])")
        }

        @Test(arguments: [("GUIDE 3 a part", 1), ("quota", 1), ("reseau", 1), ("ten", 10), ("nothing", 0)])
        func `the home is filtered by title, summary, tag and error`(words: String, count: Int) throws {
            let browser = try #require(BrowserScope.current).browser
            let (folder, site) = try Self.site()
            defer { withExtendedLifetime(folder) {} }
            try browser.open(site.appending(path: "index.html"))
            try browser.type(words, into: "#filter")
            let shown = try Self.shown(browser)
            #expect(shown == count)
            let said = try browser.text(".filter [role=status]")
            #expect(said == "Results: \(count)")
            let groups = try browser.count(".group:not([hidden])")
            #expect(groups == (count == 10 ? 2 : min(count, 1)))
            #expect(try browser.complaints() == [])
        }

        /// The picture stands over the page until Escape, a click or its button; then what was focused is again.
        @Test func `a large picture opens over the page`() throws {
            let scope = try #require(BrowserScope.current)
            let browser = scope.browser
            let folder = try TemporaryFolder()
            try folder.write("title: Guides\nlanguages: [en]\n", at: "vademecum.yaml")
            try folder.write(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1600\" height=\"900\"><rect width=\"1600\" height=\"900\"/></svg>",
                at: "content/g/wide.svg")
            try folder.write(
                "---\ntitle: A guide\nsummary: What it is for.\n---\n\n## Problem\n\n![The *whole* page](wide.svg)\n\n<img src=\"wide.svg\" alt=\"Small\" width=\"80\">\n\n## Steps\n\n### Go\n\nOn.\n\n## Verification\n\nOK.\n",
                at: "content/g/en.md")
            try #require(try Program.vademecum("build", in: folder.url).status == 0)
            try browser.open(folder.url.appending(path: "site/en/g/index.html"))
            for (number, name) in [(0, "The whole page"), (1, "Small")] {
                _ = try browser.run(
                    "const link = document.querySelectorAll('a.large')[arguments[0]]; link.focus(); link.click()",
                    .number(Double(number)))
                #expect(try browser.count("dialog.picture[open] img") == 1)
                let shown = try browser.run(
                    "const box = document.querySelector('dialog.picture'); return [box.ariaLabel, document.activeElement.textContent, box.querySelector('img').getBoundingClientRect().width > 200]"
                )
                #expect(shown == .array([.text(name), .text("Close"), .flag(true)]))
                // What axe does to a page is its own.
                if number == 0 { #expect(try browser.complaints() == []) }
                try browser.run(Cache.text(of: "axe.min.js"))
                let violations = try browser.run(
                    "return axe.run().then(({ violations }) => violations.map(({ id }) => id))")
                #expect(violations == .array([]))
                if number == 0 {
                    try browser.type("\u{E00C}", into: "dialog.picture button")
                } else {
                    try browser.click("dialog.picture button")
                }
                #expect(try browser.count("dialog.picture") == 0)
                let focused = try browser.run(
                    "return document.activeElement === document.querySelectorAll('a.large')[arguments[0]]",
                    .number(Double(number)))
                #expect(focused.isTrue)
            }
            _ = try browser.complaints()
        }

        @Test func `a tag is a filter`() throws {
            let browser = try #require(BrowserScope.current).browser
            let (folder, site) = try Self.site()
            defer { withExtendedLifetime(folder) {} }
            try browser.open(site.appending(path: "index.html"))
            try browser.click("a[href='g3/index.html'] ~ .tags button")
            let shown = try Self.shown(browser)
            #expect(shown == 1)
        }

        /// A guide with two steps of the same options.
        private static func options() throws -> (folder: TemporaryFolder, site: URL) {
            let folder = try TemporaryFolder()
            try folder.write(
                "title: Guides\nlanguages: [en]\nvalues: {limit: {type: integer, example: 1, label: Limit}}\n",
                at: "vademecum.yaml")
            let step = "#### macOS\n\nM {{limit}}.\n\n#### Linux {.recommended}\n\nL.\n\n#### `Other` one\n\nO.\n\n"
            try folder.write(
                "---\ntitle: G\nsummary: S.\n---\n\n## Problem\n\nHave {{limit}}.\n\n## Steps\n\n### First\n\n\(step)### Second\n\n\(step)## Verification\n\nOK.\n",
                at: "content/g/en.md")
            let build = try Program.vademecum("build", in: folder.url)
            try #require(build.status == 0, "\(build.errors)")
            return (folder, folder.url.appending(path: "site/en/g/index.html"))
        }

        @Test func `options are tabs, the reader's choice stays, and on paper all are there`() throws {
            let browser = try #require(BrowserScope.current).browser
            let (folder, page) = try Self.options()
            defer { withExtendedLifetime(folder) {} }
            func shown() throws -> [String] {
                try browser.run(
                    "return [...document.querySelectorAll('.option')].filter(one => one.checkVisibility()).map(one => one.id)"
                )
                .items.map(\.text)
            }
            try browser.open(page)
            try browser.run("localStorage.clear()")
            try browser.open(page)
            #expect(try shown() == ["step-1-option-2", "step-2-option-2"], "the one that is advised")
            #expect(try browser.text(".tabs [aria-selected=true]") == "Option B Linux recommended")
            // By the keyboard, and for the next page as well.
            try browser.type("\u{E014}", into: "#tab-step-1-option-2")
            #expect(try shown() == ["step-1-option-3", "step-2-option-2"])
            #expect(try browser.run("return document.activeElement.id").text == "tab-step-1-option-3")
            try browser.open(page)
            #expect(try shown() == ["step-1-option-3", "step-2-option-3"])
            try browser.click("#tab-step-2-option-1")
            try browser.open(page)
            #expect(try shown() == ["step-1-option-1", "step-2-option-1"])
            try browser.open(page, fragment: "step-1-option-2")
            #expect(try shown() == ["step-1-option-2", "step-2-option-1"], "what the address names")
            try browser.emulate(media: "print")
            defer { try? browser.emulate() }
            #expect(try shown().count == 6)
            #expect(try browser.shows("h4") && !browser.shows(".tabs"))
            try browser.run("localStorage.clear()")
            #expect(try browser.complaints() == [])
        }

        @Test func `a filled value is copied by a click, as programs write it`() throws {
            let browser = try #require(BrowserScope.current).browser
            let (folder, page) = try Self.options()
            defer { withExtendedLifetime(folder) {} }
            try browser.open(page, fragment: "?limit=40000")
            try browser.wait(for: "document.querySelector('#problem data.own')")
            #expect(try browser.text("#problem data") == "40,000")
            try browser.run(
                "window.copied = new Promise(done => navigator.clipboard.writeText = async text => done(text))")
            try browser.click("#problem data")
            #expect(try browser.run("return window.copied").text == "40000")
            try browser.wait(for: "document.querySelector('main > [role=status]').textContent === 'Copied. 40000'")
            try browser.run("sessionStorage.clear()")
            #expect(try browser.complaints() == [])
        }

        @Test func `code is copied as it stands, and ticks stay on the device`() throws {
            let browser = try #require(BrowserScope.current).browser
            let (folder, site) = try Self.site()
            defer { withExtendedLifetime(folder) {} }
            let page = site.appending(path: "g1/index.html")
            try browser.open(page)
            try browser.run(
                "window.copied = new Promise(done => navigator.clipboard.writeText = async text => done(text))")
            try browser.run("document.querySelector('.code > button').click()")
            let copied = try browser.run("return window.copied").text
            #expect(copied == "ls -l\necho 1")
            try browser.wait(for: "document.querySelector('.code > button').textContent === 'Copied.'")
            try browser.run("document.querySelector('.task input').click()")
            try browser.open(page)
            let ticked = try browser.run("return [...document.querySelectorAll('.task input')].map(box => box.checked)")
            #expect(ticked == .array([.flag(true), .flag(true)]))
            try browser.run("scrollTo(0, document.body.scrollHeight)")
            try browser.run("localStorage.clear()")
            #expect(try browser.complaints() == [])
        }
    }
}
