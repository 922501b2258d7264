import Guides
import Sources

/// Leaves out the findings that somebody answered for, and reports answers to nothing.
public struct SuppressionFilter: Sendable {
    private let suppressions: [Suppression]
    private let registry: ProblemRegistry

    /// - Parameters:
    ///   - suppressions: those of the content.
    ///   - rules: those of the configuration.
    ///   - registry: what there is to suppress.
    public init(_ suppressions: [Suppression], rules: [IgnoreRule], _ registry: ProblemRegistry) {
        self.registry = registry
        self.suppressions = suppressions + rules.map(Suppression.init)
    }

    /// The findings that are left, with those about the suppressions themselves; in no particular order.
    public func apply(to diagnostics: [Diagnostic]) -> [Diagnostic] {
        guard !suppressions.isEmpty else { return diagnostics }
        var problems: [Diagnostic] = []
        let known = registry.ids
        var effective = SuppressionTable()
        for (index, suppression) in suppressions.enumerated() {
            let description = registry.description(of: suppression.check)
            if let description, description.isSuppressible {
                effective.add(suppression, number: index)
            } else if description != nil {
                problems.append(Diagnostic(UnsuppressibleCheck(check: suppression.check), at: suppression.place))
            } else {
                let problem = UnknownCheck(check: suppression.check, known: known)
                problems.append(Diagnostic(problem, at: suppression.place))
            }
        }
        effective.sort()
        let left = diagnostics.filter { !effective.covers($0) }
        let unused = effective.unused.map { index in
            Diagnostic(UnusedSuppression(check: suppressions[index].check), at: suppressions[index].place)
        }
        return left + problems + unused
    }
}

extension CheckDescription {
    /// Whether findings can be suppressed. Those that refuse the build cannot: the page would not be written anyway.
    var isSuppressible: Bool { !(guardsBuild && severity == .error) }
}
