import CommonMark
import Messages
import Sources
import Values

/// A guide with its values filled in. Only `Guide.filled` makes one, so nothing else can be rendered.
public struct FilledGuide: ~Copyable {
    /// The guide's ID.
    public let id: String
    /// What is the same in every language.
    public let metadata: GuideMetadata
    /// The editions, in the order of the configuration's languages.
    package let editions: [FilledEdition]
}

/// One language of a filled guide. Like `Edition`, it never changes; only its tree does.
public final class FilledEdition {
    /// The language.
    public let language: Language
    /// The path of the file it was written in.
    public let path: String
    /// The title, with the values that it holds.
    public let titleLine: FilledLine
    /// The summary, with the values that it holds.
    public let summaryLine: FilledLine
    /// What the wiki calls the page; nil where that is the title.
    public let wikiName: String?
    /// What templates of the project's own may show, filled.
    public internal(set) var extra = Extra.none
    /// Whether the source has changed since some part of it was translated.
    public internal(set) var isBehind = false
    /// The title, filled.
    public var title: String { titleLine.text }
    /// The summary, filled.
    public var summary: String { summaryLine.text }
    /// The tree, with values in it; each is a node of kind `.value`, whose number is an index of `texts.entries`.
    public let document: Document
    /// What structure it has.
    public let kind: Kind
    /// The block that holds what stands before the first heading of a free page; nil where nothing does.
    public let lead: Node?
    /// The HTML that reaches a page: tags of a short list.
    package let elements: [Node]
    /// The headings of a text of no guide that say something about themselves.
    public let headings: [LooseHeading]
    /// The sections, in the order of the text, each with the parts below it.
    public let parts: [Part]
    /// The links and images.
    public let links: [Link]
    /// Where each link says in the source where it leads; nil for those that no page has to change.
    package let linkPlaces: [LinkPlace?]
    /// Where the source has notes and refers to them, where filling was asked to keep its prose.
    package let footnotePlaces: [FootnotePlace]
    /// The author's prose, where filling was asked to keep it.
    package let prose: [MarkdownProse]
    /// The file that it was written in.
    public let source: [UInt8]
    /// The offset of the first byte behind the front matter.
    public let bodyStart: Int
    /// Where the page's Markdown is another than the author's, in the order of the text.
    public private(set) var edits: [MarkdownEdit]
    /// The values that are in it.
    public let texts: ValueTexts
    /// Code with values in it.
    public let codes: [FilledCode]
    /// Cells of tables that are values; their numbers follow those of `texts.entries`.
    public let cells: [Cell]
    /// The charts, in the order of the text.
    public let charts: [FilledChart]
    /// Parts that only some readers should see, where it is not known who reads.
    public let conditions: [Condition]
    /// Links and images whose addresses hold values.
    public let addresses: [Address]
    /// The values that the text shows or depends on, as indices of `texts.entries`, in their order.
    public let uses: [Int]
    /// Whether a value that is shown is an example or rests on one.
    public let showsExamples: Bool

    init(
        language: Language, path: String, title: FilledLine, summary: FilledLine, wikiName: String?, document: Document,
        kind: Kind, lead: Node?, elements: [Node], headings: [LooseHeading], parts: [Part],
        links: [Link], linkPlaces: [LinkPlace?], footnotePlaces: [FootnotePlace],
        prose: [MarkdownProse], source: [UInt8], bodyStart: Int,
        edits: [MarkdownEdit], texts: ValueTexts, codes: [FilledCode], cells: [Cell], charts: [FilledChart],
        conditions: [Condition], addresses: [Address], uses: [Int], showsExamples: Bool
    ) {
        self.language = language
        self.path = path
        titleLine = title
        summaryLine = summary
        self.wikiName = wikiName
        self.document = document
        self.kind = kind
        self.lead = lead
        self.elements = elements
        self.headings = headings
        self.parts = parts
        self.links = links
        self.linkPlaces = linkPlaces
        self.footnotePlaces = footnotePlaces
        self.prose = prose
        self.source = source
        self.bodyStart = bodyStart
        self.edits = edits
        self.texts = texts
        self.codes = codes
        self.cells = cells
        self.charts = charts
        self.conditions = conditions
        self.addresses = addresses
        self.uses = uses
        self.showsExamples = showsExamples
    }

    /// Adds an edit after the tree was filled.
    func insert(_ edit: MarkdownEdit) { edits = MarkdownEdits.ordered(edits + [edit]) }

    /// The text below the front matter as Markdown, with its values.
    ///
    /// - Parameter more: what a page has besides: titles, numbers, the addresses of other pages.
    package func markdown(_ more: [MarkdownEdit] = [], cuts: MarkdownWriter.Cuts? = nil) -> [UInt8] {
        MarkdownWriter(source, allEdits(more), texts: texts, language: language, cuts: cuts).written()
    }

    /// The same, and which of its bytes stand for which of the file's.
    package func tracedMarkdown(
        _ more: [MarkdownEdit] = [], cuts: MarkdownWriter.Cuts? = nil
    ) -> (bytes: [UInt8], spans: [MarkdownSpan]) {
        MarkdownWriter(source, allEdits(more), texts: texts, language: language, cuts: cuts, isTraced: true).traced()
    }

    /// The edits of a page in their order: front matter goes, and there is what the page has besides.
    package func allEdits(_ more: [MarkdownEdit]) -> [MarkdownEdit] {
        let more = MarkdownEdits.ordered(more)
        var all: [MarkdownEdit] = []
        all.reserveCapacity(edits.count + more.count + 1)
        // A byte order mark without front matter behind it is the author's own.
        if bodyStart > 3 { all.append(MarkdownEdit(0..<bodyStart, .markdown([]))) }
        var index = 0
        for edit in edits {
            while index < more.count, more[index].precedes(edit) {
                all.append(more[index])
                index += 1
            }
            all.append(edit)
        }
        all += more[index...]
        return all
    }

    /// A cell of a value that is a table.
    public struct Cell: Sendable {
        /// The table's name and the column's: `limits.tpm`.
        public let name: String
        /// The cell as data carries it.
        public let key: String
        /// Whether the table is an example.
        public let isExample: Bool
    }

    /// Blocks or a list's items, and for whom they are.
    public struct Condition {
        /// A block, or an item of a list; where it is a label, an inline.
        public let node: Node
        /// For whom.
        public let condition: Values.Condition
        /// The condition as pages carry it: `plan=paid|trial`.
        public let text: String
        /// Whether the node says for whom a part is, and so shows only while nobody knows.
        public let isLabel: Bool
    }

    /// An address with values in it.
    public struct Address {
        /// A piece of the address.
        public enum Piece: Sendable, Equatable {
            /// Part of the address as it was written.
            case text([UInt8])
            /// A value, by its index in `ValueTexts.entries`.
            case value(Int)
        }

        /// The link or the image.
        public let node: Node
        /// The pieces, in their order.
        public let pieces: [Piece]
    }
}

/// A code span or block that holds values: its node has the text, this the places of the values in it.
public struct FilledCode {
    /// A value in the code.
    public struct Value: Sendable {
        /// The value's index in `ValueTexts.entries`.
        public let number: Int
        /// Its bytes in the node's text.
        public let range: Range<Int>
    }

    /// The node.
    public let node: Node
    /// The values, in their order.
    public private(set) var values: [Value] = []
    /// Where the error that the guide is about stands in the text, with its values.
    public private(set) var errors: [Range<Int>] = []

    init(node: Node) { self.node = node }

    /// Adds a value to the text that the node will have.
    mutating func append(_ number: Int, _ text: String, to filled: inout [UInt8]) {
        let start = filled.count
        if values.isEmpty { values.reserveCapacity(4) }
        filled.append(text: text)
        values.append(Value(number: number, range: start..<filled.count))
    }

    /// Notes that the text has the error from an offset to its end.
    mutating func appendError(from start: Int, in filled: [UInt8]) {
        if start < filled.count { errors.append(start..<filled.count) }
    }
}

extension Guide {
    /// Fills the values in, in place: the guide is gone afterwards.
    ///
    /// - Parameters:
    ///   - keepsProse: whether the author's prose and its places are wanted, as a wiki does.
    ///   - pasted: the reader's own message, which `{{error}}` prints instead of the guide's pattern.
    public consuming func filled(
        from book: ValueBook, keepsProse: Bool = false, pasted: String? = nil
    ) -> FilledGuide {
        let examples = metadata.examples
        let errors = pasted.map { [ErrorPattern(pasted: $0)] } ?? metadata.errors
        // Before anything is filled in: fingerprints are of what was written.
        let stale = staleSections(book.configuration.values)
        let editions = editions.map { edition in
            let tag = edition.language.tag
            var filler = Filler(
                edition, texts: book.texts(in: tag, examples: examples), error: errors.printed(in: tag))
            let filled = filler.fill(keepsProse: keepsProse)
            let behind = stale[edition.language.tag] ?? []
            filled.isBehind = !behind.isEmpty
            StaleNotice.put(into: filled, sections: behind)
            return filled
        }
        return FilledGuide(id: id, metadata: metadata, editions: editions)
    }
}
