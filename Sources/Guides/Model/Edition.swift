import CommonMark
import Sources
import Values

/// A guide in one language: its file, its tree, and what was found in it.
///
/// It never changes, and all who look at it have the same one.
public final class Edition {
    /// What structure it has.
    public let kind: Kind
    /// The names that are placeholders beside those of values, where no others are; nil where every name is one.
    let names: [String]?
    /// The language.
    public let language: Language
    /// The file that it was read from.
    public let file: SourceFile
    /// The title, with its placeholders.
    public let title: String
    /// The summary, with its placeholders.
    public let summary: String
    /// What the wiki calls the page; nil where that is the title.
    public let wikiName: String?
    /// What templates of the project's own may show.
    public internal(set) var extra = Extra.none
    /// The offset of the first byte behind the front matter.
    public let bodyStart: Int
    /// The tree, with marks in the place of the values.
    public let document: Document
    /// The marks.
    public let marks: ValueMarks
    /// Where values are asked for, in the front matter and below it; those in verbatim code are not.
    public let uses: [ValueMarks.Mark]
    /// The block that holds what stands before the first heading of a free page; nil where nothing does.
    public let lead: Node?
    /// The headings of a text of no guide that say something about themselves.
    let headings: [LooseHeading]
    /// The sections, in the order of the text, each with the parts below it.
    public let parts: [Part]
    /// The links and images, in the order of the text.
    public let links: [Link]
    /// The parts for some readers only.
    public let variants: [Variant]
    /// Comments of the author's, which no output shows.
    public let comments: [Node]
    /// The HTML that reaches a page: tags of a short list.
    let elements: [Node]
    /// What filling has to look at, in the order of the text: texts, links and images that hold marks, and all code.
    let fillable: [Node]

    init(
        kind: Kind, names: [String]?, language: Language, file: SourceFile, title: String, summary: String,
        wikiName: String?,
        bodyStart: Int,
        document: Document,
        marks: ValueMarks, uses: [ValueMarks.Mark], lead: Node?, headings: [LooseHeading], parts: [Part], links: [Link],
        variants: [Variant],
        comments: [Node], elements: [Node], fillable: [Node]
    ) {
        self.kind = kind
        self.names = names
        self.language = language
        self.file = file
        self.title = title
        self.summary = summary
        self.wikiName = wikiName
        self.bodyStart = bodyStart
        self.document = document
        self.marks = marks
        self.uses = uses
        self.lead = lead
        self.headings = headings
        self.parts = parts
        self.links = links
        self.variants = variants
        self.comments = comments
        self.elements = elements
        self.fillable = fillable
    }

    /// The code, in the order of the text.
    public var codeBlocks: [Node] { fillable.filter { $0.kind == .codeBlock } }

    /// The place of a node, for messages.
    public func place(of node: Node) -> Place { file.place(range(of: node)) }

    /// The bytes of a node in the file; those of its line where it is not known which of them are its own.
    public func range(of node: Node) -> Range<Int> {
        if let range = node.sourceRange { return range }
        var current: Node? = node
        while let candidate = current {
            if candidate.startLine > 0 { return file.range(ofLine: candidate.startLine) }
            current = candidate.parent
        }
        return 0..<0
    }

    /// The place of the title in the front matter, for messages.
    public var titlePlace: Place { place(ofKey: "title") }

    /// The place of the page's name on the wiki, for messages.
    public var wikiNamePlace: Place { place(ofKey: wikiName == nil ? "title" : "wiki-name") }

    private func place(ofKey name: String) -> Place {
        let key = Array("\(name):".utf8)
        var start = 0
        while start < file.bytes.count {
            let end = file.bytes[start...].firstIndex(of: 0x0A) ?? file.bytes.count
            if file.bytes[start..<end].starts(with: key) {
                let text = file.bytes[(start + key.count)..<end]
                let first = text.firstIndex { $0 != 0x20 } ?? text.startIndex
                let last = text.lastIndex { $0 > 0x20 } ?? first
                return file.place(first..<(last + 1))
            }
            start = end + 1
        }
        return file.place(line: 1)
    }

    /// Every anchor of the page.
    public var anchors: [String] {
        var anchors: [String] = []
        anchors.reserveCapacity(32)
        parts.forEachPart { if !$0.id.isEmpty || $0.level == 2 { anchors.append($0.id) } }
        return anchors
    }
}
