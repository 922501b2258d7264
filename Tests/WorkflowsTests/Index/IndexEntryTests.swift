import Guides
import TestSupport
import Testing
import Values

@testable import Workflows

/// What is packed comes out as it went in.
@Suite struct IndexEntryTests {
    @Test(arguments: [0, 1, 127, 128, 300, 1 << 40, .max]) func numbers(_ number: Int) {
        var bytes: [UInt8] = []
        bytes.pack(number)
        bytes.pack("é")
        var reader = PackedReader(bytes)
        #expect(reader.number() == number)
        #expect(reader.text() == "é")
    }

    @Test func guideComesOutAsItWentIn() throws {
        let link = "See [that](../other/en.md#step-1) and [this](en.md#notes), not [those](../other/en.md)."
        let project = try SampleProject(
            languages: ["en"],
            content: [
                "guide/en.md": SampleProject.frontMatter + "## Problem\n\n\(link)\n",
                "other/en.md": SampleProject.frontMatter + "## Problem\n\nx\n",
            ])
        let links = IndexLinks(of: try project.guide())
        let english = try #require(LanguageTag(rawValue: "en"))
        let title = String(repeating: "long ", count: 60)
        var index = GuideIndex()
        index.add("z", links: links, isWhole: false)
        index.add(
            "guide", links: links, isWhole: true, tags: ["a", ""],
            editions: [IndexEntry.Edition(language: english, title: title, summary: "")])
        index = GuideIndex([GuideIndex(), index])
        #expect(index.map(\.id) == ["guide", "z"] && index.map(\.isWhole) == [true, false])
        let entry = index[0]
        #expect(entry.tags == ["a", ""])
        #expect(entry.editions.map(\.title) == [title])
        #expect(entry.edition(for: english)?.summary == "")
        #expect(entry.anchors == ["problem"])
        #expect(entry.hasAnchor("problem") && !entry.hasAnchor("proble") && !entry.hasAnchor("problems"))
        #expect(entry.outgoing.map(\.guide) == ["other", "guide"])
        #expect(entry.outgoing.map(\.fragment) == ["step-1", "notes"])
        let bytes = Array((SampleProject.frontMatter + "## Problem\n\n\(link)\n").utf8)
        #expect(
            entry.outgoing.map { String(decoding: bytes[$0.range], as: UTF8.self) } == [
                "[that](../other/en.md#step-1)", "[this](en.md#notes)",
            ])
    }
}
