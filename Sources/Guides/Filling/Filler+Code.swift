import CommonMark
import Sources

/// Code and addresses, and what else is no prose.
extension Filler {
    mutating func fillCode(_ node: Node, isBlock: Bool) {
        var code = FilledCode(node: node)
        buffer.removeAll(keepingCapacity: true)
        let isFilled = node.withLiteral { literal in
            guard var pieces = MarkedPieces(literal, edition.marks) else {
                return CodeEscapes.append(literal, to: &buffer)
            }
            while let piece = pieces.next(edition.marks) {
                switch piece {
                case .text(let bytes): CodeEscapes.append(bytes, to: &buffer)
                case .mark(let number):
                    if let index = index(ofMark: number) {
                        if let entry = entry(index) { code.append(index, entry.code, to: &buffer) }
                    } else if isError(number) {
                        appendError(to: &code)
                    }
                }
            }
            if isBlock, buffer.last != 0x0A { buffer.append(0x0A) }
            return true
        }
        guard isFilled else { return }
        node.setLiteral(buffer)
        if !code.values.isEmpty || !code.errors.isEmpty { codes.append(code) }
    }

    /// Verbatim code gets back what the marks stand for.
    func restore(_ node: Node) {
        let restored = node.withLiteral { literal -> [UInt8]? in
            guard var pieces = MarkedPieces(literal, edition.marks) else { return nil }
            var restored: [UInt8] = []
            while let piece = pieces.next(edition.marks) {
                switch piece {
                case .text(let bytes): restored += bytes
                case .mark(let number): restored += edition.file.bytes[edition.marks.marks[number].range]
                }
            }
            return restored
        }
        if let restored { node.setLiteral(restored) }
        node.setFenceInfo(node.fenceInfo.split(separator: " ").filter { $0 != "verbatim" }.joined(separator: " "))
    }

    mutating func fillAddress(_ node: Node) {
        var pieces: [FilledEdition.Address.Piece] = []
        buffer.removeAll(keepingCapacity: true)
        let hasMarks = node.withURL { url in
            var start = 0
            func addText(to end: Int) {
                guard end > start else { return }
                let text = UnsafeBufferPointer(rebasing: url[start..<end])
                buffer.append(contentsOf: text)
                pieces.append(.text(Array(text)))
            }
            while let mark = edition.marks.next(in: url, from: start) {
                if pieces.isEmpty { pieces.reserveCapacity(3) }
                addText(to: mark.range.lowerBound)
                start = mark.range.upperBound
                guard let index = index(ofMark: mark.number), let entry = entry(index) else { continue }
                pieces.append(.value(index))
                let isAddress = mark.range.lowerBound == 0 && texts.declarations[index].type == .url
                buffer.append(text: isAddress ? entry.key : entry.addressComponent)
            }
            if start > 0 { addText(to: url.count) }
            return start > 0
        }
        guard hasMarks else { return }
        node.setURL(buffer)
        addresses.append(FilledEdition.Address(node: node, pieces: pieces))
    }

    /// The tip of a link or an image is prose, but no place for markup.
    mutating func fillTitle(_ node: Node) {
        let title = node.title
        guard let filled = replaceMarks(in: title, by: { Array($0.prose.utf8) }) else { return }
        node.setTitle(String(decoding: filled, as: UTF8.self))
    }

    /// The words behind a fence name a language: what could end the fence is left out.
    mutating func fillFenceInfo(_ node: Node) {
        // As Markdown can say it: a backtick would end it, and white space around it is none of it.
        let filled = replaceMarks(in: node.fenceInfo) { entry in
            entry.key.utf8.filter { $0 != UInt8(ascii: "`") }.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
        }
        guard let filled else { return }
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
        let words = filled.drop(while: isSpace).reversed().drop(while: isSpace).reversed()
        node.setFenceInfo(String(decoding: words, as: UTF8.self))
    }

    private mutating func replaceMarks(in text: String, by form: (ValueTexts.Entry) -> [UInt8]) -> [UInt8]? {
        guard text.holds(ValueMarks.lead) else { return nil }
        let bytes = Array(text.utf8)
        var filled: [UInt8] = []
        var start = 0
        while let mark = bytes.withUnsafeBufferPointer({ edition.marks.next(in: $0, from: start) }) {
            filled += bytes[start..<mark.range.lowerBound]
            if let index = index(ofMark: mark.number), let entry = entry(index) { filled += form(entry) }
            start = mark.range.upperBound
        }
        return filled + bytes[start...]
    }
}
