import Sources

/// A group that names a guide which there is not.
struct UnknownGroupMember: Problem {
    static let description = CheckDescription(
        "unknown-group-member", .configuration, guardsBuild: true,
        summary: "A group in `vademecum.yaml` that names neither a guide nor a folder of guides.",
        why: "A guide that was renamed or mistyped would stand after all groups, and nobody would notice.",
        mending: "Name the guide by its folder’s path below `content/`, or remove it from the group.",
        faulty: [
            CheckExample(
                file: "vademecum.yaml",
                "title: Guides\nlanguages: [fr, en]\ngroups:\n  - {title: First steps, guides: [⟦othr⟧]}\n",
                "there is no guide `othr`")
        ],
        clean: [
            CheckExample(
                file: "vademecum.yaml",
                "title: Guides\nlanguages: [fr, en]\ngroups:\n  - {title: First steps, guides: [other]}\n")
        ])

    let name: String
    let known: [String]

    var message: String { "there is no guide `\(name)`" }
    var help: String? { NearestName.suggestion(for: name, in: known) }
}
