import Foundation
import TestSupport

/// A small project in French and English without faults, for the program to be run in.
struct CheckProject {
    let folder: TemporaryFolder

    /// The folder that the program runs in.
    var url: URL { folder.url }

    /// - Parameter accepted: whether the translation is recorded as current.
    init(accepted: Bool = true) throws {
        folder = try TemporaryFolder()
        try folder.write("title: {fr: Guides, en: Guides}\nlanguages: [fr, en]\n", at: "vademecum.yaml")
        try folder.write(AskGuide.french, at: "content/ask/fr.md")
        try folder.write(AskGuide.english, at: "content/ask/en.md")
        if accepted { _ = try run("translations", "accept", "--quiet") }
    }

    /// Runs the program in the project.
    @discardableResult
    func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Program.Outcome {
        try Program.vademecum(arguments, in: folder.url, environment: environment)
    }

    /// Replaces a text in a file of the guide.
    func edit(_ file: String, _ old: String, _ new: String) throws {
        let text = try folder.text(at: "content/ask/\(file)")
        try folder.write(text.replacing(old, with: new), at: "content/ask/\(file)")
    }
}
