import Foundation
import TestSupport
import Testing

/// `vademecum wiki --output`, from outside.
@Suite struct WikiCommandTests {
    @Test func pagesAreWrittenToAFolder() throws {
        let project = try SmallProject()
        let outcome = try project.run("wiki", "--output", "wiki", environment: ["VADEMECUM_ORG_ID": "org-TEAM"])
        #expect(outcome.status == 0)
        #expect(outcome.errors == "wiki written for GitHub: 1 guide, 4 files.\n")
        #expect(outcome.output.isEmpty)
        let files = try project.folder.files(in: "wiki")
        #expect(files == [".vademecum", "A-guide.md", "Home.md", "_Footer.md", "_Sidebar.md"])
        #expect(
            try project.folder.text(at: "wiki/A-guide.md").contains("The limit is 1,000, and `org-TEAM` reached it."))
        // The next run replaces the whole folder.
        try project.write("old", at: "wiki/Old.md")
        #expect(try project.run("wiki", "--output", "wiki").status == 0)
        #expect(try project.folder.files(in: "wiki") == files)
    }

    /// An example of what only the team knows is no page to publish unseen.
    @Test func privateExamplesAreTold() throws {
        let outcome = try SmallProject().run("wiki", "--output", "wiki")
        #expect(outcome.status == 0)
        #expect(outcome.errors.hasPrefix("Shown by their examples, for nobody gave them: org.id.\n"))
    }

    /// Both spellings work, and the command line has the last word.
    @Test(arguments: ["--flavour", "--flavor"]) func flavorIsGiven(_ option: String) throws {
        let project = try SmallProject(configuration: SmallProject.configuration + "wiki: {flavour: azure}\n")
        #expect(try project.run("wiki", "--output", "azure").status == 0)
        #expect(try project.folder.files(in: "azure").contains(".order"))
        #expect(try project.run("wiki", option, "gitlab", "--output", "gitlab").status == 0)
        #expect(try project.folder.files(in: "gitlab").contains("en/A-guide.md"))
        #expect(try project.run("wiki", option, "gitlap", "--output", "x").status == 2)
    }

    @Test func foreignFolderIsLeftAlone() throws {
        let project = try SmallProject()
        try project.write("mine", at: "wiki/notes.txt")
        let outcome = try project.run("wiki", "--output", "wiki")
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("is not empty, and Vademecum did not make it"))
        #expect(try project.folder.files(in: "wiki") == ["notes.txt"])
    }

    /// A folder for everybody never takes a team's pages.
    @Test func publicSiteIsLeftAlone() throws {
        let project = try SmallProject()
        #expect(try project.run("build").status == 0)
        let before = try project.folder.contents(of: "site")
        let outcome = try project.run("wiki", "--output", "site")
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("was built for the audience `public`"))
        #expect(try project.folder.contents(of: "site") == before)
    }

    @Test func stampNamesTheCommitOfTheProject() throws {
        let project = try SmallProject()
        let outside = try project.run("wiki", "--stamp", "--output", "wiki")
        #expect(outside.status == 2)
        #expect(outside.errors.contains("--stamp needs a project in a git repository"))
        let commit = try Program.shell(
            """
            set -e
            git init -q && git add -A
            git -c user.name=Team -c user.email=team@example.org commit -q -m "A guide"
            git rev-parse --short=12 HEAD
            """, in: project.url)
        let hash = commit.text.trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(try project.run("wiki", "--stamp", "--output", "wiki").status == 0)
        #expect(try project.folder.text(at: "wiki/A-guide.md").contains("Built from commit `\(hash)`."))
        // What is not committed is in no commit.
        try project.write(SmallProject.guide.replacing("It works.", with: "It does."), at: "content/a-guide/en.md")
        #expect(try project.run("wiki", "--stamp", "--output", "wiki").status == 0)
        #expect(try project.folder.text(at: "wiki/A-guide.md").contains("Built from commit `\(hash)-dirty`."))
    }

    @Test func somethingHasToBeDone() throws {
        let outcome = try SmallProject().run("wiki")
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("Say where the pages go: --output, --plan or --publish."))
    }
}
