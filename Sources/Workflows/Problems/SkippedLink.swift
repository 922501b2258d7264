import Guides
import Sources

/// A symbolic link in the content.
struct SkippedLink: Problem {
    static let description = CheckDescription(
        "skipped-link", .configuration, .warning, guardsBuild: true,
        summary: "A symbolic link in the content.",
        why: "Links are not followed: what they lead to may be anything.",
        mending: "Put a copy of the file there.")

    var message: String { "symbolic links are not followed" }
    var help: String? { "put a copy of the file here" }
}
