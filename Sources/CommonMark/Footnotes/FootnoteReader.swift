import Sources

/// Makes notes of the items that stand for them, and references of `[^name]` in texts.
struct FootnoteReader {
    let document: Document

    /// Gives each note its kind, and takes the rest of its name out of its text.
    func readNotes() {
        var numbers: [Int: Int] = [:]
        for (number, note) in document.footnotes.enumerated() { numbers[note.line] = number }
        var current = document.rawRoot.firstChild
        while let block = current {
            current = block.next
            guard block.type == .list else { continue }
            var item = block.firstChild
            var isOfNotes = true
            while let node = item {
                item = node.next
                guard let number = numbers[node.startLine] else {
                    isOfNotes = false
                    continue
                }
                document.mark(node, as: .footnote(number))
                dropFiller(of: node)
            }
            guard isOfNotes else { continue }
            document.mark(block, as: .footnotes)
            // A note is a paragraph, wherever the next one begins.
            block.isTight = false
        }
    }

    private func dropFiller(of note: RawNode) {
        guard let paragraph = note.firstChild, paragraph.type == .paragraph, let first = paragraph.firstChild,
            first.type == .text
        else { return }
        let literal = UnsafeBufferPointer(ended: first.literalBytes)
        let rest = literal.drop { $0 == FootnoteLines.filler }.drop(while: \.isSpaceOrTab)
        if !rest.isEmpty { return CText.lend(UnsafeBufferPointer(rebasing: rest), first.setLiteral) }
        document.remove(first)
        if let next = paragraph.firstChild, next.type == .softBreak { document.remove(next) }
        if paragraph.firstChild == nil { document.remove(paragraph) }
    }

    /// Finds the references to notes that there are; others stay text.
    func readReferences() {
        var numbers: [String: Int] = [:]
        for (number, note) in document.footnotes.enumerated() where numbers[note.key] == nil {
            numbers[note.key] = number
        }
        let texts = document.root.descendants(.text).filter { node in
            node.withLiteral { $0.firstOffset(of: UInt8(ascii: "^")) != nil }
        }
        var isChanged = false
        for text in texts where read(text, numbers) { isChanged = true }
        // The texts that were aligned are not the ones that stand there now.
        if isChanged { document.alignments = [:] }
    }

    private func read(_ text: Node, _ numbers: [String: Int]) -> Bool {
        let bytes = text.withLiteral { Array($0) }
        let found = bytes.withUnsafeBufferPointer { bytes -> [(range: Range<Int>, number: Int)] in
            var found: [(Range<Int>, Int)] = []
            var index = 0
            while let bracket = bytes.firstOffset(of: UInt8(ascii: "["), from: index) {
                index = bracket + 1
                guard let name = FootnoteLines.name(bytes, bracket..<bytes.count),
                    let number = numbers[Footnote.key(bytes[name])]
                else { continue }
                index = name.upperBound + 1
                found.append((bracket..<index, number))
            }
            return found
        }
        guard !found.isEmpty, let offsets = text.sourceOffsets else { return false }
        let source = document.source
        var start = 0
        for (range, number) in found {
            // Behind a backslash, or written as an entity, a bracket is a bracket.
            guard range.allSatisfy({ source[offsets[$0]] == bytes[$0] }) else { continue }
            if range.lowerBound > start { text.insertBefore(document.makeText(bytes[start..<range.lowerBound])) }
            let node = document.makeCustomInline(onEnter: "")
            node.setCustom(onEnter: Array(bytes[range]))
            document.mark(node.raw, as: .footnoteReference(number))
            text.insertBefore(node)
            start = range.upperBound
        }
        guard start > 0 else { return false }
        if start == bytes.count { text.remove() } else { text.setLiteral(bytes[start...]) }
        return true
    }
}
