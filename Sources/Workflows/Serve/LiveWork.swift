import Guides
import Sources

/// What has to be done again after files were saved.
struct LiveWork {
    /// The guides to be read again.
    private(set) var guides: Set<String> = []
    /// Whether the configuration, the templates and the list of guides are.
    private(set) var needsProject = false
    /// Whether every guide is.
    private(set) var needsIndex = false
    /// Whether every page looks otherwise, though every guide says the same.
    private(set) var isOfAll = false
    /// Whether the style sheet alone is another.
    private(set) var isOfStyle = false

    private static let templates = TemplateFolder.name + "/"
    private static let style = TemplateFolder.name + "/site.css"

    /// - Parameters:
    ///   - paths: what was saved; none where anything may have been.
    ///   - loaded: the project as it was; nil where it could not be read.
    ///   - snippets: the files of snippets that guides ask for.
    init(
        _ paths: Set<String>, in loaded: LoadedProject?, _ folder: ProjectFolder,
        snippets: [ExactText: Set<String>] = [:]
    ) {
        guard let loaded, !paths.isEmpty else {
            needsProject = true
            needsIndex = true
            return
        }
        for path in paths where !Self.isOnlyNew(path, among: paths, folder) {
            let exists = path.hasPrefix("/") || folder.has(path)
            if path.hasPrefix(InventoryReader.contentFolder + "/") {
                let guide = loaded.guide(ofFile: path)
                let readers = snippets.filter { $0.value.contains(path) }.map(\.key.text)
                if !readers.isEmpty {
                    guides.formUnion(readers)
                    if exists != loaded.project.inventory.hasSnippet(path) { needsProject = true }
                } else if let guide, guide.knows(path), exists {
                    guides.insert(guide.id)
                } else if exists || guide?.knows(path) == true || loaded.holds(path) {
                    // Files come and go with their guides; what nobody knew and is gone again was an editor's own.
                    needsProject = true
                }
            } else if path == Self.style {
                needsProject = true
                isOfStyle = true
            } else if path.hasPrefix(Self.templates), !path.hasPrefix(Self.templates + "languages"),
                !path.hasPrefix(Self.templates + "kinds")
            {
                needsProject = true
                isOfAll = true
            } else if path.hasPrefix(StaticFiles.folder + "/") {
                needsProject = true
                isOfAll = true
            } else {
                needsProject = true
                needsIndex = true
            }
        }
    }

    /// Whether a path is a folder that is there because of the files in it, which are told of themselves.
    private static func isOnlyNew(_ path: String, among paths: Set<String>, _ folder: ProjectFolder) -> Bool {
        WatchedFiles.folders.contains(path) && folder.has(path) && paths.contains { $0.hasPrefix(path + "/") }
    }

    /// Finds the guides that came, went, or have other files, when the project was read again.
    ///
    /// - Parameter faulty: the guides that had faults, such as a link to one that was not there yet.
    mutating func compare(_ before: Inventory?, _ after: Inventory?, faulty: [String]) {
        guard !needsIndex else { return }
        guard let before, let after else {
            needsIndex = true
            return
        }
        let changed = after.guides.filter { before[$0.id] != $0 }
        guides.formUnion(changed.map(\.id))
        if before.guides.contains(where: { after[$0.id] == nil }) {
            // Any guide may link to one that is gone.
            needsIndex = true
        } else if !changed.isEmpty {
            guides.formUnion(faulty.filter { after[$0] != nil })
        }
    }
}

extension Inventory.Entry {
    /// Whether a path from the project's folder is that of one of the guide's files.
    fileprivate func knows(_ path: String) -> Bool {
        let name = String(path.dropFirst("\(InventoryReader.contentFolder)/\(id)/".count))
        if name == "guide.yaml" { return hasMetadata }
        if name == TranslationRecords.fileName { return hasTranslationRecords }
        return languages.contains { "\($0).md" == name } || assets.contains(ExactText(name))
    }
}

extension Inventory {
    /// Whether a path from the project's folder is that of a snippet.
    fileprivate func hasSnippet(_ path: String) -> Bool {
        snippets.contains { path.hasSameBytes(as: "\(InventoryReader.contentFolder)/\($0)") }
    }
}

extension LoadedProject {
    /// Whether a path is a folder that guides are in.
    fileprivate func holds(_ path: String) -> Bool {
        let start = path.dropFirst(InventoryReader.contentFolder.count + 1)
        return project.inventory.ids.contains { $0 == start || $0.hasPrefix(start + "/") }
    }
}
