import Sources

/// Finds where the content of a block's lines begins, behind the quote and list markers of what holds it.
///
/// libcmark tells where a block begins; where its later lines do follows from the rules by which a line belongs
/// to a container (CommonMark 0.30, sections 5.1 and 5.2), lazy lines included.
struct BlockLines {
    let document: Document

    /// The content of each line of a paragraph or a heading, without the white space before it.
    func contents(of block: OpaquePointer) -> [Range<Int>] {
        var first = block.startLine
        var last = block.type == .heading ? lastLine(ofHeading: block) : block.endLine
        if first == 0, let next = block.next, let role = Role(next), role.kind == .table {
            // A paragraph that was cut off the lines before a table has no place of its own.
            first = next.startLine
            last = first + role.number - 1
            return lines(first...max(first, last), of: next)
        }
        guard first >= 1, last >= first else { return [] }
        if block.type == .heading { return headingLines(first...last, of: block) }
        return lines(first...last, of: block)
    }

    private func lines(_ numbers: ClosedRange<Int>, of block: OpaquePointer) -> [Range<Int>] {
        // Where the first line's content begins is known.
        let containers = numbers.count > 1 ? containers(of: block) : []
        let lines = document.lines
        return numbers.map { number in
            let line = lines[number]
            let isFirst = number == numbers.lowerBound
            var start =
                isFirst
                ? min(line.upperBound, line.lowerBound + max(0, block.startColumn - 1))
                : contentStart(of: line, in: containers)
            // What stands for the name of a note.
            while isFirst, start < line.upperBound, document.source[start] == FootnoteLines.filler { start += 1 }
            return skipSpace(from: start, to: line.upperBound)..<line.upperBound
        }
    }

    /// The last line of a heading. Of one with a line of dashes below it libcmark 0.30.2 takes the next line for the last,
    /// unless the text ends before.
    func lastLine(ofHeading block: OpaquePointer) -> Int {
        let last = block.endLine
        guard last > block.startLine, block.startLine >= 1 else { return last }
        var current: OpaquePointer? = block
        while let node = current {
            // The blocks of a part stand in one of the program's.
            let next = node.next.flatMap { $0.startLine == 0 ? $0.firstChild : $0 }
            if next?.startLine == last { return last - 1 }
            current = node.parent
        }
        let line = document.lines[last]
        let text = document.source[contentStart(of: line, in: containers(of: block))..<line.upperBound]
            .drop(while: \.isSpaceOrTab)
        guard let sign = text.first, sign == UInt8(ascii: "=") || sign == UInt8(ascii: "-"),
            text.drop(while: { $0 == sign }).allSatisfy(\.isSpaceOrTab)
        else { return last - 1 }
        return last
    }

    private func headingLines(_ numbers: ClosedRange<Int>, of block: OpaquePointer) -> [Range<Int>] {
        var contents = lines(numbers, of: block)
        guard let first = contents.first, first.lowerBound < first.upperBound else { return contents }
        let isATX = numbers.count == 1 && document.source[first.lowerBound] == UInt8(ascii: "#")
        guard isATX else { return contents.dropLast() }
        var start = first.lowerBound
        while start < first.upperBound, document.source[start] == UInt8(ascii: "#") { start += 1 }
        start = skipSpace(from: start, to: first.upperBound)
        contents[0] = start..<max(start, first.upperBound)
        return contents
    }

    /// A quote, or an item of a list whose content stands so many columns to the right.
    private enum Container {
        case quote
        case item(width: Int)
    }

    private func containers(of block: OpaquePointer) -> [Container] {
        var chain: [OpaquePointer] = []
        var current = block.parent
        while let node = current {
            let type = node.type
            if type == .blockQuote || type == .item { chain.append(node) }
            current = node.parent
        }
        var containers: [Container] = []
        for node in chain.reversed() {
            if node.type == .blockQuote {
                containers.append(.quote)
            } else {
                containers.append(.item(width: width(ofItem: node, in: containers)))
            }
        }
        return containers
    }

    /// The columns from where the item's own container begins to the item's content.
    private func width(ofItem item: OpaquePointer, in outer: [Container]) -> Int {
        let line = document.lines[item.startLine]
        let marker = line.lowerBound + item.startColumn - 1
        var cursor = Cursor(document.source, line)
        cursor.enter(outer)
        let start = min(cursor.column, column(of: marker, in: line))
        var end = marker
        while end < line.upperBound, document.source[end].isASCIIDigit { end += 1 }
        end = min(end + 1, line.upperBound)
        let content = skipSpace(from: end, to: line.upperBound)
        let markerEnd = column(of: end, in: line)
        let spaces = column(of: content, in: line) - markerEnd
        // An item that begins with a blank line or with indented code has one space after its marker.
        let padding = content == line.upperBound || spaces > 4 ? 1 : spaces
        return markerEnd + padding - start
    }

    private func contentStart(of line: Range<Int>, in containers: [Container]) -> Int {
        var cursor = Cursor(document.source, line)
        cursor.enter(containers)
        return cursor.index
    }

    private func column(of index: Int, in line: Range<Int>) -> Int {
        document.source[line.lowerBound..<max(line.lowerBound, index)].reduce(0) { column, byte in
            byte == 0x09 ? column + 4 - column % 4 : column + 1
        }
    }

    private func skipSpace(from start: Int, to end: Int) -> Int {
        var index = start
        while index < end, document.source[index].isSpaceOrTab { index += 1 }
        return index
    }

    /// Walks into a line, container by container, as far as the line belongs to them.
    private struct Cursor {
        let source: [UInt8]
        let end: Int
        var index: Int
        var column = 0

        init(_ source: [UInt8], _ line: Range<Int>) {
            self.source = source
            index = line.lowerBound
            end = line.upperBound
        }

        mutating func enter(_ containers: [Container]) {
            for container in containers {
                switch container {
                case .quote:
                    let (next, width) = space()
                    guard width <= 3, next < end, source[next] == UInt8(ascii: ">") else { return }
                    column += width + 1
                    index = next + 1
                    consume(1)
                case .item(let width):
                    guard space().width >= width else { return }
                    consume(width)
                }
            }
        }

        private func space() -> (next: Int, width: Int) {
            var next = index
            var column = column
            while next < end, source[next].isSpaceOrTab {
                column += source[next] == 0x09 ? 4 - column % 4 : 1
                next += 1
            }
            return (next, column - self.column)
        }

        private mutating func consume(_ columns: Int) {
            let target = column + columns
            while column < target, index < end, source[index].isSpaceOrTab {
                column += source[index] == 0x09 ? 4 - column % 4 : 1
                index += 1
            }
        }
    }
}
