import Checks
import Foundation
import TestSupport
import Testing

/// This repository's own content is good prose in two languages: nothing is found in it.
@Suite struct OwnContentTests {
    @Test func `nothing is found`() throws {
        var project = try ExampleProject(folders: [])
        for folder in ["content", "templates"] {
            let url = Package.folder.appending(path: folder)
            for path in try TemporaryFolder.files(in: url) where !path.hasSuffix(".swift") {
                project.write(Array(try Data(contentsOf: url.appending(path: path))), at: "\(folder)/\(path)")
            }
        }
        let configuration = Package.folder.appending(path: "vademecum.yaml")
        project.write(Array(try Data(contentsOf: configuration)), at: "vademecum.yaml")
        #expect(project.diagnose().lines == [])
    }
}
