import Foundation
import TestSupport
import Testing

/// The pages in a real wiki, read in a real browser.
@Suite struct OtterwikiTests {
    @Test func teamReadsItsGuides() throws {
        let project = try FixtureProject(copying: Package.fixture("wiki/project"))
        let outcome = try Program.vademecum(
            "wiki", "--flavour", "github", "--output", "wiki", in: project.url,
            environment: ["VADEMECUM_ORG_ID": "org-TEAM"])
        try #require(outcome.status == 0, "\(outcome.errors)")
        let repository = project.url.appending(path: "wiki")
        let commit = try Program.shell(
            """
            set -e
            rm .vademecum && git init -q && git add -A
            git -c user.name=Team -c user.email=team@example.org commit -q -m "The team's guides"
            """, in: repository)
        try #require(commit.status == 0, "\(commit.errors)")

        let wiki = try Otterwiki(over: repository)
        let browser = try Browser(WebDriver())

        // Home has a table of the guides, a column for each language.
        try browser.open("\(wiki.address)/Home")
        #expect(try browser.text(".page table thead").words == "Français English العربية")
        #expect(try browser.count(".page table tbody tr") == 4)

        // From there to a guide, whose values are the team's and whose table is one.
        try browser.click(#".page table a[href="Raise-a-limit---how-to"]"#)
        #expect(try browser.address().hasSuffix("/Raise-a-limit---how-to"))
        let page = try browser.text(".page")
        #expect(page.contains("The limit of org-TEAM is 40,000 tokens."))
        #expect(page.contains("Write to help@example.org, to @alice or to #42"))
        #expect(page.contains("[[Home]]"))
        #expect(
            try browser.count(#".page a[href^="mailto:"]"#) == 1, "only the address that is meant to be a link")
        #expect(try browser.text(".page table thead").words == "Model Limit")
        #expect(try browser.text(".page table tbody").words == "gpt-realtime 40,000")
        #expect(try browser.text(".page h3").words.hasPrefix("1. Open the form"))

        // To the other language and back.
        try browser.click(#".page a[href^="Augmenter-une-limite"]"#)
        #expect(try browser.text(".page").contains("La limite de org-TEAM est de 40\u{202F}000 tokens."))
        try browser.click(#".page a[href="Raise-a-limit---how-to"]"#)
        #expect(try browser.text(".page").contains("The limit of org-TEAM"))

        // To a step of another guide: the anchor is there.
        try browser.click(#".page a[href="Request-too-large#step-2"]"#)
        #expect(try browser.address().hasSuffix("/Request-too-large#step-2"))
        #expect(try browser.count("#step-2") == 1)
        #expect(try browser.text(".page").contains("One request alone is over the limit."))

        // And to a page whose name is written from right to left.
        try browser.open("\(wiki.address)/Home")
        try browser.click(#".page table a[href^="%D8%B1"]"#)
        #expect(try browser.text(".page").contains("حد org-TEAM هو 40,000 رمز."))
        try browser.close()
    }
}

extension String {
    /// The words with one space between each two.
    fileprivate var words: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
