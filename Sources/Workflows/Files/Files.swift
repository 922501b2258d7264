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
