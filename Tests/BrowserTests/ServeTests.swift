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
    }
}
