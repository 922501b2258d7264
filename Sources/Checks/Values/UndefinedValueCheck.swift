import Guides
import Messages
import Sources
import Values

/// A placeholder for a value that nobody declared.
struct UndefinedValueCheck: GuideCheck {
    static let description = CheckDescription(
        UndefinedValue.self, .values, guardsBuild: true,
        summary: "A placeholder, or a formula, that names a value that nobody declared.",
        why: "The page would have a hole in its place.",
        mending: "Write the name that the message offers, or declare the value in vademecum.yaml.",
        faulty: [
            CheckExample("Use ⟦{{modle}}⟧.", "no value is called `modle`"),
            CheckExample(
                file: "vademecum.yaml", "values:\n  a: {type: integer, formula: ⟦limit⟧ + 1}\n",
                "no value is called `limit`"),
        ],
        clean: [CheckExample("Use {{model}}.")])

    func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic] {
        let configuration = context.project.configuration
        return guide.editions.flatMap { edition in
            edition.uses.filter { $0.index == nil && $0.name != ErrorPattern.placeholder }.map {
                let problem = UndefinedValue(name: $0.name, known: configuration.values.map(\.name))
                return Diagnostic(problem, at: edition.file.place($0.range))
            }
        }
    }
}
