import Guides

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
        let languages = [translation.edition.language.tag, source.edition.language.tag]
        return pair.regions.flatMap { region, other -> [Difference] in
            let own = targets(of: region, translation, languages)
            let theirs = targets(of: other, source, languages)
            var missing = theirs.filter { target in !own.contains { $0.key == target.key } }.uniqued(by: \.key)
            let surplus = own.filter { target in !theirs.contains { $0.key == target.key } }.uniqued(by: \.key)
            func note(_ target: Target?) -> [Diagnostic.Related] {
                target.map { [source.note($0.link.node, "in \(source.edition.language.name)")] } ?? []
            }
            var found = surplus.map { target in
                let counterpart = missing.isEmpty ? nil : missing.removeFirst()
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

    private func targets(of region: EditionText.Region, _ text: EditionText, _ languages: [LanguageTag]) -> [Target] {
        region.links.compactMap { index in
            let link = text.edition.links[index]
            guard link.isImage == isImages else { return nil }
            let tags = languages.map(\.rawValue)
            switch link.target {
            case .external:
                let address = text.address(of: link)
                return Target(link: link, key: Address(address).withoutLanguage(tags), shown: address)
            case .anchor(let anchor): return Target(link: link, key: "#\(anchor)", shown: "#\(anchor)")
            case .guide(let id, _, let fragment):
                let shown = fragment.map { "\(id)#\($0)" } ?? id
                return Target(link: link, key: shown, shown: shown)
            case .file(let path): return Target(link: link, key: Address(path).withoutLanguage(tags), shown: path)
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

/// An address or a path, in parts that may name a language.
struct Address {
    let text: String

    init(_ text: String) { self.text = text }

    /// The parts between slashes, points, dashes and the signs of a query: `fr`, `fr-fr`.
    private var parts: [Substring] { text.split(omittingEmptySubsequences: false) { "/.-_?&=#:".contains($0) } }

    /// The address with each part that names one of some languages left out, its country too.
    func withoutLanguage(_ tags: [String]) -> String {
        let tags = tags.map { $0.lowercased().prefix { $0 != "-" } }
        var kept: [Substring] = []
        for part in parts {
            let isLanguage = tags.contains { part.lowercased() == $0 }
            let isCountry = part.utf8.count == 2 && kept.last?.isEmpty == true && part.utf8.allSatisfy(\.isASCIILetter)
            kept.append(isLanguage || isCountry ? "" : part)
        }
        return kept.filter { !$0.isEmpty }.joined(separator: "/")
    }

    /// The first part between slashes, or label of the host, or value of a query, that is one of some languages.
    func language(among tags: [String]) -> String? {
        text.split { "/?&=".contains($0) }.lazy.compactMap { part in
            // The first label of a host may be a language: `fr.wikipedia.org`; a file's name may end in one.
            let labels = part.split(separator: ".")
            let candidate = labels.count > 2 ? labels[0] : part
            let primary = candidate.prefix { $0 != "-" && $0 != "_" }
            guard candidate.utf8.count == primary.utf8.count || candidate.utf8.count == primary.utf8.count + 3 else {
                return nil
            }
            return tags.first { $0.lowercased() == primary.lowercased() }
        }.first
    }
}
