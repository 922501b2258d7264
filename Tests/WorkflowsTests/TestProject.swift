import Foundation
import Sources
import TestSupport

@testable import Workflows

/// A project of files that a test names, on disk for as long as the test runs.
struct TestProject {
    let files: TemporaryFolder

    /// A project in French and English with one guide in English, and what is given on top of it.
    init(_ files: [String: String] = [:]) throws {
        self.files = try TemporaryFolder()
        try write("title: Guides\nlanguages: [en, fr]\n", at: "vademecum.yaml")
        try write(Self.guide, at: "content/first/en.md")
        for (path, text) in files { try write(text, at: path) }
    }

    static let guide = """
        ---
        title: A guide
        summary: What it is good for.
        ---

        ## Problem

        Something is wrong.

        ## Steps

        ### Mend it

        Like so.

        ## Verification

        It works.

        """

    func write(_ text: String, at path: String) throws { try files.write(text, at: path) }

    /// The folder as the program sees it.
    var folder: ProjectFolder {
        get throws {
            guard let folder = ProjectFolder(files.path) else { throw CocoaError(.fileNoSuchFile) }
            return folder
        }
    }

    /// Builds with options that a test may change first.
    func build(
        _ values: ValueOptions = ValueOptions(), _ change: (inout BuildOptions) -> Void = { _ in }
    ) throws -> Outcome<SiteBuild.Result> {
        var options = BuildOptions()
        change(&options)
        return SiteBuild(try folder, values, options).build()
    }
}

extension OutputSink {
    /// Puts a text, as workers put bytes.
    func put(_ text: String, at path: String) throws(OutputError) {
        try Array(text.utf8).withUnsafeBufferPointer { (bytes) throws(OutputError) in try put(bytes, at: path) }
    }
}
