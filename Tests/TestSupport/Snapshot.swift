import Foundation
import Testing

/// Where things are in the package that is being tested.
public enum Package {
    /// The package's folder.
    public static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// A folder below `Tests/Fixtures`.
    public static func fixture(_ path: String) -> URL { folder.appending(path: "Tests/Fixtures/\(path)") }
}

/// Compares a text with the file that holds what is expected.
///
/// A file that is not there is written, and the test fails: somebody has to read it before it counts. To record one
/// again, delete it.
public func expectSnapshot(
    _ actual: String, at path: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let file = Package.folder.appending(path: path)
    guard let data = try? Data(contentsOf: file) else {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(actual.utf8).write(to: file)
        Issue.record("\(path) was recorded: read it, then run the test again", sourceLocation: sourceLocation)
        return
    }
    let expected = String(decoding: data, as: UTF8.self)
    guard actual != expected else { return }
    Issue.record("\(path) differs:\n\(difference(from: expected, to: actual))", sourceLocation: sourceLocation)
}

/// The lines that differ, with `-` and `+` before them.
private func difference(from expected: String, to actual: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
    return new.difference(from: old).map { change in
        switch change {
        case .remove(let offset, let line, _): "- \(offset + 1): \(line)"
        case .insert(let offset, let line, _): "+ \(offset + 1): \(line)"
        }
    }.joined(separator: "\n")
}
