import Guides
import Sources
import Values

/// An edition as a wiki's page has it, and what its bytes stand for.
///
/// A page's lines end with a line feed alone, whatever those of the file do.
struct TracedBody {
    private(set) var bytes: [UInt8]
    private(set) var fields: [WikiTrace.Field]
    private(set) var stretches: [WikiTrace.Stretch] = []

    private static let (title, summary, text) = (0, 1, 2)

    init(_ edition: FilledEdition, _ written: (bytes: [UInt8], spans: [MarkdownSpan])) {
        let names = edition.texts.declarations.map(\.name)
        let start = edition.bodyStart > 3 ? edition.bodyStart : 0
        let (source, places) = Self.withoutReturns(edition.source, from: start)
        let (bytes, offsets) = Self.withoutReturns(written.bytes, from: 0)
        self.bytes = bytes
        let language = edition.language.tag
        fields = [
            WikiTrace.Field(language: language, kind: .title, source: Self.template(edition.titleLine, names)),
            WikiTrace.Field(language: language, kind: .summary, source: Self.template(edition.summaryLine, names)),
            WikiTrace.Field(language: language, kind: .text, source: source),
        ]
        var spans = written.spans
        for index in spans.indices {
            spans[index].output = Self.moved(spans[index].output, by: offsets)
            spans[index].source = Self.moved(spans[index].source, by: places, from: start)
        }
        let lines = [
            Self.title: Self.places(of: edition.titleLine, names),
            Self.summary: Self.places(of: edition.summaryLine, names),
        ]
        add(spans, lines)
    }

    private mutating func add(_ spans: [MarkdownSpan], _ lines: [Int: [Range<Int>]]) {
        var counts: [Int: Int] = [:]
        var (page, source) = (0, 0)
        for span in spans {
            // The front matter goes, and is no part of the text.
            if span.output.isEmpty, span.source.isEmpty { continue }
            if span.output.lowerBound > page {
                let count = span.output.lowerBound - page
                add(page..<span.output.lowerBound, Self.text, source..<(source + count), nil)
            }
            page = span.output.upperBound
            switch span.role {
            case .title?, .summary?:
                let field = span.role == .title ? Self.title : Self.summary
                let number = counts[field, default: 0]
                counts[field] = number + 1
                guard let places = lines[field], number < places.count else { continue }
                let place = places[number]
                let isSame = bytes[span.output].elementsEqual(fields[field].source[place])
                let isValue = fields[field].source[place].starts(with: "{{".utf8)
                add(span.output, field, place, isSame ? nil : isValue ? .value : .form)
            default:
                add(span.output, Self.text, span.source, span.role, span.expansion)
                source = max(source, span.source.upperBound)
            }
        }
        if page < bytes.count {
            add(
                page..<bytes.count, Self.text,
                source..<min(fields[Self.text].source.count, source + bytes.count - page), nil)
        }
    }

    private mutating func add(
        _ page: Range<Int>, _ field: Int, _ source: Range<Int>, _ role: MarkdownRole?, _ expansion: [UInt8]? = nil
    ) {
        stretches.append(
            WikiTrace.Stretch(page: page, field: field, source: source, role: role, expansion: expansion))
    }

    // MARK: Lines of the front matter

    private static func template(_ line: FilledLine, _ names: [String]) -> [UInt8] {
        Array((line.pieces.isEmpty ? line.text : line.template(names: names)).utf8)
    }

    /// Where the pieces stand that a line is written as, those without bytes left out.
    private static func places(of line: FilledLine, _ names: [String]) -> [Range<Int>] {
        var places: [Range<Int>] = []
        var offset = 0
        for piece in PageEdits.pieces(of: line) {
            let count =
                switch piece {
                case .markdown(let bytes), .text(let bytes): bytes.count
                case .prose(let value, _): names[value].utf8.count + 4
                default: 0
                }
            if count > 0 { places.append(offset..<(offset + count)) }
            offset += count
        }
        return places
    }

    // MARK: Lines' ends

    /// A text from an offset on without carriage returns, and where those are.
    private static func withoutReturns(_ text: [UInt8], from start: Int) -> (text: [UInt8], returns: [Int]) {
        guard text.contains(0x0D) else { return (Array(text[start...]), []) }
        return (text[start...].filter { $0 != 0x0D }, text.indices.dropFirst(start).filter { text[$0] == 0x0D })
    }

    private static func moved(_ range: Range<Int>, by returns: [Int], from start: Int = 0) -> Range<Int> {
        func moved(_ offset: Int) -> Int {
            let offset = max(offset, start)
            guard !returns.isEmpty else { return offset - start }
            var (low, high) = (0, returns.count)
            while low < high {
                let middle = (low + high) / 2
                if returns[middle] < offset { low = middle + 1 } else { high = middle }
            }
            return offset - start - low
        }
        return moved(range.lowerBound)..<moved(range.upperBound)
    }
}
