/// A file that could not be read, or written.
package struct FileFailure: Error {
    /// The path as it was asked for.
    package let path: String
    /// Why, in words.
    package let reason: String
}
