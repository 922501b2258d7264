import CommonMark

/// A heading of level 2 and what stands under it.
public struct Section {
    /// What the kind of the guide knows of a section.
    public enum Role: Sendable, Equatable {
        /// One of the kind's sections.
        case known(SectionRule)
        /// A section with an ID of its own.
        case extra
        /// A title that says nothing to the kind.
        case unknown
    }

    /// The anchor, the same in every language; empty where the role is unknown.
    public let id: String
    /// What the kind knows of it.
    public let role: Role
    /// The heading, without its attributes.
    public let heading: Node
    /// The title as text.
    public let title: String
    /// The steps; empty unless the kind says that the section holds steps.
    public internal(set) var steps: [Step] = []
    /// The other headings of level 3, with their anchors.
    public internal(set) var subheadings: [Subheading] = []
    /// Whether anything stands under the heading.
    public internal(set) var isEmpty = true

    /// Whether the kind says that headings of level 3 are steps here.
    public var holdsSteps: Bool {
        if case .known(let rule) = role { rule.isSteps } else { false }
    }
}

/// A heading of level 3 in a section of steps.
public struct Step {
    /// The anchor: `step-3`, or an ID of its own.
    public let id: String
    /// Which step it is, from 1.
    public let number: Int
    /// The heading, without its attributes.
    public let heading: Node
    /// The title as text.
    public let title: String
    /// Ways to take the step, one of which is enough.
    public internal(set) var options: [StepOption] = []
}

/// A heading of level 4 in a step: one of several ways to take it.
public struct StepOption {
    /// The anchor: `step-3-option-2`, or an ID of its own.
    public let id: String
    /// Which option it is, from 1.
    public let number: Int
    /// The heading, without its attributes.
    public let heading: Node
    /// The title as text.
    public let title: String
    /// Whether readers are advised to take this one.
    public let isRecommended: Bool
}

/// A heading of level 3 outside the steps.
public struct Subheading {
    /// The anchor: `notes-1`, or an ID of its own.
    public let id: String
    /// The heading, without its attributes.
    public let heading: Node
}
