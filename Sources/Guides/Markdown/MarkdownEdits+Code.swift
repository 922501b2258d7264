import CommonMark
import Messages
import Sources
import Values

/// Values in code.
extension MarkdownEdits {
    // MARK: Spans

    mutating func addCode(_ node: Node) {
        let (marks, hasEscape) = node.withLiteral { (self.marks(in: $0), CodeEscapes.occur(in: $0)) }
        guard !marks.isEmpty || hasEscape else { return }
        for mark in marks { place(mark.number) }
        if !marks.isEmpty { addBackticks(before: node) }
        let isInCell = node.container?.kind == .tableCell
        if let place = placeOnLine(of: node, marks) {
            add(
                place.range,
                .codeSpan(
                    MarkdownCodeSpan(
                        width: place.width, isPadded: place.isPadded, isInCell: isInCell, segments: segments(of: node)))
            )
            return
        }
        guard let range = node.sourceRange else { return }
        var width = 0
        while byte(at: range.lowerBound + width) == UInt8(ascii: "`") { width += 1 }
        let inner = (range.lowerBound + width)..<max(range.lowerBound + width, range.upperBound - width)
        let isPadded = node.withLiteral { literal in
            // A space on either side was taken off, if there is more than the text's own.
            inner.count >= 2 && byte(at: inner.lowerBound) == 0x20 && byte(at: inner.upperBound - 1) == 0x20
                && (literal.first != 0x20 || literal.last != 0x20 || inner.count == literal.count + 2)
        }
        add(
            range,
            .codeSpan(
                MarkdownCodeSpan(
                    width: width, isPadded: isPadded, isInCell: isInCell,
                    segments: segments(of: node))))
    }

    /// Backticks of the author's that begin no code would, with as many in a value behind them.
    private mutating func addBackticks(before code: Node) {
        var previous = code.previous
        while let text = previous {
            if text.kind == .code, text.withLiteral({ !marks(in: $0).isEmpty }) { return }
            previous = text.previous
            let tick = UInt8(ascii: "`")
            guard text.kind == .text, text.withLiteral({ $0.contains(tick) }) else { continue }
            for offset in text.sourceOffsets?.dropLast() ?? [] where byte(at: offset) == tick { escape(offset) }
        }
    }

    /// Where a span stands that is written as it reads, on one line: its first mark tells, and the rest of the
    /// container need not be read along. Nil for any other.
    private func placeOnLine(
        of node: Node, _ marks: [(number: Int, range: Range<Int>)]
    ) -> (range: Range<Int>, width: Int, isPadded: Bool)? {
        guard let first = marks.first else { return nil }
        let start = range(ofMark: first.number).lowerBound - first.range.lowerBound
        let length: Int? = node.withLiteral { literal in
            guard start >= 0, start + literal.count <= source.count else { return nil }
            var index = 0
            for mark in marks {
                while index < mark.range.lowerBound {
                    if literal[index] != source[start + index] { return nil }
                    index += 1
                }
                guard range(ofMark: mark.number).lowerBound == start + index else { return nil }
                index = mark.range.upperBound
            }
            while index < literal.count {
                if literal[index] != source[start + index] { return nil }
                index += 1
            }
            return literal.count
        }
        guard let length else { return nil }
        // A space on either side was taken off.
        let padding = byte(at: start + length) == 0x20 ? 1 : 0
        let (begin, end) = (start - padding, start + length + padding)
        var width = 0
        while byte(at: end + width) == UInt8(ascii: "`") { width += 1 }
        guard width > 0, padding == 0 || byte(at: begin) == 0x20,
            (1...width).allSatisfy({ byte(at: begin - $0) == UInt8(ascii: "`") })
        else { return nil }
        return ((begin - width)..<(end + width), width, padding == 1)
    }

    private mutating func segments(of node: Node) -> [MarkdownCodeSpan.Segment] {
        var segments: [MarkdownCodeSpan.Segment] = []
        var text: [UInt8] = []
        func flush() {
            if !text.isEmpty { segments.append(.text(text)) }
            text = []
        }
        node.withLiteral { literal in
            var start = 0
            for mark in marks(in: literal) {
                CodeEscapes.append(UnsafeBufferPointer(rebasing: literal[start..<mark.range.lowerBound]), to: &text)
                start = mark.range.upperBound
                if let index = edition.marks.marks[mark.number].index {
                    flush()
                    segments.append(.value(index))
                } else if edition.marks.marks[mark.number].name == ErrorPattern.placeholder {
                    flush()
                    segments.append(.error(printedError))
                }
            }
            CodeEscapes.append(UnsafeBufferPointer(rebasing: literal[start...]), to: &text)
        }
        flush()
        return segments
    }

    // MARK: Blocks

    mutating func addCodeBlock(_ node: Node) {
        let literalMarks = node.withLiteral { self.marks(in: $0) }
        let infoMarks = node.withFenceInfo { self.marks(in: $0) }
        if node.isVerbatim {
            for mark in literalMarks + infoMarks { place(mark.number) }
            addVerbatim(node)
            return
        }
        for mark in infoMarks {
            place(mark.number)
            if let index = edition.marks.marks[mark.number].index { add(range(ofMark: mark.number), .info(index)) }
        }
        let hasEscape = node.withLiteral { CodeEscapes.occur(in: $0) }
        guard !literalMarks.isEmpty || hasEscape else { return }
        if hasEscape { addEscapes(in: node) }
        guard !literalMarks.isEmpty else { return }
        let isFenced = node.isFenced
        let end = isFenced ? addFences(of: node) : addIndentation(of: node)
        // A fence takes as many spaces as stand before it from each line: where the author put fewer, those of a value.
        let indentation = isFenced ? node.sourceRange.map { continuation(at: $0.lowerBound).count } ?? 0 : 0
        for mark in literalMarks {
            place(mark.number)
            let range = range(ofMark: mark.number)
            let column = node.withLiteral { literal in
                mark.range.lowerBound - (literal[..<mark.range.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)
            }
            let start = max(0, range.lowerBound - column)
            var continuation = continuation(at: start)
            let missing = [UInt8](repeating: 0x20, count: min(3, max(0, indentation - continuation.count)))
            if column == 0, !missing.isEmpty { add(start..<start, .markdown(missing)) }
            continuation += missing
            if let index = edition.marks.marks[mark.number].index {
                add(range, .code(index, continuation: continuation))
            } else if edition.marks.marks[mark.number].name == ErrorPattern.placeholder {
                add(range, .error(printedError, continuation: continuation))
            }
        }
        // What stands at the same place comes before it.
        if let end { add(end.range, end.piece) }
    }

    /// `\{{` of the block loses its backslash, which is an escape of ours.
    private mutating func addEscapes(in node: Node) {
        for number in node.startLine...max(node.startLine, node.endLine) {
            let line = edition.document.line(number)
            var index = line.lowerBound
            while index + 2 < line.upperBound {
                if source[index] == UInt8(ascii: "\\"), source[index + 1] == UInt8(ascii: "{"),
                    source[index + 2] == UInt8(ascii: "{")
                {
                    add(index..<(index + 1), .markdown([]))
                }
                index += 1
            }
        }
    }

    /// The word `verbatim` is for us alone.
    private mutating func addVerbatim(_ node: Node) {
        let line = edition.document.line(node.startLine)
        let word = Array("verbatim".utf8)
        var index = line.lowerBound
        while index + word.count <= line.upperBound {
            let end = index + word.count
            if source[index..<end].elementsEqual(word), byte(before: index) <= 0x20 || byte(before: index).isFence,
                end == line.upperBound || source[end] <= 0x20
            {
                // With the space that parts it from the word before, or else from the one behind.
                let start = byte(before: index) == 0x20 ? index - 1 : index
                let rest = start == index && byte(at: end) == 0x20 ? end + 1 : end
                add(start..<rest, .markdown([]))
                return
            }
            index += 1
        }
    }

    /// Adds the fence that opens a block, and returns the edit that closes it.
    private mutating func addFences(of node: Node) -> MarkdownEdit? {
        let first = edition.document.line(node.startLine)
        guard let start = node.sourceRange?.lowerBound, byte(at: start).isFence else { return nil }
        let character = byte(at: start)
        var width = 0
        while start + width < first.upperBound, source[start + width] == character { width += 1 }
        add(start..<(start + width), .openFence(character: character, width: width))
        let last = edition.document.line(node.endLine)
        // The closing fence is the last run of its line, behind what its container begins with.
        var end = last.upperBound
        while end > last.lowerBound, source[end - 1] == 0x20 || source[end - 1] == 0x09 { end -= 1 }
        var begin = end
        while begin > last.lowerBound, source[begin - 1] == character { begin -= 1 }
        let isFence =
            node.endLine > node.startLine && end - begin >= width
            && source[last.lowerBound..<begin].allSatisfy(\.isContainerMarker)
        return isFence ? MarkdownEdit(begin..<end, .closeFence) : MarkdownEdit(at: last.upperBound, .closeFence)
    }

    /// Adds the four columns that each line of an indented block begins with, and returns the edit that closes it.
    private mutating func addIndentation(of node: Node) -> MarkdownEdit? {
        let literal = node.withLiteral { Array($0) }
        let lines = literal.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
        guard let start = node.sourceRange?.lowerBound else { return nil }
        var isFirst = true
        var end = start
        for (offset, line) in lines.enumerated() {
            let whole = edition.document.line(node.startLine + offset)
            // What is in the tree is the line's end.
            let content = max(whole.lowerBound, whole.upperBound - line.count)
            if isFirst {
                let prefix = continuation(at: max(whole.lowerBound, min(start, content)))
                let from = indentationStart(before: min(start, content), in: whole)
                add(from..<from, .openIndented(continuation: Array(prefix.prefix(from - whole.lowerBound))))
                add(from..<content, .indentation(Array(source[from..<content])))
                isFirst = false
            } else if !line.isEmpty {
                let from = indentationStart(before: content, in: whole)
                add(from..<content, .indentation(Array(source[from..<content])))
            }
            end = whole.upperBound
        }
        return MarkdownEdit(at: end, .closeIndented)
    }

    /// Where the indentation before a line's code begins: four spaces, or as many as there are before a tab.
    private func indentationStart(before content: Int, in line: Range<Int>) -> Int {
        var start = content
        while start > line.lowerBound, content - start < 4 {
            if source[start - 1] == 0x09 { return start - 1 }
            guard source[start - 1] == 0x20 else { break }
            start -= 1
        }
        return start
    }
}

extension UInt8 {
    fileprivate var isFence: Bool { self == UInt8(ascii: "`") || self == UInt8(ascii: "~") }
    /// What a line begins with before its own text.
    fileprivate var isContainerMarker: Bool { self == 0x20 || self == 0x09 || self == UInt8(ascii: ">") }
}
