import CommonMark
import Sources

/// Makes the fingerprint of what a translation has to follow in a block.
///
/// Left out is what a translation need not follow: how markup is spelled and wrapped, the kind of spaces, quotes and
/// dashes, where on the same host a link leads, how code is spaced, and what a value is called. What is fed in here is
/// kept in every `translations.yaml` there is: another order or another byte makes every translation fall behind.
struct FairFingerprinter {
    private let marks: ValueMarks
    private var prose = FairProse()
    private var values: [String] = []

    /// Bytes that no UTF-8 has, so that no text is taken for structure.
    private enum Sign {
        static let open: UInt8 = 0xFF
        static let close: UInt8 = 0xFE
        static let value: UInt8 = 0xFD
        static let part: UInt8 = 0xFC
    }

    private init(_ marks: ValueMarks) { self.marks = marks }

    /// The fingerprint of a node and all that it holds.
    static func fingerprint(of node: Node, marks: ValueMarks) -> FairFingerprint {
        var fingerprinter = FairFingerprinter(marks)
        fingerprinter.add(node)
        return FairFingerprint(digest: fingerprinter.prose.fingerprint, values: fingerprinter.values)
    }

    /// The fingerprint of a line of front matter.
    static func fingerprint(of line: String) -> FairFingerprint {
        var bytes = Array(line.utf8)
        let marks = ValueMarks(marking: &bytes, from: 0)
        var fingerprinter = FairFingerprinter(marks)
        bytes.withUnsafeBufferPointer { fingerprinter.addProse($0) }
        return FairFingerprint(digest: fingerprinter.prose.fingerprint, values: fingerprinter.values)
    }

    // MARK: The tree

    private mutating func add(_ node: Node) {
        switch node.kind {
        case .text: node.withLiteral { addProse($0) }
        case .softBreak: prose.addSpace()
        case .htmlBlock, .htmlInline: addHTML(node)
        case .code, .codeBlock: addCode(node)
        // In records it has always been text.
        case .link where node.isBareAddress: for child in node.children { add(child) }
        case .link, .image: addLink(node)
        case .strong:
            // `***a***` and `**_a_**` are the same to a reader.
            guard let child = node.firstChild, child.isOnlyChild, child.kind == .emphasis else { return addAll(node) }
            open(child)
            open(node)
            for child in child.children { add(child) }
            close(node)
            close(child)
        default: addAll(node)
        }
    }

    private mutating func addAll(_ node: Node) {
        open(node)
        for child in node.children { add(child) }
        close(node)
    }

    private mutating func open(_ node: Node) {
        prose.settle(isBlock: node.kind.isBlock)
        prose.sign(Sign.open)
        let (kind, detail) = BlockFingerprinter.code(of: node)
        prose.sign(kind)
        prose.sign(detail)
    }

    private mutating func close(_ node: Node) {
        prose.settle(isBlock: node.kind.isBlock)
        prose.sign(Sign.close)
    }

    private mutating func addValue(_ name: String) {
        prose.settle(isBlock: false)
        prose.sign(Sign.value)
        values.append(name)
    }

    private mutating func addBytes(_ bytes: UnsafeBufferPointer<UInt8>) {
        for byte in bytes { prose.sign(byte) }
    }

    private mutating func addProse(_ bytes: UnsafeBufferPointer<UInt8>) {
        forEachPiece(bytes) { $0.prose.add($1) }
    }

    /// Goes through the text between values, and adds these.
    private mutating func forEachPiece(
        _ bytes: UnsafeBufferPointer<UInt8>, _ body: (inout Self, UnsafeBufferPointer<UInt8>) -> Void
    ) {
        var start = 0
        while start < bytes.count {
            let mark = marks.next(in: bytes, from: start)
            let end = mark?.range.lowerBound ?? bytes.count
            if end > start { body(&self, UnsafeBufferPointer(rebasing: bytes[start..<end])) }
            guard let mark else { break }
            addValue(marks.marks[mark.number].name)
            start = mark.range.upperBound
        }
    }

    // MARK: Code

    private mutating func addCode(_ node: Node) {
        open(node)
        if node.kind == .codeBlock {
            var info = FairCode()
            node.withFenceInfo { info.add($0, to: &prose.fingerprint) }
            prose.sign(Sign.part)
        }
        var code = FairCode()
        node.withLiteral { bytes in forEachPiece(bytes) { code.add($1, to: &$0.prose.fingerprint) } }
        close(node)
    }

    /// Adds the marker of a variant, or other markup; a comment is nobody's text.
    private mutating func addHTML(_ node: Node) {
        guard let comment = node.commentText else {
            open(node)
            node.withLiteral { addBytes($0) }
            return close(node)
        }
        guard VariantReader.isMarker(comment) else { return }
        open(node)
        Array(comment.utf8).withUnsafeBufferPointer { addCondition($0) }
        close(node)
    }

    /// Adds the words of a variant's marker: names of values as such, but neither the keys of a choice nor units.
    private mutating func addCondition(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let colon = bytes.firstOffset(of: UInt8(ascii: ":"), from: 0) else {
            return addBytes(bytes)
        }
        var index = colon + 1
        var last: UInt8 = 0
        var isKey = false
        while index < bytes.count {
            let start = index
            while index < bytes.count, bytes[index].isASCIIAlphanumeric || bytes[index] == 0x2E { index += 1 }
            guard index > start else {
                // Behind a `=` that is no `<=` stand the keys of a choice, or a text.
                if bytes[index] == UInt8(ascii: "="), last != UInt8(ascii: "<"), last != UInt8(ascii: ">") {
                    isKey = true
                }
                if !bytes[index].isSpace { last = bytes[index] }
                if !bytes[index].isSpace { prose.sign(bytes[index]) }
                index += 1
                continue
            }
            let isCall = bytes[index...].first { !$0.isSpace } == UInt8(ascii: "(")
            if isKey || isCall || last.isASCIIDigit || !bytes[start].isASCIILetter {
                addBytes(UnsafeBufferPointer(rebasing: bytes[start..<index]))
            } else {
                addValue(bytes.text(start..<index))
            }
            last = bytes[index - 1]
        }
    }

    // MARK: Links

    private mutating func addLink(_ node: Node) {
        open(node)
        if node.kind == .image {
            node.withURL { forEachPiece($0) { $0.addBytes($1) } }
        } else {
            node.withURL { addAddress($0) }
        }
        prose.sign(Sign.part)
        let title = node.title
        if !title.isEmpty { Array(title.utf8).withUnsafeBufferPointer { addProse($0) } }
        prose.sign(Sign.part)
        if !node.saysItsAddress { for child in node.children { add(child) } }
        close(node)
    }

    /// Adds the host that an address is on; nothing of one within the site.
    private mutating func addAddress(_ bytes: UnsafeBufferPointer<UInt8>) {
        if let mark = marks.next(in: bytes, from: 0), mark.range.lowerBound == 0 {
            return addValue(marks.marks[mark.number].name)
        }
        guard let slash = bytes.firstOffset(of: UInt8(ascii: "/"), from: 0), slash + 1 < bytes.count,
            bytes[slash + 1] == UInt8(ascii: "/"), slash == 0 || bytes[slash - 1] == UInt8(ascii: ":")
        else {
            // An address of mail has no host of its own to go by.
            if bytes.holds("mailto:", at: 0) {
                forEachPiece(bytes) { $0.addBytes($1) }
            }
            return
        }
        let end = bytes[(slash + 2)...].firstIndex { $0.isOne(of: "/?#") } ?? bytes.count
        prose.sign(Sign.part)
        forEachPiece(UnsafeBufferPointer(rebasing: bytes[(slash + 2)..<end])) { fingerprinter, piece in
            for byte in piece { fingerprinter.prose.sign(byte.asciiLowercased) }
        }
    }
}

extension Node {
    /// Whether the words of a link are its address, with or without what it begins with.
    fileprivate var saysItsAddress: Bool {
        guard kind == .link, let text = firstChild, text.isOnlyChild, text.kind == .text else { return false }
        return text.withLiteral { words in
            withURL { url in
                let rest = url.count - words.count
                guard !words.isEmpty, rest >= 0 else { return false }
                guard UnsafeBufferPointer(rebasing: url[rest...]).isEqual(to: words) else { return false }
                return ["", "http://", "https://", "mailto:"].contains(url.text(0..<rest))
            }
        }
    }
}
