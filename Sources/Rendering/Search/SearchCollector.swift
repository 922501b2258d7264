import Foundation
import Guides
import Values

/// Collects the words of guides for the search, one guide after another; each core has one.
///
/// A guide's places are the guide itself and each of its sections and steps; a word weighs the more, the more prominent it
/// stands.
package struct SearchCollector: Sendable {
    /// How much a word says of the place that it stands in, from little to much.
    enum Weight: UInt64 {
        /// Once in its text.
        case once
        /// Repeatedly in its text.
        case repeated
        /// In a summary, a heading, a tag, an error.
        case prominent
        /// In the guide's title.
        case title
    }

    /// What was found in a guide's text in one language.
    struct Page: Sendable {
        let guide: String
        /// The language of the page, whose readers search it.
        let reader: LanguageTag
        let language: LanguageTag
        let title: String
        let summary: String
        let parts: [(id: String, title: String)]
        /// Words with their places, packed (`SearchCollector.packed`), in the order of places.
        let hits: [UInt64]
    }

    /// The words, by the numbers that the hits have.
    private(set) var words = WordTable()
    private(set) var pages: [Page] = []
    private var splitter = WordSplitter()
    /// What the guide at hand has, and for each word where its last hit stands among it; -1 where there is none.
    private var hits: [UInt64] = []
    private var last: [Int] = []
    private let hasText: Bool

    /// - Parameter hasText: whether the guides' text is searched, or only titles, summaries, headings, tags and errors.
    package init(hasText: Bool) { self.hasText = hasText }

    /// A word at a place, as a number that sorts by word, then place, then weight. Places are numbered from the guide's
    /// own, 0.
    static func packed(word: UInt64, place: Int, _ weight: Weight) -> UInt64 {
        word << 34 | UInt64(place) << 2 | weight.rawValue
    }

    /// Adds an edition of a guide.
    ///
    /// - Parameters:
    ///   - readers: the languages whose pages show it.
    ///   - errors: the texts of its errors, without their values.
    package mutating func add(
        _ edition: RenderedEdition, of guide: String, for readers: [LanguageTag], tags: [String], errors: [String]
    ) {
        guard !readers.isEmpty else { return }
        hits.removeAll(keepingCapacity: true)
        take(edition.title, at: 0, .title)
        take(edition.summary, at: 0, .prominent)
        for tag in tags { take(tag, at: 0, .prominent) }
        for error in errors { take(error, at: 0, .prominent) }
        var parts: [(id: String, title: String)] = []
        func part(_ id: String, _ title: String) -> Int {
            parts.append((id, title))
            return parts.count
        }
        for section in edition.sections {
            let place = part(section.id, section.title)
            take(section.title, at: place, .prominent)
            take(edition.html, section.html, at: place, .once)
            for step in section.steps {
                let place = part(step.id, step.title)
                take(step.title, at: place, .prominent)
                take(edition.html, step.html, at: place, .once)
                for option in step.options {
                    take(edition.html, option.titleHTML, at: place, .prominent)
                    take(edition.html, option.html, at: place, .once)
                }
            }
        }
        if edition.sections.isEmpty { take(edition.html, 0..<edition.html.count, at: 0, .once) }
        let found = hits
        for hit in hits { last[Int(hit >> 34)] = -1 }
        for reader in readers {
            pages.append(
                Page(
                    guide: guide, reader: reader, language: edition.language.tag, title: edition.title,
                    summary: edition.summary, parts: parts, hits: found))
        }
    }

    private mutating func take(_ text: String, at place: Int, _ weight: Weight) {
        var text = text
        text.withUTF8 { take($0, at: place, weight, isHTML: false) }
    }

    private mutating func take(_ html: [UInt8], _ range: Range<Int>, at place: Int, _ weight: Weight) {
        guard hasText || weight != .once else { return }
        html.withUnsafeBufferPointer {
            take(UnsafeBufferPointer(rebasing: $0[range]), at: place, weight, isHTML: true)
        }
    }

    private mutating func take(
        _ bytes: UnsafeBufferPointer<UInt8>, at place: Int, _ weight: Weight, isHTML: Bool
    ) {
        splitter.forEach(in: bytes, isHTML: isHTML) { word in
            let number = words.number(of: word)
            if number == last.count { last.append(-1) }
            let hit = Self.packed(word: UInt64(number), place: place, weight)
            let known = last[number]
            if known >= 0, hits[known] >> 2 == hit >> 2 {
                // What is said again weighs one step more.
                hits[known] = hits[known] == hit ? hit | Weight.repeated.rawValue : max(hits[known], hit)
            } else {
                last[number] = hits.count
                hits.append(hit)
            }
        }
    }
}
