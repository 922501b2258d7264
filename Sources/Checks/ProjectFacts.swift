import Guides
import Values

/// What is kept of guides for the checks that need all of them.
public struct ProjectFacts: Sendable {
    /// How many guides were read.
    public private(set) var guides = 0
    /// The values that they ask for, in any language or in an error pattern, and those that decide their variants.
    public private(set) var values: Set<String> = []

    /// How readers are spoken to, by language and manner.
    private(set) var registers: [LanguageTag: [String: RegisterUse]] = [:]

    /// What the guides say of the errors that they are about, by guide.
    private(set) var messages: [GuideMessages] = []

    /// The facts of no guide.
    public init() {}

    /// Adds those of a guide that was read.
    ///
    /// - Parameter samples: the text of each of its samples; nil for one that could not be read.
    public mutating func add(_ guide: borrowing Guide, samples: [String?] = []) {
        guides += 1
        if !guide.metadata.errors.isEmpty { messages.append(GuideMessages(guide, samples: samples)) }
        for edition in guide.editions {
            for use in edition.uses { values.insert(use.name) }
            for variant in edition.variants { values.formUnion(variant.condition.names) }
            for (name, use) in RegisterUse.count(in: edition) {
                registers[edition.language.tag, default: [:]][name, default: RegisterUse()].add(
                    use.count, at: edition.file.place(use.first))
            }
        }
        for pattern in guide.metadata.errors { values.formUnion(pattern.names) }
    }

    /// Adds those of other guides.
    public mutating func add(_ others: ProjectFacts) {
        guides += others.guides
        values.formUnion(others.values)
        messages = (messages + others.messages).sorted { $0.guide.precedesByBytes($1.guide) }
        for (language, uses) in others.registers {
            for (name, use) in uses { registers[language, default: [:]][name, default: RegisterUse()].add(use) }
        }
    }
}
