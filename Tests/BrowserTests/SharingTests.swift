import Foundation
import TestSupport
import Testing

extension BrowserTests {
    /// Values that stay, travel and are handed on.
    @Suite struct SharingTests {
        @Test func `values last as long as the tab, and are not kept beyond unless the reader says so`() throws {
            let browser = try BrowserScope.openPanel()
            try browser.type("12345", into: "[name='usage.used']")
            #expect(try browser.run("return localStorage.length") == .number(0))
            try browser.reload()
            #expect(try browser.count("data[value='12345']") > 0)
            #expect(
                try browser.text(".filled").hasPrefix("Rempli avec tes valeurs\u{A0}: Déjà consommé (12\u{202F}345)"))
            let scope = try #require(BrowserScope.current)
            try browser.open(scope.site.appending(path: "en/request-too-large/index.html"))
            try browser.open(scope.site.appending(path: "en/raise-rate-limit/index.html"))
            #expect(try browser.text("#problem pre").contains("Used 12345"))
            try browser.click(".undo")
            #expect(try browser.run("return sessionStorage.length") == .number(0))
            #expect(try !browser.shows(".filled"))
            try browser.reload()
            #expect(try browser.count("data[value='12345']") == 0)
        }

        @Test func `a message lasts across a reload, its own words too`() throws {
            let browser = try BrowserScope.openPanel()
            try browser.paste(Messages.rateLimit.replacing("6.15s", with: "7m12s"), into: "#vademecum-message")
            try browser.submitMessage()
            try browser.reload()
            try browser.wait(for: "document.querySelector('#problem pre').textContent.includes('7m12s')")
            #expect(try browser.text(".filled").hasPrefix("Rempli à partir de ton message"))
        }

        @Test func `what is remembered is there again, in every guide, until the reader forgets it`() throws {
            let browser = try BrowserScope.openPanel()
            try browser.type("org-EXAMPLE7", into: "[name='org.id']")
            try browser.click(".remember")
            try browser.reload()
            #expect(try browser.text("#step-4").contains("org-EXAMPLE7"))
            let scope = try #require(BrowserScope.current)
            try browser.open(scope.site.appending(path: "en/request-too-large/index.html"))
            #expect(try browser.text("#step-4").contains("org-EXAMPLE7"))
            try browser.click(".open")
            try browser.click(".remember")
            #expect(try browser.run("return localStorage.length") == .number(0))
        }

        @Test func `a browser that stores nothing is no error`() throws {
            let browser = try BrowserScope.openPanel()
            try browser.run(
                "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })")
            try browser.click(".remember")
            try browser.type("12345", into: "[name='usage.used']")
            #expect(try browser.count("data[value='12345']") > 0)
            #expect(try browser.complaints() == [])
        }

        @Test func `switching language keeps the values and erases them from the address`() throws {
            let browser = try BrowserScope.openPanel()
            try browser.type("75000", into: "[name='usage.used']")
            try browser.type("org-EXAMPLE7", into: "[name='org.id']")
            try browser.click(".languages a[hreflang=en]")
            #expect(try browser.text("h1") == "Raise an OpenAI rate limit")
            #expect(try browser.text("#problem pre").contains("Used 75000"))
            #expect(try browser.text("#step-4").contains("org-EXAMPLE7"))
            #expect(try browser.address().hasSuffix("/en/raise-rate-limit/index.html"))
        }

        @Test func `values in a link keep the place on the page`() throws {
            let browser = try BrowserScope.open(
                "en/raise-rate-limit/index.html",
                fragment: "step-3?usage.used=75000&plan=paid&nonsense=1&limit.current=x")
            #expect(try browser.address().hasSuffix("index.html#step-3"))
            #expect(try browser.text("#problem pre").contains("Limit 40000, Used 75000"))
            #expect(try !browser.shows("[data-only='plan=free']"))
        }

        @Test func `a link with private values takes a second click`() throws {
            let browser = try BrowserScope.openPanel("en/raise-rate-limit")
            try browser.run("window.copied = []; navigator.clipboard.writeText = async text => copied.push(text)")
            try browser.type("75000", into: "[name='usage.used']")
            try browser.click(".copy-link")
            try browser.type("org-EXAMPLE7", into: "[name='org.id']")
            try browser.click(".copy-link")
            #expect(try browser.text(".copied").contains("Organization ID"))
            #expect(try browser.run("return copied.length") == .number(1))
            try browser.click(".copy-link")
            let copied = try browser.run("return copied").items.map(\.text)
            #expect(copied.first?.hasSuffix("/en/raise-rate-limit/index.html#?usage.used=75000") == true)
            #expect(copied.last?.hasSuffix("#?usage.used=75000&org.id=org-EXAMPLE7") == true)
            // Each time anew, and for the text as for the link.
            try browser.click(".copy-link")
            #expect(try browser.run("return copied.length") == .number(2))
            try browser.click(".copy-markdown")
            #expect(try browser.text(".copied").hasPrefix("The text would hold private values: Organization ID."))
            #expect(try browser.text(".copy-link") == "Copy link")
            #expect(try browser.run("return copied.length") == .number(2))
        }

        @Test(arguments: ["fr/raise-rate-limit", "en/raise-rate-limit", "fr/request-too-large", "en/request-too-large"])
        func `the Markdown that is copied is what the program prints`(guide: String) throws {
            let project = try #require(BrowserScope.current).project
            let parts = guide.split(separator: "/").map(String.init)
            let printed = try Program.vademecum(
                "personalise", parts[1], "--language", parts[0], "--project", project.path, "--no-input")
            let browser = try BrowserScope.openPanel(guide)
            #expect(try browser.copiedMarkdown() == printed.text)
        }

        @Test func `a value is as little markup in the Markdown as on the page`() throws {
            let browser = try BrowserScope.openPanel("en/raise-rate-limit")
            try browser.type("a`b``c", into: "[name=model]")
            try browser.run(
                "const f = document.querySelector('[name=plan]'); f.value = 'paid'; f.dispatchEvent(new Event('change'))"
            )
            let markdown = try browser.copiedMarkdown()
            #expect(markdown.contains("- **Model**: ```a`b``c``` or `gpt-realtime-mini`"))
            #expect(!markdown.contains("a few days to a week"))
            #expect(markdown.contains("- Often faster"))
        }

        @Test(arguments: ["fr", "en"])
        func `the Markdown for a message is what the program prints for it`(language: String) throws {
            let project = try #require(BrowserScope.current).project
            let message = Messages.rateLimit.replacing("6.15s", with: "20s")
            let printed = try Program.vademecum(
                "personalise", "--project", project.path, "--language", language, "--error", message,
                "--set", "plan=paid")
            #expect(printed.status == 0, "\(printed.errors)")
            let browser = try BrowserScope.openPanel("\(language)/raise-rate-limit")
            try browser.paste(message, into: "#vademecum-message")
            try browser.submitMessage()
            try browser.run(
                "const f = document.querySelector('[name=plan]'); f.value = 'paid'; f.dispatchEvent(new Event('change'))"
            )
            #expect(try browser.copiedMarkdown() == printed.text)
        }
    }

    /// The box of the home page.
    @Suite struct HomeTests {
        @Test(arguments: ["fr", "en"])
        func `a message leads to its guide, filled in`(language: String) throws {
            let browser = try BrowserScope.open("\(language)/index.html")
            try browser.paste(Messages.tooLarge, into: "#vademecum-message")
            try browser.submitMessage()
            #expect(try browser.address().hasSuffix("/\(language)/request-too-large/index.html"))
            #expect(try browser.text("#problem pre").contains("org-EXAMPLE42"))
            #expect(try browser.text("#problem pre").contains("Limit 30000"))
            #expect(try browser.complaints() == [])
        }

        @Test func `a message that no guide covers is said to be unknown`() throws {
            let browser = try BrowserScope.open("en/index.html")
            try browser.paste("Something went wrong.", into: "#vademecum-message")
            try browser.submitMessage()
            #expect(try browser.text(".said") == "No guide covers this message. Check that it is complete.")
            #expect(try browser.address().hasSuffix("/en/index.html"))
        }

        @Test func `messages of two guides leave the choice to the reader`() throws {
            let browser = try BrowserScope.open("en/index.html")
            try browser.paste(Messages.tooLarge + "\n" + Messages.rateLimit, into: "#vademecum-message")
            try browser.submitMessage()
            #expect(try browser.count(".said a") == 2)
            try browser.click(".said a[href*=raise-rate-limit]")
            #expect(try browser.text("#problem pre").contains("Limit 80000"))
        }
    }
}
