import Guides
import Sources

extension Part {
    /// Whether the anchor is made of the heading's number, or on a free page of its words.
    var hasDefaultID: Bool {
        switch kind {
        // On a free page it is made of words, and not of those of a kind.
        case .section: return !namesID && role == .extra
        case .step(let number): return id == "step-\(number)"
        case .option(let number, _): return id.hasSuffix("-option-\(number)")
        case .subheading: return !namesID
        }
    }
}

/// Headings of two languages that stand for each other by their position, though their IDs differ.
enum AnchorPairing {
    /// The pairs, where one of the two has an ID of its own.
    static func differences(_ own: Edition, _ other: Edition) -> [(Part, Part)] {
        guard own.kind.isFree else { return differences(own.parts, other.parts) }
        let (own, others) = (own.parts.flattened, other.parts.flattened)
        return HeadingAlignment.pairs(own, others).filter(\.isCertain).map { (own[$0.own], others[$0.other]) }
            .filter { $0.id != $1.id && ($0.namesID || $1.namesID) }
    }

    private static func differences(_ own: [Part], _ others: [Part]) -> [(Part, Part)] {
        own.flatMap { section -> [(Part, Part)] in
            guard !section.id.isEmpty, let other = others.first(where: { $0.id == section.id }) else { return [] }
            return differences(below: section, other)
        }
    }

    private static func differences(below part: Part, _ other: Part) -> [(Part, Part)] {
        var found: [(Part, Part)] = []
        for (left, right) in pairs(part.parts, other.parts) {
            if left.id != right.id, !(left.hasDefaultID && right.hasDefaultID) { found.append((left, right)) }
            found += differences(below: left, right)
        }
        return found
    }

    /// Parts in the same position; where there are not as many of a level, those with the same ID.
    private static func pairs(_ own: [Part], _ others: [Part]) -> [(Part, Part)] {
        if own.map(\.level) == others.map(\.level) { return Array(zip(own, others)) }
        return own.compactMap { part in others.first { $0.id == part.id && !part.id.isEmpty }.map { (part, $0) } }
    }
}
