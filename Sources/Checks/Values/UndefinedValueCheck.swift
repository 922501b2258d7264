import Guides

/// A placeholder for a value that nobody declared.
struct UndefinedValueCheck: GuideCheck {
    func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic] {
        let configuration = context.project.configuration
        return guide.editions.flatMap { edition in
            edition.uses.filter { $0.name != ErrorPattern.placeholder && configuration.index(of: $0.name) == nil }.map {
                let problem = UndefinedValue(name: $0.name, known: configuration.values.map(\.name))
                return Diagnostic(problem, at: edition.file.place($0.range))
            }
        }
    }
}
