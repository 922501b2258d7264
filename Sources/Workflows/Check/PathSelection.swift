import Foundation
import Guides
import Sources

/// The files and folders that a report is about.
struct PathSelection {
    /// The paths from the project's folder; an empty one is the project itself.
    private let paths: [String]
    /// Folders and files to which the report is kept besides; nil for no such bounds.
    private var bounds: Set<String>?

    /// - Parameter paths: absolute; an empty list selects everything. Those outside the project stay as they are, and
    ///   select nothing.
    init(_ paths: [String], in folder: ProjectFolder) {
        let home = Disk.resolved(folder.path) ?? folder.path
        self.paths = paths.map { path in
            let path = Disk.resolved(path) ?? path
            if path.hasSameBytes(as: home) { return "" }
            return Self.rest(of: path, below: home) ?? path
        }
    }

    /// Keeps the report to the guides of some files, and to those of the files that belong to no guide.
    mutating func keep(_ files: Set<String>, of guides: [Inventory.Entry]) {
        let known = Set(guides.map(\.id))
        bounds = Set(
            files.map { file in
                var parts = file.split(separator: "/").dropFirst()
                guard file.hasPrefix("\(InventoryReader.contentFolder)/") else { return file }
                while !parts.isEmpty {
                    parts.removeLast()
                    let id = parts.joined(separator: "/")
                    if known.contains(id) { return "\(InventoryReader.contentFolder)/\(id)" }
                }
                return file
            })
    }

    private func isInBounds(_ path: String) -> Bool {
        guard let bounds else { return true }
        if bounds.contains(path) { return true }
        var parts = path.split(separator: "/")
        while !parts.isEmpty {
            parts.removeLast()
            if bounds.contains(parts.joined(separator: "/")) { return true }
        }
        return false
    }

    /// Whether a file or a folder is selected, or lies in what is.
    func includes(_ path: String) -> Bool {
        isInBounds(path) && isNamed(path)
    }

    private func isNamed(_ path: String) -> Bool {
        paths.isEmpty
            || paths.contains { $0.isEmpty || path.hasSameBytes(as: $0) || Self.rest(of: path, below: $0) != nil }
    }

    /// A path from a folder that it lies in, compared as the file system does; nil where it lies elsewhere.
    private static func rest(of path: String, below folder: String) -> String? {
        let start = folder + "/"
        return path.beginsWithBytes(of: start) ? String(path.utf8.dropFirst(start.utf8.count)) : nil
    }

    /// Whether anything of a guide is selected.
    func includes(_ entry: Inventory.Entry) -> Bool {
        let folder = "\(InventoryReader.contentFolder)/\(entry.id)"
        guard isInBounds(folder) else { return false }
        return isNamed(folder) || paths.contains { Self.file($0, isOf: entry, folder) }
    }

    /// Whether a finding is about a selected file, by its place or by one that explains it: a change of the source
    /// makes a finding in the translation.
    func includes(_ diagnostic: Diagnostic) -> Bool {
        includes(diagnostic.place.path) || diagnostic.related.contains { includes($0.place.path) }
    }

    /// How many of a guide's languages are selected.
    func files(of entry: Inventory.Entry) -> Int {
        let folder = "\(InventoryReader.contentFolder)/\(entry.id)"
        let files = entry.languages.count { includes("\(folder)/\($0).md") }
        // By its metadata or an image, a guide is looked at in every language.
        return files == 0 ? entry.languages.count : files
    }

    /// The paths that hold no guide and are no file that is checked.
    func without(_ inventory: Inventory) -> [String] {
        let guides = inventory.guides
        return paths.filter { path in
            if path.isEmpty || path == ProjectFolder.configurationName { return false }
            if path == TemplateFolder.name || path.hasPrefix(TemplateFolder.name + "/") { return false }
            let folder = InventoryReader.contentFolder
            if inventory.snippets.contains(where: { path.hasSameBytes(as: "\(folder)/\($0)") }) { return false }
            return !guides.contains { entry in
                let own = "\(folder)/\(entry.id)"
                return own.hasSameBytes(as: path) || Self.rest(of: own, below: path) != nil
                    || Self.file(path, isOf: entry, own)
            }
        }
    }

    private static func file(_ path: String, isOf entry: Inventory.Entry, _ folder: String) -> Bool {
        guard let name = rest(of: path, below: folder) else { return false }
        return ["guide.yaml", TranslationRecords.fileName].contains(name) || entry.assets.contains(ExactText(name))
            || entry.languages.contains { "\($0).md" == name }
    }
}
