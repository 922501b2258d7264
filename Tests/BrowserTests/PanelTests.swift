import Foundation
import TestSupport
import Testing

extension BrowserTests {
    /// The panel of a guide.
    @Suite struct PanelTests {
        @Test func `a pasted message fills the page in`() throws {
            let browser = try BrowserScope.openPanel()
            try browser.paste(Messages.rateLimit, into: "#vademecum-message")
            try browser.submitMessage()
            let text = try browser.text("article")
            #expect(text.contains("Ta limite actuelle est de 80\u{202F}000 tokens par minute (TPM) pour gpt-4o"))
            #expect(text.contains("Identifiant d’organisation\u{A0}: org-EXAMPLE42"))
            #expect(try browser.text("#problem pre").contains("Limit 80000, Used 79000, Requested 9200."))
            #expect(try browser.text("#problem pre").contains("try again in 6.15s"))
            #expect(try browser.text(".said").contains("Limite actuelle (80\u{202F}000)"))
            #expect(try browser.complaints() == [])
        }

        @Test func `what was read is one line above the guide, and the panel makes room`() throws {
            let browser = try BrowserScope.openPanel("en/raise-rate-limit")
            try browser.paste(Messages.rateLimit, into: "#vademecum-message")
            try browser.submitMessage(keepsPanel: false)
            #expect(try !browser.shows("#vademecum-panel"))
            #expect(try browser.text(".filled").hasPrefix("Filled in from your message: "))
            let first = "Current limit (80,000), Already used (79,000), Requested (9,200), Wait (6.15"
            #expect(try browser.text(".filled").contains(first))
            #expect(try browser.text(".open") == "Change")
            #expect(try browser.run("return document.activeElement.className") == .text("open"))
            try browser.click(".open")
            // The limit that was read is not behind a fold.
            #expect(try browser.shows("[name='limit.current']"))
            try browser.click(".close")
            try browser.click(".undo")
            #expect(try !browser.shows(".filled"))
            #expect(try browser.text(".open") == "Put my values into this guide")
        }

        @Test func `pasting is enough, and so is a key`() throws {
            let browser = try BrowserScope.openPanel("en/raise-rate-limit")
            try browser.paste(Messages.rateLimit, into: "#vademecum-message")
            try browser.run("document.querySelector('textarea').dispatchEvent(new ClipboardEvent('paste'))")
            try browser.wait(for: "document.querySelector('#vademecum-panel').hidden")
            try browser.click(".undo")
            try browser.click(".open")
            try browser.paste(Messages.rateLimit, into: "#vademecum-message")
            try browser.run(
                "document.querySelector('textarea').dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', ctrlKey: true}))"
            )
            try browser.wait(for: "document.querySelector('#vademecum-panel').hidden")
        }

        @Test func `a message of another guide leads there, filled in`() throws {
            let browser = try BrowserScope.openPanel()
            let before = try browser.text("#problem")
            try browser.paste(Messages.tooLarge, into: "#vademecum-message")
            try browser.submitMessage()
            #expect(
                try browser.text(".said")
                    == "Un autre guide parle de ce message\u{A0}: Requête trop volumineuse pour la limite OpenAI")
            #expect(try browser.text("#problem") == before)
            try browser.click(".said a")
            #expect(try browser.address().hasSuffix("/fr/request-too-large/index.html"))
            try browser.wait(for: "document.querySelector('#problem pre').textContent.includes('Limit 30000')")
            #expect(try browser.complaints() == [])
        }

        @Test(arguments: [(375, 800), (640, 800), (900, 900)])
        func `on a small screen the panel covers nothing that it fills`(_ width: Int, _ height: Int) throws {
            let browser = try BrowserScope.openPanel()
            defer { try? browser.resize(to: nil) }
            try browser.resize(to: (width, height))
            let covered = try browser.run(
                """
                const panel = document.querySelector("#vademecum-panel").getBoundingClientRect();
                return [...document.querySelectorAll("article section, article li")].filter(part => {
                    const box = part.getBoundingClientRect();
                    return box.height && box.top < panel.bottom && box.bottom > panel.top && box.left < panel.right && box.right > panel.left;
                }).length
                """)
            #expect(covered == .number(0))
        }

        @Test func `a typed value shows at once, and what follows from it`() throws {
            let browser = try BrowserScope.openPanel()
            #expect(try browser.count("#workarounds data.example") == 1)
            try browser.type("8000", into: "[name='usage.requested']")
            #expect(try browser.text("#workarounds").contains("toutes les 12\u{202F}s"))
            #expect(try browser.text(".results dl").contains("12\u{202F}s"))
            // The type of limit is still an example, and so is what rests on it.
            #expect(try browser.count("#workarounds data.example") == 1)
            try browser.run(
                """
                const field = document.querySelector("[name='limit.metric']");
                field.value = "tpd";
                field.dispatchEvent(new Event("change"));
                """)
            #expect(try browser.text("#workarounds").contains("toutes les 4\u{202F}h 48\u{A0}min"))
            #expect(try browser.count("#workarounds data.example") == 0)
        }

        @Test func `a value of the wrong type says what it takes, in the page's language`() throws {
            let browser = try BrowserScope.openPanel("en/raise-rate-limit")
            try browser.type("many\t", into: "[name='usage.used']")
            #expect(try browser.text("[id='error-usage.used']") == "Enter a whole number, such as 25000.")
            #expect(try browser.property("aria-invalid", of: "[name='usage.used']") == .text("true"))
            try browser.type("acme\t", into: "[name='org.id']")
            #expect(
                try browser.text("[id='error-org.id']")
                    == "The value does not look as expected, for example org-XXXXXXXXXXXX.")
            #expect(try browser.text("article").contains("org-XXXXXXXXXXXX"))
        }

        @Test func `what a message says decides between two branches`() throws {
            let browser = try BrowserScope.openPanel()
            #expect(try browser.text("#problem").contains("(Demandé ≤ Limite actuelle) Il suffit d’attendre"))
            #expect(try browser.text("#problem").contains("(Demandé > Limite actuelle) Cette requête dépasse"))
            try browser.paste(Messages.rateLimit, into: "#vademecum-message")
            try browser.submitMessage()
            #expect(try browser.shows("[data-only^=\"['<='\"]"))
            #expect(try !browser.shows("#problem [data-only^=\"['>','usage.requested'\"]"))
            #expect(try !browser.shows("#problem [data-label]"))
            let copied = try browser.copiedMarkdown()
            #expect(copied.contains("\n\nIl suffit d’attendre") && !copied.contains("Demandé ≤"))
            try browser.type("90000", into: "[name='usage.requested']")
            #expect(try !browser.shows("[data-only^=\"['<='\"]"))
            #expect(try browser.shows("#problem [data-only^=\"['>','usage.requested'\"]"))
        }

        @Test func `a plan shows only its own delay`() throws {
            let browser = try BrowserScope.openPanel()
            #expect(try browser.shows("[data-only='plan=free']"))
            try browser.run(
                """
                const field = document.querySelector("[name=plan]");
                field.value = "paid";
                field.dispatchEvent(new Event("change"));
                """)
            #expect(try !browser.shows("[data-only='plan=free']"))
            #expect(try browser.shows("[data-only='plan=paid']"))
        }

        @Test func `a link whose address is a value follows it`() throws {
            let browser = try BrowserScope.openPanel()
            try browser.click(".panel summary")
            try browser.type("https://limits.example.org/me", into: "[name='links.limits']")
            #expect(
                try browser.property("href", of: "#step-1 a[data-href]") == .text("https://limits.example.org/me"))
            // No address runs a script.
            try browser.run("document.querySelector(\"[name='links.limits']\").value = ''")
            try browser.type("javascript:alert(1)\t", into: "[name='links.limits']")
            #expect(
                try browser.property("href", of: "#step-1 a[data-href]")
                    == .text("https://platform.openai.com/account/rate-limits"))
            #expect(try !browser.text("[id='error-links.limits']").isEmpty)
        }

        @Test func `a wait that the message and the formula do not agree on shows both`() throws {
            let browser = try BrowserScope.openPanel()
            let message = Messages.rateLimit.replacing("6.15s", with: "20s")
            try browser.paste(message, into: "#vademecum-message")
            try browser.submitMessage()
            #expect(try browser.text("#problem").contains("ici, 20\u{202F}s (d’après le calcul\u{A0}: 6,15\u{202F}s)"))
        }

        @Test func `going back to the example undoes it all`() throws {
            let browser = try BrowserScope.openPanel()
            let before = try browser.text("article")
            try browser.paste(Messages.rateLimit, into: "#vademecum-message")
            try browser.submitMessage()
            #expect(try browser.text("article") != before)
            try browser.click(".reset")
            #expect(try browser.text("article") == before)
            #expect(try browser.property("value", of: "#vademecum-message") == .text(""))
        }

        @Test func `the panel opens and closes by keyboard, and gives the focus back`() throws {
            let browser = try BrowserScope.openPanel()
            #expect(try browser.run("return document.activeElement.id") == .text("vademecum-message"))
            #expect(try browser.property("aria-expanded", of: ".open") == .text("true"))
            try browser.type("\u{E00C}", into: "#vademecum-message")
            #expect(try !browser.shows("#vademecum-panel"))
            #expect(try browser.run("return document.activeElement.className") == .text("open"))
        }

        @Test func `a message of something else is not guessed at`() throws {
            let browser = try BrowserScope.openPanel()
            let before = try browser.text("#problem")
            try browser.paste("Something went wrong.", into: "#vademecum-message")
            try browser.submitMessage()
            #expect(try browser.text(".said").hasPrefix("Aucun guide ne couvre ce message"))
            #expect(try browser.text("#problem") == before)
        }

        @Test func `what a message holds is text, and a key in it is not kept`() throws {
            let browser = try BrowserScope.openPanel()
            let key = ["sk", "proj", String(repeating: "a1B2", count: 10)].joined(separator: "-")
            let hostile = "<img src=x onerror=document.title='no'> \u{1B}[31m" + Messages.rateLimit + " \(key)"
            try browser.paste(hostile, into: "#vademecum-message")
            try browser.submitMessage()
            #expect(try browser.count("article img, .panel img") == 0)
            #expect(try browser.text("article").contains("org-EXAMPLE42"))
            let page = try browser.run("return document.documentElement.outerHTML").text
            #expect(!page.contains(key))
            #expect(try browser.property("value", of: "#vademecum-message") == .text(""))
            #expect(try browser.text(".said").contains("clé d’API"))
            try browser.type("<b>x</b>", into: "[name=model]")
            #expect(try browser.text("#problem p code").contains("<b>x</b>"))
            #expect(try browser.count("article b") == 0)
        }

        @Test func `a guide that is not translated is filled in its own language, the panel is the reader's`() throws {
            let scope = try #require(BrowserScope.current)
            let browser = scope.browser
            try browser.open(scope.types.appending(path: "site/fr/alone/index.html"))
            #expect(try browser.text(".open") == "Mettre mes valeurs dans ce guide")
            try browser.openPanel()
            #expect(try browser.text("#vademecum-title") == "Ton guide")
            #expect(try browser.text("#problem p") == "1,234,567 or free")
            #expect(try browser.complaints() == [])
        }

        @Test func `the panel's files are loaded when somebody opens it`() throws {
            let browser = try BrowserScope.open("fr/raise-rate-limit/index.html")
            let loaded = """
                return performance.getEntriesByType("resource").map(({ name }) => name.split("/").at(-1))
                    .filter(name => ["values.js", "site.js", "page.js", "language.js"].includes(name)).length
                """
            #expect(try browser.run(loaded) == .number(0))
            #expect(try browser.run("return typeof vademecumLanguages").text == "undefined")
            // The keyboard opens it as well, and is in it then.
            try browser.type("\u{E007}", into: "#vademecum .open")
            try browser.wait(for: "document.activeElement.id === 'vademecum-message'")
            #expect(try browser.run("return typeof vademecumLanguages").text == "object")
            #expect(try browser.complaints() == [])
        }

        @Test func `a panel whose files cannot be had says so, and comes when they can`() throws {
            let scope = try #require(BrowserScope.current)
            let site = scope.site, file = site.appending(path: "site.js"), away = site.appending(path: "away.js")
            let browser = try BrowserScope.open("en/raise-rate-limit/index.html")
            try FileManager.default.moveItem(at: file, to: away)
            try browser.click("#vademecum .open")
            try browser.wait(
                for: "document.querySelector('#vademecum .said')?.textContent.startsWith('This part of the page')")
            try FileManager.default.moveItem(at: away, to: file)
            _ = try browser.complaints()
            try browser.openPanel()
            #expect(try browser.text("#vademecum-title") == "Your version of this guide")
            #expect(try browser.complaints() == [])
        }

        @Test func `without JavaScript the page reads as before`() throws {
            let scope = try #require(BrowserScope.current)
            let driver = try WebDriver()
            let browser = try Browser(driver, runsScripts: false)
            try browser.open(scope.site.appending(path: "fr/raise-rate-limit/index.html"))
            #expect(try !browser.shows("#vademecum"))
            #expect(try browser.shows("#problem pre"))
            #expect(try browser.text("#problem").contains("40\u{202F}000"))
            try browser.close()
        }
    }
}
