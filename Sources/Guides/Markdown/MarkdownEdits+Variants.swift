import CommonMark
import Sources
import Values

/// Variants: their markers go, and what stood around them must not grow together, nor fall apart.
extension MarkdownEdits {
    /// What stands between two blocks.
    enum Separator {
        /// Nothing, for they are read apart as they are, or belong together.
        case none
        case blankLine
        /// An empty comment, where a blank line would not part them or would make a list loose.
        case comment

        func bytes(_ prefix: [UInt8]) -> [UInt8] {
            switch self {
            case .none: []
            case .blankLine: Array(prefix.reversed().drop { $0 == 0x20 || $0 == 0x09 }.reversed()) + [0x0A]
            case .comment: prefix + Array("<!-- -->\n".utf8)
            }
        }
    }

    mutating func addVariants() {
        let markers = MarkedBlocks(edition.variants.flatMap { [$0.start, $0.end] })
        let (starts, ends) = (Set(edition.variants.map(\.start)), Set(edition.variants.map(\.end)))
        for variant in edition.variants { add(variant, markers, starts: starts, ends: ends) }
    }

    private mutating func add(_ variant: Variant, _ markers: MarkedBlocks, starts: Set<Node>, ends: Set<Node>) {
        let (start, end) = (variant.start, variant.end)
        let holds = variant.condition.holds(in: texts)
        let first = start.next == end ? nil : start.next
        let last = start.next == end ? nil : end.previous
        let before = markers.block(before: start)
        let after = markers.block(behind: end)
        // An else is the end of one branch; the other begins behind its line.
        let beginsWithElse = ends.contains(start)
        let endsWithElse = starts.contains(end)
        let elseLines = wholeLines(of: start)
        var opening = beginsWithElse ? elseLines.upperBound..<elseLines.upperBound : elseLines
        var closing = wholeLines(of: end)
        let prefix = continuation(at: lines(of: start).lowerBound)
        let inside = (opening.upperBound, closing.lowerBound)
        let blanks = Blanks(
            beforeStart: blankLines(before: elseLines.lowerBound), behindStart: blankLines(behind: opening.upperBound),
            beforeEnd: blankLines(before: closing.lowerBound),
            behindEnd: endsWithElse ? 0 : blankLines(behind: closing.upperBound))
        // Another marker that stands right there has seen to it.
        let followsMarker = beginsWithElse || start.previous.map(markers.contains) ?? false
        let joinsStart = joins(before, first)
        let opened: Separator =
            followsMarker
            ? .none : separator(between: before, and: first, hasBlankLine: blanks.parts(atStart: true))
        let closed = separator(between: last, and: after, hasBlankLine: blanks.parts(atStart: false))
        let joinsEnd = joins(last, after)
        let joinsAround = joins(before, after)
        let remainder = separator(
            between: before, and: after, hasBlankLine: blanks.beforeStart > 0 || blanks.behindEnd > 0)
        var (kept, keptBehind): ([UInt8], [UInt8]) = ([], [])
        // Blank lines around what is left out would make one list of two loose, and so go with it.
        let parts = after != nil && blanks.beforeStart > 0 && blanks.behindEnd > 0
        if !beginsWithElse, joinsAround || joinsStart || after == nil {
            (opening, kept) = extended(opening, by: blanks.beforeStart, keeps: !joinsStart)
        }
        if !endsWithElse, joinsAround || joinsEnd || parts {
            (closing, keptBehind) = extendedBehind(closing, keeps: !joinsEnd)
        }
        // Of two blank lines, one before the marker and one behind it, one is enough.
        if blanks.beforeStart > 0 { opening = opening.lowerBound..<afterBlankLines(inside.0) }
        if blanks.behindEnd > 0 || after == nil {
            closing = max(opening.upperBound, beforeBlankLines(inside.1))..<closing.upperBound
        }
        if joinsStart { opening = opening.lowerBound..<afterBlankLines(inside.0) }
        if joinsEnd { closing = max(opening.upperBound, beforeBlankLines(inside.1))..<closing.upperBound }
        add(
            opening,
            .openVariant(
                condition: variant.script, isHidden: holds.map { !$0 },
                remainder: joinsAround ? [] : remainder.bytes(prefix)))
        add(opening.upperBound..<opening.upperBound, .markdown(kept + opened.bytes(prefix)), as: .variant)
        if holds == nil { addLabels(variant) }
        if endsWithElse {
            // Where only one branch shows, nothing has to part them.
            add(closing, .markdown([]), as: .variant)
            if holds == nil, !closed.bytes(prefix).isEmpty {
                add(
                    closing.upperBound..<closing.upperBound,
                    .label(.init(condition: variant.script, words: [], after: closed.bytes(prefix))))
            }
        } else {
            add(closing, .markdown(closed.bytes(prefix) + keptBehind), as: .variant)
        }
        add(closing.upperBound..<closing.upperBound, .closeVariant)
    }

    /// Says of each part for whom it is.
    private mutating func addLabels(_ variant: Variant) {
        let words = "(\(ConditionWords(texts: texts, language: edition.language).words(for: variant)))"
        for place in VariantLabel.places(in: variant) {
            let offset: Int
            let after: [UInt8]
            switch place {
            case .inside(let paragraph):
                offset = behindBox(of: paragraph)
                after = [UInt8(ascii: " ")]
            case .before(let block):
                offset = lines(of: block).lowerBound
                let isTight = block.parent?.parent.map { $0.kind == .list && $0.isTight } ?? false
                let prefix = continuation(at: offset)
                after = [0x0A] + (isTight ? [] : Separator.blankLine.bytes(prefix)) + prefix
            }
            let label = MarkdownPiece.Label(
                condition: variant.script, words: Array(words.utf8), after: after)
            add(offset..<offset, .label(label))
        }
    }

    /// Where a paragraph's words begin, behind the box of a task.
    private func behindBox(of paragraph: Node) -> Int {
        let start = lines(of: paragraph).lowerBound
        guard let box = paragraph.firstChild, box.kind.isTaskMarker else { return start }
        var index = start + "[ ]".utf8.count
        while byte(at: index) == 0x20 || byte(at: index) == 0x09 { index += 1 }
        return index
    }

    private struct Blanks {
        let beforeStart: Int
        let behindStart: Int
        let beforeEnd: Int
        let behindEnd: Int

        func parts(atStart: Bool) -> Bool {
            atStart ? beforeStart + behindStart > 0 : beforeEnd + behindEnd > 0
        }
    }

    // MARK: What has to be parted

    func separator(between left: Node?, and right: Node?, hasBlankLine: Bool) -> Separator {
        guard let left, let right, !joins(left, right) else { return .none }
        if left.kind == .list {
            if right.kind == .list { return right.continues(left) && sameMarker(left, right) ? .comment : .none }
            // Indented code would be the last item's.
            if right.kind == .codeBlock, !right.isFenced { return .comment }
        }
        if hasBlankLine { return .none }
        if let list = left.parent?.parent, list.kind == .list, list.isTight { return .comment }
        return .blankLine
    }

    /// Whether two lists are one where only markers of variants part them.
    func joins(_ left: Node?, _ right: Node?) -> Bool {
        guard let left, let right, left.kind == .list, right.kind == .list else { return false }
        return right.continues(left) && sameMarker(left, right)
    }

    /// Lists whose items begin with other signs are never read as one.
    private func sameMarker(_ left: Node, _ right: Node) -> Bool { left.bullet == right.bullet }

    // MARK: Lines

    /// The lines of a marker with their ends; where they hold a list item's marker as well, from behind that to where
    /// the text of the next line begins.
    private func wholeLines(of marker: Node) -> Range<Int> {
        let range = lines(of: marker)
        let end = lineEnd(behind: range.upperBound)
        var start = range.lowerBound
        while start > 0, source[start - 1] != 0x0A, source[start - 1] != 0x0D { start -= 1 }
        let prefix = source[start..<range.lowerBound]
        if prefix.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }) { return start..<end }
        return range.lowerBound..<min(end + prefix.count, lineEnd(behind: end))
    }

    private func lineEnd(behind offset: Int) -> Int {
        var index = offset
        while index < source.count, source[index] != 0x0A { index += 1 }
        return min(source.count, index + 1)
    }

    /// Whether a line holds nothing but what its container begins with.
    private func isBlank(_ line: Range<Int>) -> Bool {
        source[line].allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: ">") }
    }

    private func beforeBlankLines(_ offset: Int) -> Int {
        var start = offset
        while start > edition.bodyStart {
            var previous = start - 1
            while previous > 0, source[previous - 1] != 0x0A { previous -= 1 }
            guard isBlank(previous..<start) else { break }
            start = previous
        }
        return start
    }

    private func afterBlankLines(_ offset: Int) -> Int {
        var end = offset
        while end < source.count {
            let next = lineEnd(behind: end)
            guard isBlank(end..<next) else { break }
            end = next
        }
        return end
    }

    private func blankLines(before offset: Int) -> Int { offset - beforeBlankLines(offset) }

    private func blankLines(behind offset: Int) -> Int { afterBlankLines(offset) - offset }

    private func extended(_ range: Range<Int>, by count: Int, keeps: Bool) -> (Range<Int>, [UInt8]) {
        let start = range.lowerBound - count
        return (start..<range.upperBound, keeps ? Array(source[start..<range.lowerBound]) : [])
    }

    private func extendedBehind(_ range: Range<Int>, keeps: Bool) -> (Range<Int>, [UInt8]) {
        let end = afterBlankLines(range.upperBound)
        return (range.lowerBound..<end, keeps ? Array(source[range.upperBound..<end]) : [])
    }
}

extension Node {
    /// The sign that a list's items begin with: of a numbered one, what follows the number.
    package var bullet: UInt8 {
        guard startLine >= 1 else { return 0 }
        let line = document.line(startLine)
        var index = line.lowerBound + max(0, startColumn - 1)
        while index < line.upperBound, document.source[index].isASCIIDigit { index += 1 }
        return index < line.upperBound ? document.source[index] : 0
    }
}
