import Guides
import Sources

/// Compares where two editions link to, region by region, whatever the order.
struct LinkComparison {
    /// Whether to compare images rather than links.
    let isImages: Bool

    /// A target that only one of the editions has, or one in the place of another.
    struct Difference {
        let surplus: String?
        let missing: String?
        let place: Place
        let related: [Diagnostic.Related]
    }

    func compare(_ pair: EditionPair) -> [Difference] {
        let (translation, source) = (pair.translation, pair.source)
        if translation.edition.links.isEmpty, source.edition.links.isEmpty { return [] }
        let languages = [translation, source].map { $0.edition.language.tag.rawValue.prefix { $0 != "-" } }
        return pair.regions.flatMap { region, other -> [Difference] in
            let own = targets(of: region, translation, languages)
            let theirs = targets(of: other, source, languages)
            let (ownKeys, theirKeys) = (Set(own.map(\.key)), Set(theirs.map(\.key)))
            var missing = theirs.filter { !ownKeys.contains($0.key) }.uniqued(by: \.key)[...]
            let surplus = own.filter { !theirKeys.contains($0.key) }.uniqued(by: \.key)
            func note(_ target: Target?) -> [Diagnostic.Related] {
                target.map { [source.note($0.link.node, "in \(source.edition.language.name)")] } ?? []
            }
            var found = surplus.map { target in
                let counterpart = missing.popFirst()
                return Difference(
                    surplus: target.shown, missing: counterpart?.shown,
                    place: translation.edition.place(of: target.link.node), related: note(counterpart))
            }
            found += missing.map {
                Difference(surplus: nil, missing: $0.shown, place: translation.place(of: region), related: note($0))
            }
            return found
        }
    }

    private struct Target {
        let link: Link
        /// What is the same in both languages.
        let key: String
        /// The address for messages.
        let shown: String
    }

    private func targets(of region: EditionText.Region, _ text: EditionText, _ languages: [Substring]) -> [Target] {
        region.links.compactMap { index in
            let link = text.edition.links[index]
            guard link.isImage == isImages else { return nil }
            switch link.target {
            case .external:
                let address = text.address(of: link)
                return Target(link: link, key: Address(address).withoutLanguage(languages), shown: address)
            case .anchor(let anchor): return Target(link: link, key: "#\(anchor)", shown: "#\(anchor)")
            case .guide(let id, _, let fragment):
                let shown = fragment.map { "\(id)#\($0)" } ?? id
                return Target(link: link, key: shown, shown: shown)
            case .file(let path): return Target(link: link, key: Address(path).withoutLanguage(languages), shown: path)
            case .value(let name): return Target(link: link, key: "{{\(name)}}", shown: "{{\(name)}}")
            case .invalid: return nil
            }
        }
    }
}

extension EditionText {
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
