import Foundation
import Rendering

extension Wiki {
    /// Writes every page to a folder, for someone to look at: the folder is swapped in whole, and one that is not
    /// ours is refused.
    ///
    /// - Parameters:
    ///   - path: the folder; relative paths start from the current one.
    ///   - project: the project, whose folder must not be replaced.
    public func write(to path: String, of project: ProjectFolder) throws(OutputError) {
        let target = URL(fileURLWithPath: path).standardizedFileURL.path
        let output = try OutputFolder(at: target, project: project.path, audience: .team)
        defer { output.abandon() }
        for page in pages {
            try page.bytes.withUnsafeBufferPointer { (bytes) throws(OutputError) in try output.put(bytes, at: page.path)
            }
        }
        try output.commit()
    }
}
