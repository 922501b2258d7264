import Foundation
import TestSupport
import Testing

@testable import Workflows

/// Serving a site while it is written, over real connections.
@Suite struct SiteServerTests {
    @Test func everyLanguageIsServed() async throws {
        let server = try await LiveServer(TestProject())
        let root = try await server.get("/")
        #expect(
            root.status == 200 && root.body.contains("<html")
                && root.headers["content-type"] == "text/html; charset=utf-8")
        #expect(try await server.get("/en/").body.contains("A guide"))
        let page = try await server.get("/fr/first/")
        #expect(page.status == 200 && page.body.contains("Something is wrong."))
        #expect(try await server.get("/en/first/index.md").body.contains("Something is wrong."))
        #expect(try await server.get("/site.css").headers["content-type"] == "text/css; charset=utf-8")
        #expect(try await server.get("/en/first").headers["location"] == "/en/first/")
        #expect(try await server.get("/en/none/").status == 404)
        #expect(try await server.get("/en/first/", method: "POST").status == 405)
        let head = try await server.get("/en/first/", method: "HEAD")
        #expect(head.status == 200 && head.body.isEmpty && head.headers["content-length"] != "0")
    }

    @Test func pagesMayListenToTheServerAndToNothingElse() async throws {
        let server = try await LiveServer(TestProject())
        let page = try await server.get("/en/first/")
        #expect(page.body.contains("default-src 'none'; connect-src 'self'; script-src 'self'"))
        #expect(page.body.contains("data-guide=\"first\""))
        #expect(page.headers["cross-origin-resource-policy"] == "same-origin")
        #expect(try await server.get("/_vademecum/live.js").status == 200)
        // What a build writes knows nothing of it.
        let output = try server.project.build()
        #expect(output.value != nil)
        for file in try server.project.files.files(in: "site") {
            let text = try server.project.files.text(at: "site/\(file)")
            #expect(!text.contains("_vademecum") && !text.contains("connect-src"), "\(file)")
        }
    }

    @Test func whatIsSavedIsThereAtOnce() async throws {
        let server = try await LiveServer(TestProject())
        #expect(try await server.get("/en/first/").body.contains("It works."))
        let events = try await server.events("guide=first&made=99")
        try server.project.write(TestProject.guide.replacing("It works.", with: "It hums."), at: "content/first/en.md")
        while !(try await events.event("change").contains("first")) {}
        let page = try await server.get("/en/first/").body
        #expect(page.contains("It hums.") && !page.contains("It works."))
    }

    /// The pages that take in a snippet are made again when it is saved, comes or goes; no others are.
    @Test func pagesFollowTheirSnippets() async throws {
        let taking = TestProject.guide.replacing("Like so.", with: "<!-- include: shared/so -->")
        let server = try await LiveServer(
            TestProject([
                "content/first/en.md": taking, "content/other/en.md": TestProject.guide,
                "content/shared/so.en.md": "Like this.\n",
            ]))
        #expect(try await server.get("/en/first/").body.contains("Like this."))
        let events = try await server.events("guide=first&made=99")
        try server.project.write("Like that.\n", at: "content/shared/so.en.md")
        var change = try await events.event("change")
        while !change.contains("first") { change = try await events.event("change") }
        #expect(!change.contains("other"))
        #expect(try await server.get("/en/first/").body.contains("Like that."))
        try FileManager.default.removeItem(at: server.project.files.url.appending(path: "content/shared/so.en.md"))
        while !(try await events.event("faults").contains("there is no snippet")) {}
        try server.project.write("Like those.\n", at: "content/shared/so.en.md")
        while !(try await events.event("faults").contains("\"faults\":[]")) {}
        #expect(try await server.get("/en/first/").body.contains("Like those."))
    }

    @Test func anotherTitleShowsOnThePagesThatNameIt() async throws {
        let server = try await LiveServer(TestProject(["content/second/en.md": TestProject.guide]))
        #expect(try await server.get("/en/second/").body.contains("<strong>A guide</strong>"))
        let events = try await server.events("guide=second&made=99")
        let renamed = TestProject.guide.replacing("title: A guide", with: "title: An older guide")
        try server.project.write(renamed, at: "content/first/en.md")
        while !(try await events.event("change").contains("true")) {}
        #expect(try await server.get("/en/second/").body.contains("<strong>An older guide</strong>"))
        // A guide's own text is nobody else's business.
        try server.project.write(renamed.replacing("It works.", with: "It hums."), at: "content/first/en.md")
        #expect(try await events.event("change").contains("\"all\":false"))
    }

    @Test func aFaultShowsAndTheLastGoodPageStays() async throws {
        let server = try await LiveServer(TestProject())
        let before = try await server.get("/en/first/")
        #expect(before.status == 200)
        let events = try await server.events("guide=first")
        try server.project.write(TestProject.guide + "\nNow {{nobody}}.\n", at: "content/first/en.md")
        var faults = try await events.event("faults")
        while faults.contains("\"faults\":[]") { faults = try await events.event("faults") }
        #expect(faults.contains("content/first/en.md:20:") && faults.contains("no value is called `nobody`"))
        #expect(faults.contains("\"guide\":\"first\""))
        let page = try await server.get("/en/first/")
        #expect(page.status == 200 && page.body.contains("It works."))
        // It is the page of this state: one of an older state would be loaded again, and again.
        func state(_ answer: RawConnection.Answer) throws -> Int {
            try #require(answer.body.firstMatch(of: /data-made="(\d+)"/).flatMap { Int($0.1) })
        }
        #expect(try state(page) > state(before))
        try server.project.write(TestProject.guide + "\nNow.\n", at: "content/first/en.md")
        while !(try await events.event("faults").contains("\"faults\":[]")) {}
        #expect(try await server.get("/en/first/").body.contains("Now."))
    }

    @Test func whatNeverWasGoodSaysWhatIsWrong() async throws {
        let server = try await LiveServer(
            TestProject(["content/first/en.md": TestProject.guide + "\nNow {{nobody}}.\n"]))
        let page = try await server.get("/en/first/")
        #expect(page.status == 500 && page.body.contains("no value is called `nobody`"))
        #expect(page.body.contains("/_vademecum/live.js"))
    }

    @Test func aBrokenConfigurationLeavesTheSiteAsItWas() async throws {
        let server = try await LiveServer(TestProject())
        #expect(try await server.get("/en/first/").status == 200)
        let events = try await server.events()
        try server.project.write("title: Guides\nlanguages: [en, fr\n", at: "vademecum.yaml")
        while !(try await events.event("faults").contains("vademecum.yaml")) {}
        #expect(try await server.get("/en/first/").status == 200)
        try server.project.write("title: Other guides\nlanguages: [en, fr]\n", at: "vademecum.yaml")
        while !(try await events.event("change").contains("true")) {}
        #expect(try await server.get("/en/first/").body.contains("Other guides"))
    }

    @Test func guidesComeAndGo() async throws {
        let server = try await LiveServer(TestProject())
        #expect(try await server.get("/en/second/").status == 404)
        let events = try await server.events()
        try server.project.write(TestProject.guide.replacing("A guide", with: "Another"), at: "content/second/en.md")
        while !(try await events.event("change").contains("second")) {}
        #expect(try await server.get("/en/second/").body.contains("Another"))
        #expect(try await server.get("/en/").body.contains("Another"))
        try FileManager.default.removeItem(at: server.project.files.url.appending(path: "content/second"))
        while try await server.get("/en/second/").status != 404 { _ = try await events.event("faults") }
        #expect(try await !server.get("/en/").body.contains("Another"))
    }

    @Test(arguments: [
        "/../vademecum.yaml", "/%2e%2e/vademecum.yaml", "/en/%2E%2E/%2e%2e/vademecum.yaml", "/..%2fvademecum.yaml",
        "/en/first/..%2f..%2f..%2fvademecum.yaml", "/en/first/..\\..\\vademecum.yaml", "//vademecum.yaml",
        "/en/first/%00", "/vademecum.yaml", "/content/first/en.md", "/en/first/guide.yaml", "/.vademecum",
        "/_vademecum/../vademecum.yaml", "http://localhost/vademecum.yaml", "*",
    ])
    func noPathLeadsOut(_ path: String) async throws {
        let server = try await LiveServer(TestProject(["content/first/guide.yaml": "tags: [clandestine]\n"]))
        let answer = try await server.get(path)
        #expect([400, 404].contains(answer.status))
        #expect(!answer.body.contains("languages: [") && !answer.body.contains("clandestine"))
    }

    @Test(arguments: [
        "evil.example.org", "127.0.0.1.example.org", "localhost.example.org:8080", "10.0.0.1", "", "localhost:x", nil,
    ])
    func otherNamesAreNotAnswered(_ host: String?) async throws {
        let server = try await LiveServer(TestProject())
        let answer = try await server.get("/en/first/", host: host)
        #expect(answer.status == 403 && !answer.body.contains("Something is wrong."))
    }

    @Test(arguments: ["localhost", "LOCALHOST:8080", "127.0.0.1:9", "[::1]:8080", "guides.localhost"])
    func namesOfThisMachineAreAnswered(_ host: String) async throws {
        #expect(HostNames.isLocal(host))
    }

    @Test func theTeamsPagesSayThatTheyAre() async throws {
        let values = """
            title: Guides
            languages: [en]
            values:
              org: {type: text, private: true, example: org-EXAMPLE, label: Organization}
            """
        let project = try TestProject([
            "vademecum.yaml": values, "vademecum.local.yaml": "org: org-SECRET77\n",
            "content/first/en.md": TestProject.guide + "\nFor {{org}}.\n",
        ])
        let team = try await LiveServer(project, ValueOptions(audience: .team))
        let page = try await team.get("/en/first/").body
        #expect(page.contains("org-SECRET77") && page.contains("class=\"vademecum-team\""))
        let everybody = try await LiveServer(project, ValueOptions())
        let other = try await everybody.get("/en/first/").body
        #expect(
            other.contains("org-EXAMPLE") && !other.contains("SECRET77") && !other.contains("class=\"vademecum-team\""))
    }

    @Test func imagesAndTemplatesAreFollowed() async throws {
        let project = try TestProject(["content/first/notes.txt": "before"])
        try project.write(
            TestProject.guide + "\n[notes](notes.txt)\n", at: "content/first/en.md")
        let server = try await LiveServer(project)
        #expect(try await server.get("/en/first/notes.txt").body == "before")
        let events = try await server.events("guide=first")
        try project.write("after", at: "content/first/notes.txt")
        while !(try await events.event("change").contains("first")) {}
        #expect(try await server.get("/en/first/notes.txt").body == "after")
        try project.write("body { color: red }", at: "templates/site.css")
        _ = try await events.event("style")
        #expect(try await server.get("/site.css").body == "body { color: red }")
    }
}
