/// The files of a project, wherever they are kept. Paths begin at the project’s folder, with `/` between their parts.
package protocol Files: Sendable {
    /// The bytes of a file.
    ///
    /// - Parameter most: one with more bytes is a failure.
    func read(_ path: String, most: Int) throws(FileFailure) -> [UInt8]
    /// A file to be handed on as it is, without all of it being in memory.
    func open(_ path: String) throws(FileFailure) -> FileContent
    /// What stands at a path; nil where nothing does.
    func kind(_ path: String) -> FileKind?
    /// The names in a folder, in the order of their bytes, and what each is.
    func listing(of folder: String) throws(FileFailure) -> [(name: String, kind: FileKind)]
    /// Writes a file as a whole or not at all, whether it was there or not.
    func write(_ bytes: [UInt8], to path: String) throws(FileFailure)
}

extension Files {
    /// The bytes of a file, however many.
    func read(_ path: String) throws(FileFailure) -> [UInt8] { try read(path, most: .max) }
}
