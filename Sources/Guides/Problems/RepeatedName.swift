import Sources

/// A name that is given twice.
struct RepeatedName: Problem {
    static let description = CheckDescription(
        "repeated-name", .configuration, guardsBuild: true,
        summary: "The same language twice in the configuration.",
        why: "Only one of them can count.",
        mending: "Remove one of the two.",
        faulty: [
            CheckExample(
                file: "vademecum.yaml", "title: Guides\nlanguages: [fr, ⟦fr⟧]\n", "`fr` is there already")
        ],
        clean: [CheckExample(file: "vademecum.yaml", "title: Guides\nlanguages: [fr, en]\n")])

    let name: String

    var message: String { "`\(name)` is there already" }
    var help: String? { "remove one of the two" }
}
