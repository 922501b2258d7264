import CommonMark

/// Makes the fingerprint of a part of a tree: of its structure and its text, values by their names.
///
/// It is exact: by it the source that a translation was made from is found among earlier ones. Spacing makes no
/// difference, nor does the kind of a space, of an apostrophe, of three dots. What is fed in here is kept in every
/// `translations.yaml` there is, in those of format 1 alone: another order or another byte makes every translation fall
/// behind. What a translation has to follow is told by `FairFingerprinter`.
struct BlockFingerprinter {
    private let marks: ValueMarks
    private(set) var fingerprint = Fingerprint()
    /// Whether a space is due, should more text follow.
    private var owesSpace = false
    /// Whether the last byte opened a quotation, behind which a space is typography.
    private var followsQuote = false

    /// Bytes that no UTF-8 has, so that no text is taken for structure.
    private enum Sign {
        static let open: UInt8 = 0xFF
        static let close: UInt8 = 0xFE
        static let value: UInt8 = 0xFD
        static let part: UInt8 = 0xFC
    }

    private init(_ marks: ValueMarks) { self.marks = marks }

    /// Whether a block says something: a comment does not, nor does what holds nothing else.
    static func isText(_ node: Node) -> Bool {
        !isComment(node) && !(node.kind == .paragraph && node.children.allSatisfy { isComment($0) || $0.isBreak })
    }

    /// The fingerprint of a node and all that it holds.
    static func fingerprint(of node: Node, marks: ValueMarks) -> Fingerprint {
        var fingerprinter = BlockFingerprinter(marks)
        fingerprinter.add(node)
        return fingerprinter.fingerprint
    }

    /// The fingerprint of a line of front matter, where placeholders stand as they are written.
    static func fingerprint(of line: String) -> Fingerprint {
        var fingerprinter = BlockFingerprinter(ValueMarks())
        Array(line.utf8).withUnsafeBufferPointer { fingerprinter.addProse($0, 0..<$0.count) }
        return fingerprinter.fingerprint
    }

    /// A comment of the author's; those around a variant are no comments to a reader.
    private static func isComment(_ node: Node) -> Bool {
        guard let text = node.commentText else { return false }
        return !VariantReader.isMarker(text)
    }

    // MARK: The tree

    private mutating func add(_ node: Node) {
        switch node.kind {
        case .text: node.withLiteral { addMarked($0, isProse: true) }
        case .softBreak: owesSpace = true
        case .htmlBlock, .htmlInline: if !Self.isComment(node) { addLeaf(node) }
        case .code, .codeBlock: addLeaf(node)
        // In records it has always been text.
        case .link where node.isBareAddress: for child in node.children { add(child) }
        default:
            open(node)
            if node.kind == .link || node.kind == .image {
                node.withURL { addMarked($0, isProse: false) }
                sign(Sign.part)
            }
            for child in node.children { add(child) }
            close(node)
        }
    }

    private mutating func addLeaf(_ node: Node) {
        open(node)
        if node.kind == .codeBlock {
            for byte in node.fenceInfo.utf8 { fingerprint.combine(byte) }
            sign(Sign.part)
        }
        node.withLiteral { addMarked($0, isProse: false) }
        close(node)
    }

    private mutating func open(_ node: Node) {
        if node.kind.isBlock { owesSpace = false } else { settleSpace() }
        sign(Sign.open)
        let (kind, detail) = Self.code(of: node)
        fingerprint.combine(kind)
        fingerprint.combine(detail)
    }

    private mutating func close(_ node: Node) {
        if node.kind.isBlock { owesSpace = false } else { settleSpace() }
        sign(Sign.close)
    }

    private mutating func sign(_ byte: UInt8) {
        fingerprint.combine(byte)
        followsQuote = false
    }

    /// What a node is, and which of its sort. These numbers never change.
    static func code(of node: Node) -> (kind: UInt8, detail: UInt8) {
        switch node.kind {
        case .document: (1, 0)
        case .blockQuote: (2, 0)
        case .list: (3, node.isOrdered ? 1 : 0)
        case .item: (4, 0)
        case .codeBlock: (5, 0)
        case .htmlBlock: (6, 0)
        case .paragraph: (7, 0)
        case .heading: (8, UInt8(clamping: node.headingLevel))
        case .thematicBreak: (9, 0)
        case .text: (10, 0)
        case .softBreak: (11, 0)
        case .lineBreak: (12, 0)
        case .code: (13, 0)
        case .htmlInline: (14, 0)
        case .emphasis: (15, 0)
        case .strong: (16, 0)
        case .link: (17, 0)
        case .image: (18, 0)
        case .customBlock: (19, 0)
        case .customInline: (20, 0)
        case .table: (21, 0)
        case .tableRow: (22, 0)
        case .tableCell: (23, 0)
        case .alert(let kind): (24, UInt8(clamping: kind.rawValue))
        case .taskMarker(let isChecked): (25, isChecked ? 1 : 0)
        case .strikethrough: (26, 0)
        case .value: (27, 0)
        case .error: (28, 0)
        case .footnotes: (29, 0)
        case .footnote: (30, 0)
        case .footnoteReference: (31, 0)
        }
    }

    // MARK: Text

    private mutating func addMarked(_ bytes: UnsafeBufferPointer<UInt8>, isProse: Bool) {
        var start = 0
        while start < bytes.count {
            let mark = marks.next(in: bytes, from: start)
            let end = mark?.range.lowerBound ?? bytes.count
            if isProse { addProse(bytes, start..<end) } else { bytes[start..<end].forEach { fingerprint.combine($0) } }
            guard let mark else { break }
            if isProse { settleSpace() }
            sign(Sign.value)
            for byte in marks.marks[mark.number].name.utf8 { fingerprint.combine(byte) }
            sign(Sign.value)
            start = mark.range.upperBound
        }
    }

    private mutating func addProse(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            let next = index + 1 < range.upperBound ? bytes[index + 1] : 0
            let third = index + 2 < range.upperBound ? bytes[index + 2] : 0
            switch (byte, next, third) {
            case (0x20, _, _), (0x09, _, _):
                owesSpace = true
                index += 1
            // A no-break space, and the narrow one.
            case (0xC2, 0xA0, _), (0xE2, 0x80, 0xAF):
                owesSpace = true
                index += byte == 0xC2 ? 2 : 3
            // ’ and … are set where ' and ... were typed.
            case (0xE2, 0x80, 0x99):
                add(UInt8(ascii: "'"))
                index += 3
            case (0xE2, 0x80, 0xA6):
                for _ in 0..<3 { add(0x2E) }
                index += 3
            // Before these a space is a question of typography: : ; ! ? »
            case (UInt8(ascii: ":"), _, _), (UInt8(ascii: ";"), _, _), (UInt8(ascii: "!"), _, _),
                (UInt8(ascii: "?"), _, _):
                owesSpace = false
                add(byte)
                index += 1
            case (0xC2, 0xBB, _):
                owesSpace = false
                add(byte)
                add(next)
                index += 2
            case (0xC2, 0xAB, _):
                add(byte)
                add(next)
                index += 2
                followsQuote = true
            default:
                add(byte)
                index += 1
            }
        }
    }

    private mutating func add(_ byte: UInt8) {
        settleSpace()
        fingerprint.combine(byte)
    }

    private mutating func settleSpace() {
        if owesSpace, !followsQuote { fingerprint.combine(0x20) }
        owesSpace = false
        followsQuote = false
    }
}

extension Node {
    fileprivate var isBreak: Bool { kind == .softBreak || kind == .lineBreak }
}
