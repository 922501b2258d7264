import Foundation
import TestSupport
import Testing

/// Reads both guides in both languages and both outputs, and looks for everything that they have to tell.
@Suite struct FactTests {
    @Test(arguments: Facts.byGuide.keys.sorted(), ["fr", "en"])
    func everyFactIsTold(_ guide: String, _ language: String) throws {
        let example = try WorkedExample()
        try example.build()
        let html = ReadPage(html: try example.page(language, guide, "index.html"))
        let markdown = ReadPage(
            markdown: try example.page(language, guide, "index.md"), anchors: html.parts.map(\.anchor))
        try #require(!html.parts.isEmpty && !markdown.parts.isEmpty)
        for fact in Facts.byGuide[guide] ?? [] {
            let words = fact.words(in: language)
            let seen = try #require(html[fact.anchor], "there is no #\(fact.anchor)")
            #expect(seen.text.contains(words), "HTML, #\(fact.anchor): “\(words)”")
            let read = try #require(markdown[fact.anchor])
            #expect(read.text.contains(words), "Markdown, #\(fact.anchor): “\(words)”")
            if let link = fact.link {
                #expect(seen.links[words] == link)
                #expect(read.links[words] == link.replacing("index.html", with: "index.md"))
            }
        }
    }

    /// OpenAI's message is over two lines, and so it is in every output.
    @Test(arguments: ["fr", "en"], ["index.html", "index.md"])
    func errorIsOverTwoLines(_ language: String, _ file: String) throws {
        let example = try WorkedExample()
        try example.build()
        let text = try example.page(language, "raise-rate-limit", file).replacing(/<\/?data[^>]*>/, with: "")
        let message = """
            Rate limit reached for gpt-4o-mini-realtime in organization org-XXXXXXXXXXXX on tokens per min (TPM):
            Limit 40000, Used 25502, Requested 18592. Please try again in 6.141s.
            """
        // The Markdown has it as the guide does, indented.
        #expect(text.replacing("\n    ", with: "\n").contains(message))
    }

    /// Who says which plan they are on reads of that one only.
    @Test(arguments: [("free", "a few days to a week", "24 to 48 hours."), ("paid", "24 to 48 hours.", "a few days")])
    func planDecidesTheDelay(_ plan: String, _ told: String, _ left: String) throws {
        let example = try WorkedExample()
        try example.build("--set", "plan=\(plan)")
        for file in ["index.html", "index.md"] {
            let page = try example.page("en", "raise-rate-limit", file)
            // The contents name the step before.
            let step = try #require(page.split(separator: "Allow for the delay").last).split(separator: "Meanwhile")[0]
            #expect(step.contains(told) && !step.contains(left))
        }
    }

    /// What is a value is never typed into the content.
    @Test(arguments: WorkedExampleTests.guides, ["fr", "en"])
    func valuesAreNeverTypedIntoTheContent(_ guide: String, _ language: String) throws {
        let text = try WorkedExample().folder.text(at: "content/\(guide)/\(language).md")
        let values = [
            "40000", "40 000", "40,000", "25502", "18592", "63278", "100000", "200000", "6.141", "27.9", "27,9", "org-",
            "https://", "gpt-4o-mini-realtime",
        ]
        for value in values { #expect(!text.contains(value), "\(value)") }
    }

    /// French is written as French readers expect: no plain space before what takes one, and apostrophes that curl.
    @Test(arguments: WorkedExampleTests.guides) func frenchIsSetWell(_ guide: String) throws {
        let example = try WorkedExample()
        try example.build()
        let page = ReadPage(html: try example.page("fr", guide, "index.html"))
        for part in page.parts {
            #expect(!part.text.contains(/[ ][:;!?»]/), "#\(part.anchor)")
            #expect(!part.text.contains(/« |'/), "#\(part.anchor)")
            #expect(!part.text.contains(/\b(?:vous|votre|vos)\b/), "#\(part.anchor)")
        }
    }
}
