/// What a kind says of one section.
public struct SectionRule: Sendable, Hashable {
    /// The section's anchor, by which languages name their titles for it.
    public let id: String
    /// Whether a guide has to have it.
    public let isRequired: Bool
    /// Whether its headings of level 3 are numbered steps.
    public let isSteps: Bool

    /// Puts a rule together.
    public init(id: String, isRequired: Bool, isSteps: Bool) {
        self.id = id
        self.isRequired = isRequired
        self.isSteps = isSteps
    }
}
