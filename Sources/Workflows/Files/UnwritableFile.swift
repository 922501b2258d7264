import Guides
import Sources

/// A file that could not be written.
struct UnwritableFile: Problem {
    static let check = "unwritable-file"
    let reason: String

    var message: String { "cannot write this file: \(reason)" }
    var help: String? { "it is as it was" }
}
