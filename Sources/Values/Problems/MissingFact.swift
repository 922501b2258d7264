import Sources

/// A fact that one of the choices lacks, so that a formula would have no result for it.
struct MissingFact: Problem {
    static let description = CheckDescription(
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
        ])

    let name: FactName
    let choice: String

    var message: String { "the choice `\(choice)` of `\(name.value)` has no `\(name.fact)`" }
    var help: String? { "add `\(name.fact): …` to it, as the other choices have it" }
}
