import Sources

/// Where the inlines of one block stand in the source, found by reading the source along the tree.
///
/// libcmark's own inline columns are wrong on lazy and over-indented lines, in code spans, and after a link's
/// title over two lines. The tree says what must come next, so the source is only followed, not parsed again.
struct InlineAlignment {
    private(set) var ranges: [OpaquePointer: Range<Int>] = [:]
    /// What stands behind the text of each link and image.
    private(set) var tails: [OpaquePointer: LinkTail.Form] = [:]
    private var bytes: [UInt8] = []
    /// The source's offset of each byte, and of the end.
    private var offsets: [Int] = []
    private var cursor = 0
    /// How many more bytes may be looked at to find what does not stand where it should. One odd spot is put right; where
    /// thousands are, their places are not worth time that grows with the square of the text.
    private var searches = 0
    /// Signs that would close the title or the address of a link, and occur no more.
    private var missing: Set<UInt8> = []
    private let pictures: PictureTags?

    init(of block: Node, lines: [Range<Int>]) {
        let source = block.document.source
        pictures = block.document.pictures
        for line in lines {
            if !bytes.isEmpty {
                bytes.append(0x0A)
                offsets.append(line.lowerBound)
            }
            bytes.append(contentsOf: source[line])
            offsets.append(contentsOf: line)
        }
        offsets.append(lines.last?.upperBound ?? 0)
        searches = 16 * bytes.count + 4096
        align(block.firstChild)
        // The places are kept for as long as the document, what they were found in is not.
        (bytes, offsets, missing) = ([], [], [])
    }

    /// Goes through a node, its siblings behind it and all that they hold. Elements may stand so deep within each other that
    /// no call is made for each.
    private mutating func align(_ first: Node?) {
        var open: [(node: Node, start: Int)] = []
        var upcoming = first
        while let node = upcoming {
            let start = enter(node)
            if isPicture(node) {
                leave(picture: node)
            } else if let child = node.firstChild {
                open.append((node, start))
                upcoming = child
                continue
            } else {
                leave(node, start)
            }
            upcoming = node.next
            while upcoming == nil, let (parent, start) = open.popLast() {
                leave(parent, start)
                upcoming = parent.next
            }
        }
    }

    /// Whether an image is written as a tag.
    private func isPicture(_ node: Node) -> Bool {
        guard pictures != nil, node.raw.type == .image else { return false }
        return Role(node.raw)?.isPicture == true || node.withURL { $0.count == 1 && $0[0] == 1 }
    }

    /// Moves past a picture that is written as a tag, whose place is known.
    private mutating func leave(picture node: Node) {
        let index = cursor < offsets.count ? pictures?.index(from: offsets[cursor]) : nil
        guard let index, let tag = pictures?.tags[index] else { return }
        while cursor < bytes.count, offsets[cursor] < tag.range.upperBound { cursor += 1 }
        ranges[node.raw] = tag.range
        tails[node.raw] = .attribute(tag.address)
        if let text = node.firstChild, let place = tag.alternative { ranges[text.raw] = place }
    }

    /// Moves past a node, or to what it holds, and returns where it began.
    private mutating func enter(_ node: Node) -> Int {
        var start = cursor
        switch node.kind {
        case .text:
            start = seek(node)
        case .softBreak, .lineBreak:
            while cursor < bytes.count, bytes[cursor] != 0x0A { cursor += 1 }
            start = cursor
            cursor = min(cursor + 1, bytes.count)
            skipSpace()
        case .code:
            start = skip(to: UInt8(ascii: "`"))
            alignCode()
        case .htmlInline:
            start = skip(to: UInt8(ascii: "<"))
            cursor = start + node.withLiteral(\.count)
        case .emphasis: cursor += 1
        case .strong, .strikethrough: cursor += 2
        case .link where node.isBareAddress: break
        case .image where isPicture(node): break
        case .link, .image:
            // An autolink's text is the address.
            cursor = isAutolink(from: start) ? cursor + 1 : min(skip(to: UInt8(ascii: "[")) + 1, bytes.count)
        case .taskMarker: cursor += "[ ]".utf8.count
        case .footnoteReference:
            start = skip(to: UInt8(ascii: "["))
            cursor = start
            cursor = min(skip(to: UInt8(ascii: "]")) + 1, bytes.count)
        default: break
        }
        return start
    }

    /// Moves past what ends a node.
    private mutating func leave(_ node: Node, _ start: Int) {
        switch node.kind {
        case .emphasis: cursor += 1
        case .strong, .strikethrough: cursor += 2
        case .link, .image: alignTail(of: node, start)
        default: break
        }
        cursor = min(cursor, bytes.count)
        ranges[node.raw] = source(start..<max(start, cursor))
    }

    private func source(_ range: Range<Int>) -> Range<Int> {
        let start = offsets[min(range.lowerBound, offsets.count - 1)]
        guard range.upperBound > range.lowerBound else { return start..<start }
        // One past the last byte, so that a range never reaches into the next line's markers.
        return
            start..<max(
                start, offsets[min(range.upperBound, offsets.count) - 1] + (range.upperBound < offsets.count ? 1 : 0))
    }

    // MARK: Text

    /// Moves past a text and returns where it began; where it does not stand at the cursor, it is looked for,
    /// so that one odd spot does not shift everything behind it.
    private mutating func seek(_ node: Node) -> Int {
        var text = node.withLiteral { Array($0) }
        // A lazy line's indentation is in the text behind a hard break, and in none of the lines.
        if node.previous?.kind == .lineBreak, cursor < bytes.count, bytes[cursor] != 0x20 {
            text = Array(text.drop { $0.isSpaceOrTab })
        }
        guard !text.isEmpty else { return cursor }
        var start = cursor
        while start < bytes.count, searches > 0 {
            if let end = match(text, at: start) {
                cursor = end
                return start
            }
            start += 1
        }
        return cursor
    }

    /// The end of a text that stands at an offset, written with escapes and entities or without.
    private mutating func match(_ text: [UInt8], at start: Int) -> Int? {
        var index = start
        var position = 0
        defer { searches -= position + 1 }
        while position < text.count {
            guard index < bytes.count else { return nil }
            if bytes[index] == UInt8(ascii: "&"), let entity = Entity(in: bytes, at: index),
                text[position...].starts(with: entity.text)
            {
                index = entity.end
                position += entity.text.count
            } else if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count, bytes[index + 1].isASCIIPunctuation,
                bytes[index + 1] == text[position]
            {
                index += 2
                position += 1
            } else if bytes[index] == text[position] {
                index += 1
                position += 1
            } else {
                return nil
            }
        }
        return index
    }

    private mutating func skipSpace() {
        while cursor < bytes.count, bytes[cursor].isSpaceOrTab { cursor += 1 }
    }

    private mutating func skip(to byte: UInt8) -> Int {
        guard searches > 0, let found = bytes[min(cursor, bytes.count)...].firstIndex(of: byte) else {
            searches -= bytes.count - min(cursor, bytes.count)
            return cursor
        }
        return found
    }

    // MARK: Code and links

    private mutating func alignCode() {
        cursor = skip(to: UInt8(ascii: "`"))
        let ticks = run(at: cursor)
        cursor += ticks
        let start = cursor
        defer { searches -= cursor - start }
        while cursor < bytes.count, searches > 0 {
            guard let next = bytes[cursor...].firstIndex(of: UInt8(ascii: "`")) else { return }
            let length = run(at: next)
            cursor = next + length
            if length == ticks { return }
        }
    }

    private func run(at start: Int) -> Int {
        bytes[start...].prefix { $0 == UInt8(ascii: "`") }.count
    }

    private func isAutolink(from start: Int) -> Bool { start < bytes.count && bytes[start] == UInt8(ascii: "<") }

    private mutating func alignTail(of node: Node, _ start: Int) {
        if node.isBareAddress {
            tails[node.raw] = .autolink
            return
        }
        if isAutolink(from: start) {
            cursor = min(skip(to: UInt8(ascii: ">")) + 1, bytes.count)
            tails[node.raw] = .autolink
            return
        }
        cursor = min(skip(to: UInt8(ascii: "]")) + 1, bytes.count)
        let start = cursor
        defer { if tails[node.raw] == nil { tails[node.raw] = .reference(source(start..<max(start, cursor))) } }
        guard cursor < bytes.count else { return }
        if bytes[cursor] == UInt8(ascii: "("), let tail = LinkTail(of: bytes, from: cursor, &missing) {
            cursor = tail.end
            tails[node.raw] = .inline(address: source(tail.address))
        } else if bytes[cursor] == UInt8(ascii: "["), let end = bytes[cursor...].firstIndex(of: UInt8(ascii: "]")) {
            // `[text][label]`, unless the brackets are a text of their own, behind a shortcut link.
            let label = Array(bytes[cursor...end])
            let isText = node.next?.kind == .text && label.count > 2 && node.next?.withLiteral { $0.first } == label[0]
            if !isText { cursor = end + 1 }
        }
    }
}
