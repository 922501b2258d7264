import Foundation
import Guides
import Sources
import TestSupport
import Testing
import Values

@testable import Workflows

/// Which folders are guides, and what belongs to each.
@Suite struct InventoryReaderTests {
    private func read(_ project: TestProject) throws -> (inventory: Inventory, diagnostics: [Diagnostic]) {
        let languages = ["fr", "en"].compactMap(LanguageTag.init(rawValue:))
        var reader = InventoryReader(try project.folder, languages: languages)
        let inventory = reader.read()
        return (inventory, reader.diagnostics)
    }

    @Test func foldersWithATextAreGuides() throws {
        let project = try TestProject([
            "content/second/fr.md": "", "content/second/en.md": "", "content/second/guide.yaml": "",
            "content/second/translations.yaml": "", "content/group/third/fr.md": "",
            "content/group/third/deep/fr.md": "",
        ])
        let (inventory, diagnostics) = try read(project)
        #expect(inventory.guides.map(\.id) == ["first", "group/third", "group/third/deep", "second"])
        // In the order of the configuration, not of the folder.
        #expect(inventory["second"]?.languages.map(\.rawValue) == ["fr", "en"])
        #expect(inventory["second"]?.assets == [])
        #expect(diagnostics.isEmpty)
    }

    /// A folder without a text belongs to the guide above it, one with a text to nobody.
    @Test func filesBelongToTheNearestGuideAbove() throws {
        let project = try TestProject([
            "content/first/window.svg": "", "content/first/images/a b.svg": "", "content/first/images/more/c.svg": "",
            "content/first/part/fr.md": "", "content/first/part/d.svg": "", "content/shared/e.svg": "",
        ])
        let (inventory, _) = try read(project)
        #expect(inventory["first"]?.assets == ["window.svg", "images/a b.svg", "images/more/c.svg"])
        #expect(inventory["first/part"]?.assets == ["d.svg"])
        #expect(inventory["shared"] == nil)
    }

    /// What the file system tells apart is told apart here; others do not, which is said.
    @Test func namesAreBytes() throws {
        let (composed, decomposed) = ("caf\u{E9}", "cafe\u{301}")
        let project = try TestProject([
            "content/first/Form.svg": "", "content/first/form.svg": "", "content/FIRST/en.md": "",
        ])
        for name in [composed, decomposed] { try project.write("", at: "content/first/\(name).svg") }
        try #require(
            try project.files.files(in: "content/first").count == 5, "the file system does not tell them apart")
        let (inventory, diagnostics) = try read(project)
        let assets = inventory["first"]?.assets.map { Array($0.text.utf8) } ?? []
        #expect(assets.contains(Array("\(composed).svg".utf8)) && assets.contains(Array("\(decomposed).svg".utf8)))
        #expect(inventory["first"]?.assets.count == 4)
        #expect(diagnostics.map(\.check) == ["similar-name", "similar-name", "similar-name"])
        #expect(diagnostics.contains { $0.message == "`first` and `FIRST` differ by capitals alone" })
        #expect(diagnostics.contains { $0.message.contains("stands here twice") })
    }

    /// Guides that look the same are two, always in the same order.
    @Test func guidesWhoseNamesLookTheSame() throws {
        let names = ["\u{E9}", "e\u{301}"]
        let project = try TestProject()
        for name in names { try project.write(TestProject.guide, at: "content/\(name)/en.md") }
        let (inventory, _) = try read(project)
        #expect(inventory.guides.map { Array($0.id.utf8) } == ["e\u{301}", "first", "\u{E9}"].map { Array($0.utf8) })
        for name in names { #expect(inventory[name].map { Array($0.id.utf8) } == Array(name.utf8)) }
    }

    /// A file that is none, and one whose name nobody can write down, are errors and not passed over.
    @Test func whatIsNoFileIsSaid() throws {
        let project = try TestProject()
        let script = "cd '\(project.files.path)/content/first'; mkfifo fr.md pipe.svg; touch $'caf\\xe9.svg'"
        try #require(try Program.shell(script).status == 0)
        let (inventory, diagnostics) = try read(project)
        #expect(inventory["first"]?.assets == [])
        #expect(diagnostics.map(\.check) == ["unreadable-file", "unreadable-file", "unreadable-file"])
        #expect(
            diagnostics.filter { $0.message.contains("FIFO") }.map(\.place.path) == [
                "content/first/fr.md", "content/first/pipe.svg",
            ])
        #expect(diagnostics.contains { $0.message.hasSuffix("its name is not UTF-8") })
    }

    @Test func hiddenFilesAreNotSeen() throws {
        let project = try TestProject(["content/first/.DS_Store": "", "content/.git/en.md": ""])
        let (inventory, diagnostics) = try read(project)
        #expect(inventory.guides.map(\.id) == ["first"])
        #expect(inventory["first"]?.assets == [])
        #expect(diagnostics.isEmpty)
    }

    @Test func filesOfOtherLanguagesAreToldAndNotRead() throws {
        let project = try TestProject(["content/first/de.md": "", "content/first/notes.md": ""])
        let (inventory, diagnostics) = try read(project)
        #expect(inventory["first"]?.languages.map(\.rawValue) == ["en"])
        #expect(diagnostics.map(\.place.path) == ["content/first/de.md", "content/first/notes.md"])
        #expect(diagnostics.allSatisfy { $0.check == "unknown-language-file" && $0.severity == .warning })
    }

    @Test func linksAreNotFollowed() throws {
        let project = try TestProject()
        let content = project.files.url.appending(path: "content")
        for (name, target) in [("first/fr.md", "en.md"), ("second", "first"), ("third", "/")] {
            try FileManager.default.createSymbolicLink(
                atPath: content.appending(path: name).path, withDestinationPath: target)
        }
        let (inventory, diagnostics) = try read(project)
        #expect(inventory.guides.map(\.id) == ["first"])
        #expect(inventory["first"]?.languages.map(\.rawValue) == ["en"])
        #expect(diagnostics.checks == ["skipped-link", "skipped-link", "skipped-link"])
    }

    @Test func contentWithoutAGuideIsAnError() throws {
        let project = try TestProject()
        try FileManager.default.removeItem(at: project.files.url.appending(path: "content/first"))
        #expect(try read(project).diagnostics.lines == ["content:1:1 no-content: there is no guide"])
        try project.write("kind: how-to\n", at: "content/empty/guide.yaml")
        #expect(try read(project).diagnostics.map(\.place.path) == ["content/empty"])
        try FileManager.default.removeItem(at: project.files.url.appending(path: "content"))
        #expect(try read(project).diagnostics.lines == ["content:1:1 no-content: there is no guide"])
    }
}
