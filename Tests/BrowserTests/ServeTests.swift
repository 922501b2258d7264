import Foundation
import TestSupport
import Testing

extension BrowserTests {
    /// A page that is served while it is written.
    @Suite struct ServeTests {
        @Test func `a fault shows over the last good page, which stays, and goes when it is mended`() throws {
            let scope = try #require(BrowserScope.current)
            let folder = try TemporaryFolder()
            let made = try Program.vademecum("new", "site", "--languages", "fr", in: folder.url)
            #expect(made.status == 0, "\(made.errors)")
            let server = try Program.Running("serve", "--port", "0", in: folder.url)
            defer { server.end() }
            let address = try #require(try server.line(with: "http://").firstMatch(of: /http:\/\/\S+/)).output
            let browser = scope.browser
            try browser.open("\(address)fr/load-paper/")
            _ = try browser.complaints()
            #expect(try !browser.shows(".vademecum-faults"))
            let path = "content/load-paper/fr.md", text = try folder.text(at: path)
            try folder.write(text.replacing("{{tray}}", with: "{{trai}}"), at: path)
            try browser.wait(
                for: "document.querySelector('.vademecum-faults')?.textContent.includes('no value is called')")
            #expect(try browser.text("h1") == "Remettre du papier")
            // It is loaded once, and not again and again.
            try browser.wait(for: "performance.now() > 1000")
            #expect(try browser.shows(".vademecum-faults"))
            try folder.write(text, at: path)
            try browser.wait(for: "!document.querySelector('.vademecum-faults')")
            #expect(try browser.complaints() == [])
        }

        @Test func `where nothing is, the page is in the language of the address, with a search that works`() throws {
            let scope = try #require(BrowserScope.current)
            let folder = try TemporaryFolder()
            let made = try Program.vademecum("new", "site", "--languages", "fr,en,ar", in: folder.url)
            #expect(made.status == 0, "\(made.errors)")
            let server = try Program.Running("serve", "--port", "0", in: folder.url)
            defer { server.end() }
            let address = try #require(try server.line(with: "http://").firstMatch(of: /http:\/\/\S+/)).output
            let browser = scope.browser
            for (path, language, direction) in [
                ("fr/deep/er/none", "fr", "ltr"), ("ar/x", "ar", "rtl"), ("none", "en", "ltr"),
            ] {
                try browser.open("\(address)\(path)")
                #expect(try browser.property("lang", of: "html").text == language, "\(path)")
                #expect(try browser.property("dir", of: "html").text == direction)
                #expect(
                    try browser.run(
                        "return [...document.querySelectorAll('main section')].filter(part => part.checkVisibility()).length"
                    ) == .number(1))
            }
            try browser.open("\(address)fr/deep/er/none")
            try browser.run(Cache.text(of: "axe.min.js"))
            let violations = try browser.run(
                "return axe.run().then(({ violations }) => violations.map(({ id }) => id))")
            #expect(violations == .array([]))
            #expect(try browser.text("title") == "Il n’y a pas de page à cette adresse")
            // The browser tells of the address that leads nowhere, and of nothing else.
            #expect(try browser.complaints().allSatisfy { $0.contains("404 (Not Found)") })
            try browser.click(".find")
            try browser.wait(for: "document.querySelector('dialog.search')?.open")
            try browser.type("papier", into: "#vademecum-words")
            try browser.click("dialog.search li a")
            #expect(try browser.text("h1") == "Remettre du papier")
            #expect(try browser.complaints() == [])
        }
    }
}
