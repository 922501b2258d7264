import CommonMark
import Sources
import Values

/// Writes an author's text with its edits: in one pass, the bytes between two edits as they stand.
package struct MarkdownWriter {
    let source: [UInt8]
    let edits: [MarkdownEdit]
    let texts: ValueTexts
    /// The language of the page's words.
    let language: Language
    /// Whether it is noted what stands for what.
    let isTraced: Bool
    /// Where a wiki would see more in a text than Markdown does, given the byte that follows.
    let cuts: Cuts?
    /// What is written.
    private(set) var output: [UInt8] = []
    /// What the edits made, where that is noted.
    var spans: [MarkdownSpan] = []
    /// How much of the source is written.
    private var position = 0
    private var emphases: [MarkdownEmphasis] = []
    private var openEmphases: [Int] = []
    private var fence: Fence?
    private var indented: Indented?

    private struct Fence {
        let character: UInt8
        let width: Int
        /// Where the opening fence stands in the output, and where what it holds begins.
        let start: Int
        let content: Int
        /// Where the opening fence stands in the file, and the first span behind it.
        let place: Int
        let span: Int
        var isTouched = false
    }

    private struct Indented {
        let continuation: [UInt8]
        /// As many backticks as take the place of the indentation; 0 where it stays.
        let width: Int
    }

    /// Where a text is to be cut, given the byte that follows it.
    package typealias Cuts = (_ text: [UInt8], _ next: UInt8) -> [MarkdownCut]

    /// - Parameter edits: in the order of the text (`MarkdownEdits.ordered`).
    package init(
        _ source: [UInt8], _ edits: [MarkdownEdit], texts: ValueTexts, language: Language, cuts: Cuts? = nil,
        isTraced: Bool = false
    ) {
        self.source = source
        self.edits = edits
        self.texts = texts
        self.language = language
        self.cuts = cuts
        self.isTraced = isTraced
    }

    /// The whole text.
    package consuming func written() -> [UInt8] {
        write()
        return emphases.isEmpty ? output : MarkdownEmphasis.settled(emphases, in: output)
    }

    /// The whole text, and what its edits made of it.
    package consuming func traced() -> (bytes: [UInt8], spans: [MarkdownSpan]) {
        write()
        guard !emphases.isEmpty else { return (output, spans) }
        var offsets = spans.flatMap { [$0.output.lowerBound, $0.output.upperBound] }
        let settled = MarkdownEmphasis.settled(emphases, in: output, moving: &offsets)
        for index in spans.indices { spans[index].output = offsets[2 * index]..<offsets[2 * index + 1] }
        return (settled, spans)
    }

    private mutating func write() {
        output.reserveCapacity(source.count + source.count / 8 + 256)
        var index = 0
        while index < edits.count {
            let range = edits[index].range
            // What lies in bytes that went before goes with them.
            if range.lowerBound >= position {
                copy(to: range.lowerBound)
                position = range.upperBound
                let (start, edit) = (output.count, edits[index])
                index = put(range, at: index)
                if isTraced { note(edit, from: start, through: range.lowerBound..<position) }
            }
            index += 1
        }
        copy(to: source.count)
    }

    private mutating func copy(to end: Int) {
        guard end > position else { return }
        source.withUnsafeBufferPointer { output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[position..<end])) }
        position = end
    }

    /// Writes an edit, and returns the index of the last edit that is done with.
    private mutating func put(_ range: Range<Int>, at index: Int) -> Int {
        switch edits[index].piece {
        case .markdown(let bytes): output += bytes
        case .text(let bytes): append(bytes, at: index)
        case .prose(let value, let isInImage): appendProse(value, at: index, isInImage: isInImage)
        case .printed(let segments): append(printed(segments), at: index)
        case .link(let value): appendLink(value, at: index)
        case .code(let value, let continuation):
            if let entry = texts.entries[value] { appendCode(Array(entry.code.utf8), continuation) }
        case .error(let segments, let continuation):
            for segment in segments {
                guard case .value(let value) = segment else {
                    appendCode(printed([segment]), continuation)
                    continue
                }
                if let entry = texts.entries[value] { appendCode(Array(entry.code.utf8), continuation) }
            }
        case .codeSpan(let span): span.append(to: &output, texts)
        case .openFence(let character, let width):
            fence = Fence(
                character: character, width: width, start: output.count, content: output.count + width,
                place: range.lowerBound, span: spans.count)
            output += source[range]
        case .closeFence: closeFence(source[range])
        case .openIndented(let continuation): openIndented(continuation, at: index)
        case .indentation(let bytes): if indented?.width == 0 { output += bytes }
        case .closeIndented: closeIndented()
        case .address(let value, let isWhole):
            guard let entry = texts.entries[value] else { break }
            if isWhole {
                output += MarkdownEscapes.address(Array(entry.key.utf8))
            } else {
                output += MarkdownEscapes.address(Array(entry.addressComponent.utf8))
            }
        case .openLink: output += source[range]
        case .linkAddress(let address): output += MarkdownEscapes.address(address)
        case .closeWords, .closeLink: break
        case .title(let value, let isLast):
            if let entry = texts.entries[value] {
                output += MarkdownEscapes.title(Array(entry.prose.utf8), isLast: isLast)
            }
        case .info(let value):
            if let entry = texts.entries[value] { output += MarkdownEscapes.info(Array(entry.key.utf8)) }
        case .openEmphasis(let delimiter, let width):
            openEmphases.append(emphases.count)
            emphases.append(MarkdownEmphasis(delimiter: delimiter, width: width, start: output.count))
            output += source[range]
        case .closeEmphasis:
            if let open = openEmphases.popLast() { emphases[open].end = output.count }
            output += source[range]
        case .openVariant(_, let isHidden, let remainder):
            guard isHidden == true else { break }
            let close = edits[index...].firstIndex { if case .closeVariant = $0.piece { true } else { false } }
            output += remainder
            position = max(position, close.map { edits[$0].range.upperBound } ?? source.count)
            return close ?? edits.count
        case .closeVariant: break
        case .label(let label): append(label)
        case .alert(let kind, let text):
            output += MarkdownBlocks.alert(kind, text)
        case .chart(_, let drawing, let continuation): output += MarkdownBlocks.chart(drawing, continuation)
        case .table(let value, let continuation): output += MarkdownBlocks.table(value, continuation, texts)
        }
        return index
    }

    // MARK: Prose

    private mutating func appendProse(_ value: Int, at index: Int, isInImage: Bool) {
        guard let entry = texts.entries[value] else { return }
        let doubt = texts.doubt(about: entry, in: language)
        var text = doubt.isEmpty ? entry.prose : entry.prose + doubt
        if cuts != nil {
            append(Array(text.utf8), at: index, isInImage: isInImage)
        } else {
            let next = following(index)
            text.withUTF8 { MarkdownText.append($0, to: &output, next: next, isInImage: isInImage) }
        }
    }

    private mutating func append(_ text: [UInt8], at index: Int, isInImage: Bool = false) {
        let next = following(index)
        MarkdownText.append(text, cutting: cuts?(text, next) ?? [], to: &output, next: next, isInImage: isInImage)
    }

    private mutating func append(_ label: MarkdownPiece.Label) {
        if !label.words.isEmpty {
            let star = UInt8(ascii: "*")
            output.append(star)
            MarkdownText.append(label.words, cutting: cuts?(label.words, star) ?? [], to: &output, next: star)
            output.append(star)
        }
        output += label.after
    }

    private func printed(_ segments: [MarkdownCodeSpan.Segment]) -> [UInt8] {
        segments.flatMap { segment -> [UInt8] in
            switch segment {
            case .text(let text): text
            case .value(let value): Array((texts.entries[value]?.code ?? "").utf8)
            case .error(let segments): printed(segments)
            }
        }
    }

    private mutating func appendLink(_ value: Int, at index: Int) {
        guard let entry = texts.entries[value] else { return }
        let (address, words) = (Array(entry.key.utf8), Array(entry.prose.utf8))
        if words == address, MarkdownEscapes.isAutolink(address) {
            output += [UInt8(ascii: "<")] + address + [UInt8(ascii: ">")]
            return
        }
        output.append(UInt8(ascii: "["))
        words.withUnsafeBufferPointer { MarkdownText.append($0, to: &output, next: UInt8(ascii: "]")) }
        output += "](".utf8 + MarkdownEscapes.address(address) + [UInt8(ascii: ")")]
    }

    /// The byte that will stand behind what an edit writes.
    private func following(_ index: Int) -> UInt8 {
        var offset = edits[index].range.upperBound
        for edit in edits[(index + 1)...] where edit.range.lowerBound >= offset {
            guard edit.range.lowerBound == offset else { break }
            let first: UInt8?
            switch edit.piece {
            case .markdown(let bytes), .text(let bytes): first = bytes.first
            case .prose(let value, _): first = texts.entries[value]?.prose.utf8.first
            case .printed(let segments): first = printed(segments).first
            case .link(let value): first = texts.entries[value] == nil ? nil : UInt8(ascii: "<")
            case .label(let label): first = label.words.isEmpty ? label.after.first : UInt8(ascii: "*")
            case .codeSpan, .openEmphasis, .closeEmphasis, .openLink: first = source[offset]
            default: first = nil
            }
            if let first { return first }
            offset = edit.range.upperBound
        }
        return offset < source.count ? source[offset] : 0x0A
    }

    // MARK: Code

    private mutating func appendCode(_ code: [UInt8], _ continuation: [UInt8]) {
        if let character = fence?.character, code.contains(character) { fence?.isTouched = true }
        let prefix = indented.map { $0.width > 0 ? $0.continuation : continuation } ?? continuation
        MarkdownBlocks.append(lines: code, continuation: prefix, to: &output)
    }

    /// Writes the fence that closes a block, and makes both longer than what the block holds by now.
    private mutating func closeFence(_ closing: ArraySlice<UInt8>) {
        guard let open = fence else { return }
        fence = nil
        var width = closing.count
        if open.isTouched {
            let run = output[open.content...].longestRun(of: open.character)
            if run >= open.width {
                let missing = [UInt8](repeating: open.character, count: run + 1 - open.width)
                output.insert(contentsOf: missing, at: open.start)
                if isTraced { move(by: missing.count, from: open.start, open.place, first: open.span) }
                if !closing.isEmpty { width = max(width, run + 1) }
            }
        }
        output += [UInt8](repeating: open.character, count: width)
    }

    private mutating func openIndented(_ continuation: [UInt8], at index: Int) {
        var literal: [UInt8] = []
        var start = edits[index].range.upperBound
        for edit in edits[(index + 1)...] {
            guard edit.range.lowerBound >= start else { continue }
            literal += source[start..<edit.range.lowerBound]
            start = edit.range.upperBound
            if case .closeIndented = edit.piece { break }
            switch edit.piece {
            case .code(let value, _): literal += (texts.entries[value]?.code ?? "").utf8
            case .error(let segments, _): literal += printed(segments)
            default: break
            }
        }
        let width = MarkdownBlocks.losesLines(literal) ? max(3, literal[...].longestRun(of: UInt8(ascii: "`")) + 1) : 0
        indented = Indented(continuation: continuation, width: width)
        guard width > 0 else { return }
        output += [UInt8](repeating: UInt8(ascii: "`"), count: width) + [0x0A] + continuation
    }

    private mutating func closeIndented() {
        guard let open = indented else { return }
        indented = nil
        guard open.width > 0 else { return }
        output += [0x0A] + open.continuation + [UInt8](repeating: UInt8(ascii: "`"), count: open.width)
    }
}
