import Foundation
import TestSupport
import Testing

/// Good projects: each folder of `Fixtures/projects` has a `project` and, in `expected`, what it is built to.
@Suite struct ProjectFixtureTests {
    @Test(arguments: try Fixtures.names(in: "projects"))
    func isBuiltAsExpected(_ name: String) throws {
        let project = try FixtureProject(copying: Package.fixture("projects/\(name)/project"))
        let outcome = try Program.vademecum("build", in: project.url)
        #expect(outcome.status == 0)
        let expected = "Tests/Fixtures/projects/\(name)/expected"
        try expectSnapshot(outcome.errors, at: "\(expected)/output.txt")

        let site = project.url.appending(path: "site")
        let files = try TemporaryFolder.files(in: site)
        try expectSnapshot(files.joined(separator: "\n") + "\n", at: "\(expected)/files.txt")
        // What goes there as it is need not be kept twice; what the program itself writes is.
        let pages = files.filter { path in
            [".html", ".md"].contains { path.hasSuffix($0) } || path.hasSuffix(".js") && path.contains("/")
        }
        for path in pages {
            let text = try String(contentsOf: site.appending(path: path), encoding: .utf8)
            try expectSnapshot(text, at: "\(expected)/site/\(path)")
        }
        let known = try TemporaryFolder.files(in: Package.fixture("projects/\(name)/expected/site"))
        #expect(known == pages, "some of the expected pages are no longer made")
    }

    /// The page of a language that is written from right to left says so, and so does every link to it.
    @Test func arabicIsWrittenFromRightToLeft() throws {
        let site = try BuiltSite()
        let page = try site.text("ar/machine/descale/index.html")
        #expect(page.contains(#"<html lang="ar" dir="rtl">"#))
        #expect(page.contains(#"<article lang="ar" dir="rtl">"#))
        let french = try site.text("fr/machine/descale/index.html")
        #expect(
            french.contains(
                #"<a href="../../../ar/machine/descale/index.html" hreflang="ar"><span lang="ar" dir="rtl">"#))
    }

    /// A guide that is not translated is shown in the source language: said so, and of no interest to search engines.
    @Test func untranslatedGuideIsShownInItsOwnLanguage() throws {
        let page = try BuiltSite().text("ar/machine/first-coffee/index.html")
        #expect(page.contains(#"<html lang="ar" dir="rtl">"#))
        #expect(page.contains(#"<article lang="fr" dir="ltr">"#))
        #expect(page.contains("لم يُترجم هذا الدليل إلى العربية بعد."))
        #expect(page.contains(#"<link rel="canonical" href="https://guides.example.org/fr/machine/first-coffee/">"#))
        #expect(!page.contains(#"<link rel="alternate" hreflang="#))
    }

    /// Images lie beside every page that shows them, in folders of their own too.
    @Test(arguments: ["fr", "en", "ar"]) func imagesAreCopiedBesideEachPage(_ language: String) throws {
        let site = try BuiltSite()
        for image in ["tank.svg", "images/light on.svg"] {
            let source = try site.project.folder.text(at: "project/content/machine/descale/\(image)")
            #expect(try site.text("\(language)/machine/descale/\(image)") == source)
        }
    }

    /// Once a value is known, only its variant is left.
    @Test func knownChoiceLeavesOneVariant() throws {
        let page = try BuiltSite("--set", "water=soft").text("en/machine/descale/index.md")
        #expect(page.contains("**Soft water**: rinse once."))
        #expect(!page.contains("Hard water"))
    }

    /// The pages of a team hold the private value, wherever the public ones hold its example.
    @Test(arguments: ["fr", "en", "ar"]) func teamReadsThePrivateValue(_ language: String) throws {
        let team = try BuiltSite("--audience", "team")
        let everybody = try BuiltSite()
        #expect(!team.outcome.errors.contains("Held back"))
        #expect(everybody.outcome.errors.contains("Held back as private: machine.serial."))
        for file in ["index.html", "index.md"] {
            let page = try team.text("\(language)/machine/descale/\(file)")
            #expect(page.contains("SN-TEAM42") && !page.contains("SN-EXAMPLE"))
            let publicPage = try everybody.text("\(language)/machine/descale/\(file)")
            #expect(publicPage.contains("SN-EXAMPLE") && !publicPage.contains("SN-TEAM42"))
        }
    }

    /// The project in three languages, built.
    private struct BuiltSite {
        let project: FixtureProject
        let outcome: Program.Outcome

        init(_ options: String...) throws {
            project = try FixtureProject(copying: Package.fixture("projects/three-languages/project"))
            outcome = try Program.vademecum(["build"] + options, in: project.url)
            try #require(outcome.status == 0, "\(outcome.errors)")
        }

        func text(_ path: String) throws -> String { try project.folder.text(at: "project/site/\(path)") }
    }
}
