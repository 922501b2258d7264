import Sources

/// Where a build's files go: to disk, or against what stands there. Several workers use it at once.
package protocol OutputSink: Sendable {
    /// Takes one file.
    ///
    /// - Parameter path: relative to the output folder, with `/` between its parts.
    func put(_ bytes: UnsafeBufferPointer<UInt8>, at path: String) throws(OutputError)
}
