/// What a file holds, to be handed on as it is.
package enum FileContent: Sendable {
    /// A file on the disk, which the system copies.
    case file(OpenFile)
    /// What is in memory anyway.
    case bytes([UInt8])
}
