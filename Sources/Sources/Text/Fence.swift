/// What stands behind the fence of code.
package enum Fence {
    /// The fence of code that is left as it is, with the words that it has already.
    package static func verbatim(_ info: String) -> String {
        "```\(info.isEmpty ? "text" : info) verbatim"
    }
}
