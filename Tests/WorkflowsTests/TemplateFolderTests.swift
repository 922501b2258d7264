import Foundation
import Sources
import Templates
import TestSupport
import Testing
import Values

@testable import Workflows

/// A project's own templates stand in for the program's, file by file.
@Suite struct TemplateFolderTests {
    private func text(_ file: SourceFile?) -> String? { file.map { String(decoding: $0.bytes, as: UTF8.self) } }

    @Test func projectOverridesFileByFile() throws {
        let project = try TestProject(["templates/site.css": "body { color: teal }\n"])
        let templates = TemplateFolder(project: try project.folder)
        var diagnostics: [Diagnostic] = []
        #expect(text(templates.read("site.css", &diagnostics)) == "body { color: teal }\n")
        #expect(templates.read("guide.mustache", &diagnostics)?.bytes == DefaultTemplates.files["guide.mustache"])
        #expect(templates.read("nothing.mustache", &diagnostics) == nil)
        #expect(diagnostics.isEmpty)
    }

    /// What is embedded in the program is what people edit in this repository.
    @Test func embeddedTemplatesAreThoseOfTheRepository() throws {
        let folder = Package.folder.appending(path: "templates")
        let files = try TemporaryFolder.files(in: folder).filter { !$0.hasSuffix(".swift") }
        #expect(DefaultTemplates.files.keys.sorted() == files)
        for file in files {
            #expect(
                DefaultTemplates.files[file] == (try Array(Data(contentsOf: folder.appending(path: file)))), "\(file)")
        }
    }

    @Test func builtSiteHasTheProjectsTemplates() throws {
        let project = try TestProject([
            "templates/site.css": "body { color: teal }\n",
            "templates/home.mustache":
                "<h1>{{site-title}}</h1>{{#guides}}<a href=\"{{href}}\">{{title}}</a>{{/guides}}\n",
        ])
        #expect(try project.build().diagnostics.lines == [])
        #expect(try project.files.text(at: "site/site.css") == "body { color: teal }\n")
        #expect(
            try project.files.text(at: "site/en/index.html")
                == "<h1>Guides</h1><a href=\"first/index.html\">A guide</a>\n")
        #expect(try project.files.text(at: "site/en/first/index.html").hasPrefix("<!DOCTYPE html>"))
    }

    @Test func kindsAreThoseOfTheProgramAndOfTheProject() throws {
        let project = try TestProject([
            "templates/kinds/note.yaml": "sections:\n  - id: text\n", "templates/kinds/README.txt": "no kind",
        ])
        var diagnostics: [Diagnostic] = []
        let kinds = TemplateFolder(project: try project.folder).kinds(&diagnostics)
        #expect(kinds.keys.sorted() == ["how-to", "note", "page"])
        #expect(kinds["note"]?.sections.map(\.id) == ["text"])
        #expect(kinds["how-to"]?.sections.first { $0.isSteps }?.id == "steps")
        #expect(diagnostics.isEmpty)
    }

    @Test func languageIsOneFile() throws {
        let project = try TestProject([
            "templates/languages/eo.yaml": "name: Esperanto\nsections: {problem: Problemo}\n"
        ])
        var diagnostics: [Diagnostic] = []
        let tags = ["eo", "fr", "la"].compactMap(LanguageTag.init(rawValue:))
        let languages = TemplateFolder(project: try project.folder).languages(tags, &diagnostics)
        #expect(languages.map(\.name) == ["Esperanto", "Français"])
        #expect(
            diagnostics.lines == ["templates/languages/la.yaml:1:1 no-language: nothing is known of the language `la`"])
    }

    /// Links that stay in the project are followed, those that lead out are not.
    @Test func linksOutOfTheProjectAreRefused() throws {
        let project = try TestProject(["shared.css": "body {}\n", "templates/note.txt": ""])
        let outside = try TemporaryFolder()
        try outside.write("secret", at: "outside.css")
        let link = project.files.url.appending(path: "templates/site.css").path
        let templates = TemplateFolder(project: try project.folder)
        var diagnostics: [Diagnostic] = []
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "../shared.css")
        #expect(text(templates.read("site.css", &diagnostics)) == "body {}\n")
        #expect(diagnostics.isEmpty)
        try FileManager.default.removeItem(atPath: link)
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "\(outside.path)/outside.css")
        #expect(templates.read("site.css", &diagnostics) == nil)
        #expect(diagnostics.checks == ["unreadable-file"])
    }
}
