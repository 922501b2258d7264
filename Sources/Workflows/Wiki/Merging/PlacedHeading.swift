import CommonMark
import Guides
import Sources
import Values

/// A heading of a guide's text, and where it stands.
struct PlacedHeading {
    /// The line of the text below the front matter, from 0.
    let line: Int
    /// The anchor that it has by itself or by its place.
    let id: String
    /// Whether it names it.
    let namesID: Bool
    /// Where its anchor comes from, if not from itself.
    let kind: Part.Kind
    /// The index of the heading that it stands below; nil for a section.
    let parent: Int?
    let title: String
}

extension WikiSource {
    /// The headings of one of a guide's texts, and the anchors of its own that it links to.
    struct Headings {
        var all: [PlacedHeading] = []
        var linked: Set<String> = []
    }

    /// The headings of a guide, language by language; nil where it cannot be read.
    ///
    /// - Parameter texts: what stands in a file instead of what it has on the disk, by path.
    func headings(of guide: String, with texts: [String: [UInt8]]) -> [LanguageTag: Headings]? {
        guard let files = files(of: guide)?.with(texts) else { return nil }
        var ignored: [Diagnostic] = []
        guard let guide = line.read(files, &ignored) else { return nil }
        var found: [LanguageTag: Headings] = [:]
        for edition in guide.editions {
            let first = edition.file.bytes[..<min(edition.bodyStart, edition.file.bytes.count)].count { $0 == 0x0A }
            var headings = Headings()
            Self.add(edition.parts, below: nil, first, to: &headings.all)
            for link in edition.links {
                if case .anchor(let anchor) = link.target { headings.linked.insert(anchor) }
            }
            found[edition.language.tag] = headings
        }
        return found
    }

    private static func add(_ parts: [Part], below parent: Int?, _ first: Int, to all: inout [PlacedHeading]) {
        for part in parts {
            let number = all.count
            all.append(
                PlacedHeading(
                    line: part.heading.startLine - 1 - first, id: part.id, namesID: part.namesID, kind: part.kind,
                    parent: parent, title: part.title))
            add(part.parts, below: number, first, to: &all)
        }
    }

    /// The file that links to an anchor of a guide's text from another guide, by anchor.
    func filesLinking(to guide: String, in language: LanguageTag) -> [String: String] {
        let known = Set(map.guides.first { $0.id == guide }?.editions.map(\.language) ?? [])
        var found: [String: String] = [:]
        for other in map.guides where other.id != guide {
            for edition in other.editions where edition.language == language || !known.contains(edition.language) {
                for anchor in edition.anchors(in: guide) { found[anchor] = found[anchor] ?? edition.path }
            }
        }
        return found
    }
}

extension GuideFiles {
    /// The same guide with other texts in some of its files, by path.
    func with(_ texts: [String: [UInt8]]) -> GuideFiles {
        let changed = editions.map { edition in
            let file = texts[edition.file.path].map(edition.file.becoming) ?? edition.file
            return (language: edition.language, file: file)
        }
        return GuideFiles(
            id: id, metadata: metadata, translations: translations, editions: changed, snippets: snippets)
    }
}
