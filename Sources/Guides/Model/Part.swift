import CommonMark

/// A heading, the blocks that stand under it, and the parts below it: a guide is a tree of these. They never change once
/// they are read, so copies are the same part.
public final class Part {
    /// What a part is to its guide.
    public enum Kind: Sendable, Equatable {
        /// A heading of level 2; on a free page, one that stands below no other.
        case section(Role)
        /// A heading of level 3 in a section of steps; its number counts from 1.
        case step(Int)
        /// A heading of level 4 in a step, one of several ways to take it; its number counts from 1.
        case option(Int, isRecommended: Bool)
        /// Any other heading below a section's.
        case subheading
    }

    /// What the kind of the guide knows of a section.
    public enum Role: Sendable, Equatable {
        /// One of the kind's sections.
        case known(SectionRule)
        /// A section with an ID of its own.
        case extra
        /// A title that says nothing to the kind.
        case unknown
    }

    /// The anchor, the same in every language; empty for a section of unknown role, and for headings so deep that they
    /// have none. On a free page every heading has one.
    public internal(set) var id: String
    /// Whether the heading names its anchor itself, `{#id}`.
    public let namesID: Bool
    /// What the part is.
    public let kind: Kind
    /// The heading, without its attributes.
    public let heading: Node
    /// The heading's level, from 2 to 6; from 1 on a free page.
    public let level: Int
    /// The title as text, with its placeholders.
    public let title: String
    /// Whether attributes, `{#id .recommended}`, stood behind the title.
    package let hasAttributes: Bool
    /// The block that holds the part's own blocks, and nothing of the parts below; it stands behind the heading.
    public let body: Node
    /// The parts below, in the order of the text.
    public internal(set) var parts: [Part] = []

    init(
        id: String, namesID: Bool = false, kind: Kind, heading: Node, title: String, hasAttributes: Bool, body: Node
    ) {
        self.id = id
        self.namesID = namesID
        self.kind = kind
        self.heading = heading
        level = heading.headingLevel
        self.title = title
        self.hasAttributes = hasAttributes
        self.body = body
    }

    /// Whether nothing that a reader sees stands under the heading.
    public var isEmpty: Bool { parts.isEmpty && body.children.allSatisfy { $0.kind == .htmlBlock && !$0.isInclude } }

    /// What the kind of the guide knows of it; nil for what is no section.
    public var role: Role? {
        if case .section(let role) = kind { role } else { nil }
    }

    /// Whether the kind says that headings of level 3 are steps here.
    public var holdsSteps: Bool {
        if case .section(.known(let rule)) = kind { rule.isSteps } else { false }
    }

    /// Which step or option it is, from 1; 0 for other parts.
    public var number: Int {
        switch kind {
        case .step(let number), .option(let number, _): number
        case .section, .subheading: 0
        }
    }

    /// Whether readers are advised to take this option.
    public var isRecommended: Bool {
        if case .option(_, let isRecommended) = kind { isRecommended } else { false }
    }

    /// The steps right below a section.
    public var steps: [Part] {
        parts.filter { if case .step = $0.kind { true } else { false } }
    }

    /// The options of a step.
    public var options: [Part] {
        parts.filter { if case .option = $0.kind { true } else { false } }
    }

    /// Calls a function with this part and all below it, in the order of the text.
    public func forEach(_ body: (Part) -> Void) {
        body(self)
        for part in parts { part.forEach(body) }
    }
}

extension [Part] {
    /// Calls a function with each part and all below it, in the order of the text.
    public func forEachPart(_ body: (Part) -> Void) {
        for part in self { part.forEach(body) }
    }

    /// These parts and all below them, in the order of the text.
    public var flattened: [Part] {
        var all: [Part] = []
        forEachPart { all.append($0) }
        return all
    }
}
