import Sources

extension ProblemRegistry {
    /// What is found in values: declared, given and computed.
    package static let ofValues: [any Problem.Type] = [
        BadName.self, BadPattern.self, CircularFormula.self, FormulaError.self, GivenChart.self,
        MalformedSetting.self, MissingExample.self, MissingFact.self, MixedTypes.self, ReservedName.self,
        UndefinedValue.self, UnknownType.self, UselessDecimals.self, WrongPattern.self, WrongType.self,
    ]
}
