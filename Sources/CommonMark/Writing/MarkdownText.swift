import CCmark

/// Writes a text so that a CommonMark reader and a GFM reader both see that text, with no escape too many.
///
/// An address of electronic mail is the one exception: GFM makes it a link however it is escaped.
struct MarkdownText {
    /// What was written: valid after `write` returned true.
    private(set) var bytes: [UInt8] = []
    private var copied = 0
    private var tildes = Tildes()

    /// What may need an escape, or gets one from libcmark that it does not need. Sixteen characters at most, so
    /// that the C library can search for all at once.
    private static let candidates: StaticString = "*_[]`\\!#<>&~|:.\n"

    /// Writes a text that stands in a tree; false where libcmark writes it well by itself.
    mutating func write(_ node: RawNode) -> Bool {
        guard let text = node.literalBytes else { return false }
        // An array that is empty already would be given a new buffer.
        if !bytes.isEmpty { bytes.removeAll(keepingCapacity: true) }
        copied = 0
        var isOwn = false
        let before = Neighbor(before: node)
        let first = text.pointee
        if before.dropsSpace, let width = Self.entityWidth(text, after: before) {
            refer(to: text, at: 0, width: width)
            isOwn = true
        } else if Self.mayBeginBlock(first) {
            let begins = LineStart(text, node, before)
            if let escape = begins.escape { self.escape(text, at: escape) }
            isOwn = begins.isOwn
        } else if first == UInt8(ascii: "^"), before.ascii == UInt8(ascii: "[") {
            // A GFM reader takes `[^` for a footnote.
            escape(text, at: 0)
            isOwn = true
        }
        var index = 0
        while true {
            index += Self.distance(to: text + index)
            let byte = text[index]
            if byte == 0 { break }
            let place = TextPlace(
                text: text, index: index, node: node, before: before,
                hasTildes: byte == UInt8(ascii: "~") && tildes.areSeveral(around: node))
            if byte == 0x0A {
                copy(text, to: index)
                bytes.append(0x20)
                copied = index + 1
                isOwn = true
            } else if index >= copied, place.needsEscape {
                escape(text, at: index)
                isOwn = true
            } else if Self.isEscapedByLibcmark(byte) {
                isOwn = true
            }
            index += 1
        }
        if let width = Self.entityWidth(text, count: index, before: node), index - width >= copied {
            refer(to: text, at: index - width, width: width)
            isOwn = true
        }
        if isOwn { copy(text, to: index) }
        return isOwn
    }

    // MARK: Pieces

    private mutating func copy(_ text: UnsafePointer<UInt8>, to end: Int) {
        guard end > copied else { return }
        bytes.append(contentsOf: UnsafeBufferPointer(start: text + copied, count: end - copied))
        copied = end
    }

    private mutating func escape(_ text: UnsafePointer<UInt8>, at index: Int) {
        copy(text, to: index)
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(text[index])
        copied = index + 1
    }

    private mutating func refer(to text: UnsafePointer<UInt8>, at index: Int, width: Int) {
        copy(text, to: index)
        bytes.append(contentsOf: "&#\((text + index).firstScalar.scalar);".utf8)
        copied = index + width
    }

    private static func distance(to text: UnsafePointer<UInt8>) -> Int {
        strcspn(
            UnsafeRawPointer(text).assumingMemoryBound(to: CChar.self),
            UnsafeRawPointer(candidates.utf8Start).assumingMemoryBound(to: CChar.self))
    }

    static func mayBeginBlock(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: ":"), UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "-"),
            UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "|"):
            true
        default: false
        }
    }

    private static func isEscapedByLibcmark(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "~"), UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: "."): false
        default: true
        }
    }

    // MARK: References

    /// How many bytes at the start have to be written as a reference: white space that would be lost, or a letter
    /// that would keep the delimiter before it from closing.
    private static func entityWidth(_ text: UnsafePointer<UInt8>, after before: Neighbor) -> Int? {
        let (scalar, width) = text.firstScalar
        switch before {
        case .closing(let emphasis):
            return CharacterClass(scalar) == .other && emphasis.closesOnlyApart ? width : nil
        case .opening: return CharacterClass(scalar) == .whitespace ? width : nil
        case .blockEdge, .lineEdge, .cellEdge:
            // A byte order mark at the start of a text is dropped.
            return scalar == 0x20 || scalar == 0x09 || scalar == 0xFEFF ? width : nil
        case .link, .character: return nil
        }
    }

    /// The same for the end.
    private static func entityWidth(_ text: UnsafePointer<UInt8>, count: Int, before node: RawNode) -> Int? {
        let (scalar, width) = text.lastScalar(count: count)
        // Most texts end with a letter at a place where that means nothing; that is found out first.
        if let next = node.next {
            switch next.type {
            case CMARK_NODE_CODE, CMARK_NODE_LINK, CMARK_NODE_IMAGE, CMARK_NODE_TEXT: return nil
            case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: return scalar == 0x20 || scalar == 0x09 ? width : nil
            default: break
            }
        }
        switch Neighbor(after: node) {
        case .opening(let emphasis):
            return CharacterClass(scalar) == .other && emphasis.opensOnlyApart ? width : nil
        case .closing: return CharacterClass(scalar) == .whitespace ? width : nil
        case .blockEdge, .lineEdge, .cellEdge: return scalar == 0x20 || scalar == 0x09 ? width : nil
        case .link, .character: return nil
        }
    }
}

/// Counts the tildes of a block, once for all its texts.
private struct Tildes {
    private var block: RawNode?
    private var areSeveral = false

    mutating func areSeveral(around node: RawNode) -> Bool {
        var current = node
        while let parent = current.parent, current.type.rawValue >= CMARK_NODE_FIRST_INLINE.rawValue {
            current = parent
        }
        if current != block {
            block = current
            areSeveral = Self.count(in: current) > 1
        }
        return areSeveral
    }

    private static func count(in block: RawNode) -> Int {
        var count = 0
        var current = block.firstChild
        let end = block.followingSubtree
        while let node = current, node != end {
            if var bytes = node.literalBytes ?? node.enterBytes {
                while bytes.pointee != 0 {
                    if bytes.pointee == UInt8(ascii: "~") { count += 1 }
                    bytes += 1
                }
            }
            current = node.following
        }
        return count
    }
}
