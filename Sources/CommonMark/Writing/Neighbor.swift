/// What is written directly before or after an inline. Nodes that print nothing themselves, like that of a value,
/// are looked through.
enum Neighbor {
    /// Where the block's text begins or ends.
    case blockEdge
    /// A line break.
    case lineEdge
    /// The white space at the edge of a table's cell, which a reader trims.
    case cellEdge
    /// The delimiter of an emphasis, a strong text or a strikethrough that begins here, or that the inline is the
    /// first in.
    case opening(RawNode)
    /// The delimiter of one that ends here.
    case closing(RawNode)
    /// The delimiter of a link's text, which begins here.
    case link
    case character(UInt32)

    /// What is written after an inline.
    init(after node: RawNode) {
        var current = node
        while true {
            if let next = current.next {
                if let first = Neighbor.first(of: next) {
                    self = first
                    return
                }
                current = next
                continue
            }
            guard let parent = current.parent else {
                self = .blockEdge
                return
            }
            if let edge = Neighbor.end(of: parent) {
                self = edge
                return
            }
            current = parent
        }
    }

    /// What ends what a node holds; nil where it prints nothing there.
    private static func end(of parent: RawNode) -> Neighbor? {
        switch parent.type {
        case .emphasis, .strong: return .closing(parent)
        case .link, .image: return .character(0x5D)
        case .customInline:
            if Role(parent)?.isTableCell == true { return .cellEdge }
            if parent.isEmphasis { return .closing(parent) }
            return parent.exitBytes.map { .character($0.firstScalar.scalar) }
        default: return .blockEdge
        }
    }

    /// What a node prints first; nil where it prints nothing.
    static func first(of node: RawNode) -> Neighbor? {
        switch node.type {
        case .text: return node.literalBytes.map { .character($0.firstScalar.scalar) }
        case .softBreak, .lineBreak: return .lineEdge
        case .code: return .character(0x60)
        case .htmlInline: return .character(0x3C)
        case .link: return .link
        case .image: return .character(0x21)
        case .emphasis, .strong: return node.printsContent ? .opening(node) : nil
        default:
            if node.isEmphasis, node.enterBytes != nil { return node.printsContent ? .opening(node) : nil }
            if let bytes = node.enterBytes { return .character(bytes.firstScalar.scalar) }
            var child = node.firstChild
            while let inner = child {
                if let first = first(of: inner) { return first }
                child = inner.next
            }
            return node.exitBytes.map { .character($0.firstScalar.scalar) }
        }
    }
}

extension Neighbor {
    /// What the flanking rules see.
    var characterClass: CharacterClass {
        switch self {
        case .blockEdge, .lineEdge, .cellEdge: .whitespace
        case .opening, .closing, .link: .punctuation
        case .character(let scalar): CharacterClass(scalar)
        }
    }

    /// Whether a line's text begins or ends here.
    var isEdge: Bool {
        switch self {
        case .blockEdge, .lineEdge, .cellEdge: true
        default: false
        }
    }

    /// Whether a delimiter of emphasis, strong text or strikethrough begins or ends here.
    var isDelimiter: Bool {
        switch self {
        case .opening, .closing: true
        default: false
        }
    }

    /// The ASCII character; a space for an edge, 0 for what is no ASCII.
    var ascii: UInt8 {
        switch self {
        case .blockEdge, .lineEdge, .cellEdge: 0x20
        case .opening, .closing: 0x2A
        case .link: 0x5B
        case .character(let scalar): scalar < 0x80 ? UInt8(scalar) : 0
        }
    }
}
