/// Writes text so that a CommonMark reader and a GFM reader both see that text, with no escape too many.
///
/// An address of electronic mail is the one exception: GFM makes it a link however it is escaped.
extension MarkdownWriter {
    /// What may need an escape. Sixteen characters at most, so that the C library can search for all at once.
    private static let candidates: StaticString = "*_[]`\\!#<&~|:.\n"

    mutating func writeText(_ node: RawNode) {
        guard let text = node.literalBytes else { return }
        lines.begin()
        let before = before
        let first = text.pointee
        var copied = 0
        if before.mayNeedReference(behind: first), let width = entityWidth(text, after: before) {
            refer(to: text, at: 0, width: width, &copied)
        } else if LineStart.isMarker(first) {
            if !block.isHeading,
                let offset = LineStart.escape(text, node, after: before, digits: lines.digits)
            {
                escape(text, at: offset, &copied)
            }
        } else if first == UInt8(ascii: "^"), before.ascii == UInt8(ascii: "[") {
            // A GFM reader takes `[^` for a footnote.
            escape(text, at: 0, &copied)
        }
        var index = 0
        while true {
            index += Self.distance(to: text + index)
            let byte = text[index]
            if byte == 0 { break }
            if byte == 0x0A {
                copy(text, to: index, &copied)
                lines.put(0x20)
                copied = index + 1
            } else if index >= copied, needsEscape(text, index, node, before) {
                escape(text, at: index, &copied)
            }
            index += 1
        }
        if Self.mayNeedReference(text[index - 1], before: node),
            let width = entityWidth(text, count: index, before: node), index - width >= copied
        {
            refer(to: text, at: index - width, width: width, &copied)
        }
        copy(text, to: index, &copied)
        last = nil
    }

    /// What was written last in the block.
    var before: Neighbor { last ?? .character(lines.lastScalar) }

    private mutating func needsEscape(
        _ text: UnsafePointer<UInt8>, _ index: Int, _ node: RawNode, _ before: Neighbor
    ) -> Bool {
        if text[index] == UInt8(ascii: "~") { block.countTildes() }
        return TextPlace(text: text, index: index, node: node, before: before, block: block).needsEscape
    }

    // MARK: Pieces

    private mutating func copy(_ text: UnsafePointer<UInt8>, to end: Int, _ copied: inout Int) {
        guard end > copied else { return }
        lines.put(text + copied, count: end - copied)
        copied = end
    }

    private mutating func escape(_ text: UnsafePointer<UInt8>, at index: Int, _ copied: inout Int) {
        copy(text, to: index, &copied)
        lines.put(UInt8(ascii: "\\"))
        lines.put(text[index])
        copied = index + 1
    }

    private mutating func refer(
        to text: UnsafePointer<UInt8>, at index: Int, width: Int, _ copied: inout Int
    ) {
        copy(text, to: index, &copied)
        lines.putReference(to: (text + index).firstScalar.scalar)
        copied = index + width
    }

    private static func distance(to text: UnsafePointer<UInt8>) -> Int { text.distance(toAnyOf: candidates) }

    // MARK: References

    /// How many bytes at the start have to be written as a reference: white space that would be lost, or a letter
    /// that would keep the delimiter before it from closing.
    private func entityWidth(_ text: UnsafePointer<UInt8>, after before: Neighbor) -> Int? {
        let (scalar, width) = text.firstScalar
        switch before {
        case .closing(let emphasis):
            return CharacterClass(scalar) == .other && closesOnlyApart(emphasis) ? width : nil
        case .opening: return CharacterClass(scalar) == .whitespace ? width : nil
        case .blockEdge, .lineEdge, .cellEdge:
            // A byte order mark at the start of a text is dropped.
            return scalar == 0x20 || scalar == 0x09 || scalar == 0xFEFF ? width : nil
        case .link, .character: return nil
        }
    }

    /// The same for the end.
    private func entityWidth(_ text: UnsafePointer<UInt8>, count: Int, before node: RawNode) -> Int? {
        let (scalar, width) = text.lastScalar(count: count)
        switch Neighbor(after: node) {
        case .opening(let emphasis):
            return CharacterClass(scalar) == .other && opensOnlyApart(emphasis) ? width : nil
        case .closing: return CharacterClass(scalar) == .whitespace ? width : nil
        case .blockEdge, .lineEdge, .cellEdge: return scalar == 0x20 || scalar == 0x09 ? width : nil
        case .link, .character: return nil
        }
    }

    /// Whether a text that ends with a byte may have to end with a reference. Most texts end at a place where that
    /// means nothing, which is found out first.
    private static func mayNeedReference(_ end: UInt8, before node: RawNode) -> Bool {
        let isSign = end > 0x20 && end < 0x80
        guard let next = node.next else {
            switch node.parent?.type {
            case .paragraph?, .heading?: return end == 0x20 || end == 0x09
            // What follows a value follows its text.
            case .customInline?:
                guard let value = node.parent, Role(value)?.isValue == true else { return true }
                return mayNeedReference(end, before: value)
            default: return !isSign
            }
        }
        switch next.type {
        case .code, .link, .image, .htmlInline: return false
        case .text: return next.literalBytes == nil
        case .emphasis, .strong:
            // Behind white space or punctuation they open whatever they begin with.
            guard end == 0x20 || end.isASCIIPunctuation else { return true }
            return next.firstChild?.type != .text || next.firstChild?.literalBytes == nil
        case .customInline:
            // A value's text.
            return next.enterBytes != nil || next.firstChild?.literalBytes == nil || Role(next) == .strikethrough
        default: return !isSign
        }
    }
}

extension MarkdownWriter.BlockContext {
    var isInLink: Bool { links > 0 }
    var hasSeveralTildes: Bool { tildes ?? 0 > 1 }

    /// Counts the tildes of the block, once for all its texts.
    fileprivate mutating func countTildes() {
        guard tildes == nil, let node else { return }
        var count = 0
        var current = node.firstChild
        let end = node.followingSubtree
        while let inline = current, inline != end {
            if var bytes = inline.literalBytes ?? inline.enterBytes {
                while bytes.pointee != 0 {
                    if bytes.pointee == UInt8(ascii: "~") { count += 1 }
                    bytes += 1
                }
            }
            current = inline.following
        }
        tildes = count
    }
}

extension Neighbor {
    /// Whether a text that begins with a byte may have to begin with a reference behind this.
    fileprivate func mayNeedReference(behind first: UInt8) -> Bool {
        switch self {
        case .closing: first >= 0x7F || first.isASCIIAlphanumeric
        case .opening: first >= 0x80 || first <= 0x20
        // A byte order mark begins with EF.
        case .blockEdge, .lineEdge, .cellEdge: first <= 0x20 || first == 0xEF
        case .link, .character: false
        }
    }
}
