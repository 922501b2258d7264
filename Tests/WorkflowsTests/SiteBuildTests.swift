import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Workflows

/// The whole way, from a folder to a folder.
@Suite struct SiteBuildTests {
    @Test func resultTellsWhatWasBuilt() throws {
        let project = try TestProject(["content/second/en.md": TestProject.guide])
        let outcome = try project.build()
        #expect(outcome.diagnostics.lines == [])
        #expect(!outcome.isUsage)
        let result = try #require(outcome.value)
        #expect(result.guides == 2)
        #expect(result.pages == 4, "each guide has a page in each language, translated or not")
        #expect(result.heldBack == [])
        #expect(try project.files.files(in: "site/fr/second") == ["index.html", "index.md"])
    }

    @Test func progressReachesTheTotal() throws {
        let project = try TestProject()
        for number in 0..<250 { try project.write(TestProject.guide, at: "content/guide-\(number)/en.md") }
        let seen = Mutex<[Int]>([])
        let build = SiteBuild(try project.folder, ValueOptions(), BuildOptions()) { done, total in
            #expect(total == 251)
            seen.withLock { $0.append(done) }
        }
        #expect(build.build().value?.guides == 251)
        let reports = seen.withLock { $0 }
        #expect(reports.max() == 251)
        #expect(Set(reports).count == reports.count)
        #expect(reports.count <= 130, "a hundred reports or so are enough for any build")
    }

    /// The faults of all guides come in one run, by place, and then nothing is written.
    @Test func faultyContentWritesNothing() throws {
        let broken = TestProject.guide.replacing("Something is wrong.", with: "{{nobody}} and [link](#nowhere)")
        let project = try TestProject(["content/b/en.md": broken, "content/a/fr.md": "", "content/c/en.md": broken])
        let result = try project.build()
        #expect(
            Set(result.diagnostics.map { "\($0.place.path) \($0.check)" }).isSuperset(of: [
                "content/a/fr.md front-matter", "content/b/en.md broken-link", "content/b/en.md undefined-value",
                "content/c/en.md broken-link", "content/c/en.md undefined-value",
            ]))
        #expect(result.diagnostics.map(\.place.path) == result.diagnostics.map(\.place.path).sorted())
        #expect(!result.isUsage)
        #expect(try !project.files.files().contains { $0.hasPrefix("site") || $0.hasPrefix(".site") })
    }

    /// A link's anchor is looked for in the other guide, and in this one where the link names its own file.
    @Test func anchorsOfOtherGuidesAreChecked() throws {
        let project = try TestProject([
            "content/a/en.md": TestProject.guide.replacing(
                "Something is wrong.",
                with: "[good](../first/en.md#step-1), [bad](../first/en.md#step-2), [own](en.md#stps)")
        ])
        let result = try project.build()
        #expect(
            result.diagnostics.lines == [
                "content/a/en.md:8:32 broken-link: the guide `first` has no anchor `#step-2`",
                "content/a/en.md:8:62 broken-link: the guide `a` has no anchor `#stps`",
            ])
        #expect(result.diagnostics.last?.help == "did you mean `#steps`?")
    }

    @Test func faultsInTheWayAreAMatterOfUsage() throws {
        let project = try TestProject(["vademecum.yaml": "title: Guides\n"])
        #expect(try project.build().isUsage)
        try project.write("title: Guides\nlanguages: [en]\n", at: "vademecum.yaml")
        try project.write("Dear Ada,", at: "site/letter.txt")
        let refused = try project.build()
        #expect(refused.isUsage)
        #expect(refused.diagnostics.checks == ["output"])
        #expect(try project.files.files(in: "site") == ["letter.txt"])
    }

    /// A file that no page may overwrite, or be overwritten by.
    @Test func fileOfAGuideMayNotTakeThePlaceOfItsPage() throws {
        let project = try TestProject([
            "content/first/index.html": "<script>", "content/index.html/en.md": TestProject.guide,
            "content/first/images/index.html": "",
        ])
        let result = try project.build()
        #expect(
            result.diagnostics.lines == [
                "content/first/index.html:1:1 taken-name: a page of this name is written here",
                "content/index.html:1:1 taken-name: a page of this name is written here",
            ])
        #expect(try !project.files.files().contains { $0.hasPrefix("site") || $0.hasPrefix(".site") })
    }

    @Test func verifyingComparesAndWritesNothing() throws {
        let project = try TestProject()
        #expect(try project.build { $0.verifies = true }.diagnostics.allSatisfy { $0.check == "stale-output" })
        #expect(try !project.files.files().contains { $0.hasPrefix("site") })
        #expect(try project.build().diagnostics.isEmpty)
        #expect(try project.build { $0.verifies = true }.diagnostics.isEmpty)
    }
}
