import Foundation
import TestSupport
import Testing

/// A project that somebody has put links, pipes and odd names into: nothing outside is read or written, nobody waits.
@Suite struct HostileFileTests {
    private let project: SmallProject
    private let outside: TemporaryFolder

    init() throws {
        project = try SmallProject(
            configuration: SmallProject.configuration.replacing("languages: [en]", with: "languages: [en, fr]"))
        let french = SmallProject.guide.replacing("## Problem", with: "## Problème")
            .replacing("## Steps", with: "## Étapes").replacing("## Verification", with: "## Vérification")
        try project.write(french, at: "content/a-guide/fr.md")
        outside = try TemporaryFolder()
        try outside.write("precious: true\n", at: "precious.yaml")
        try outside.write("It's precious...\n", at: "en.md")
    }

    private func put(_ kind: String, at path: String) throws {
        let folder = project.url.appending(path: path).deletingLastPathComponent().path
        let make =
            switch kind {
            case "fifo": "mkfifo '\(path)'"
            case "socket": "python3 -c 'import socket, sys; socket.socket(socket.AF_UNIX).bind(sys.argv[1])' '\(path)'"
            case "device": "ln -s /dev/zero '\(path)'"
            case "folder": "mkdir '\(path)'"
            default: "ln -s '\(outside.path)/\(kind)' '\(path)'"
            }
        let outcome = try Program.shell("mkdir -p '\(folder)'; rm -rf '\(path)'; \(make)", in: project.url)
        try #require(outcome.status == 0, "\(outcome.errors)")
    }

    private static let places = [
        "vademecum.yaml", "content/a-guide/en.md", "content/a-guide/guide.yaml", "content/a-guide/translations.yaml",
        "templates/site.css", "templates/guide.mustache", "templates/languages/en.yaml", "templates/kinds/how-to.yaml",
        "content/a-guide/form.svg",
    ]

    /// Whatever takes the place of a file, every command ends, and says so.
    @Test(arguments: places, ["fifo", "socket", "device", "precious.yaml"])
    func nobodyWaitsAndNothingOutsideIsRead(_ path: String, _ kind: String) throws {
        try put(kind, at: path)
        for command in ["check", "build", "translations accept", "check --fix"] {
            let outcome = try Program.shell("timeout 60 $VADEMECUM \(command)", in: project.url)
            let isLinkInContent =
                path.hasPrefix("content/a-guide/") && !path.hasSuffix("translations.yaml")
                && !path.hasSuffix("guide.yaml") && (kind == "device" || kind.hasPrefix("precious"))
            let said = outcome.text + outcome.errors
            // A link among the texts and images is passed over with a warning.
            #expect(isLinkInContent || command == "translations accept" || outcome.status != 0, "\(command)")
            #expect(outcome.status <= 2, "\(command)")
            #expect(!said.contains("precious: true"), "\(command)")
        }
        #expect(try outside.contents().keys.sorted() == ["en.md", "precious.yaml"])
        #expect(try outside.text(at: "precious.yaml") == "precious: true\n")
    }

    /// Reading is refused, and writing is refused for itself.
    @Test func nothingIsWrittenThroughALink() throws {
        try put("precious.yaml", at: "content/a-guide/translations.yaml")
        let outcome = try project.run("translations", "accept")
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("error[unwritable-file]: cannot write this file: it is a symbolic link"))
        #expect(try outside.text(at: "precious.yaml") == "precious: true\n")
        // Nor to one that leads to a file of the project.
        try project.write("source: en\n", at: "records.yaml")
        try put("", at: "content/a-guide/translations.yaml")
        try FileManager.default.removeItem(at: project.url.appending(path: "content/a-guide/translations.yaml"))
        try FileManager.default.createSymbolicLink(
            atPath: project.url.appending(path: "content/a-guide/translations.yaml").path,
            withDestinationPath: "../../records.yaml")
        _ = try project.run("translations", "accept")
        #expect(try project.folder.text(at: "records.yaml") == "source: en\n")
    }

    /// Records that are no file are not replaced by one.
    @Test func noFIFOBecomesAFile() throws {
        try put("fifo", at: "content/a-guide/translations.yaml")
        #expect(try project.run("translations", "accept").status == 1)
        #expect(try Program.shell("test -p content/a-guide/translations.yaml", in: project.url).status == 0)
    }

    @Test func filesThatLookTheSameAreTwo() throws {
        let (composed, decomposed) = ("caf\u{E9}", "cafe\u{301}")
        for name in [composed, decomposed] {
            try project.write("<svg>\(name.utf8.count)</svg>", at: "content/a-guide/\(name).svg")
            try project.write(SmallProject.guide, at: "content/\(name)/en.md")
        }
        let outcome = try project.run("build")
        #expect(outcome.status == 0)
        #expect(outcome.errors.components(separatedBy: "warning[similar-name]").count == 3)
        for name in [composed, decomposed] {
            let image = FileManager.default.contents(atPath: "\(project.url.path)/site/en/a-guide/\(name).svg")
            #expect(image == Data("<svg>\(name.utf8.count)</svg>".utf8))
            #expect(FileManager.default.fileExists(atPath: "\(project.url.path)/site/en/\(name)/index.html"))
        }
        // Each run in the same order.
        for _ in 0..<3 { #expect(try project.run("build", "--verify").status == 0) }
        #expect(try project.run("translations", "accept", decomposed).status == 0)
    }

    /// A link in one form to a name in the other leads nowhere on a web server.
    @Test func linkInAnotherFormIsBroken() throws {
        try project.write(SmallProject.guide, at: "content/e\u{301}lan/en.md")
        try project.write("<svg/>", at: "content/a-guide/sche\u{301}ma.svg")
        let broken = "See [it](../\u{E9}lan/en.md).\n\n![A scheme](sch\u{E9}ma.svg)"
        try project.write(SmallProject.guide.replacing("Drink something.", with: broken), at: "content/a-guide/en.md")
        let outcome = try project.run("check")
        #expect(outcome.status == 1)
        #expect(outcome.text.components(separatedBy: "error[broken-link]: there is ").count == 3)
        #expect(outcome.text.contains("rename it (it is in NFD), or write `sche%CC%81ma.svg`"))
        let mended = "See [it](../e%CC%81lan/en.md).\n\n![A scheme](sche%CC%81ma.svg)"
        try project.write(SmallProject.guide.replacing("Drink something.", with: mended), at: "content/a-guide/en.md")
        #expect(try !project.run("check").text.contains("broken-link"))
        #expect(try project.run("build").status == 0)
        let page = try project.folder.text(at: "site/en/a-guide/index.html")
        #expect(page.contains("../e%CC%81lan/index.html") && page.contains("\"sche%CC%81ma.svg\""))
    }

    /// Paths of the command line and of links, written in whatever way, stay in the project.
    @Test(arguments: [
        "../../../precious.yaml", "%2e%2e/%2e%2e/%2E%2E/precious.yaml", "..%2f..%2f..%2fprecious.yaml", "....//x.svg",
    ])
    func linksStayInTheProject(_ address: String) throws {
        let text = SmallProject.guide.replacing("Drink something.", with: "![A picture](\(address))")
        try project.write(text, at: "content/a-guide/en.md")
        let outcome = try project.run("check")
        #expect(outcome.status == 1)
        #expect(outcome.text.contains("error[broken-link]"))
    }
}
