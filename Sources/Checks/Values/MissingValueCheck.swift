import Guides
import Sources
import Values

/// A placeholder for a value that has neither a value nor an example, and so would leave a hole.
struct MissingValueCheck: GuideCheck {
    static let problems: [any Problem.Type] = [MissingValue.self]

    func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic] {
        let resolved = context.book.resolved(examples: guide.metadata.examples)
        return guide.editions.flatMap { diagnose($0, resolved, context) }
    }

    /// The placeholders of a text whose value has no example and is not given.
    func diagnose(_ edition: Edition, _ resolved: ResolvedValues, _ context: CheckContext) -> [Diagnostic] {
        let configuration = context.project.configuration
        if edition.uses.allSatisfy({ $0.index.map { !resolved.isMissing[$0] } ?? true }) { return [] }
        // What this reader is not shown needs no value: nothing is divided by a limit of 0 where there is none.
        let hidden = edition.variants.filter {
            $0.condition.holds(in: configuration.values) { resolved.values[$0] } == false
        }.map {
            edition.document.line($0.start.startLine).upperBound..<edition.document.line($0.end.startLine).lowerBound
        }
        return edition.uses.compactMap { use in
            guard let index = use.index, resolved.isMissing[index],
                !hidden.contains(where: { $0.contains(use.range.lowerBound) })
            else { return nil }
            let declaration = configuration.values[index]
            let related = Diagnostic.Related(declaration.place, "`\(use.name)` is declared here")
            return Diagnostic(
                MissingValue(name: use.name, type: declaration.type, hasFormula: declaration.formula != nil),
                at: edition.file.place(use.range), related: [related])
        }
    }
}

struct MissingValue: Problem {
    static let description = CheckDescription(
        "missing-value", .values, guardsBuild: true,
        summary: "A placeholder for a value that has neither a value nor an example.",
        why: "The page would have a hole in its place.",
        mending: "Add `value:` or `example:` to its declaration.",
        faulty: [
            CheckExample(
                files: [("vademecum.yaml", "values:\n  model: {type: identifier}\n"), ("en.md", "Use ⟦{{model}}⟧.")],
                ["`model` has neither a value nor an example"])
        ],
        clean: [
            CheckExample(
                files: [
                    ("vademecum.yaml", "values:\n  model: {type: identifier, example: m-1}\n"),
                    ("en.md", "Use {{model}}."),
                ]),
            CheckExample(
                files: [
                    (
                        "vademecum.yaml",
                        "values:\n  used: {type: integer, value: 5}\n  limit: {type: integer, value: 0}\n"
                            + "  share: {type: decimal, formula: used / limit}\n"
                    ),
                    (
                        "en.md",
                        "<!-- only: limit > 0 -->\nA share of {{share}}.\n<!-- else -->\nNo limit.\n<!-- end -->"
                    ),
                ]),
        ])

    let name: String
    let type: ValueType
    let hasFormula: Bool

    var message: String {
        if case .chart = type { return "the numbers that `\(name)` is drawn from are not all there" }
        return hasFormula ? "the formula of `\(name)` has no result" : "`\(name)` has neither a value nor an example"
    }
    var help: String? {
        if case .chart = type { return "give each of them a `value:` or an `example:`" }
        return hasFormula
            ? "give each value that it uses a `value:` or an `example:`, and do not divide by zero"
            : "add `value:` or `example:` to its declaration"
    }
}
