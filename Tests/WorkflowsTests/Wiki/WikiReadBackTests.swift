import CommonMark
import Foundation
import Guides
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
            let read = try GFMOutline.of(pages.map(\.written))
            try #require(read.count == pages.count)
            for (page, outline) in zip(pages, read) {
                let read = Self.withoutLineEnds(WikiOutline.cleaned(outline), flavor)
                let meant = Self.withoutLineEnds(WikiOutline.cleaned(page.meant), flavor)
                guard read != meant else { continue }
                Issue.record("\(page.path), read:\n\(read)\nmeant:\n\(meant)\nwritten:\n\(page.written)")
            }
        }
    }

    /// Azure's pages have one line a paragraph.
    private static func withoutLineEnds(_ outline: String, _ flavor: WikiFlavor) -> String {
        flavor == .azure ? outline.replacing("⏎", with: " ") : outline
    }

    /// The outlines of all pages' trees before they are written, and what is written.
    private static func pages(
        of folder: URL, _ settings: WikiSettings
    ) throws -> [(path: String, meant: String, written: String)] {
        let project = try #require(ProjectFolder(folder.path))
        let loaded = try #require(ProjectLoader(project, ValueOptions(audience: .team)).load(.guides).value)
        var reader = WikiReader(Line(loaded))
        loaded.project.inventory.guides.forEach { reader.read($0) }
        let guides = reader.drafts.map(\.index)
        let map = try #require(WikiMap.make(settings, languages: loaded.project.languages, guides: guides).map)
        let writer = WikiWriter(settings.flavor)
        var pages: [(path: String, meant: String, written: String)] = []
        func add(_ path: String, _ documents: [Document]) {
            let meant = documents.map { Outline.of($0, isGFM: true) }.filter { !$0.isEmpty }.joined(separator: "\n")
            pages.append((path, meant, String(decoding: writer.write(documents), as: UTF8.self)))
        }
        for draft in reader.drafts {
            guard let filled = draft.take() else { continue }
            let renderer = WikiGuideRenderer(map, sourceURL: loaded.project.configuration.source, stamp: "0123abc")
            let editions = filled.editions
            for address in map.addresses(of: filled.id) {
                let parts = editions.filter { address.languages.contains($0.language.tag) }
                add(address.path, try renderer.compose(parts, of: filled.id, on: address))
            }
        }
        let lists = WikiListRenderer(map, title: loaded.project.configuration.title, stamp: nil)
        add("home", [try lists.home()])
        add("sidebar", [try lists.sidebar()])
        add("footer", [try lists.footer()])
        for language in map.languages { add("home of \(language.tag)", [try lists.languageHome(language)]) }
        try #require(pages.count > 6)
        return pages
    }
}
