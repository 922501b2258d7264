/// The files of a project, wherever they are kept. Paths begin at the project’s folder, with `/` between their parts.
package protocol Files: Sendable {
    /// The bytes of a file.
    func read(_ path: String) throws(FileFailure) -> [UInt8]
    /// What stands at a path; nil where nothing does.
    func kind(_ path: String) -> FileKind?
    /// The names in a folder, in the order of their bytes, and what each is.
    func listing(of folder: String) throws(FileFailure) -> [(name: String, kind: FileKind)]
    /// Writes a file as a whole or not at all, whether it was there or not.
    func write(_ bytes: [UInt8], to path: String) throws(FileFailure)
}

/// What an entry of a folder is. A link is a link, wherever it leads.
package enum FileKind {
    case file, folder, link, other
}

/// A file that could not be read, or written.
package struct FileFailure: Error {
    /// The path as it was asked for.
    package let path: String
    /// Why, in words.
    package let reason: String
}
