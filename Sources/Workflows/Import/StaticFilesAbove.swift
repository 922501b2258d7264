import Foundation

/// The static files of a site whose texts alone are imported, `content/` of Hugo or `src/content/docs` of Starlight: they lie in a
/// folder above, and pages name them from the root of the site.
struct StaticFilesAbove {
    private let folder: URL

    /// - Parameter folder: the folder of the texts.
    init(_ folder: String) { self.folder = URL(fileURLWithPath: folder).standardizedFileURL }

    /// The path, from the folder of the texts, of the file at an address from the root of the site; nil where there is none.
    func path(of address: String) -> String? {
        guard address.hasPrefix("/"), address.count > 1, !address.split(separator: "/").contains("..") else {
            return nil
        }
        for steps in 1...3 {
            for name in ["static", "public"] {
                let path = String(repeating: "../", count: steps) + name + address
                if bytes(path) != nil { return path }
            }
        }
        return nil
    }

    /// What a file holds that was found.
    func bytes(_ path: String) -> [UInt8]? {
        let parts = path.split(separator: "/")
        let steps = parts.prefix { $0 == ".." }.count
        guard steps > 0, steps < parts.count else { return nil }
        var above = folder
        for _ in 0..<steps { above.deleteLastPathComponent() }
        // Nothing is read that lies outside of that folder, whatever links say.
        let home = above.appending(path: String(parts[steps]))
        let rest = parts[(steps + 1)...].joined(separator: "/")
        return try? DiskFiles(home.path).read(rest, most: ProjectFolder.largestFile)
    }
}
