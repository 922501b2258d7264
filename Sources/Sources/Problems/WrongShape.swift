/// A value of another shape than the one that is read.
package struct WrongShape: Problem {
    package static let description = CheckDescription(
        "wrong-shape", .configuration, guardsBuild: true,
        summary: "A list where a text belongs, a text that is not a date, and the like.",
        why: "It cannot be read as what it is for.",
        mending: "Write what the message expects.",
        faulty: [
            CheckExample(
                files: [("guide.yaml", "reviewed: ⟦yesterday⟧\n"), ("en.md", "Text.")],
                ["expected a date such as 2026-11-23, found `yesterday`"])
        ],
        clean: [CheckExample(files: [("guide.yaml", "reviewed: 2026-11-23\n"), ("en.md", "Text.")])])

    let expected: String
    let got: String
    package let help: String?

    /// Says what was read, and what stands there.
    ///
    /// - Parameter help: the way out, where the expectation does not say enough.
    package init(expected: String, got: String, help: String? = nil) {
        self.expected = expected
        self.got = got
        self.help = help
    }

    package var message: String { "expected \(expected), found \(got)" }
}
