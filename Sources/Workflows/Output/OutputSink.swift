import Sources

/// Where a build's files go: to disk, or against what stands there. Several workers use it at once.
package protocol OutputSink: Sendable {
    /// Takes one file.
    ///
    /// - Parameter path: relative to the output folder, with `/` between its parts.
    func put(_ bytes: UnsafeBufferPointer<UInt8>, at path: String) throws(OutputError)

    /// Takes one file as another has it.
    func put(_ content: FileContent, at path: String) throws(OutputError)

    /// Takes one file that is too long to be in memory as a whole, piece by piece.
    func put(at path: String, _ pieces: (PutPiece) throws(OutputError) -> Void) throws(OutputError)
}

/// Takes the next piece of a file.
package typealias PutPiece = (_ piece: [UInt8]) throws(OutputError) -> Void
