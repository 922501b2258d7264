import CommonMark
import Foundation
import Guides
import Sources
import TestSupport
import Testing

@testable import Rendering
@testable import Workflows

/// Every page, read by GitHub's own parser, has the structure that was meant.
@Suite struct WikiReadBackTests {
    @Test(arguments: WikiFlavor.allCases, WikiLayout.allCases)
    func pagesReadAsMeant(flavor: WikiFlavor, layout: WikiLayout) throws {
        let settings = WikiSettings(flavor: flavor, layout: layout)
        // The project of this repository as well, which has all that guides usually have.
        for folder in [Package.fixture("wiki/project"), Package.folder] {
            let pages = try Self.pages(of: folder, settings)
            let read = try GFMOutline.of(pages.map(\.written), linksAddresses: true)
            // A value is text, an address of mail too, which these three would make a link of.
            let mail = flavor == .github ? "help@example.org" : "help@<!-- -->example.org"
            let meant = try GFMOutline.of(
                pages.map { $0.plain.replacing(" help@example.org", with: " \(mail)") }, linksAddresses: true)
            try #require(read.count == pages.count && meant.count == pages.count)
            for index in pages.indices {
                let read = WikiOutline.cleaned(read[index])
                let meant = WikiOutline.cleaned(meant[index])
                guard read != meant else { continue }
                Issue.record(
                    "\(pages[index].path), read:\n\(read)\nmeant:\n\(meant)\nwritten:\n\(pages[index].written)")
            }
        }
    }

    /// The text of each guide, in which nothing is another than its tree.
    @Test func guidesReadAsTheirTrees() throws {
        for folder in [Package.fixture("projects/three-languages/project"), Package.folder] {
            var (meant, written): ([String], [String]) = ([], [])
            for draft in try Self.drafts(of: folder).drafts {
                guard let filled = draft.take() else { continue }
                for edition in filled.editions {
                    meant.append(Outline.of(edition.document, isGFM: true))
                    written.append(edition.markdownText)
                }
            }
            let read = try GFMOutline.of(written)
            try #require(read.count == meant.count && meant.count > 3)
            for index in meant.indices where WikiOutline.cleaned(read[index]) != WikiOutline.cleaned(meant[index]) {
                Issue.record("read:\n\(read[index])\nmeant:\n\(meant[index])\nwritten:\n\(written[index])")
            }
        }
    }

    private static func drafts(of folder: URL) throws -> (loaded: LoadedProject, drafts: [WikiDraft]) {
        let project = try #require(ProjectFolder(folder.path))
        let loaded = try #require(ProjectLoader(project, ValueOptions(audience: .team)).load(.guides).value)
        var reader = WikiReader(Line(loaded))
        loaded.project.inventory.guides.forEach { reader.read($0) }
        return (loaded, reader.drafts)
    }

    /// What is written, and what would be for a wiki that sees no more in a text than Markdown does.
    private static func pages(
        of folder: URL, _ settings: WikiSettings
    ) throws -> [(path: String, plain: String, written: String)] {
        let (loaded, drafts) = try drafts(of: folder)
        let map = try #require(
            WikiMap.make(settings, languages: loaded.project.languages, guides: drafts.map(\.index)).map)
        var pages: [(path: String, plain: String, written: String)] = []
        for draft in drafts {
            guard let filled = draft.take() else { continue }
            var renderer = WikiGuideRenderer(map, sourceURL: loaded.project.configuration.source, stamp: "0123abc")
            let written = renderer.pages(of: filled)
            renderer.disarms = false
            for (page, plain) in zip(written, renderer.pages(of: filled)) {
                pages.append(
                    (
                        page.path, String(decoding: plain.bytes, as: UTF8.self),
                        String(decoding: page.bytes, as: UTF8.self)
                    ))
            }
        }
        try #require(!pages.isEmpty)
        return pages
    }
}
