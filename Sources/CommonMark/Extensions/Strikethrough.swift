import CCmark

/// `~~text~~` (GFM 0.29, section 6.5). A single `~` is a text of its own, as CommonMark has it.
enum Strikethrough {
    static func recognise(in document: Document) {
        var texts: [Node] = []
        for node in document.root.descendants(.text) {
            if node.withLiteral({ $0.contains(UInt8(ascii: "~")) }) { texts.append(node) }
        }
        var index = 0
        while index < texts.count {
            // All texts of one parent are read together: a pair opens and closes at the same level.
            let parent = texts[index].parent
            var group: [Node] = []
            while index < texts.count, texts[index].parent == parent {
                group.append(texts[index])
                index += 1
            }
            pair(group.flatMap(delimiters))
        }
        // The texts that were aligned are not the ones that stand there now.
        document.alignments = [:]
    }

    /// Cuts a text so that every run of exactly two tildes is a node of its own, and returns those that can open or close.
    private static func delimiters(_ text: Node) -> [(node: Node, opens: Bool, closes: Bool)] {
        let bytes = text.withLiteral { Array($0) }
        let escaped = text.escapedOffsets
        var found: [(Node, Bool, Bool)] = []
        var start = 0
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "~") else {
                index += 1
                continue
            }
            var run = 1
            while index + run < bytes.count, bytes[index + run] == UInt8(ascii: "~"), !escaped.contains(index + run) {
                run += 1
            }
            if run == 2, !escaped.contains(index) {
                let before = index > 0 ? bytes[index - 1] : neighbour(text.previous, last: true)
                let after = index + 2 < bytes.count ? bytes[index + 2] : neighbour(text.next, last: false)
                if index > start { text.insertBefore(text.document.makeText(bytes[start..<index])) }
                let node = text.document.makeText("~~")
                text.insertBefore(node)
                found.append((node, !isSpace(after), !isSpace(before)))
                start = index + 2
            }
            index += run
        }
        if start > 0 {
            text.setLiteral(bytes[start...])
            if start == bytes.count { text.remove() }
        }
        return found
    }

    private static func pair(_ delimiters: [(node: Node, opens: Bool, closes: Bool)]) {
        var opener: Node?
        for (node, opens, closes) in delimiters {
            if let start = opener, closes {
                let struck = node.document.makeCustomInline(onEnter: Array("~~".utf8), onExit: Array("~~".utf8))
                Role.strikethrough.set(on: struck.raw)
                start.insertBefore(struck)
                while let next = start.next, next != node { struck.append(next) }
                start.remove()
                node.remove()
                opener = nil
            } else if opens, opener == nil {
                opener = node
            }
        }
    }

    private static func neighbour(_ node: Node?, last: Bool) -> UInt8 {
        guard let node else { return 0x20 }
        switch node.kind {
        case .softBreak, .lineBreak: return 0x20
        case .text: return node.withLiteral { (last ? $0.last : $0.first) ?? 0x20 }
        default: return 0x78
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
