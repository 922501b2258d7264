extension CheckDescription {
    /// What is found while values are declared, given and computed.
    static let values = [
        CheckDescription(
            "wrong-type", .values, guardsBuild: true,
            summary: "A value that its type does not take.",
            why: "What is not a number cannot be computed with, or be written as each language writes numbers.",
            mending: "Write the value as the message says, or declare another type.",
            faulty: [
                CheckExample(
                    file: "vademecum.yaml", "values:\n  limit.current: {type: integer, value: ⟦many⟧}\n",
                    "`limit.current` takes a whole number such as 40000; `many` is none")
            ],
            clean: [CheckExample(file: "vademecum.yaml", "values:\n  limit.current: {type: integer, value: 40000}\n")]),
        CheckDescription(
            "wrong-pattern", .values, guardsBuild: true,
            summary: "A value that does not match the pattern of its declaration.",
            why: "It would be shown where another sort of name is expected.",
            mending: "Correct the value, or the pattern.",
            faulty: [
                CheckExample(
                    file: "vademecum.yaml",
                    "values:\n  org.id: {type: identifier, pattern: 'org-[A-Z]+', example: ⟦organization⟧}\n",
                    "`org.id` must match `org-[A-Z]+`; `organization` does not")
            ],
            clean: [
                CheckExample(
                    file: "vademecum.yaml",
                    "values:\n  org.id: {type: identifier, pattern: 'org-[A-Z]+', example: org-EXAMPLE}\n")
            ]),
        CheckDescription(
            "mixed-types", .values, guardsBuild: true,
            summary: "A formula of things that do not go together.",
            why: "A duration plus a number has no meaning, and neither has a duration where a number is declared.",
            mending: "Write durations with their unit, `60 s`. A duration divided by another is a number.",
            faulty: [
                CheckExample(
                    file: "vademecum.yaml",
                    "values:\n  a: {type: integer, value: 1}\n  b: {type: duration, formula: ⟦a⟧}\n",
                    "`b` is of type duration, and its formula gives a number")
            ],
            clean: [
                CheckExample(
                    file: "vademecum.yaml",
                    "values:\n  a: {type: integer, value: 1}\n  b: {type: duration, formula: a * 60 s}\n")
            ]),
        CheckDescription(
            "missing-fact", .values, guardsBuild: true,
            summary: "A choice that lacks the fact that a formula asks for.",
            why: "The formula has no result for readers who have that choice.",
            mending: "Give every choice the fact, `period: 60 s`.",
            faulty: [
                CheckExample(
                    file: "vademecum.yaml",
                    """
                    values:
                      metric: {type: choice, choices: {tpm: {period: 60 s}, rpd: {en: a day}}, example: tpm}
                      wait: {type: duration, formula: ⟦metric.period⟧ * 2}

                    """, "the choice `rpd` of `metric` has no `period`")
            ],
            clean: [
                CheckExample(
                    file: "vademecum.yaml",
                    """
                    values:
                      metric: {type: choice, choices: {tpm: {period: 60 s}, rpd: {period: 86400 s}}, example: tpm}
                      wait: {type: duration, formula: metric.period * 2}

                    """)
            ]),
        CheckDescription(
            "circular-formula", .values, guardsBuild: true,
            summary: "Formulas that need each other.",
            why: "None of them ever has a result.",
            mending: "Give one of them a `value:` instead of a formula.",
            faulty: [
                CheckExample(
                    file: "vademecum.yaml",
                    "values:\n  a: {type: integer, formula: ⟦b⟧ + 1}\n  b: {type: integer, formula: a - 1}\n",
                    "`a` is computed from itself: a → b → a")
            ],
            clean: [
                CheckExample(
                    file: "vademecum.yaml",
                    "values:\n  a: {type: integer, formula: b + 1}\n  b: {type: integer, value: 1}\n")
            ]),
        CheckDescription(
            "bad-formula", .values, guardsBuild: true,
            summary: "A formula that cannot be read.",
            why: "It has no result.",
            mending: "Use + - * / ( ), min, max, round, numbers, durations such as `60 s`, and the names of values.",
            faulty: [
                CheckExample(
                    file: "vademecum.yaml", "values:\n  a: {type: integer, formula: ⟦sum⟧(1)}\n",
                    "no function is called `sum`")
            ],
            clean: [CheckExample(file: "vademecum.yaml", "values:\n  a: {type: integer, formula: \"max(1, 2)\"}\n")]),
        CheckDescription(
            "bad-name", .values, guardsBuild: true,
            summary: "A value under a name that no placeholder could ask for.",
            why:
                "Names are lower-case letters and digits with dots, so that they work in placeholders and as variables.",
            mending: "Rename it: `limit.current`.",
            faulty: [
                CheckExample(
                    file: "vademecum.yaml", "values:\n  ⟦Limit⟧: {type: integer}\n", "`Limit` is no name for a value")
            ],
            clean: [CheckExample(file: "vademecum.yaml", "values:\n  limit.current2: {type: integer, value: 1}\n")]),
        CheckDescription(
            "unknown-type", .values, guardsBuild: true,
            summary: "A value of a type that there is none of.",
            why: "The type says how a value is read, computed with and shown.",
            mending: "Choose one of the types that the message names.",
            faulty: [
                CheckExample(
                    file: "vademecum.yaml", "values:\n  limit: {type: ⟦interger⟧}\n", "no type is called `interger`")
            ],
            clean: [CheckExample(file: "vademecum.yaml", "values:\n  limit: {type: integer, value: 1}\n")]),
        CheckDescription(
            "missing-example", .values, guardsBuild: true,
            summary: "A private value without an example.",
            why: "Public pages show the example in its place, and would have a hole.",
            mending: "Add `example:` to its declaration.",
            faulty: [
                CheckExample(
                    file: "vademecum.yaml", "values:\n  ⟦org.id⟧: {type: identifier, private: true}\n",
                    "`org.id` is private and has no example")
            ],
            clean: [
                CheckExample(
                    file: "vademecum.yaml",
                    "values:\n  org.id: {type: identifier, private: true, example: org-XXXX}\n")
            ]),
        CheckDescription(
            "bad-pattern", .values, guardsBuild: true,
            summary: "A pattern that is no regular expression.",
            why: "Nothing could be compared with it.",
            mending: "Close brackets, and put a backslash before signs that are meant as such.",
            faulty: [
                CheckExample(
                    file: "vademecum.yaml", "values:\n  a: {type: text, pattern: '⟦[a-z⟧'}\n",
                    "this is no regular expression")
            ],
            clean: [CheckExample(file: "vademecum.yaml", "values:\n  a: {type: text, pattern: '[a-z]+', value: x}\n")]),
    ]
}
