import Foundation
import TestSupport
import Testing

/// The pages as gollum’s own library has them, the engine of GitHub’s and GitLab’s wikis, which `scripts/setup --tests` installs: every
/// page is found by the name that links have for it, every place is there, and pictures and tables are what they are meant to be.
@Suite struct GollumTests {
    private struct Report: Decodable {
        struct Page: Decodable {
            let text: String
            let tables: Int
            let images: Int
            let headings: [String]
        }

        let pages: [String: Page]
        /// The page, and the address on it that leads nowhere.
        let lost: [[String]]
    }

    @Test(arguments: ["github", "gitlab"], ["pages", "bilingual"])
    func everythingIsFound(flavour: String, layout: String) throws {
        let project = try FixtureProject(copying: Package.fixture("wiki/project"))
        let outcome = try Program.vademecum(
            "wiki", "--flavour", flavour, "--layout", layout, "--output", "wiki", in: project.url,
            environment: ["VADEMECUM_ORG_ID": "org-TEAM"])
        try #require(outcome.status == 0, "\(outcome.errors)")
        let repository = project.url.appending(path: "wiki")
        let report = try report(of: repository, flavour)
        #expect(report.lost == [])
        let guides = report.pages.filter { !$0.key.lowercased().hasPrefix("home") }
        #expect(guides.count == (layout == "pages" ? 8 : 4))
        #expect(guides.values.reduce(0) { $0 + $1.tables } == 3)
        #expect(guides.values.reduce(0) { $0 + $1.images } == 3)
        let english = try #require(guides.values.first { $0.text.contains("The limit of org-TEAM is 40,000 tokens.") })
        #expect(english.headings.contains { $0.hasPrefix("1. Open the form") })
        // What wikis would take for something else stays what was written.
        #expect(english.text.contains("to @alice or to #42") && english.text.contains("[[Home]]"))
        // A link to a page that is not there is told: the report means something.
        let page = try #require(report.pages.keys.sorted().first)
        let file = repository.appending(path: page)
        let text = try String(contentsOf: file, encoding: .utf8)
        try Data((text + "\n[x](No-such-page) ![y](no-such.png)\n").utf8).write(to: file)
        let broken = try self.report(of: repository, flavour)
        #expect(broken.lost.map(\.last) == ["No-such-page", "no-such.png"])
    }

    private func report(of repository: URL, _ flavour: String) throws -> Report {
        let script = Package.fixture("wiki/gollum.rb").path
        let outcome = try Program.shell(
            """
            set -e
            rm -f .vademecum && git init -q . && git add -A
            git -c user.name=Team -c user.email=team@example.org commit -q -m "The team's guides"
            LC_ALL=C.UTF-8 ruby '\(script)' . \(flavour)
            """, in: repository)
        try #require(outcome.status == 0, "run scripts/setup --tests: \(outcome.errors)")
        return try JSONDecoder().decode(Report.self, from: Data(outcome.output))
    }
}
