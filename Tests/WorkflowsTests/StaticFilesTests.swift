import Foundation
import TestSupport
import Testing

@testable import Workflows

/// Files of `static/`, which go to the site as they are.
@Suite struct StaticFilesTests {
    @Test func filesAreCopiedVerifiedAndKept() throws {
        let project = try TestProject([
            "static/CNAME": "guides.example.org\n",
            "static/.well-known/security.txt": "Contact: mailto:a@example.org\n",
            "static/img/x.bin": "\u{0}", "static/.DS_Store": "x",
        ])
        for _ in 1...2 {
            #expect(try project.build().value != nil)
            #expect(try project.files.text(at: "site/CNAME") == "guides.example.org\n")
            #expect(try project.files.files(in: "site/.well-known") == ["security.txt"])
            #expect(try project.files.files(in: "site/img") == ["x.bin"])
            #expect(try !project.files.files(in: "site").contains(".DS_Store"))
        }
        #expect(try project.build { $0.verifies = true }.diagnostics.isEmpty)
        try project.write("other.example.org\n", at: "site/CNAME")
        #expect(try project.build { $0.verifies = true }.diagnostics.lines.joined().contains("CNAME"))
    }

    @Test func theProjectsOwnRobotsAndIconAreTaken() throws {
        let project = try TestProject([
            "vademecum.yaml": "title: T\nlanguages: [en]\nurl: https://guides.example.org/\n",
            "static/robots.txt": "User-agent: x\n", "static/favicon.svg": "<svg/>", "static/.nojekyll": "mine",
        ])
        #expect(try project.build().value != nil)
        #expect(try project.files.text(at: "site/robots.txt") == "User-agent: x\n")
        #expect(try project.files.text(at: "site/favicon.svg") == "<svg/>")
        #expect(try project.files.text(at: "site/.nojekyll") == "mine")
    }

    @Test(arguments: ["index.html", "en/first/index.html", "site.css", "en", ".vademecum", "sitemap.xml"])
    func noFileTakesThePlaceOfAPage(_ path: String) throws {
        let project = try TestProject([
            "vademecum.yaml": "title: T\nlanguages: [en]\nurl: https://guides.example.org/\n", "static/\(path)": "mine",
        ])
        let outcome = try project.build()
        #expect(outcome.value == nil || outcome.diagnostics.hasErrors)
        #expect(outcome.diagnostics.lines.contains { $0.hasPrefix("static/\(path)") && $0.contains("taken-name") })
        #expect(Disk.kind(project.files.url.appending(path: "site").path) == nil)
    }

    @Test func linksAreNotFollowed() throws {
        let project = try TestProject(["static/CNAME": "x"])
        try FileManager.default.createSymbolicLink(
            atPath: project.files.url.appending(path: "static/passwd").path, withDestinationPath: "/etc/passwd")
        _ = try project.build()
        #expect(try !project.files.files(in: "site").contains("passwd"))
    }

    @Test func theyAreServed() async throws {
        let server = try await LiveServer(TestProject(["static/CNAME": "before", "static/favicon.svg": "<svg/>"]))
        #expect(try await server.get("/CNAME").body == "before")
        #expect(try await server.get("/favicon.svg").body == "<svg/>")
        let events = try await server.events()
        try server.project.write("after", at: "static/CNAME")
        while !(try await events.event("change").contains("true")) {}
        #expect(try await server.get("/CNAME").body == "after")
        #expect(try await server.get("/../vademecum.yaml").status == 400)
    }
}
