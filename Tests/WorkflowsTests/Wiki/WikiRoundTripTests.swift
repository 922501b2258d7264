import Foundation
import Guides
import Rendering
import TestSupport
import Testing

@testable import Workflows

/// Every flavour and layout goes to a repository and home again.
@Suite struct WikiRoundTripTests {
    @Test(arguments: WikiFlavor.allCases, WikiLayout.allCases)
    func publishedEditedAndAdopted(flavor: WikiFlavor, layout: WikiLayout) throws {
        let fixture = try WikiFixture()
        let repository = try TemporaryFolder()
        let remote = try GitRemote("wiki.git", in: repository.path)
        #expect(try Program.shell("git init --quiet --bare wiki.git", in: repository.url).status == 0)
        let publishing = WikiPublishing(try fixture.project, to: remote)
        let wiki = try fixture.wiki(flavor, layout)
        #expect(publishing.publish(wiki).value?.changes.count == wiki.pages.count)
        #expect(try #require(publishing.publish(wiki).value).commit == nil)

        let edit = """
            set -e
            git clone --quiet wiki.git colleague && cd colleague
            grep -lrZ --include='*.md' 'Écris à' . | xargs -0 sed -i 's/Écris à <help@/Écris vite à <help@/'
            git -c user.name=Léa -c user.email=lea@example.org commit --quiet -am "By hand" && git push --quiet
            """
        let edited = try Program.shell(edit, in: repository.url)
        #expect(edited.status == 0, "\(edited.errors)")
        let plan = try #require(publishing.plan(wiki).value)
        #expect(plan.changes.isEmpty && plan.findings.map(\.reason) == [.edited])
        let adoptions = try #require(WikiAdopting(from: remote).adopt(wiki).value)
        #expect(adoptions.count == 1 && adoptions.allSatisfy(\.unplaced.isEmpty))
        let patch = try #require(adoptions.first?.patch)
        #expect(String(decoding: patch, as: UTF8.self).contains("\n+Écris vite à <help@example.org>."))
        try fixture.folder.write(Data(patch), at: "edit.patch")
        #expect(try Program.shell("git apply edit.patch", in: fixture.folder.url).status == 0)
        let clean = try #require(publishing.publish(try fixture.wiki(flavor, layout)).value)
        #expect(clean.findings.isEmpty)
    }

    /// Two languages on one page instead of two pages: the second page leads to the first, and back again.
    @Test func layoutChanges() throws {
        let fixture = try WikiFixture()
        let repository = try TemporaryFolder()
        #expect(try Program.shell("git init --quiet --bare wiki.git", in: repository.url).status == 0)
        let publishing = WikiPublishing(try fixture.project, to: try GitRemote("wiki.git", in: repository.path))
        _ = try #require(publishing.publish(try fixture.wiki(.github)).value)
        let bilingual = try #require(publishing.publish(try fixture.wiki(.github, .bilingual)).value)
        #expect(bilingual.findings.isEmpty)
        #expect(bilingual.changes.filter { $0.kind == .stub }.map(\.path).contains("Request-too-large.md"))
        let pages = try #require(publishing.publish(try fixture.wiki(.github)).value)
        #expect(pages.findings.isEmpty)
        #expect(pages.changes.contains { $0.path == "Request-too-large.md" && $0.kind == .change })
    }
}
