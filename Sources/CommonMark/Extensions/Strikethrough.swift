/// `~~text~~` (GFM 0.29, section 6.5). A single `~` is a text of its own, as CommonMark has it.
enum Strikethrough {
    static func recognise(in document: Document) {
        // All texts of one parent are read together, whatever stands between them: a pair opens and closes there.
        var parents: [Node] = []
        var texts: [Node: [Node]] = [:]
        for node in document.root.descendants(.text) {
            guard let parent = node.parent, node.withLiteral({ $0.contains(UInt8(ascii: "~")) }) else { continue }
            if texts[parent] == nil { parents.append(parent) }
            texts[parent, default: []].append(node)
        }
        guard !parents.isEmpty else { return }
        for parent in parents { pair((texts[parent] ?? []).flatMap(delimiters)) }
        // The texts that were aligned are not the ones that stand there now.
        document.alignments = [:]
    }

    /// Cuts a text so that every run of exactly two tildes is a node of its own, and returns those that can open or close.
    private static func delimiters(_ text: Node) -> [(node: Node, opens: Bool, closes: Bool)] {
        let bytes = text.withLiteral { Array($0) }
        let source = text.document.source
        guard let offsets = text.sourceOffsets else { return [] }
        let tilde = UInt8(ascii: "~")
        let isTilde = { (index: Int) in index < bytes.count && bytes[index] == tilde && source[offsets[index]] == tilde
        }
        var found: [(Node, Bool, Bool)] = []
        var start = 0
        var index = 0
        while index < bytes.count {
            guard isTilde(index) else {
                index += 1
                continue
            }
            var run = 1
            while isTilde(index + run) { run += 1 }
            if run == 2 {
                let before = CharacterClass(before: offsets[index], in: source)
                let after = CharacterClass(at: offsets[index] + 2, in: source)
                if index > start { text.insertBefore(text.document.makeText(bytes[start..<index])) }
                let node = text.document.makeText("~~")
                text.insertBefore(node)
                found.append(
                    (
                        node, CharacterClass.opens(between: before, and: after),
                        CharacterClass.closes(between: before, and: after)
                    ))
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
                let struck = node.document.makeCustomInline(onEnter: "~~", onExit: "~~")
                node.document.mark(struck.raw, as: .strikethrough)
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
}
