import Sources
import Values

/// A value that no guide asks for.
struct UnusedValueCheck: ProjectCheck {
    static let problems: [any Problem.Type] = [UnusedValue.self]

    func diagnose(_ guides: ProjectFacts, _ share: Range<Int>, in context: CheckContext) -> [Diagnostic] {
        // A guide that could not be read may ask for anything.
        guard guides.guides == context.project.inventory.guides.count else { return [] }
        let configuration = context.project.configuration
        var used: Set<String> = []
        var upcoming = Array(guides.values)
        while let name = upcoming.popLast() {
            guard used.insert(name).inserted else { continue }
            upcoming += (configuration.values.declaration(named: name)?.dependencies ?? []).map { dependency in
                // A name with one part more than a value's is one of its choices' facts.
                configuration.values.index(of: dependency) != nil
                    ? dependency : String(dependency[..<(dependency.lastIndex(of: ".") ?? dependency.endIndex)])
            }
        }
        return configuration.values.filter { !used.contains($0.name) && !$0.type.isUnit }.map {
            Diagnostic(UnusedValue(name: $0.name), at: $0.place)
        }
    }
}

extension ValueDeclaration {
    /// The names that the value is computed from.
    fileprivate var dependencies: [String] { formula?.names.map(\.name) ?? [] }
}

struct UnusedValue: Problem {
    static let description = CheckDescription(
        "unused-value", .values, .warning,
        summary: "A value that no guide, error pattern or formula asks for.",
        why: "Keeping it up to date is wasted effort; often its placeholder was mistyped, or its value typed out.",
        mending: "Write its placeholder, or remove its declaration.",
        faulty: [
            CheckExample(
                files: [
                    ("vademecum.yaml", "values:\n  ⟦limit⟧: {type: integer, value: 1}\n"), ("en.md", "Text."),
                ], ["no guide asks for `limit`"])
        ],
        clean: [
            CheckExample(
                files: [
                    (
                        "vademecum.yaml",
                        "values:\n  a: {type: integer, value: 1}\n  b: {type: integer, formula: a + 1}\n"
                    ), ("en.md", "Text with {{b}}."),
                ])
        ])

    let name: String

    var message: String { "no guide asks for `\(name)`" }
    var help: String? { "write `{{\(name)}}` where it belongs, or remove the declaration" }
}
