import Foundation
import Guides
import Rendering
import TestSupport
import Testing

@testable import Workflows

/// Some of the random edits by way of real repositories: published, edited in a clone, published again with another value, adopted,
/// applied by git, and published once more.
@Suite struct WikiRandomGitTests {
    private static let variables = ProcessInfo.processInfo.environment
    private static var count: Int { min(60, variables["VADEMECUM_WIKI_EDITS"].flatMap(Int.init) ?? 6) }

    @Test func editsComeHomeThroughGit() throws {
        let kinds = WikiEditKind.all.filter { $0.fate == .home }
        var (home, held) = (0, 0)
        for index in 0..<Self.count {
            let kind = kinds[(index * 37) % kinds.count]
            for attempt in 0..<8 {
                var trial = try EditTrial(seed: UInt64(500 + index * 8 + attempt))
                guard try trial.make(kind) else { continue }
                if try carry(trial, "\(kind.name), \(500 + index * 8 + attempt)") { home += 1 } else { held += 1 }
                break
            }
        }
        #expect(home * 10 >= (home + held) * 8, "\(home) came home, \(held) were held")
    }

    private func carry(_ trial: EditTrial, _ name: String) throws -> Bool {
        let folder = try TemporaryFolder()
        for (path, text) in trial.wiki.files { try folder.write(text, at: "project/\(path)") }
        let start = "git init -q --bare wiki.git && cd project && git init -q ."
        #expect(try Program.shell(start, in: folder.url).status == 0)
        let path = folder.url.appending(path: "project").path
        let project = try #require(ProjectFolder(path))
        let publishing = WikiPublishing(project, to: try GitRemote("wiki.git", in: folder.path))
        _ = try #require(publishing.publish(try wiki(project, trial)).value)
        // The colleague.
        try folder.write(trial.edited, at: "edited.md")
        let edit = """
            set -e
            git clone -q wiki.git colleague && cp edited.md "colleague/\(trial.published.path)" && cd colleague
            git -c user.name=Léa -c user.email=lea@example.org commit -qam "By hand" && git push -q
            """
        #expect(try Program.shell(edit, in: folder.url).status == 0)
        // The author.
        let configuration = trial.wiki.raised.files["vademecum.yaml"] ?? ""
        try folder.write(configuration, at: "project/vademecum.yaml")
        let plan = try #require(publishing.publish(try wiki(project, trial)).value)
        #expect(plan.findings.map(\.reason) == [.merged], "\(name)")
        let remote = try GitRemote("wiki.git", in: folder.path)
        let adoptions = try #require(WikiAdopting(from: remote).adopt(try wiki(project, trial)).value)
        if adoptions.contains(where: { !$0.reasons.isEmpty }) { return false }
        try folder.write(Data(adoptions.flatMap(\.patch)), at: "project/edit.patch")
        let applied = try Program.shell("git apply edit.patch", in: URL(fileURLWithPath: path))
        #expect(applied.status == 0, "\(name): \(applied.errors)")
        // What was published with the edit in it is what the guides make by now.
        let clean = try #require(publishing.publish(try wiki(project, trial)).value)
        #expect(clean.findings.isEmpty && clean.changes.isEmpty, "\(name): \(clean.changes.map(\.path))")
        #expect(try #require(publishing.publish(try wiki(project, trial)).value).commit == nil, "\(name)")
        return true
    }

    private func wiki(_ project: ProjectFolder, _ trial: EditTrial) throws -> Wiki {
        var options = WikiOptions()
        (options.flavor, options.layout) = (trial.wiki.flavor, trial.wiki.layout)
        let outcome = WikiBuilder(project, ValueOptions(environment: ["VADEMECUM_ORG": "org-TEAM"]), options).build()
        return try #require(outcome.value, "\(outcome.diagnostics.lines)")
    }
}
