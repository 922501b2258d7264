import Foundation
import Guides
import Rendering
import TestSupport
import Testing

@testable import Workflows

/// A copy of the project in `Fixtures/wiki`, to change and to make wikis of.
struct WikiFixture {
    let folder: TemporaryFolder

    /// - Parameter files: what to write over the copy, by path.
    init(_ files: [String: String] = [:]) throws {
        folder = try TemporaryFolder()
        try folder.copy(contentsOf: Package.fixture("wiki/project"))
        for (path, text) in files { try folder.write(text, at: path) }
    }

    /// The wiki of a flavour.
    func wiki(
        _ flavor: WikiFlavor, _ layout: WikiLayout = .pages, stamp: String? = nil, settings: [String] = [],
        environment: [String: String] = [:]
    ) throws -> Wiki {
        let outcome = try outcome(flavor, layout, stamp: stamp, settings: settings, environment: environment)
        #expect(outcome.diagnostics.lines == [])
        return try #require(outcome.value)
    }

    /// What comes of making it.
    func outcome(
        _ flavor: WikiFlavor, _ layout: WikiLayout = .pages, stamp: String? = nil, settings: [String] = [],
        environment: [String: String] = [:]
    ) throws -> Outcome<Wiki> {
        var options = WikiOptions()
        options.flavor = flavor
        options.layout = layout
        options.stamp = stamp
        let values = ValueOptions(settings: settings, environment: environment)
        return WikiBuilder(try project, values, options).build()
    }

    /// The project's folder.
    var project: ProjectFolder {
        get throws {
            guard let project = ProjectFolder(folder.path) else { throw CocoaError(.fileNoSuchFile) }
            return project
        }
    }

    /// A guide's file with a title.
    static func guide(_ title: String) -> String {
        """
        ---
        title: \(title)
        summary: Of no interest.
        ---

        ## Problème

        Un.

        ## Étapes

        ### Un

        Un.

        ## Vérification

        Un.

        ## Notes

        Un.

        """
    }
}

extension Wiki {
    /// The text of a page.
    func text(_ path: String) -> String {
        pages.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    }
}
