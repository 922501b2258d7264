/// A key that nothing reads.
package struct UnknownKey: Problem {
    package static let description = CheckDescription(
        "unknown-key", .configuration, guardsBuild: true,
        summary: "A key that nothing reads.",
        why: "A mistyped key has no effect, and nobody would notice.",
        mending: "Write one of the keys that the message names.",
        faulty: [
            CheckExample(
                file: "vademecum.yaml", "values:\n  a: {type: text, ⟦exemple⟧: x}\n", "`exemple` is not known here")
        ],
        clean: [CheckExample(file: "vademecum.yaml", "values:\n  a: {type: text, example: x}\n")])

    /// The key as it was written.
    package let key: String
    let known: [String]

    /// Names the key, and those that are read.
    package init(key: String, known: [String]) {
        self.key = key
        self.known = known
    }

    package var message: String { "`\(key)` is not known here" }
    package var help: String? {
        if known.isEmpty { return "nothing can be written here" }
        return NearestName.suggestion(for: key, in: known)
            ?? "the keys are \(known.map { "`\($0)`" }.joined(separator: ", "))"
    }
}
