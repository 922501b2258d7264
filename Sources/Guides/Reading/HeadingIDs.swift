/// Names the headings of a free page: what they name themselves stays, and the others are called by the words of the source
/// language, in every language.
enum HeadingIDs {
    /// What the frame of a page has for itself (`templates/guide.mustache`).
    private static let reserved: Set<String> = [
        "content", "search", "vademecum", "vademecum-data", "vademecum-reading", "vademecum-copy",
    ]

    /// Gives an ID to every heading that names none.
    ///
    /// - Parameter source: the parts of the page that this one is a translation of; nil where it is none.
    static func assign(to parts: [Part], after source: [Part]?) {
        let own = parts.flattened
        var names = UniqueNames(taken: reserved.union(own.lazy.filter(\.namesID).map(\.id)))
        if let others = source?.flattened {
            for pair in HeadingAlignment.pairs(own, others) where pair.isCertain && !own[pair.own].namesID {
                if names.take(others[pair.other].id) { own[pair.own].id = others[pair.other].id }
            }
            // What stands for nothing must not be called like something else.
            for other in others { _ = names.take(other.id) }
        }
        for (index, part) in own.enumerated() where part.id.isEmpty {
            let words = HeadingSlug.make(part.title)
            part.id = names.unique(words.isEmpty ? "section-\(index + 1)" : words)
        }
    }
}

/// Names of which no two are the same.
private struct UniqueNames {
    private var taken: Set<String>
    /// The number that is tried next behind a name.
    private var next: [String: Int] = [:]

    init(taken: Set<String>) { self.taken = taken }

    /// Takes a name; false where somebody has it.
    mutating func take(_ name: String) -> Bool { taken.insert(name).inserted }

    /// The name, or the first with a number behind it that nobody has.
    mutating func unique(_ name: String) -> String {
        if take(name) { return name }
        var number = next[name] ?? 2
        while !take("\(name)-\(number)") { number += 1 }
        next[name] = number + 1
        return "\(name)-\(number)"
    }
}
