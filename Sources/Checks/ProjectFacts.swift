import Guides

/// What is kept of guides for the checks that need all of them.
public struct ProjectFacts: Sendable {
    /// How many guides were read.
    public private(set) var guides = 0
    /// The values that they ask for, in any language or in an error pattern, and those that decide their variants.
    public private(set) var values: Set<String> = []

    /// The facts of no guide.
    public init() {}

    /// Adds those of a guide that was read.
    public mutating func add(_ guide: borrowing Guide) {
        guides += 1
        for edition in guide.editions {
            for use in edition.uses { values.insert(use.name) }
            for variant in edition.variants { values.insert(variant.name) }
        }
        for pattern in guide.metadata.errors { values.formUnion(pattern.names) }
    }

    /// Adds those of other guides.
    public mutating func add(_ others: ProjectFacts) {
        guides += others.guides
        values.formUnion(others.values)
    }
}
