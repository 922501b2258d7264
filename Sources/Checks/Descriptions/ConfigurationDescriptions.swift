extension CheckDescription {
    /// What is found while YAML is read.
    static let configuration = [
        CheckDescription(
            "yaml-syntax", .configuration, guardsBuild: true,
            summary: "A file, or front matter, that is not YAML.",
            why: "Nothing of it can be read.",
            mending: "Look at the indentation. Put a text that holds `: ` or begins with a sign between quotes.",
            faulty: [
                CheckExample(
                    file: "vademecum.yaml", "values:\n  a: ⟦*⟧b\n", "this is not YAML: found undefined alias")
            ],
            clean: [CheckExample(file: "vademecum.yaml", "values:\n  a: {type: text, value: \"one: two\"}\n")]),
        CheckDescription(
            "unknown-key", .configuration, guardsBuild: true,
            summary: "A key that nothing reads.",
            why: "A mistyped key has no effect, and nobody would notice.",
            mending: "Write one of the keys that the message names.",
            faulty: [
                CheckExample(
                    file: "vademecum.yaml", "values:\n  a: {type: text, ⟦exemple⟧: x}\n", "`exemple` is not known here")
            ],
            clean: [CheckExample(file: "vademecum.yaml", "values:\n  a: {type: text, example: x}\n")]),
        CheckDescription(
            "missing-key", .configuration, guardsBuild: true,
            summary: "A key that has to be there.",
            why: "Without it the rest says nothing.",
            mending: "Add the key.",
            faulty: [CheckExample(file: "vademecum.yaml", "values:\n  a: ⟦{⟧example: x}\n", "`type` is missing")],
            clean: [CheckExample(file: "vademecum.yaml", "values:\n  a: {type: text, example: x}\n")]),
        CheckDescription(
            "wrong-shape", .configuration, guardsBuild: true,
            summary: "A list where a text belongs, a text that is no date, and the like.",
            why: "It cannot be read as what it is for.",
            mending: "Write what the message expects.",
            faulty: [
                CheckExample(
                    files: [("guide.yaml", "reviewed: ⟦yesterday⟧\n"), ("en.md", "Text.")],
                    ["expected a date such as 2026-11-23, found `yesterday`"])
            ],
            clean: [CheckExample(files: [("guide.yaml", "reviewed: 2026-11-23\n"), ("en.md", "Text.")])]),
        CheckDescription(
            "repeated-name", .configuration, guardsBuild: true,
            summary: "The same language twice in the configuration.",
            why: "Only one of them can count.",
            mending: "Remove one of the two.",
            faulty: [
                CheckExample(
                    file: "vademecum.yaml", "title: Guides\nlanguages: [fr, ⟦fr⟧]\n", "`fr` is there already")
            ],
            clean: [CheckExample(file: "vademecum.yaml", "title: Guides\nlanguages: [fr, en]\n")]),
    ]
}
