import Sources

/// Why a use case cannot go on.
struct Refusal: Error {
    /// What stands in the way, besides what was found already.
    let diagnostics: [Diagnostic]
    /// Whether the fault is one of usage.
    let isUsage: Bool

    init(_ diagnostics: [Diagnostic] = [], isUsage: Bool = false) {
        self.diagnostics = diagnostics
        self.isUsage = isUsage
    }

    /// A fault of usage.
    static func usage(_ problem: some Problem, at path: String) -> Refusal {
        Refusal([Diagnostic(problem, at: Place(path: path))], isUsage: true)
    }
}
