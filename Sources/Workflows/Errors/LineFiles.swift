import Foundation
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
        switch source {
        case .text(let bytes, let name): body(bytes, name, false)
        case .path(let path):
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw .usage(UnreadableLog(reason: "there is no such file"), at: path)
            }
            guard isFolder.boolValue else {
                guard let bytes = bytes(of: path, largest: largest) else {
                    throw .usage(UnreadableLog(reason: "it is no regular file, or larger than 256 MiB"), at: path)
                }
                return body(bytes, path, false)
            }
            for file in files(in: path) {
                let isLog = logs.contains((file as NSString).pathExtension.lowercased())
                guard let bytes = bytes(of: file, largest: isLog ? largest : largestCode), !bytes.contains(0) else {
                    continue
                }
                body(bytes, file, !isLog)
            }
        }
    }

    private static func files(in folder: String) -> [String] {
        let url = URL(fileURLWithPath: folder, isDirectory: true)
        let walk = FileManager.default.enumerator(
            at: url, includingPropertiesForKeys: [.isRegularFileKey], options: [.skipsHiddenFiles])
        var files: [String] = []
        while let file = walk?.nextObject() as? URL {
            if skipped.contains(file.lastPathComponent) {
                walk?.skipDescendants()
            } else if (try? file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true {
                files.append(file.relativePath(to: url, named: folder))
            }
        }
        return files.sorted()
    }

    /// The bytes of a regular file; nil for anything else, and for more than somebody would look through.
    private static func bytes(of path: String, largest: Int) -> [UInt8]? {
        guard
            let attributes = try? FileManager.default.attributesOfItem(
                atPath: (path as NSString).resolvingSymlinksInPath),
            attributes[.type] as? FileAttributeType == .typeRegular, (attributes[.size] as? Int ?? 0) <= largest
        else { return nil }
        return (try? Data(contentsOf: URL(fileURLWithPath: path))).map { Array($0) }
    }
}

extension URL {
    /// The path below a folder, with the folder as it was named.
    fileprivate func relativePath(to folder: URL, named name: String) -> String {
        let (own, base) = (standardizedFileURL.path, folder.standardizedFileURL.path)
        guard own.hasPrefix(base + "/") else { return own }
        return (name.hasSuffix("/") ? name : name + "/") + own.dropFirst(base.count + 1)
    }
}
