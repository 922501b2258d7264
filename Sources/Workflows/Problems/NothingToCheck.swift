import Sources

/// A path of the command line that holds nothing.
struct NothingToCheck: Problem {
    static let description = CheckDescription(
        "nothing-to-check", .configuration,
        summary: "A path on the command line that holds nothing to check.",
        why: "A check that looked at nothing must not pass for one that found nothing.",
        mending: "Name a guide's folder or file below `content/`, or `vademecum.yaml`.")

    var message: String { "there is nothing to check here" }
    var help: String? {
        "name a guide’s folder or file below `content/`, or `vademecum.yaml`; without a path, all is checked"
    }
}
