import Guides

/// Tells which files of a project were saved.
protocol FileWatch: Sendable {
    /// Waits until files change, and a moment longer, for who saves writes several.
    ///
    /// - Returns: their paths from the project’s folder; the absolute path of a file that lies elsewhere. Empty where nobody
    ///   can tell which ones.
    func wait() -> Set<String>
}

/// What of a project is watched.
struct WatchedFiles: Sendable {
    /// The folders that are watched with all that is in them; they may not be there yet.
    static let folders = [InventoryReader.contentFolder, TemplateFolder.name, StaticFiles.folder]
    /// The files in the project's own folder.
    static let names: Set<String> = [
        ProjectFolder.configurationName, ProjectFolder.localName, Redirects.fileName,
    ]

    /// The project's folder.
    let project: String
    /// The absolute paths of files of values that lie elsewhere.
    let others: [String]

    /// A watch of the system's own kind; where there is none, or it has no room for so many folders, one that looks again
    /// and again.
    func watch() -> any FileWatch {
        #if os(Linux)
            if let watch = InotifyWatch(self) { return watch }
        #endif
        return PollingWatch(self)
    }
}
