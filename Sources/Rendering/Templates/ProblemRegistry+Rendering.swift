import Sources

extension ProblemRegistry {
    /// What is found in templates and the pages of wikis.
    package static let ofRendering: [any Problem.Type] = [
        BadTemplate.self, BadWikiName.self, UnknownTemplateField.self, WikiFileCollision.self, WikiNameCollision.self,
    ]
}
