import Guides
import Sources

/// Compares where two editions link to, region by region, whatever the order: lists are sorted by their language.
struct LinkComparison {
    /// A target that only one of the editions has, or one in the place of another.
    struct Difference {
        let surplus: String?
        let missing: String?
        /// Whether both may be one resource in two languages.
        let isUnsure: Bool
        let place: Place
        let related: [Diagnostic.Related]
    }

    private let pair: EditionPair
    private let languages: LanguageNames

    init(_ pair: EditionPair) {
        self.pair = pair
        languages = LanguageNames(pair.translation.edition.language, pair.source.edition.language)
    }

    /// In what the links differ.
    func differences() -> [Difference] {
        let (translation, source) = (pair.translation, pair.source)
        if translation.edition.links.isEmpty, source.edition.links.isEmpty { return [] }
        var seen: Set<String> = []
        return zip(pair.regions, pair.regionIndices).flatMap { regions, indices in
            differences(targets(of: regions.translation, translation), targets(of: regions.source, source), in: indices)
        }.filter { difference in
            // A site that was moved has moved for all links to it.
            guard difference.isUnsure, let own = difference.surplus, let other = difference.missing else { return true }
            return seen.insert(Self.change(own, other)).inserted
        }
    }

    /// What an address has in the place of what another one has, without what both begin and end with.
    private static func change(_ own: String, _ other: String) -> String {
        let (own, other) = (Array(own.utf8), Array(other.utf8))
        let start = zip(own, other).prefix { $0 == $1 }.count
        let end = min(
            zip(own.reversed(), other.reversed()).prefix { $0 == $1 }.count, min(own.count, other.count) - start)
        return String(decoding: own[..<(own.count - end)] + [0x20] + other[start..<(other.count - end)], as: UTF8.self)
    }

    private func differences(
        _ own: [Target], _ theirs: [Target], in regions: (translation: Int, source: Int)
    ) -> [Difference] {
        // Nearly all are the same to the letter.
        let (ownKeys, theirKeys) = (Set(own.map(\.key)), Set(theirs.map(\.key)))
        var missing = theirs.filter { !ownKeys.contains($0.key) }.uniqued(by: \.key)
        var surplus = own.filter { !theirKeys.contains($0.key) }.uniqued(by: \.key)
        if missing.isEmpty, surplus.isEmpty { return [] }
        match(&surplus, &missing, .same)
        let unsure = match(&surplus, &missing, .unsure)
        // A link that leads nowhere is told as that, whatever stands in its place.
        let dead = surplus.count { isDead($0) }
        surplus.removeAll(where: isDead)
        let unreadable =
            pair.translation.unreadable(in: regions.translation) - pair.source.unreadable(in: regions.source)
        missing.removeFirst(min(missing.count, dead + max(0, unreadable)))
        let others = zip(surplus, missing).map { ($0, $1) }
        let place = pair.translation.edition.place(of:)
        // What the source links to elsewhere may well be linked to here too.
        let more = surplus.dropFirst(others.count).filter { !isLinked($0) }
        return unsure.map { difference($0, $1, isUnsure: true, at: place($0.link.node)) }
            + others.map { difference($0, $1, at: place($0.link.node)) }
            + more.map { difference($0, nil, at: place($0.link.node)) }
            + missing.dropFirst(others.count).map { other in
                difference(nil, other, at: pair.place(ofMissing: other.link.node, in: regions))
            }
    }

    /// Whether a link leads to a heading that its own page lacks.
    private func isDead(_ target: Target) -> Bool {
        guard case .anchor(let anchor) = target.link.target, !anchor.isEmpty else { return false }
        return !pair.translation.edition.anchors.contains(anchor)
    }

    private func isLinked(_ target: Target) -> Bool {
        pair.source.edition.links.contains { $0.url == target.link.url && !$0.isImage }
    }

    private func difference(_ own: Target?, _ other: Target?, isUnsure: Bool = false, at place: Place) -> Difference {
        let name = pair.source.edition.language.name
        let related = other.map { [pair.source.note($0.link.node, "in \(name)")] } ?? []
        return Difference(
            surplus: own?.shown, missing: other?.shown, isUnsure: isUnsure, place: place, related: related)
    }

    /// Takes the targets off both lists that are as like each other as wanted.
    @discardableResult private func match(
        _ surplus: inout [Target], _ missing: inout [Target], _ likeness: LocalisedAddress.Likeness
    ) -> [(Target, Target)] {
        var pairs: [(Target, Target)] = []
        surplus.removeAll { target in
            guard let address = target.address(languages) else { return false }
            let candidates = missing.indices.compactMap { index -> (index: Int, affinity: Int)? in
                guard let other = missing[index].address(languages), address.likeness(to: other) >= likeness else {
                    return nil
                }
                return (index, address.affinity(to: other))
            }
            // The first of those that are most alike.
            guard let best = candidates.map(\.affinity).max(),
                let candidate = candidates.first(where: { $0.affinity == best })
            else { return false }
            pairs.append((target, missing.remove(at: candidate.index)))
            return true
        }
        return pairs
    }

    private struct Target {
        let link: Link
        /// What is the same in both languages, as far as the letters go.
        let key: String
        /// The address for messages.
        let shown: String
        /// Whether it leads out of the project, to what may have an edition for each language.
        let isExternal: Bool

        func address(_ languages: LanguageNames) -> LocalisedAddress? {
            isExternal ? LocalisedAddress(shown, languages) : nil
        }
    }

    private func targets(of region: EditionText.Region, _ text: EditionText) -> [Target] {
        region.links.compactMap { index in
            let link = text.edition.links[index]
            guard !link.isImage else { return nil }
            func target(_ key: String, isExternal: Bool = false) -> Target {
                Target(link: link, key: key, shown: key, isExternal: isExternal)
            }
            switch link.target {
            case .external: return target(text.address(of: link), isExternal: true)
            case .anchor(let anchor): return target("#\(anchor)")
            case .guide(let id, _, let fragment): return target(fragment.map { "\(id)#\($0)" } ?? id)
            case .file(let path), .shared(let path): return target(path, isExternal: true)
            case .value(let name): return target("{{\(name)}}")
            case .invalid: return nil
            }
        }
    }
}

extension EditionText {
    /// How many links of a region have an address that leads nowhere.
    fileprivate func unreadable(in region: Int) -> Int {
        regions[region].links.count { index in
            if case .invalid = edition.links[index].target { !edition.links[index].isImage } else { false }
        }
    }

    /// A link's address with its placeholders as they were written.
    func address(of link: Link) -> String {
        link.node.withURL { url in
            var address: [UInt8] = []
            var start = 0
            while let mark = edition.marks.next(in: url, from: start) {
                address += url[start..<mark.range.lowerBound]
                address += Array("{{\(edition.marks.marks[mark.number].name)}}".utf8)
                start = mark.range.upperBound
            }
            return String(decoding: address + url[start...], as: UTF8.self)
        }
    }
}
