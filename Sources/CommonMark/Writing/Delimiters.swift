/// The delimiters of emphasis, strong text and strikethrough.
extension MarkdownWriter {
    /// An emphasis, a strong text or a strikethrough of the block that is being written.
    struct Emphasis {
        let node: RawNode
        let delimiter: UInt8
        /// What was written last before the closing delimiter.
        var inner = Neighbor.lineEdge
    }

    private static let star = UInt8(ascii: "*")
    private static let low = UInt8(ascii: "_")

    // MARK: Writing

    mutating func openEmphasis(_ node: RawNode) {
        guard node.printsContent else { return }
        let delimiter = delimiter(for: node, after: before)
        lines.put(delimiter, count: node.delimiterWidth)
        emphases.append(Emphasis(node: node, delimiter: delimiter))
        last = .opening(node)
    }

    /// Two that touch are read as one only if the delimiters between them are left out.
    mutating func openStrikethrough(_ node: RawNode) {
        guard node.printsContent else { return }
        if case .closing(let other) = last, let previous = emphases.last(where: { $0.node == other }),
            previous.delimiter == UInt8(ascii: "~")
        {
            lines.removeLast(node.delimiterWidth)
            last = previous.inner
        } else {
            lines.put(UInt8(ascii: "~"), count: node.delimiterWidth)
            last = .opening(node)
        }
        emphases.append(Emphasis(node: node, delimiter: UInt8(ascii: "~")))
    }

    mutating func closeEmphasis(_ node: RawNode) {
        guard let index = emphases.lastIndex(where: { $0.node == node }) else { return }
        emphases[index].inner = before
        lines.put(emphases[index].delimiter, count: node.delimiterWidth)
        last = .closing(node)
    }

    // MARK: Choosing

    /// The delimiter that an emphasis or a strong text should take behind what stands before it: never that of a
    /// neighbour, for the runs would be read as one, nor that of one of the same kind around it.
    private func delimiter(for node: RawNode, after before: Neighbor?) -> UInt8 {
        guard node.type != .customInline else { return delimiter(of: node) }
        switch before {
        case .closing(let sibling) where delimiter(of: sibling) == Self.star: return Self.low
        case .closing(let sibling) where delimiter(of: sibling) == Self.low: return Self.star
        case .opening(let outer):
            // `***x***` is strong text in emphasis, whatever it stands in.
            if node.type == .strong, outer.type == .emphasis,
                case .closing(outer) = Neighbor(after: node)
            {
                return delimiter(of: outer)
            }
            return other(than: outer)
        default: break
        }
        if case .closing(let outer) = Neighbor(after: node) { return other(than: outer) }
        var current = node.parent
        while let outer = current, outer.isInline {
            if outer.isEmphasis, (outer.type == .emphasis) == (node.type == .emphasis) {
                return other(than: outer)
            }
            current = outer.parent
        }
        return Self.star
    }

    private func other(than node: RawNode) -> UInt8 { delimiter(of: node) == Self.star ? Self.low : Self.star }

    /// The delimiter of one that has begun; for another the one that it takes where there is no reason for the other.
    private func delimiter(of node: RawNode) -> UInt8 {
        if let emphasis = emphases.last(where: { $0.node == node }) { return emphasis.delimiter }
        return node.type == .customInline ? UInt8(ascii: "~") : Self.star
    }

    // MARK: Flanking

    /// Whether a text that stands before the opening delimiter has to end with white space or punctuation.
    func opensOnlyApart(_ node: RawNode) -> Bool {
        if delimiter(for: node, after: nil) == Self.low { return true }
        var child = node.firstChild
        while let inner = child {
            guard let first = Neighbor.first(of: inner) else {
                child = inner.next
                continue
            }
            guard case .character(let scalar) = first, CharacterClass(scalar) == .other else { return true }
            return becomesEntity(inner)
        }
        return false
    }

    /// Whether a text that stands behind the closing delimiter has to begin with white space or punctuation.
    func closesOnlyApart(_ node: RawNode) -> Bool {
        guard let emphasis = emphases.last(where: { $0.node == node }) else { return false }
        return emphasis.delimiter == Self.low || emphasis.inner.characterClass != .other
    }

    /// Whether a text of one character will be written as a reference, because of the delimiter behind it.
    private func becomesEntity(_ node: RawNode) -> Bool {
        if node.type == .customInline, node.enterBytes == nil {
            var child = node.firstChild
            while let inner = child, Neighbor.first(of: inner) == nil { child = inner.next }
            return child.map { becomesEntity($0) } ?? false
        }
        guard node.type == .text, let bytes = node.literalBytes, bytes.firstScalar.width == bytes.count,
            case .opening(let inner) = Neighbor(after: node)
        else { return false }
        return opensOnlyApart(inner)
    }
}

extension RawNode {
    /// Whether the node is written between delimiters that the flanking rules decide on.
    var isEmphasis: Bool {
        switch type {
        case .emphasis, .strong: true
        case .customInline: Role(self) == .strikethrough
        default: false
        }
    }

    /// Whether anything but line breaks is printed between the delimiters, or in a paragraph.
    var printsContent: Bool {
        var child = firstChild
        while let node = child {
            if !node.isBreak, Neighbor.first(of: node) != nil { return true }
            child = node.next
        }
        return false
    }

    fileprivate var delimiterWidth: Int { type == .emphasis ? 1 : 2 }
}
