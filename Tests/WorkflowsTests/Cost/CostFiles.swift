import Foundation
import Testing

/// Writes the hostile texts as projects for `Tests/Benchmarks/limits`, which runs the program over them.
@Suite struct CostFiles {
    private static let folder = ProcessInfo.processInfo.environment["VADEMECUM_COST_FOLDER"]
    /// The sizes that README gives figures for, in bytes.
    private static let sizes = [500_000, 5_000_000]

    @Test func write() throws {
        guard let base = Self.folder.map({ URL(fileURLWithPath: $0) }) else { return }
        for size in Self.sizes {
            for (number, text) in CostTests.texts.enumerated() {
                let body = text.make(size)
                try write(
                    CostTests.project(body: body), to: base.appending(path: "\(size)/text-\(number)"), named: text.name)
            }
            for (number, project) in HostileProject.all.enumerated() {
                let files = CostTests.project(body: "a {{name}}").merging(project.files(size)) { $1 }
                try write(files, to: base.appending(path: "\(size)/project-\(number)"), named: project.name)
            }
        }
    }

    private func write(_ files: [String: String], to folder: URL, named name: String) throws {
        for (path, text) in files.merging(["name": name], uniquingKeysWith: { $1 }) {
            let url = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
    }
}
