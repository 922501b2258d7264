import Sources

/// Reads logs and source code, file by file.
enum LineFiles {
    /// Folders that hold what others wrote, or what was built.
    private static let skipped: Set<String> = ["node_modules", "vendor", "target", "dist", "build", "__pycache__"]
    /// Endings of logs; other files in a folder are taken for source code.
    private static let logs: Set<String> = ["log", "out", "err", "txt"]
    /// A larger file of source code was written by a program.
    private static let largestCode = 2 << 20

    /// Hands out the bytes of every file, its path, and whether it is source code.
    static func forEach(
        _ source: ErrorScan.Source, largest: Int, _ body: ([UInt8], String, Bool) -> Void
    ) throws(Refusal) {
        do throws(Disk.Failure) {
            switch source {
            case .text(let bytes, let name): body(bytes, name, false)
            case .path(let path):
                guard let resolved = Disk.resolved(path), Disk.kind(resolved) == .folder else {
                    return body(try Disk.read(path, most: largest), path, false)
                }
                try walk(path.hasSuffix("/") ? String(path.dropLast()) : path, largest, body)
            }
        } catch {
            throw .usage(UnreadableFile(reason: error.reason), at: error.path)
        }
    }

    /// Goes through a folder and those below it, links and hidden names aside. What is no text is passed over.
    private static func walk(
        _ folder: String, _ largest: Int, _ body: ([UInt8], String, Bool) -> Void
    ) throws(Disk.Failure) {
        for (name, kind) in try Disk.listing(of: folder) where !name.hasPrefix(".") && !skipped.contains(name) {
            let path = "\(folder)/\(name)"
            switch kind {
            case .folder: try walk(path, largest, body)
            case .file:
                let isLog = logs.contains(name.split(separator: ".").last?.lowercased() ?? "")
                guard let bytes = try? Disk.read(path, most: isLog ? largest : largestCode), !bytes.contains(0) else {
                    continue
                }
                body(bytes, path, !isLog)
            default: continue
            }
        }
    }
}
