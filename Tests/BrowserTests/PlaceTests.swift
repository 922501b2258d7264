import TestSupport
import Testing

extension BrowserTests {
    /// Who switches to another language reads on at the same place.
    @Suite struct PlaceTests {
        @Test func `switching keeps the place that the address names`() throws {
            let browser = try BrowserScope.open("fr/raise-rate-limit/index.html", fragment: "step-3")
            try browser.click(".languages a[hreflang=en]")
            #expect(try browser.text("h1") == "Raise an OpenAI rate limit")
            #expect(try browser.address().hasSuffix("/en/raise-rate-limit/index.html#step-3"))
        }

        @Test func `every heading leads to itself in the other language, with the values`() throws {
            let browser = try BrowserScope.openPanel()
            #expect(try browser.count("section > .heading > a[hreflang=en]") == 5)
            #expect(try browser.count("li > .heading > a[hreflang=en]") == 5)
            try browser.type("75000", into: "[name='usage.used']")
            try browser.click("#workarounds > .heading > a[hreflang=en]")
            #expect(try browser.text("h1") == "Raise an OpenAI rate limit")
            #expect(try browser.address().hasSuffix("/en/raise-rate-limit/index.html#workarounds"))
            #expect(try browser.text("#problem pre").contains("Used 75000"))
        }

        @Test func `each heading is one stop of the tab key, however many languages there are`() throws {
            let browser = try BrowserScope.open("fr/raise-rate-limit/index.html")
            let stops = try browser.run(
                "return [...document.querySelectorAll('.heading')].map(box => [...box.querySelectorAll('a')].filter(link => link.tabIndex >= 0).length)"
            ).items
            #expect(stops.count == 10 && stops.allSatisfy { $0 == .number(1) })
            let scope = try #require(BrowserScope.current)
            try browser.open(scope.types.appending(path: "site/fr/types/index.html"))
            #expect(try browser.count(".heading > a[hreflang]") == 0)
            #expect(try browser.count(".languages a") == 4)
        }

        @Test func `the switch follows the reader's steps`() throws {
            let browser = try BrowserScope.open("fr/raise-rate-limit/index.html")
            try browser.click(".contents a[href='#notes']")
            try browser.click(".languages a[hreflang=en]")
            #expect(try browser.address().hasSuffix("/en/raise-rate-limit/index.html#notes"))
            #expect(try browser.complaints() == [])
        }

        @Test func `at the top there is no place to keep`() throws {
            let browser = try BrowserScope.open("fr/raise-rate-limit/index.html")
            try browser.click(".languages a[hreflang=en]")
            #expect(try browser.address().hasSuffix("/en/raise-rate-limit/index.html"))
            #expect(try browser.complaints() == [])
        }
    }
}
