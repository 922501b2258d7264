import Foundation
import TestSupport
import Testing

/// A copy of this repository's own content, for a test to build as users would.
struct WorkedExample {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.copy(contentsOf: Package.folder.appending(path: "content"), to: "content")
        try folder.write(Data(contentsOf: Package.folder.appending(path: "vademecum.yaml")), at: "vademecum.yaml")
    }

    /// Changes the configuration; that there is nothing to change is an error.
    func configure(_ old: String, to new: String) throws {
        let text = try folder.text(at: "vademecum.yaml")
        try #require(text.contains(old), "vademecum.yaml does not hold “\(old)”")
        try folder.write(text.replacing(old, with: new), at: "vademecum.yaml")
    }

    /// Builds, and expects it to go well.
    @discardableResult
    func build(_ options: String...) throws -> Program.Outcome {
        let outcome = try Program.vademecum(["build"] + options, in: folder.url)
        try #require(outcome.status == 0, "\(outcome.errors)")
        return outcome
    }

    /// A page's text.
    func page(_ language: String, _ guide: String, _ file: String, in site: String = "site") throws -> String {
        try folder.text(at: "\(site)/\(language)/\(guide)/\(file)")
    }
}
