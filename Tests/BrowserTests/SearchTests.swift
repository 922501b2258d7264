import Foundation
import TestSupport
import Testing

extension BrowserTests {
    /// The search, from the disk, as a reader uses it.
    @Suite struct SearchTests {
        /// A page with the search open, and some words typed.
        private static func search(_ words: String, on page: String = "fr/index.html") throws -> Browser {
            let browser = try BrowserScope.open(page)
            try browser.run("document.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }))")
            try browser.wait(for: "document.querySelector('dialog.search')?.open")
            try browser.type(words, into: "#vademecum-words")
            return browser
        }

        private static func first(_ browser: Browser) throws -> String {
            try browser.property("href", of: "dialog.search li a").text
        }

        @Test func `words are taken out of a question as out of a guide`() throws {
            let browser = try Self.search("x")
            for example in try SearchCase.all() {
                let text = String(decoding: try JSONEncoder().encode(example.text), as: UTF8.self)
                let words = try browser.run("return vademecumWords.wordsOf(\(text)).join(' ')")
                let expected = example.words.joined(separator: " ")
                #expect(words.text == expected, "\(example.text)")
            }
        }

        @Test(arguments: [
            "augmenter limites", "AUGMENTATION de la limite", "limite de débit", "limite de debit", "debut limi",
        ])
        func `forms, accents and beginnings find a guide`(words: String) throws {
            let browser = try Self.search(words)
            #expect(try Self.first(browser).contains("/fr/raise-rate-limit/index.html"), "\(words)")
            #expect(try browser.count("dialog.search mark") > 0)
            #expect(try browser.complaints() == [])
        }

        @Test func `a pasted error leads to its guide`() throws {
            let browser = try Self.search(Messages.tooLarge)
            #expect(try Self.first(browser).contains("/fr/request-too-large/index.html"))
        }

        @Test func `a step is a result of its own, and return leads to the first`() throws {
            let browser = try Self.search("open rate limits page", on: "en/request-too-large/index.html")
            #expect(try browser.count("dialog.search li li a[href$='raise-rate-limit/index.html#step-1']") == 1)
            try browser.run(
                "document.querySelector('dialog.search form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))"
            )
            try browser.wait(for: "location.href.includes('/en/raise-rate-limit/')")
        }

        @Test func `what is not there is said`() throws {
            let browser = try Self.search("zygomorphe <")
            #expect(try browser.count("dialog.search li") == 0)
            #expect(try browser.text("dialog.search [role=status]").contains("zygomorphe <"))
        }

        @Test func `arrows walk the results, and escape closes`() throws {
            let browser = try Self.search("limite")
            let press = { (key: String) in
                _ = try browser.run(
                    "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: '\(key)', bubbles: true }))"
                )
            }
            try press("ArrowDown")
            #expect(try browser.run("return document.activeElement.matches('dialog.search li:first-child > a')").isTrue)
            try press("ArrowUp")
            #expect(try browser.run("return document.activeElement.id").text == "vademecum-words")
            try browser.click("dialog.search form button")
            #expect(try browser.run("return !document.querySelector('dialog.search').open").isTrue)
        }

        @Test func `the colours that a reader chose stay on the device`() throws {
            let browser = try BrowserScope.open("fr/index.html")
            try browser.click(".tools .theme")
            let chosen = try browser.run("return document.documentElement.dataset.theme")
            try browser.open(try #require(BrowserScope.current).site.appending(path: "en/index.html"))
            #expect(try browser.run("return document.documentElement.dataset.theme") == chosen)
            try browser.run("localStorage.clear()")
        }
    }
}
