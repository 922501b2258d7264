import Foundation
import TestSupport
import Testing

extension BrowserTests {
    /// What the page does with one message after another, and with a message's own words.
    @Suite struct PastedLineTests {
        private static func message(model: String = "gpt-4o", used: Int = 79000, wait: String = "7m12s") -> String {
            "\u{1B}[31mRate limit reached for \(model) in organization org-EXAMPLE42 on tokens per min (TPM): Limit 80.000, "
                + "Used \(used), Requested 9200. Please\ntry again in \(wait).\u{1B}[0m"
        }

        private static func read(_ message: String, in browser: Browser) throws {
            try browser.paste(message, into: "#vademecum-message")
            try browser.submitMessage()
        }

        @Test func `the page shows the line as it was pasted, and so does what is copied`() throws {
            let browser = try BrowserScope.openPanel()
            let before = try browser.text("#problem pre")
            try Self.read(Self.message(), in: browser)
            let line = """
                Rate limit reached for gpt-4o in organization org-EXAMPLE42 on tokens per min (TPM):
                Limit 80.000, Used 79000, Requested 9200. Please try again in 7m12s.
                """
            #expect(try browser.text("#problem pre") == line + "\n")
            #expect(try browser.text("#problem").contains("ici, 7\u{A0}min 12\u{202F}s"))
            #expect(
                try browser.copiedMarkdown().contains("    \(line.replacing("\n", with: "\n    "))\n"))
            try browser.click(".reset")
            #expect(try browser.text("#problem pre") == before)
        }

        @Test func `a key in the line is not shown`() throws {
            let browser = try BrowserScope.openPanel()
            let key = ["sk", "proj", String(repeating: "a1B2", count: 10)].joined(separator: "-")
            try Self.read(Self.message(model: key), in: browser)
            #expect(try browser.text("#problem pre").contains("reached for *** in organization"))
            #expect(try !browser.run("return document.documentElement.outerHTML").text.contains(key))
        }

        @Test func `a new message replaces the old one's values, and what was typed stays`() throws {
            let browser = try BrowserScope.openPanel()
            try Self.read(Self.message(), in: browser)
            try browser.run("document.querySelector(\"[name='usage.requested']\").value = ''")
            try browser.type("8100", into: "[name='usage.requested']")
            let tail = "tokens per min (TPM): Limit 50000, Used 49000, Requested 5000. Please try again in 2ms."
            try Self.read(tail, in: browser)
            #expect(try browser.text("#problem pre") == "… " + tail.replacing(": L", with: ":\nL") + "\n")
            // The first message named the model, the second one does not; the request was typed by hand.
            #expect(try browser.property("value", of: "[name=model]") == .text(""))
            #expect(try browser.property("value", of: "[name='limit.current']") == .text("50000"))
            #expect(try browser.property("value", of: "[name='usage.requested']") == .text("8100"))
        }

        @Test func `the line goes along from the home page, and to the other language`() throws {
            let browser = try BrowserScope.open("fr/index.html")
            try browser.paste(Self.message(), into: "#vademecum-message")
            try browser.submitMessage()
            try browser.wait(
                for:
                    "document.querySelector('article') && document.querySelector('#problem pre').textContent.includes('7m12s')"
            )
            #expect(try !browser.run("return location.href").text.contains("?"))
            try browser.click(".languages a")
            try browser.wait(
                for:
                    "document.documentElement.lang === 'en' && document.querySelector('#problem pre').textContent.includes('7m12s')"
            )
            // What the message said is known for that, and goes with the next one.
            try browser.click("#vademecum .open")
            try Self.read(
                "tokens per min (TPM): Limit 50000, Used 49000, Requested 5000. Please try again in 2ms.", in: browser)
            #expect(try browser.property("value", of: "[name=model]") == .text(""))
        }

        @Test func `a link cannot make a page show what its guide is not about`() throws {
            let browser = try BrowserScope.open("fr/raise-rate-limit/index.html", fragment: "?error=Call+0900+now")
            try browser.run("return vademecum.loaded('vademecum-reading').then(() => true)")
            #expect(try browser.text("#problem pre").hasPrefix("Rate limit reached"))
        }
    }
}

extension BrowserTests {
    /// Addresses of errors that stay.
    @Suite struct ErrorAddressTests {
        @Test func `an address leads to the guide, and takes along what stands behind it`() throws {
            let browser = try BrowserScope.open("fr/index.html")
            let scope = try #require(BrowserScope.current)
            try browser.open(
                scope.site.appending(path: "fr/e/openai-rate-limit/index.html"), fragment: "step-2?limit.current=8000")
            try browser.wait(for: "document.querySelector('#step-2')")
            #expect(try browser.address().contains("/fr/raise-rate-limit/index.html"))
            try browser.wait(for: "document.querySelector('#problem').textContent.includes('8\u{202F}000')")
            try browser.open(scope.site.appending(path: "e/openai-rate-limit/index.html"))
            try browser.wait(for: "document.querySelector('#step-2')")
            #expect(try browser.address().contains("/raise-rate-limit/index.html"))
            #expect(try browser.complaints() == [])
        }
    }
}
