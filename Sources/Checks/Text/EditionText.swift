import CommonMark
import Guides
import Sources

/// The text of an edition as readers see it: values filled in, markup gone, and the way back to every byte's source.
///
/// Blocks end in a line feed; a break within one is a space. Title and summary come first. Code is in it too, and at its end
/// the addresses and titles of links and the words behind fences, for secrets hide there; a check of prose passes over them.
public struct EditionText {
    /// A line of the text: a paragraph, a heading, a cell, a code block.
    struct Block {
        /// The bytes in the text, without the line feed.
        let range: Range<Int>
        /// The runs that it is made of.
        let runs: Range<Int>
        /// The paragraph, heading, cell or code block; nil for title, summary, and addresses.
        let node: Node?
        /// The part of the guide that it stands in, as an index of `regions`.
        let region: Int
    }

    /// A section, a step or an option, up to the next heading: what is compared between languages.
    struct Region {
        /// The anchor; empty before the first section.
        let anchor: String
        /// The heading; nil before the first section.
        let heading: Node?
        /// The lists, those in other lists too.
        fileprivate(set) var lists: [Node] = []
        fileprivate(set) var tables: [Node] = []
        fileprivate(set) var codeBlocks: [Node] = []
        fileprivate(set) var alerts: [Node] = []
        /// The links and images, as indices of the edition's links.
        fileprivate(set) var links: [Int] = []
        /// The names of the HTML elements, as often as they begin.
        fileprivate(set) var elements: [String] = []
        /// The names of the notes that it refers to.
        fileprivate(set) var footnotes: [String] = []
        /// The placeholders in text and code, as indices of the edition's marks.
        fileprivate(set) var marks: [Int] = []
    }

    /// A stretch of the text that came from one place.
    struct Run {
        enum Kind {
            /// Words of the author's.
            case prose
            /// A value, in the place of a placeholder.
            case value
            /// A code span or a code block.
            case code
            /// The address or the title of a link or an image, the words behind a fence, or front matter that is not
            /// written as it reads.
            case address
            /// Between two blocks, or where a line breaks.
            case gap
        }

        let kind: Kind
        /// The bytes in the text.
        let range: Range<Int>
        let origin: Origin
    }

    /// What a run came from.
    enum Origin {
        /// The text of a node, from an offset on.
        case node(Node, from: Int)
        /// Bytes of the file, as long as the run, or a placeholder.
        case source(Range<Int>)
        /// Text that the program put there.
        case nothing
    }

    /// The guide's ID.
    let guide: String
    /// The edition, unfilled.
    let edition: Edition
    /// The values that are filled in.
    let texts: ValueTexts
    /// The text.
    private(set) var bytes: [UInt8] = []
    /// Its parts, one behind the other.
    private(set) var runs: [Run] = []
    /// Its lines.
    private(set) var blocks: [Block] = []
    /// The parts of the guide, in the order of the text.
    private(set) var regions: [Region] = [Region(anchor: "", heading: nil)]
    private var blockStart = 0
    private var firstRun = 0
    /// What was found out about the node that was asked for last: a long one is asked for many times in a row.
    private let origins = NodeOrigins()

    init(_ edition: Edition, of guide: String, filledWith texts: ValueTexts) {
        self.edition = edition
        self.guide = guide
        self.texts = texts
        bytes.reserveCapacity(edition.file.bytes.count + edition.file.bytes.count / 8)
        appendFrontMatter(edition.title, "title:")
        appendFrontMatter(edition.summary, "summary:")
        appendBody()
    }

    // MARK: The way back

    /// The bytes of the file that some bytes of the text came from.
    func sourceRange(_ range: Range<Int>) -> Range<Int> {
        let start = source(of: range.lowerBound)?.lowerBound
        let end = range.isEmpty ? start : source(of: range.upperBound - 1)?.upperBound
        guard let start else { return 0..<0 }
        return start..<max(start, end ?? start)
    }

    /// The place of some bytes of the text, for messages.
    func place(_ range: Range<Int>) -> Place { edition.file.place(sourceRange(range)) }

    /// The run that holds a byte.
    func run(at offset: Int) -> Run? {
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
        }
        return low < runs.count && runs[low].range.contains(offset) ? runs[low] : nil
    }

    private func source(of offset: Int) -> Range<Int>? {
        guard let run = run(at: offset) else { return nil }
        let distance = offset - run.range.lowerBound
        switch run.origin {
        case .nothing: return nil
        case .source(let range):
            // A placeholder is one thing, however long its value.
            if run.kind == .value || range.count != run.range.count { return range }
            return (range.lowerBound + distance)..<(range.lowerBound + distance + 1)
        case .node(let node, let start): return origins.source(of: node, at: start + distance)
        }
    }

    // MARK: The text

    private mutating func appendFrontMatter(_ line: String, _ name: String) {
        let line = Array(line.utf8)
        // Both may say the same.
        let field = line.isEmpty ? nil : edition.frontMatter(named: Array(name.utf8))
        if let range = edition.file.bytes.firstRange(of: line, within: field ?? 0..<edition.bodyStart) {
            append(.prose, line, .source(range))
        } else if let field {
            // Folded over several lines, or with escapes.
            append(.address, line, .source(field))
        }
        endBlock(nil)
    }

    private mutating func appendBody() {
        var anchors = Self.anchors(of: edition)
        var block: Node?
        var link = 0
        let root = edition.document.root
        let notes = edition.document.footnotes
        let kinds: KindSet = [
            .text, .code, .codeBlock, .breaks, .links, .list, .paragraph, .heading, .quote, .html,
        ]
        for node in root.descendants(notes.isEmpty ? kinds : kinds.union(.extensions)) {
            let kind = node.kind
            switch kind {
            case .list: regions[regions.count - 1].lists.append(node)
            case .footnoteReference(let index): regions[regions.count - 1].footnotes.append(notes[index].key)
            case .table: regions[regions.count - 1].tables.append(node)
            case .alert: regions[regions.count - 1].alerts.append(node)
            case .htmlInline:
                guard let tag = node.allowedTag else { continue }
                if !tag.isClosing { regions[regions.count - 1].elements.append(tag.name) }
                // Words stand apart there.
                if tag.isVoid || tag.place == .cell, node.container == block {
                    append(.gap, CollectionOfOne(0x20), .node(node, from: 0))
                }
            case .htmlBlock:
                for tag in node.allowedBlock?.tags ?? [] where !tag.isClosing {
                    regions[regions.count - 1].elements.append(tag.name)
                }
            case .link, .image:
                regions[regions.count - 1].links.append(link)
                link += 1
            case .heading:
                if let anchor = anchors.removeValue(forKey: node) {
                    if block != nil { endBlock(block) }
                    block = nil
                    regions.append(Region(anchor: anchor, heading: node))
                }
            case .text, .code, .codeBlock, .softBreak, .lineBreak:
                let container = kind == .codeBlock ? node : node.container
                if container != block {
                    if block != nil { endBlock(block) }
                    block = container
                }
                if kind == .codeBlock { regions[regions.count - 1].codeBlocks.append(node) }
                switch kind {
                case .text: appendMarked(node, .prose)
                case .code, .codeBlock: appendMarked(node, .code)
                default: append(.gap, CollectionOfOne(0x20), .node(node, from: 0))
                }
            default: break
            }
        }
        endBlock(block)
        for link in edition.links {
            append(.address, Array(link.url.utf8), .node(link.node, from: 0))
            endBlock(nil)
            appendHidden(link.node.title, of: link.node)
        }
        for region in regions { for code in region.codeBlocks { appendHidden(code.fenceInfo, of: code) } }
    }

    /// Words that no prose has, with the whole node for their place.
    private mutating func appendHidden(_ words: String, of node: Node) {
        guard !words.isEmpty, let range = node.sourceRange, range.count != words.utf8.count else { return }
        append(.address, Array(words.utf8), .source(range))
        endBlock(nil)
    }

    private static func anchors(of edition: Edition) -> [Node: String] {
        var anchors: [Node: String] = [:]
        edition.parts.forEachPart { part in
            // A section that the kind does not know is like no other.
            if part.level == 2 || !part.id.isEmpty { anchors[part.heading] = part.id.isEmpty ? "?" : part.id }
        }
        return anchors
    }

    private mutating func appendMarked(_ node: Node, _ kind: Run.Kind) {
        node.withLiteral { literal in
            var start = 0
            while let mark = edition.marks.next(in: literal, from: start) {
                append(kind, literal[start..<mark.range.lowerBound], .node(node, from: start))
                let placeholder = edition.marks.marks[mark.number]
                append(.value, text(of: placeholder.name, in: kind).utf8, .source(placeholder.range))
                regions[regions.count - 1].marks.append(mark.number)
                start = mark.range.upperBound
            }
            append(kind, literal[start...], .node(node, from: start))
        }
    }

    private func text(of name: String, in kind: Run.Kind) -> String {
        guard let entry = texts.entry(named: name) else { return "" }
        return kind == .code ? entry.code : entry.prose
    }

    private mutating func endBlock(_ node: Node?) {
        blocks.append(
            Block(range: blockStart..<bytes.count, runs: firstRun..<runs.count, node: node, region: regions.count - 1))
        append(.gap, CollectionOfOne(0x0A), .nothing)
        blockStart = bytes.count
        firstRun = runs.count
    }

    private mutating func append(_ kind: Run.Kind, _ added: some Collection<UInt8>, _ origin: Origin) {
        guard !added.isEmpty else { return }
        let start = bytes.count
        bytes.append(contentsOf: added)
        runs.append(Run(kind: kind, range: start..<bytes.count, origin: origin))
    }
}

extension Edition {
    /// The lines of a field of the front matter, behind its name.
    fileprivate func frontMatter(named name: [UInt8]) -> Range<Int>? {
        var start = 0
        var found: Range<Int>?
        while found == nil, let field = file.bytes.firstRange(of: name, within: start..<bodyStart) {
            // `subtitle:` is another one.
            if field.lowerBound == 0 || file.bytes[field.lowerBound - 1] == 0x0A { found = field }
            start = field.upperBound
        }
        guard let field = found else { return nil }
        var end = field.upperBound
        // A line that is not set in begins the next field.
        while let newline = file.bytes[end..<bodyStart].firstIndex(of: 0x0A) {
            end = newline + 1
            guard end < bodyStart, file.bytes[end] == 0x20 || file.bytes[end] == 0x09 || file.bytes[end] == 0x0A else {
                break
            }
        }
        return field.upperBound..<max(field.upperBound, end - 1)
    }
}
