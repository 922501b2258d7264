import Sources

/// The pictures of a text that are written as tags of HTML. They become images of the tree, so that whatever looks at images
/// looks at them too: each is parsed as an image without an address, of as many bytes, which is then given what the tag says.
struct PictureTags {
    /// In the order of the text.
    private(set) var tags: [PictureTag] = []

    /// The end of the image's text, and an address until it gets its own: no text may hold it.
    private static let placeholder: [UInt8] = Array("](<\u{1}>".utf8)

    /// Finds the tags of a text, of which no element with other HTML in it.
    init(in source: [UInt8], _ limits: ParseLimits) throws(ParseLimitError) {
        let document = try Document(plain: source, limits: limits)
        for node in document.root.descendants(.html) {
            if node.kind == .htmlInline {
                guard node.withLiteral({ PictureTag($0, at: 0)?.range.upperBound == $0.count }),
                    let start = node.sourceRange?.lowerBound, let tag = tag(at: start, in: source),
                    node.withLiteral({ Self.isSame(source[tag.range], $0) }), Self.place(for: tag, in: source) != nil
                else { continue }
                tags.append(tag)
            } else {
                tags += block(node, in: source)
            }
        }
        tags.sort { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// Whether bytes of a text are those of a tag, but for the spaces that lines begin with, which are none of a paragraph's.
    private static func isSame(_ source: ArraySlice<UInt8>, _ literal: UnsafeBufferPointer<UInt8>) -> Bool {
        source.lazy.filter { !$0.isSpace }.elementsEqual(literal.lazy.filter { !$0.isSpace })
    }

    private func tag(at offset: Int, in source: [UInt8]) -> PictureTag? {
        source.withUnsafeBufferPointer { PictureTag($0, at: offset) }
    }

    /// The tags of a block that holds nothing else, each in one line.
    private func block(_ node: Node, in source: [UInt8]) -> [PictureTag] {
        guard node.startLine > 0 else { return [] }
        var lines = node.withLiteral { Array($0) }.split(separator: 0x0A, omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        var found: [PictureTag] = []
        for (index, line) in lines.enumerated() {
            let place = node.document.line(node.startLine + index)
            // What a quote has before it is none of the block's.
            var offset = place.upperBound - line.filter { $0 != 0x0D }.count
            guard offset >= place.lowerBound else { return [] }
            while offset < place.upperBound {
                if source[offset].isSpaceOrTab {
                    offset += 1
                    continue
                }
                guard let tag = tag(at: offset, in: source), tag.range.upperBound <= place.upperBound else { return [] }
                found.append(tag)
                offset = tag.range.upperBound
            }
        }
        return found
    }

    /// The text that libcmark is given in the place of another: as many bytes, in the same lines. An image's text may go on over
    /// lines, none of which may be blank, and between its address and its parenthesis one line may end.
    func replaced(in source: [UInt8]) -> [UInt8] {
        var text = source
        for tag in tags {
            for index in tag.range where text[index] != 0x0A && text[index] != 0x0D { text[index] = UInt8(ascii: "x") }
            let start = tag.range.lowerBound, end = tag.range.upperBound
            text.replaceSubrange(start..<(start + 2), with: [UInt8(ascii: "!"), UInt8(ascii: "[")])
            text[end - 1] = UInt8(ascii: ")")
            guard let place = Self.place(for: tag, in: source) else { continue }
            for index in place..<(end - 1) where text[index] != 0x0A && text[index] != 0x0D { text[index] = 0x20 }
            text.replaceSubrange(place..<(place + Self.placeholder.count), with: Self.placeholder)
        }
        return text
    }

    /// Where the address of an image stands for a while: in the last line of a tag, or in the one before; nil where both are too short.
    private static func place(for tag: PictureTag, in source: [UInt8]) -> Int? {
        var end = tag.range.upperBound - 1
        for _ in 0..<2 {
            let line = source[tag.range.lowerBound..<end].lastIndex(of: 0x0A).map { $0 + 1 } ?? tag.range.lowerBound + 2
            if end - line >= placeholder.count { return end - placeholder.count }
            guard line > tag.range.lowerBound + 2 else { return nil }
            end = line - 1
            if end > tag.range.lowerBound, source[end - 1] == 0x0D { end -= 1 }
        }
        return nil
    }

    /// Gives the images of a document what their tags say.
    ///
    /// - Parameter restore: gives the document its own text again, once all images are found.
    func fill(_ document: Document, _ restore: () -> Void) {
        let images = document.root.descendants(.links).compactMap { node -> (node: Node, index: Int)? in
            guard node.kind == .image, node.withURL({ $0.count == 1 && $0[0] == 1 }), let range = node.sourceRange
            else {
                return nil
            }
            return index(at: range.lowerBound).map { (node, $0) }
        }
        restore()
        for (node, index) in images {
            let tag = tags[index]
            Role.picture(index).set(on: node.raw)
            node.setURL(Self.decoded(tag.address, in: document.source))
            if let title = tag.title {
                node.setTitle(String(decoding: Self.decoded(title, in: document.source), as: UTF8.self))
            }
            for child in Array(node.children) { child.remove() }
            if let text = tag.alternative, !text.isEmpty {
                node.append(document.makeText(Self.decoded(text, in: document.source)))
            }
        }
        // The images that were aligned were empty.
        document.alignments = [:]
    }

    /// The tag that begins at an offset, or the first behind it.
    func index(from offset: Int) -> Int? {
        var (low, high) = (0, tags.count)
        while low < high {
            let middle = (low + high) / 2
            if tags[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
        }
        return low < tags.count ? low : nil
    }

    private func index(at offset: Int) -> Int? {
        index(from: offset).flatMap { tags[$0].range.lowerBound == offset ? $0 : nil }
    }

    /// What a value says, in which entities are written.
    private static func decoded(_ range: Range<Int>, in source: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if source[index] == UInt8(ascii: "&"), let entity = Entity(in: source, at: index),
                entity.end <= range.upperBound
            {
                text += entity.text
                index = entity.end
            } else {
                text.append(source[index])
                index += 1
            }
        }
        return text
    }
}

extension Node {
    /// The tag that an image is written as; nil for one of Markdown's.
    var pictureTag: PictureTag? {
        guard raw.type == .image, let role = Role(raw), role.isPicture else { return nil }
        return document.pictures?.tags[role.number]
    }

    /// The size that an image's author gives it, in CSS pixels.
    package var pictureSize: (width: Int?, height: Int?) {
        pictureTag.map { ($0.width, $0.height) } ?? (nil, nil)
    }
}
