import Guides
import Sources

/// A file that could not be written.
struct UnwritableFile: Problem {
    static let description = CheckDescription(
        "unwritable-file", .configuration,
        summary: "A file that `--fix` could not replace.",
        why: "It, or its folder, is not yours to write, or the disk is full. The file is as it was.",
        mending: "Look at its permissions and those of its folder.")

    let reason: String

    var message: String { "cannot write this file: \(reason)" }
    var help: String? { "it is as it was" }
}
