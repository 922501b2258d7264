import Foundation
import TestSupport
import Testing

@testable import Workflows

@Suite struct OutputComparisonTests {
    @Test func equalFoldersHaveNothingToTell() throws {
        let folder = try TemporaryFolder()
        let output = try OutputFolder(at: "\(folder.path)/site", project: "/nowhere", audience: .public)
        try output.put("page", at: "en/index.html")
        try output.commit()
        let comparison = try OutputComparison(with: "\(folder.path)/site", audience: .public)
        try comparison.put("page", at: "en/index.html")
        #expect(comparison.diagnostics(shownAs: "site").isEmpty)
    }

    @Test func everyDifferenceIsToldByPath() throws {
        let folder = try TemporaryFolder()
        try folder.write("page", at: "site/same.html")
        try folder.write("edited", at: "site/en/different.html")
        try folder.write("old", at: "site/en/old/extra.html")
        let comparison = try OutputComparison(with: "\(folder.path)/site", audience: .public)
        try comparison.put("page", at: "same.html")
        try comparison.put("page", at: "en/different.html")
        try comparison.put("page", at: "fr/missing.html")
        #expect(
            comparison.diagnostics(shownAs: "out").map { "\($0.place.path): \($0.message)" } == [
                "out/.vademecum: this file has not been built",
                "out/en/different.html: this file is not what the content makes",
                "out/en/old/extra.html: nothing makes this file",
                "out/fr/missing.html: this file has not been built",
            ])
        #expect(try folder.files() == ["site/en/different.html", "site/en/old/extra.html", "site/same.html"])
    }

    /// A site for the team is not the public one, though every page should be the same.
    @Test func audienceIsPartOfTheSite() throws {
        let folder = try TemporaryFolder()
        try OutputFolder(at: "\(folder.path)/site", project: "/nowhere", audience: .team).commit()
        let comparison = try OutputComparison(with: "\(folder.path)/site", audience: .public)
        #expect(comparison.diagnostics(shownAs: "site").map(\.place.path) == ["site/.vademecum"])
    }

    @Test func folderThatIsNotThereLacksEverything() throws {
        let comparison = try OutputComparison(with: "/nowhere/at/all", audience: .public)
        try comparison.put("page", at: "index.html")
        #expect(comparison.diagnostics(shownAs: "site").map(\.place.path) == ["site/.vademecum", "site/index.html"])
    }
}
