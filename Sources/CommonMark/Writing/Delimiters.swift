import CCmark

/// The delimiters of emphasis, strong text and strikethrough.
extension RawNode {
    /// Whether the node is written between delimiters that the flanking rules decide on.
    var isEmphasis: Bool {
        switch type {
        case CMARK_NODE_EMPH, CMARK_NODE_STRONG: true
        case CMARK_NODE_CUSTOM_INLINE: Role(self).map { $0 == .strikethrough || $0.isDelimited } ?? false
        default: false
        }
    }

    /// Whether anything but line breaks is printed between the delimiters.
    var printsContent: Bool {
        var child = firstChild
        while let node = child {
            if !node.isBreak, Neighbor.first(of: node) != nil { return true }
            child = node.next
        }
        return false
    }

    /// The delimiter of a node that has been prepared.
    var delimiter: UInt8 {
        type == CMARK_NODE_CUSTOM_INLINE ? enterBytes?.pointee ?? 0 : UInt8(ascii: "*")
    }

    /// The delimiter that an emphasis or a strong text should take: never that of a neighbour, for the runs would
    /// be read as one, nor that of one of the same kind around it.
    var chosenDelimiter: UInt8 {
        let star = UInt8(ascii: "*")
        let low = UInt8(ascii: "_")
        guard type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG else { return delimiter }
        switch Neighbor(before: self) {
        case .closing(let sibling) where sibling.delimiter == star: return low
        case .closing(let sibling) where sibling.delimiter == low: return star
        case .opening(let outer):
            // `***x***` is strong text in emphasis, whatever it stands in.
            if type == CMARK_NODE_STRONG, outer.isPlainEmphasis, case .closing(outer) = Neighbor(after: self) {
                return outer.delimiter
            }
            return outer.delimiter == star ? low : star
        default: break
        }
        if case .closing(let outer) = Neighbor(after: self) { return outer.delimiter == star ? low : star }
        var current = parent
        while let node = current, node.type.rawValue >= CMARK_NODE_FIRST_INLINE.rawValue {
            if node.isEmphasis, node.isPlainEmphasis == (type == CMARK_NODE_EMPH) {
                return node.delimiter == star ? low : star
            }
            current = node.parent
        }
        return star
    }

    /// Emphasis, written with either delimiter, and not strong text.
    private var isPlainEmphasis: Bool { type == CMARK_NODE_EMPH || Role(self) == .delimitedEmphasis }

    /// Whether what touches the opening delimiter from outside has to be white space or punctuation.
    var opensOnlyApart: Bool {
        if chosenDelimiter == UInt8(ascii: "_") { return true }
        var child = firstChild
        while let node = child {
            guard let first = Neighbor.first(of: node) else {
                child = node.next
                continue
            }
            guard case .character(let scalar) = first, CharacterClass(scalar) == .other else { return true }
            return node.becomesEntity
        }
        return false
    }

    /// Whether what touches the closing delimiter from outside has to be white space or punctuation; the inside
    /// has been prepared.
    var closesOnlyApart: Bool {
        if delimiter == UInt8(ascii: "_") { return true }
        var child = lastChild
        while let node = child {
            if let last = Neighbor.last(of: node) { return last.characterClass != .other }
            child = node.previous
        }
        return false
    }

    /// Whether a text of one character will be written as a reference, because of the delimiter behind it.
    private var becomesEntity: Bool {
        if type == CMARK_NODE_CUSTOM_INLINE, enterBytes == nil {
            var child = firstChild
            while let node = child, Neighbor.first(of: node) == nil { child = node.next }
            return child?.becomesEntity ?? false
        }
        guard type == CMARK_NODE_TEXT, let bytes = literalBytes, bytes.firstScalar.width == bytes.count,
            case .opening(let inner) = Neighbor(after: self)
        else { return false }
        return inner.opensOnlyApart
    }
}
