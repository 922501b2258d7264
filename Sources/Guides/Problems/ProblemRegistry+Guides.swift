import Sources

extension ProblemRegistry {
    /// What is found in configurations and guides.
    package static let ofGuides: [any Problem.Type] = [
        BadErrorID.self, BadFrontMatter.self, BadInclude.self, BadPath.self, BadRedirect.self, BadVariant.self,
        ConflictingRecords.self,
        MalformedPlaceholder.self,
        MisplacedHeading.self,
        RawHTML.self,
        CutText.self, RepeatedAnchor.self, RepeatedName.self, SpaceInMarkup.self, TextBeforeSections.self,
        UnknownAttribute.self,
        UnknownKind.self,
        UnpairedElement.self,
        UnknownGroupMember.self,
        UnknownWikiSetting.self,
    ]
}
