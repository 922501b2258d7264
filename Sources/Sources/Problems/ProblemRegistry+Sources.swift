extension ProblemRegistry {
    /// What is found in files and their YAML.
    package static let ofSources: [any Problem.Type] = [
        BadCharacter.self, MissingKey.self, TooMuch.self, UnknownKey.self, WrongShape.self, YAMLSyntaxError.self,
    ]
}
