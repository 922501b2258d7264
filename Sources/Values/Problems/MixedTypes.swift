import Sources

/// Numbers and durations where they do not fit.
struct MixedTypes: Problem {
    enum Fault: Sendable {
        case operands(String, String, String)
        case result(String, String, String)
        case notANumber(String, String)
    }

    static let description = CheckDescription(
        "mixed-types", .values, guardsBuild: true,
        summary: "A formula whose parts do not go together.",
        why: "A duration plus a number means nothing, nor does a duration where a number is declared.",
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
        ])

    let fault: Fault

    init(_ fault: Fault) { self.fault = fault }

    var message: String {
        switch fault {
        case .operands(let operation, let left, let right): "`\(operation)` does not go with \(left) and \(right)"
        case .result(let name, let type, let got): "`\(name)` is of type \(type), and its formula gives \(got)"
        case .notANumber(let name, let type): "`\(name)` is of type \(type), with which nothing can be computed"
        }
    }

    var help: String? { "a duration is written with its unit, `60 s`; divided by another it is a number" }
}
