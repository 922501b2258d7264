import Foundation
import TestSupport
import Testing

extension BrowserTests {
    /// A guide in one file of HTML, as somebody opens it from a disk.
    @Suite struct PersonalPages {
        @Test func `the style in the file applies, and the policy forbids nothing that is in it`() throws {
            let scope = try #require(BrowserScope.current)
            let folder = try TemporaryFolder()
            let file = folder.url.appending(path: "guide.html")
            let written = try Program.vademecum(
                "personalise", "raise-rate-limit", "--language", "fr", "--project", scope.project.path, "--no-input",
                "--format", "html", "--output", file.path)
            #expect(written.status == 0, "\(written.errors)")
            let browser = scope.browser
            _ = try browser.complaints()
            try browser.open(file)
            let style = "return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]"
            #expect(try browser.run(style, .text(".option"), .text("borderTopStyle")).text == "solid")
            #expect(
                try browser.run("return [...document.styleSheets].map(s => s.href.slice(0, 14))").items.map(\.text)
                    == ["data:text/css;"])
            #expect(try browser.complaints() == [])
        }
    }
}
