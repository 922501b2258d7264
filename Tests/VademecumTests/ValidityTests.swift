import Foundation
import TestSupport
import Testing

/// The Nu Html Checker finds no error in any page.
@Suite struct ValidityTests {
    /// What HTML has had since the checker's version was made (2022): the policy's Trusted Types, and a colour for each scheme.
    private static let newer = [
        "Unrecognised directive-name: \"require-trusted-types-for\"", "Attribute “media” not allowed on element “meta”",
    ]

    private static func errors(in folder: URL) throws -> [String] {
        let checker = try Cache.file("vnu.jar").path
        let checked = try Program.named(
            "java", "-jar", checker, "--format", "json", "--exit-zero-always", "--skip-non-html", folder.path)
        let report = try JSONDecoder().decode(JSON.self, from: Data(checked.errors.utf8))
        return report["messages"].items.filter { $0["type"].text == "error" }
            .filter { message in !newer.contains { message["message"].text.contains($0) } }
            .map { "\($0["url"].text): \($0["message"].text) \($0["extract"].text)" }
    }

    @Test func `the pages of the examples are valid`() throws {
        let example = try WorkedExample()
        try example.build()
        #expect(try Self.errors(in: example.folder.url.appending(path: "site")) == [])
    }

    @Test func `so are those of a site with all constructs, in three languages`() throws {
        let folder = try TemporaryFolder()
        try folder.copy(contentsOf: Package.fixture("projects/three-languages/project"), to: "project")
        let build = try Program.vademecum("build", in: folder.url.appending(path: "project"))
        try #require(build.status == 0, "\(build.errors)")
        #expect(try Self.errors(in: folder.url.appending(path: "project/site")) == [])
    }

    /// A page with an error is not passed over.
    @Test func `an error is found`() throws {
        let folder = try TemporaryFolder()
        try folder.write("<!DOCTYPE html><html lang=en><title>T</title><p><ul></p>", at: "a.html")
        #expect(try !Self.errors(in: folder.url).isEmpty)
    }
}
