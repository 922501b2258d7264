import Checks
import Guides
import Sources

/// What a use case came to: what was found on the way, and the result.
public struct Outcome<Value> {
    /// What was found, by place.
    public let diagnostics: [Diagnostic]
    /// The result; nil where something stood in its way.
    public let value: Value?
    /// Whether the fault is one of usage: in the command line, the configuration or the machine, not in the content.
    public let isUsage: Bool
    /// What keeps secrets out of whatever is reported of the result. The diagnostics have been through it.
    public let gate: SecretGate

    init(
        _ value: Value?, _ diagnostics: [Diagnostic], isUsage: Bool = false, gate: SecretGate = SecretGate()
    ) {
        self.value = value
        self.diagnostics = gate.masked(diagnostics.sortedByPlace())
        self.isUsage = isUsage
        self.gate = gate
    }

    /// Goes on from a value, where there is one; what is found on the way is added.
    func then<Next>(_ work: (Value, inout [Diagnostic]) throws(Refusal) -> Next) -> Outcome<Next> {
        guard let value else { return Outcome<Next>(nil, diagnostics, isUsage: isUsage, gate: gate) }
        var found = diagnostics
        do {
            return Outcome<Next>(try work(value, &found), found, gate: gate)
        } catch {
            return Outcome<Next>(nil, found + error.diagnostics, isUsage: error.isUsage, gate: gate)
        }
    }
}

extension Outcome: Sendable where Value: Sendable {}
