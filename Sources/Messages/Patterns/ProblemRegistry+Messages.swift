import Sources

extension ProblemRegistry {
    /// What is found in error patterns.
    package static let ofMessages: [any Problem.Type] = [
        ErrorPatternError.self
    ]
}
