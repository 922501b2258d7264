import Foundation
import TestSupport
import Testing

/// `vademecum build` and its options.
@Suite struct BuildOptionTests {
    @Test func writesHTMLAndMarkdownOfEveryLanguage() throws {
        let project = try SmallProject()
        let outcome = try project.run("build")
        #expect(outcome.status == 0)
        #expect(outcome.output.isEmpty, "results of a build are files")
        #expect(outcome.errors == "site written: 1 guide, 1 page.\n")
        let expected = [
            ".nojekyll", ".vademecum", "404.html", "address.js", "aids.js", "cleaning.js", "cutting.js",
            "en/a-guide/index.html",
            "en/a-guide/index.js",
            "en/a-guide/index.md", "en/index.html", "en/language.js", "en/llms.txt", "en/search-index.js",
            "favicon.svg", "filter.js", "finding.js", "frame.js", "index.html", "markdown.js", "matching.js",
            "mending.js",
            "missing.js", "moved.js", "open.js", "options.js",
            "page.js",
            "place.js",
            "reach.js", "reading.js", "search.js",
            "site.css", "site.js", "theme.js", "values.js", "words.js",
        ]
        #expect(try project.folder.files(in: "site") == expected)
    }

    /// A relative output folder starts from where the user stands; the folders above it are made.
    @Test func outputStartsFromTheCurrentFolder() throws {
        let project = try SmallProject()
        let elsewhere = try TemporaryFolder()
        let outcome = try Program.vademecum(
            "build", "--project", project.url.path, "--output", "out/of/it/", in: elsewhere.url)
        #expect(outcome.status == 0)
        #expect(outcome.errors == "out/of/it/ written: 1 guide, 1 page.\n")
        #expect(try elsewhere.files(in: "out/of/it").contains("en/a-guide/index.html"))
        #expect(try !project.folder.files().contains { $0.hasPrefix("site") })
    }

    /// Without `--output` the site is the project's, wherever the user stands in it.
    @Test func projectIsTheNearestFolderUpward() throws {
        let project = try SmallProject()
        let outcome = try Program.vademecum("build", in: project.url.appending(path: "content/a-guide"))
        #expect(outcome.status == 0)
        #expect(try project.folder.files(in: "site").contains("en/a-guide/index.html"))
    }

    @Test func configurationNamesTheAudienceAndTheOptionOverrulesIt() throws {
        let project = try SmallProject(
            configuration: SmallProject.configuration.replacing("example: org", with: "value: org-TEAM, example: org")
                + "audience: team\n")
        #expect(try project.run("build").status == 0)
        #expect(try project.sentence().contains("org-TEAM"))
        #expect(try project.run("build", "--audience", "public", "--output", "public").status == 0)
        #expect(try project.sentence(in: "public").contains("org-EXAMPLE"))
    }

    /// A site for the team does not end up where the public one is, nor the other way round.
    @Test func outputOfTheOtherAudienceIsRefused() throws {
        let project = try SmallProject()
        #expect(try project.run("build", "--audience", "team").status == 0)
        let before = try project.folder.contents()
        let outcome = try project.run("build")
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("error[output]"))
        #expect(outcome.errors.contains("was built for the audience `team`"))
        #expect(try project.folder.contents() == before)
    }

    @Test func quietSaysNothingOfSuccess() throws {
        let outcome = try SmallProject().run("build", "--quiet")
        #expect(outcome.status == 0)
        #expect(outcome.errors == "")
    }

    @Test(arguments: [
        ("always", [:], true), ("never", [:], false), ("auto", [:], false), ("always", ["NO_COLOR": "1"], true),
    ])
    func colours(_ choice: String, _ environment: [String: String], isColoured: Bool) throws {
        let project = try SmallProject(guide: SmallProject.guide.replacing("{{limit}}", with: "{{limt}}"))
        let outcome = try project.run("build", "--color", choice, environment: environment)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("\u{1B}[1;31merror[undefined-value]\u{1B}[0m") == isColoured)
        #expect(outcome.errors.contains("\u{1B}") == isColoured)
    }

    #if os(Linux)
        /// On a terminal there are colours, unless the user wants none, and progress goes when it is over.
        @Test func terminalShowsColours() throws {
            let project = try SmallProject(guide: SmallProject.guide.replacing("{{limit}}", with: "{{limt}}"))
            let script = "script -qec \"$VADEMECUM build\" /dev/null < /dev/null"
            let colours = try Program.shell("unset NO_COLOR; TERM=xterm \(script)", in: project.url)
            #expect(colours.text.contains("\u{1B}[1;31merror[undefined-value]\u{1B}[0m"))
            let plain = try Program.shell("NO_COLOR=1 TERM=xterm \(script)", in: project.url)
            #expect(plain.text.contains("error[undefined-value]") && !plain.text.contains("\u{1B}[1"))
            // What understands nothing but text is sent nothing but text.
            let dumb = try Program.shell("unset NO_COLOR; TERM=dumb \(script)", in: project.url)
            #expect(dumb.text.contains("error[undefined-value]") && !dumb.text.contains("\u{1B}"))
        }
    #endif

    // MARK: --verify

    @Test func verifyIsSilentOnACurrentSite() throws {
        let project = try SmallProject()
        _ = try project.run("build")
        let before = try project.folder.contents()
        let outcome = try project.run("build", "--verify")
        #expect(outcome.status == 0)
        #expect(outcome.errors == "site is current: 1 guide, 1 page.\n")
        #expect(try project.folder.contents() == before)
    }

    /// A file that is missing, one that differs and one that nothing makes are told, and left as they are.
    @Test func verifyTellsWhatDiffers() throws {
        let project = try SmallProject()
        _ = try project.run("build")
        try FileManager.default.removeItem(at: project.url.appending(path: "site/en/index.html"))
        try project.write("edited by hand", at: "site/en/a-guide/index.md")
        try project.write("not of ours", at: "site/en/old/letter.txt")
        let before = try project.folder.contents()

        let outcome = try project.run("build", "--verify")

        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("site/en/index.html: error[stale-output]: this file has not been built\n"))
        #expect(
            outcome.errors.contains(
                "site/en/a-guide/index.md: error[stale-output]: this file is not what the content makes\n"))
        #expect(outcome.errors.contains("site/en/old/letter.txt: error[stale-output]: nothing makes this file\n"))
        #expect(outcome.errors.hasSuffix("\n3 errors\n"))
        #expect(try project.folder.contents() == before)
    }

    @Test func verifyFailsWhereNothingWasBuilt() throws {
        let project = try SmallProject()
        let outcome = try project.run("build", "--verify")
        #expect(outcome.status == 1)
        #expect(try !project.folder.files().contains { $0.hasPrefix("site") })
    }

    /// A change of the content makes the site stale, and building makes it current again.
    @Test func verifyFollowsTheContent() throws {
        let project = try SmallProject()
        _ = try project.run("build")
        try project.write(
            SmallProject.guide.replacing("Drink something.", with: "Drink tea."), at: "content/a-guide/en.md")
        #expect(try project.run("build", "--verify").status == 1)
        #expect(try project.run("build").status == 0)
        #expect(try project.run("build", "--verify").status == 0)
    }
}
