import Foundation
import Sources
import TestSupport
import Testing
import Values

@testable import Rendering

enum SampleText {
    /// A guide's body with everything that a page has a place for.
    static let everything = """
        ## Problem

        You are at {{limit}}.

        ## Steps

        Two of them.

        ### Open the page

        Do.

        ### Ask

        Choose:

        #### With the form {.recommended}

        Fill it in.

        #### With support {#support}

        Write.

        ## Verification

        x

        ### Once more

        x

        """
}

/// A guide's page as the program's own template makes it.
@Suite struct GuidePageTests {
    private func project() throws -> SampleProject {
        let french = SampleText.everything.replacing("## Problem\n", with: "## Problème\n")
            .replacing("## Steps\n", with: "## Étapes\n").replacing("## Verification\n", with: "## Vérification\n")
        return try SampleProject(
            values: "limit: {type: integer, example: 40000}", languages: ["en", "fr"],
            content: [
                "limits/raise/en.md": SampleProject.frontMatter + SampleText.everything,
                "limits/raise/fr.md": SampleProject.frontMatter + french,
            ])
    }

    @Test func oneHeadingOfTheFirstLevel() throws {
        let page = try project().page("limits/raise")
        #expect(page.ranges(of: "<h1").count == 1)
        #expect(page.contains("<h1>Title</h1>"))
        #expect(page.contains("<html lang=\"en\" dir=\"ltr\">"))
    }

    @Test func anchorsAreSharedByTheLanguages() throws {
        let project = try project()
        let anchors = try project.guide("limits/raise").editions[0].anchors
        for language in ["en", "fr"] {
            let page = try project.page("limits/raise", in: language)
            let ids = page.matches(of: /id="([^"]*)"/).map { String($0.1) }.filter { $0 != "content" }
            #expect(ids == anchors)
        }
    }

    @Test func stepsAreAnOrderedList() throws {
        let page = try project().page("limits/raise")
        #expect(page.ranges(of: "<ol class=\"steps\">").count == 1)
        #expect(
            page.matches(of: /<li id="step-\d+">\n<div class="heading"><h3><span class="step">Step \d: </).count == 2)
        #expect(
            page.contains(
                "<section id=\"step-2-option-1\" class=\"option\">\n<h4><span class=\"label\">Option A</span> With the form <span class=\"badge\">recommended</span></h4>"
            ))
        #expect(
            page.contains(
                "<section id=\"support\" class=\"option\">\n<h4><span class=\"label\">Option B</span> With support</h4>"
            ))
    }

    /// The same guide in the other language, where the script adds the place (`PlaceTests` in the browser).
    @Test func switchingKeepsTheGuide() throws {
        let page = try project().page("limits/raise")
        #expect(
            page.contains(
                "<a href=\"../../../fr/limits/raise/index.html\" hreflang=\"fr\"><span lang=\"fr\" dir=\"ltr\">Français</span></a>"
            ))
        #expect(page.contains("<script src=\"../../../place.js\" defer></script>"))
    }

    @Test func elementsAreClosed() throws {
        let page = try project().page("limits/raise", in: "fr", site: "https://example.org/")
        let void: Set<String> = ["meta", "link", "img", "input", "br", "hr"]
        var open: [String] = []
        for match in page.matches(of: /<(\/?)([a-z0-9]+)[^>]*>/) where !void.contains(String(match.2)) {
            if match.1.isEmpty {
                open.append(String(match.2))
            } else {
                #expect(open.popLast() == String(match.2))
            }
        }
        #expect(open == [])
    }

    @Test func examplesAreTold() throws {
        #expect(try project().page("limits/raise").contains("<p class=\"example-note\">"))
        let plain = try SampleProject(body: "## Notes\n\nx\n").page()
        #expect(!plain.contains("example-note"))
    }

    /// Not translated: the page is in its reader's language, the text in its own, and says so.
    @Test func aGuideInAnotherLanguage() throws {
        let project = try SampleProject(
            languages: ["en", "ar"], content: ["guide/en.md": SampleProject.frontMatter + "## Notes\n\nx\n"])
        let (english, arabic) = (project.project.languages[0], project.project.languages[1])
        let edition = try project.rendered()
        let frame = PageFrame(
            address: PageAddress(guide: "guide", language: arabic.tag), language: arabic, languages: [english, arabic],
            available: [english.tag], pageTitle: "T", description: "D", site: "https://example.org/")
        let page = GuidePage(edition, frame: frame, tags: [], editHref: "")
        let template =
            "{{language}} {{dir}} {{content-language}} {{content-dir}}{{#has-notice}} {{notice}}{{/has-notice}}"
        let constants = PageFrame.constants(arabic, siteTitle: "S", version: "1")
        let text = try TemplateSample(template, GuidePage.schema().adding(constants: constants)).render(page)
        #expect(text == "ar rtl en ltr لم يُترجم هذا الدليل بعد.")
        #expect(frame.canonical == "https://example.org/en/guide/")
        #expect(frame.hreflangs.isEmpty)
    }
}

/// What a page has around its content.
@Suite struct PageFrameTests {
    private func frame(_ tag: String, available: [String], site: String = "https://example.org/docs/") throws
        -> PageFrame
    {
        let languages = try ["fr", "en", "ar"].map { try SampleProject.language($0) }
        let language = try #require(languages.first { $0.tag.rawValue == tag })
        return PageFrame(
            address: PageAddress(guide: "a b", language: language.tag), language: language, languages: languages,
            available: available.compactMap { LanguageTag(rawValue: $0) }, pageTitle: "", description: "", site: site)
    }

    @Test func translationsAreToldToSearchEngines() throws {
        for tag in ["fr", "en", "ar"] {
            let hreflangs = try frame(tag, available: ["fr", "en"]).hreflangs.map { "\($0.tag) \($0.href)" }
            #expect(
                hreflangs == [
                    "fr https://example.org/docs/fr/a%20b/", "en https://example.org/docs/en/a%20b/",
                    "x-default https://example.org/docs/fr/a%20b/",
                ])
        }
    }

    @Test(arguments: [
        ("fr", ["fr", "en"], "fr"), ("en", ["fr", "en"], "en"), ("ar", ["fr", "en"], "fr"), ("ar", ["en"], "en"),
        ("en", ["en"], "en"),
    ])
    func canonical(tag: String, available: [String], canonical: String) throws {
        #expect(try frame(tag, available: available).canonical == "https://example.org/docs/\(canonical)/a%20b/")
    }

    /// One language has no alternates; a site without an address has no absolute ones.
    @Test func withoutAlternates() throws {
        #expect(try frame("en", available: ["en"]).hreflangs.isEmpty)
        let nowhere = try frame("en", available: ["fr", "en"], site: "")
        #expect(nowhere.hreflangs.isEmpty)
        #expect(nowhere.canonical == "")
    }

    @Test func theSwitcherShowsEveryLanguage() throws {
        let alternates = try frame("en", available: ["fr"]).alternates
        #expect(alternates.map(\.language.name) == ["Français", "English", "العربية"])
        #expect(alternates.map(\.isCurrent) == [false, true, false])
        #expect(alternates[0].href == "../../fr/a%20b/index.html")
    }
}

/// Where pages stand, and how one points to another.
@Suite struct PageAddressTests {
    @Test(arguments: [
        ("", "fr", "../", "../en/index.html"), ("raise", "fr/raise", "../../", "../../en/raise/index.html"),
        (
            "limits/openai/raise", "fr/limits/openai/raise", "../../../../",
            "../../../../en/limits/openai/raise/index.html"
        ),
        ("été & co", "fr/été & co", "../../", "../../en/%C3%A9t%C3%A9%20%26%20co/index.html"),
    ])
    func paths(guide: String, folder: String, root: String, english: String) throws {
        let (french, other) = try (#require(LanguageTag(rawValue: "fr")), #require(LanguageTag(rawValue: "en")))
        let address = PageAddress(guide: guide, language: french)
        #expect(address.folder == folder)
        #expect(address.root == root)
        #expect(address.relative(to: other) == english)
    }

    @Test func absolute() throws {
        let address = PageAddress(guide: "a/b c", language: try #require(LanguageTag(rawValue: "fr")))
        #expect(address.absolute(on: "https://example.org/docs/") == "https://example.org/docs/fr/a/b%20c/")
    }

    @Test(arguments: [
        ("a/b-c_d.e~f", "a/b-c_d.e~f"), ("a?b#c", "a%3Fb%23c"), ("a:b", "a%3Ab"), ("\"<>", "%22%3C%3E"), ("\n", "%0A"),
        ("日", "%E6%97%A5"),
    ])
    func encoded(path: String, encoded: String) {
        #expect(PercentEncoding.encode(path: path) == encoded)
    }
}
