import CommonMark
import Guides
import Sources

/// A page's Markdown for the script, which fills in its reader's values: a list, as JSON, of texts and of pieces.
///
/// A piece is a list that begins with a letter; values are given by their names.
///
/// | piece | what it is |
/// |---|---|
/// | `["v", name]`, `["v", name, 1]` | a value in prose; with 1, in an image's words |
/// | `["p", [text or [name], …]]` | the error that the guide is about, in prose |
/// | `["x", text]` | words in prose |
/// | `["r", continuation, [text or [name], …]]` | the error that the guide is about, in a code block |
/// | `["l", name]` | an address as a link to itself |
/// | `["c", name, continuation]` | a value in a code block, whose further lines begin with the continuation |
/// | `["s", width, isPadded, isInCell, [text or [name] or {"error": […]}, …]]` | a code span |
/// | `["f", character, width]` … `["F", width]` | the fences of a code block |
/// | `["i", continuation]` … `["n", indentation]` … `["I"]` | an indented code block and its lines |
/// | `["a", name, isWhole]` | a value in an address |
/// | `["k", address, sign]` … `["K"]` … `["u", address]` … `["Z"]` | a link to the site, its words, its address and its end |
/// | `["t", name]`, `["t", name, 1]` | a value in a title; with 1, at its end |
/// | `["w", name]` | a value behind a fence |
/// | `["e", delimiters]` … `["E", delimiters]` | emphasis that a value touches |
/// | `["o", condition, remainder]` … `["O"]` | a variant |
/// | `["q", condition, words, after]` | for whom a part is, while nobody knows |
/// | `["g", name, continuation]` | a chart in characters |
struct MarkdownTemplate {
    private let edition: FilledEdition
    private let edits: [MarkdownEdit]
    private var writer: JSONWriter
    private var text: [UInt8] = []
    private var position = 0

    /// - Parameter edits: those of the page, in the order of the text.
    init(_ edition: FilledEdition, _ edits: [MarkdownEdit]) {
        self.edition = edition
        self.edits = edits
        writer = JSONWriter(.script, reserving: edition.source.count + edits.count * 32 + 512)
        text.reserveCapacity(1024)
    }

    /// The list.
    consuming func written() -> [UInt8] {
        writer.array { writer in
            var index = 0
            while index < edits.count {
                let range = edits[index].range
                if range.lowerBound >= position {
                    copy(to: range.lowerBound)
                    position = range.upperBound
                    index = put(range, at: index, &writer)
                }
                index += 1
            }
            copy(to: edition.source.count)
            flush(&writer)
        }
        return writer.bytes
    }

    private mutating func copy(to end: Int) {
        if end > position { text += edition.source[position..<end] }
        position = max(position, end)
    }

    private mutating func flush(_ writer: inout JSONWriter) {
        if !text.isEmpty { writer.string(text) }
        text.removeAll(keepingCapacity: true)
    }

    private mutating func put(_ range: Range<Int>, at index: Int, _ writer: inout JSONWriter) -> Int {
        let names = edition.texts.names
        switch edits[index].piece {
        case .markdown(let bytes): text += bytes
        // How words are written is known when what stands around them is.
        case .text(let bytes): piece("x", &writer) { $0.string(bytes) }
        case .error(let segments, let continuation):
            piece("r", &writer) { writer in
                writer.string(continuation)
                writer.segments(segments, names: names)
            }
        case .alert(let kind, let words): text += MarkdownBlocks.alert(kind, words)
        case .table(let value, let continuation): text += MarkdownBlocks.table(value, continuation, edition.texts)
        case .prose(let value, let isInImage):
            piece("v", &writer) { writer in
                writer.string(names[value])
                if isInImage { writer.number(1) }
            }
        case .printed(let segments): piece("p", &writer) { $0.segments(segments, names: names) }
        case .link(let value): piece("l", &writer) { $0.string(names[value]) }
        case .code(let value, let continuation):
            piece("c", &writer) { writer in
                writer.string(names[value])
                writer.string(continuation)
            }
        case .codeSpan(let span): piece("s", &writer) { $0.span(span, names: names) }
        case .openFence(let character, let width):
            piece("f", &writer) { writer in
                writer.string([character])
                writer.number(width)
            }
        case .closeFence: piece("F", &writer) { $0.number(range.count) }
        case .openIndented(let continuation): piece("i", &writer) { $0.string(continuation) }
        case .indentation(let bytes): piece("n", &writer) { $0.string(bytes) }
        case .closeIndented: piece("I", &writer) { _ in }
        case .address(let value, let isWhole):
            piece("a", &writer) { writer in
                writer.string(names[value])
                writer.number(isWhole ? 1 : 0)
            }
        case .openLink(let address):
            let sign = Array(edition.source[range])
            piece("k", &writer) { writer in
                writer.string(address)
                writer.string(sign)
            }
        case .closeWords: piece("K", &writer) { _ in }
        case .linkAddress(let address): piece("u", &writer) { $0.string(address) }
        case .closeLink: piece("Z", &writer) { _ in }
        case .title(let value, let isLast):
            piece("t", &writer) { writer in
                writer.string(names[value])
                if isLast { writer.number(1) }
            }
        case .info(let value): piece("w", &writer) { $0.string(names[value]) }
        case .openEmphasis:
            let delimiters = Array(edition.source[range])
            piece("e", &writer) { $0.string(delimiters) }
        case .closeEmphasis:
            let delimiters = Array(edition.source[range])
            piece("E", &writer) { $0.string(delimiters) }
        case .openVariant(let condition, let isHidden, let remainder):
            switch isHidden {
            case nil:
                piece("o", &writer) { writer in
                    writer.string(condition)
                    writer.string(remainder)
                }
            case false: break
            case true:
                let close = edits[index...].firstIndex { if case .closeVariant = $0.piece { true } else { false } }
                text += remainder
                position = max(position, close.map { edits[$0].range.upperBound } ?? edition.source.count)
                return close ?? edits.count
            }
        case .label(let label):
            piece("q", &writer) { writer in
                writer.string(label.condition)
                writer.string(label.words)
                writer.string(label.after)
            }
        case .closeVariant: if isVariantOpen(before: index) { piece("O", &writer) { _ in } }
        case .chart(let value, _, let continuation):
            piece("g", &writer) { writer in
                writer.string(names[value])
                writer.string(continuation)
            }
        }
        return index
    }

    /// Whether the variant that an edit closes is one that the script decides about.
    private func isVariantOpen(before index: Int) -> Bool {
        for edit in edits[..<index].reversed() {
            if case .openVariant(_, let isHidden, _) = edit.piece { return isHidden == nil }
        }
        return false
    }

    private mutating func piece(_ letter: StaticString, _ writer: inout JSONWriter, _ body: (inout JSONWriter) -> Void)
    {
        flush(&writer)
        writer.array { writer in
            writer.string(letter)
            body(&writer)
        }
    }
}

extension JSONWriter {
    fileprivate mutating func span(_ span: MarkdownCodeSpan, names: [String]) {
        number(span.width)
        number(span.isPadded ? 1 : 0)
        number(span.isInCell ? 1 : 0)
        segments(span.segments, names: names)
    }

    fileprivate mutating func segments(_ segments: [MarkdownCodeSpan.Segment], names: [String]) {
        array { writer in
            for segment in segments {
                switch segment {
                case .text(let text): writer.string(text)
                case .value(let value): writer.array { $0.string(names[value]) }
                case .error(let segments):
                    writer.object { $0.field("error") { $0.segments(segments, names: names) } }
                }
            }
        }
    }
}
