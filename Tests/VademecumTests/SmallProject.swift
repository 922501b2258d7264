import Foundation
import TestSupport

/// A project of one guide with two values, one of them private, for a test to change and to build.
struct SmallProject {
    let folder: TemporaryFolder

    /// The project's folder.
    var url: URL { folder.url }

    static let configuration = """
        title: Guides
        languages: [en]
        values:
          limit: {type: integer, value: 1000}
          org.id: {type: identifier, pattern: "org-[A-Z0-9]+", private: true, example: org-EXAMPLE}

        """

    static let guide = """
        ---
        title: A guide
        summary: What it is good for.
        ---

        ## Problem

        The limit is {{limit}}, and `{{org.id}}` reached it.

        ## Steps

        ### Wait

        Drink something.

        ## Verification

        It works.

        """

    init(configuration: String = Self.configuration, guide: String = Self.guide) throws {
        folder = try TemporaryFolder()
        try write(configuration, at: "vademecum.yaml")
        try write(guide, at: "content/a-guide/en.md")
    }

    func write(_ text: String, at path: String) throws { try folder.write(text, at: path) }

    /// Runs the program in the project's folder.
    func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Program.Outcome {
        try Program.vademecum(arguments, in: url, environment: environment)
    }

    /// The sentence of the built page that holds the values.
    func sentence(in site: String = "site") throws -> String {
        let page = try String(contentsOf: url.appending(path: "\(site)/en/a-guide/index.md"), encoding: .utf8)
        return page.split(separator: "\n").first { $0.hasPrefix("The limit is") }.map(String.init) ?? ""
    }
}
