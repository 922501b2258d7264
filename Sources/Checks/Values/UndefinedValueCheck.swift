import Guides
import Messages
import Sources
import Values

/// A placeholder for a value that nobody declared.
struct UndefinedValueCheck: GuideCheck {
    static let problems: [any Problem.Type] = [UndefinedValue.self]

    func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic] {
        let configuration = context.project.configuration
        return guide.editions.flatMap { edition in
            edition.uses.filter { $0.index == nil && $0.name != ErrorPattern.placeholder }.map {
                let problem = UndefinedValue(
                    name: $0.name, known: configuration.values.names.names, fence: edition.fence(around: $0.range))
                return Diagnostic(problem, at: edition.file.place($0.range))
            }
        }
    }
}
