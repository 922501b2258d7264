import Guides
import Values

/// What each byte of a guide's page on the wiki stands for in the files that it was made from.
///
/// A page is made of stretches. Together with its text they give back the source that it was made from, byte by byte,
/// whatever the values were and wherever the project's history is.
package struct WikiTrace: Sendable, Equatable {
    /// A text of the author's that a page shows.
    package struct Field: Sendable, Equatable {
        /// Which text of a file it is.
        package enum Kind: String, Sendable {
            /// The title, as the front matter means it, with placeholders.
            case title
            /// The summary, likewise.
            case summary
            /// What stands below the front matter; lines end with a line feed alone.
            case text
        }

        package let language: LanguageTag
        package let kind: Kind
        package var source: [UInt8]

        package init(language: LanguageTag, kind: Kind, source: [UInt8]) {
            self.language = language
            self.kind = kind
            self.source = source
        }
    }

    /// Some bytes of a page.
    package struct Stretch: Sendable, Equatable {
        /// The bytes of the page; none for what it does not show.
        package var page: Range<Int>
        /// The index of the text that they are of; nil for what stands around the guide.
        package var field: Int?
        /// The bytes of that text.
        package var source: Range<Int>
        /// What the generator made of them; nil where the page has the author's own bytes.
        package var role: MarkdownRole?
        /// Of the error, what stands in a text that writes it out.
        package var expansion: [UInt8]?

        package init(
            page: Range<Int>, field: Int?, source: Range<Int>, role: MarkdownRole? = nil, expansion: [UInt8]? = nil
        ) {
            self.page = page
            self.field = field
            self.source = source
            self.role = role
            self.expansion = expansion
        }
    }

    /// The texts of the page.
    package var fields: [Field] = []
    /// The stretches, in the order of the page, without a gap.
    package var stretches: [Stretch] = []

    package init() {}

    /// How many bytes of the page are told of.
    package var end: Int { stretches.last?.page.upperBound ?? 0 }

    /// Adds what stands around the guide, up to an offset of the page.
    mutating func addFrame(upTo offset: Int) {
        guard offset > end else { return }
        stretches.append(Stretch(page: end..<offset, field: nil, source: 0..<0))
    }

    /// Adds an edition's text, which begins where the last stretch ends.
    mutating func add(_ body: TracedBody) {
        let (base, first) = (end, fields.count)
        fields += body.fields
        for stretch in body.stretches {
            var moved = stretch
            moved.page = (stretch.page.lowerBound + base)..<(stretch.page.upperBound + base)
            moved.field = stretch.field.map { $0 + first }
            stretches.append(moved)
        }
    }
}
