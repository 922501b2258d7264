import Foundation
import TestSupport
import Testing

extension BrowserTests {
    /// Pages hold whatever a guide holds: no screen is too narrow, nothing moves while a page is loaded, and nobody is shut out.
    @Suite struct LayoutTests {
        /// Builds the wide project, and gives the address of its site.
        private static func wideSite() throws -> (folder: TemporaryFolder, site: URL) {
            let folder = try WideProject.make()
            let build = try Program.vademecum("build", "--project", folder.path, "--output", "\(folder.path)/site")
            try #require(build.status == 0, "\(build.errors)")
            return (folder, folder.url.appending(path: "site"))
        }

        @Test(arguments: [320, 375, 640, 1280]) func `no page is wider than its screen`(width: Int) throws {
            let browser = try #require(BrowserScope.current).browser
            let (folder, site) = try Self.wideSite()
            defer { withExtendedLifetime(folder) {} }
            try browser.resize(to: (width, 800))
            defer { try? browser.resize(to: nil) }
            for page in ["en/wide", "ar/wide", "en", "ar", ""] {
                try browser.open(site.appending(path: page).appending(path: "index.html"))
                let fits = try browser.run(
                    "const page = document.documentElement; return page.scrollWidth <= page.clientWidth")
                #expect(fits.isTrue, "\(page) at \(width)")
                let wider = try browser.run(
                    """
                    const outside = box => {
                        const { left, right } = box.getBoundingClientRect();
                        return right - left > 1 && (left < -1 || right > innerWidth + 1);
                    };
                    const scrolls = box => box.parentElement?.closest("pre, .table, .contents, .step") ?? false;
                    return [...document.body.querySelectorAll("*")].filter(box => outside(box) && !scrolls(box) && !box.matches(".skip, .step"))
                        .map(box => box.outerHTML.slice(0, 80));
                    """)
                #expect(wider == .array([]), "\(page) at \(width)")
            }
        }

        @Test func `what scrolls in its box is reached by the keyboard, and nothing else`() throws {
            let browser = try #require(BrowserScope.current).browser
            let (folder, site) = try Self.wideSite()
            defer { withExtendedLifetime(folder) {} }
            try browser.open(site.appending(path: "en/wide/index.html"))
            let wrong = try browser.run(
                """
                return [...document.querySelectorAll("pre, .table")]
                    .filter(box => (box.scrollWidth > box.clientWidth + 1) !== (box.tabIndex === 0 && box.role === "group" && !!box.ariaLabel)).length
                """)
            #expect(wrong == .number(0))
            #expect(try browser.count(".table[tabindex='0'][aria-label='Table']") > 0)
            #expect(try browser.count("pre[tabindex='0'][aria-label='Code']") > 0)
        }

        @Test func `on paper nothing is cut off, and the sheet says where it is from`() throws {
            let browser = try #require(BrowserScope.current).browser
            let (folder, site) = try Self.wideSite()
            defer { withExtendedLifetime(folder) {} }
            try browser.resize(to: (700, 1000))
            try browser.emulate(media: "print")
            defer {
                try? browser.resize(to: nil)
                try? browser.emulate()
            }
            try browser.open(site.appending(path: "en/wide/index.html"))
            let cut = try browser.run(
                "return [...document.querySelectorAll('pre, .table')].filter(box => box.scrollWidth > box.clientWidth + 1).length"
            )
            #expect(cut == .number(0))
            #expect(try browser.shows(".sheet"))
            #expect(try browser.text(".sheet").hasSuffix("– https://docs.example.org/guides/en/wide/"))
            #expect(try browser.text(".reviewed") == "Reviewed on November 3, 2026")
        }

        @Test(arguments: ["fr/index.html", "fr/raise-rate-limit/index.html"])
        func `nothing moves while a page is loaded`(page: String) throws {
            let scope = try #require(BrowserScope.current)
            let browser = scope.browser
            try browser.resize(to: (375, 800))
            defer { try? browser.resize(to: nil) }
            try browser.open(scope.site.appending(path: page))
            let shift = try browser.run(
                """
                return new Promise(done => {
                    let sum = 0;
                    new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value; })
                        .observe({ type: "layout-shift", buffered: true });
                    setTimeout(() => done(sum), 300);
                });
                """)
            guard case .number(let sum) = shift else { return #expect(Bool(false), "no shift was measured") }
            #expect(sum < 0.02)
        }

        @Test func `headings are their words, and steps are called steps`() throws {
            let browser = try BrowserScope.open("fr/raise-rate-limit/index.html")
            #expect(try browser.property("textContent", of: "#problem h2").text == "Problème")
            #expect(try browser.property("textContent", of: "#step-3 h3").text.hasPrefix("Étape 3\u{A0}: "))
            #expect(try browser.property("ariaLabel", of: "#step-3 .permalink").text == "Lien vers Étape 3")
        }

        /// The rules of WCAG 2.2 A and AA, and what axe calls best practice.
        @Test(arguments: [("light", ""), ("dark", ""), ("light", "active")])
        func `axe finds nothing`(scheme: String, forcedColors: String) throws {
            let scope = try #require(BrowserScope.current)
            let browser = scope.browser
            let axe = try Cache.text(of: "axe.min.js")
            let (folder, wide) = try Self.wideSite()
            defer { withExtendedLifetime(folder) {} }
            try browser.emulate(colorScheme: scheme, forcedColors: forcedColors)
            defer {
                try? browser.emulate()
                try? browser.resize(to: nil)
            }
            func violations(_ page: String) throws {
                try browser.run(axe)
                let found = try browser.run(
                    """
                    return axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
                        .then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 150)} ${nodes.length}`));
                    """)
                #expect(found == .array([]), "\(page), \(scheme) \(forcedColors)")
            }
            // 320 and 640 are what a screen of 1,280 has left at 400 and 200 %.
            for width in [320, 375, 640, 1280] {
                try browser.resize(to: (width, 900))
                for page in ["", "fr", "en", "fr/raise-rate-limit", "en/request-too-large", "fr/quota-exceeded"] {
                    try browser.open(scope.site.appending(path: page).appending(path: "index.html"))
                    try violations("\(page) at \(width)")
                }
                for page in ["en/wide", "ar/wide"] {
                    try browser.open(wide.appending(path: page).appending(path: "index.html"))
                    try violations("\(page) at \(width)")
                }
                try browser.open(scope.site.appending(path: "fr/raise-rate-limit/index.html"))
                try browser.openPanel()
                try violations("the panel at \(width)")
                try browser.type("x", into: "[name='usage.used']")
                try browser.run("document.activeElement.blur()")
                try violations("a wrong value at \(width)")
                try browser.click(".find")
                try browser.wait(for: "document.querySelector('dialog.search')?.open")
                try browser.type("limit", into: "#vademecum-words")
                try violations("the search at \(width)")
                try browser.type("qqqq", into: "#vademecum-words")
                try violations("a search that finds nothing at \(width)")
            }
        }
    }
}
