import CommonMark

/// Puts the values of one edition into its tree.
struct Filler {
    let edition: Edition
    let texts: ValueTexts
    private let error: ErrorPattern?
    private let indices: [Int?]
    private var codes: [FilledCode] = []
    var cells: [FilledEdition.Cell] = []
    var charts: [FilledChart] = []
    private var showsExamples = false
    private var uses: Set<Int> = []
    private var addresses: [FilledEdition.Address] = []

    init(_ edition: Edition, texts: ValueTexts, error: ErrorPattern?) {
        self.edition = edition
        self.texts = texts
        self.error = error
        indices = edition.marks.marks.map(\.index)
    }

    mutating func fill() -> FilledEdition {
        let conditions = VariantResolver(texts: texts).resolve(edition)
        uses.formUnion(conditions.compactMap { texts.index(of: $0.name) })
        for comment in edition.comments { comment.removeWithEmptyParagraph() }
        for node in edition.document.root.descendants([.text, .code, .codeBlock, .links]) {
            switch node.kind {
            case .text: if node.literalContains(ValueMarks.lead) { fillText(node) }
            case .code, .codeBlock: fillCode(node)
            default:
                fillAddress(node)
                fillTitle(node)
            }
        }
        return FilledEdition(
            language: edition.language, path: edition.file.path, title: line(edition.title),
            summary: line(edition.summary), document: edition.document, sections: edition.sections,
            links: edition.links, texts: texts, codes: codes, cells: cells, charts: charts, conditions: conditions,
            addresses: addresses, uses: uses, showsExamples: showsExamples)
    }

    // MARK: Prose

    private mutating func fillText(_ node: Node) {
        guard let (pieces, bytes) = split(node) else { return }
        if pieces.count == 1, case .value(let index) = pieces[0], isAloneInParagraph(node),
            replaceByTable(node, index) || replaceByChart(node, index)
        {
            return
        }
        for piece in pieces {
            switch piece {
            case .text(let range): node.insertBefore(node.document.makeText(bytes[range]))
            case .value(let index): proseNodes(index, at: node).forEach(node.insertBefore)
            case .error:
                for piece in printedError() {
                    switch piece {
                    case .text(let bytes): node.insertBefore(node.document.makeText(bytes))
                    case .value(let index, let text): node.insertBefore(node.document.makeValue(text, number: index))
                    }
                }
            }
        }
        node.remove()
    }

    /// A value's text; an address is a link to itself, unless it stands in one.
    private mutating func proseNodes(_ index: Int, at node: Node) -> [Node] {
        guard let entry = entry(index) else { return [] }
        let value = node.document.makeValue(entry.prose + doubt(entry), number: index)
        guard texts.declarations[index].type == .url, !node.isInLink else { return [value] }
        let link = node.document.makeLink(to: entry.key)
        link.append(value)
        addresses.append(FilledEdition.Address(node: link, pieces: [.value(index)]))
        return [link]
    }

    /// What the formula makes of it, behind a duration that somebody gave, where the two are more than a second apart.
    private func doubt(_ entry: ValueTexts.Entry) -> String {
        guard case .number(let computed)? = entry.resolved.computed, case .number(let given) = entry.resolved.value,
            let declaration = texts.declaration(named: entry.name), declaration.type == .duration,
            abs(given - computed) > Self.negligible
        else { return "" }
        let text = texts.formatter.prose(.number(computed), type: .duration, decimals: declaration.decimals)
        return edition.language.term("computed").replacing("{value}", with: text)
    }

    /// Services round their waits, and take their time to answer: so many seconds say nothing.
    private static let negligible = 1.0

    private func isAloneInParagraph(_ node: Node) -> Bool {
        node.previous == nil && node.next == nil && node.parent?.kind == .paragraph
    }

    // MARK: Code and addresses

    private mutating func fillCode(_ node: Node) {
        if node.kind == .codeBlock, node.isVerbatim {
            restore(node)
            return
        }
        if node.kind == .codeBlock { fillFenceInfo(node) }
        guard let (pieces, bytes) = split(node) else {
            if let text = node.withLiteral({ CodeEscapes.removed(from: $0) }) { node.setLiteral(text) }
            return
        }
        var filled: [FilledCode.Piece] = []
        for piece in pieces {
            switch piece {
            case .text(let range):
                filled.append(.text(CodeEscapes.removed(from: bytes[range])))
            case .value(let index):
                if let entry = entry(index) { filled.append(.value(index, entry.code)) }
            case .error: filled += printedError()
            }
        }
        var literal = filled.flatMap(\.bytes)
        if node.kind == .codeBlock, literal.last != 0x0A { literal.append(0x0A) }
        node.setLiteral(literal)
        codes.append(FilledCode(node: node, pieces: filled))
    }

    /// Verbatim code gets back what the marks stand for.
    private func restore(_ node: Node) {
        if let (pieces, bytes) = split(node, verbatim: true) {
            var literal: [UInt8] = []
            for piece in pieces {
                switch piece {
                case .text(let range): literal += bytes[range]
                case .value(let number): literal += edition.file.bytes[edition.marks.marks[number].range]
                case .error: break
                }
            }
            node.setLiteral(literal)
        }
        node.setFenceInfo(node.fenceInfo.split(separator: " ").filter { $0 != "verbatim" }.joined(separator: " "))
    }

    private mutating func fillAddress(_ node: Node) {
        var pieces: [FilledEdition.Address.Piece] = []
        let address = node.withURL { url -> [UInt8]? in
            guard edition.marks.next(in: url, from: 0) != nil else { return nil }
            var filled: [UInt8] = []
            var start = 0
            while let mark = edition.marks.next(in: url, from: start) {
                filled += url[start..<mark.range.lowerBound]
                pieces.append(.text(Array(url[start..<mark.range.lowerBound])))
                if let index = indices[mark.number], let entry = entry(index) {
                    pieces.append(.value(index))
                    let isStart = mark.range.lowerBound == 0
                    filled +=
                        (isStart && texts.declarations[index].type == .url ? entry.key : entry.addressComponent).utf8
                }
                start = mark.range.upperBound
            }
            pieces.append(.text(Array(url[start...])))
            return filled + url[start...]
        }
        guard let address else { return }
        node.setURL(String(decoding: address, as: UTF8.self))
        addresses.append(FilledEdition.Address(node: node, pieces: pieces.filter { !$0.isEmpty }))
    }

    /// The tip of a link or an image is prose, but no place for markup.
    private mutating func fillTitle(_ node: Node) {
        let title = node.title
        guard let filled = replaceMarks(in: title, by: \.prose) else { return }
        node.setTitle(filled)
    }

    /// The words behind a fence name a language: what could end the fence is left out.
    private mutating func fillFenceInfo(_ node: Node) {
        guard let filled = replaceMarks(in: node.fenceInfo, by: \.key) else { return }
        node.setFenceInfo(filled.replacing("`", with: ""))
    }

    private mutating func replaceMarks(in text: String, by form: KeyPath<ValueTexts.Entry, String>) -> String? {
        guard text.utf8.contains(ValueMarks.lead) else { return nil }
        let bytes = Array(text.utf8)
        var filled: [UInt8] = []
        var start = 0
        while let mark = bytes.withUnsafeBufferPointer({ edition.marks.next(in: $0, from: start) }) {
            filled += bytes[start..<mark.range.lowerBound]
            if let index = indices[mark.number], let entry = entry(index) { filled += entry[keyPath: form].utf8 }
            start = mark.range.upperBound
        }
        return String(decoding: filled + bytes[start...], as: UTF8.self)
    }

    // MARK: Pieces

    private enum Piece {
        case text(Range<Int>)
        /// The index of a value's declaration, or of the mark where the text is verbatim.
        case value(Int)
        case error
    }

    /// Cuts a text at its marks; nil where it has none.
    private func split(_ node: Node, verbatim: Bool = false) -> (pieces: [Piece], bytes: [UInt8])? {
        node.withLiteral { literal in
            guard var mark = edition.marks.next(in: literal, from: 0) else { return nil }
            var pieces: [Piece] = []
            var start = 0
            while true {
                if mark.range.lowerBound > start { pieces.append(.text(start..<mark.range.lowerBound)) }
                if verbatim {
                    pieces.append(.value(mark.number))
                } else if let index = indices[mark.number] {
                    pieces.append(.value(index))
                } else if edition.marks.marks[mark.number].name == ErrorPattern.placeholder {
                    pieces.append(.error)
                }
                start = mark.range.upperBound
                guard let next = edition.marks.next(in: literal, from: start) else { break }
                mark = next
            }
            if start < literal.count { pieces.append(.text(start..<literal.count)) }
            return (pieces, Array(literal))
        }
    }

    private mutating func printedError() -> [FilledCode.Piece] {
        guard let error else { return [] }
        let printed = error.printed { name in
            texts.index(of: name).map { texts.entries[$0] != nil } ?? false
        }
        var pieces: [FilledCode.Piece] = []
        pieces.reserveCapacity(printed.count)
        for piece in printed {
            switch piece {
            case .literal(let text): pieces.append(.text(Array(text.utf8)))
            case .value(let name):
                if let index = texts.index(of: name), let entry = entry(index) {
                    pieces.append(.value(index, entry.code))
                } else {
                    pieces.append(.text(Array(name.utf8)))
                }
            case .optional: break
            }
        }
        return pieces
    }

    /// A value that the edition uses from now on; nil where it has none.
    mutating func entry(_ index: Int) -> ValueTexts.Entry? {
        let entry = texts.entries[index]
        uses.insert(index)
        if entry?.resolved.isExample == true { showsExamples = true }
        return entry
    }

    /// A line of front matter, where values are prose.
    private mutating func line(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
        var bytes = Array(text.utf8)
        let marks = ValueMarks(marking: &bytes, from: 0)
        var filled: [UInt8] = []
        var start = 0
        for mark in marks.marks {
            filled += CodeEscapes.removed(from: bytes[start..<mark.range.lowerBound])
            if let index = texts.index(of: mark.name), let entry = entry(index) {
                filled += entry.prose.utf8
            } else if mark.name == ErrorPattern.placeholder {
                filled += printedError().flatMap(\.bytes).map { $0 == 0x0A ? 0x20 : $0 }
            }
            start = mark.range.upperBound
        }
        return String(decoding: filled + CodeEscapes.removed(from: bytes[start...]), as: UTF8.self)
    }
}

extension Node {
    fileprivate var isInLink: Bool {
        var current = parent
        while let node = current, !node.kind.isBlock {
            if node.kind == .link || node.kind == .image { return true }
            current = node.parent
        }
        return false
    }

    /// Takes an author's comment out, and the paragraph that held nothing else.
    fileprivate func removeWithEmptyParagraph() {
        let paragraph = parent
        remove()
        if let paragraph, paragraph.kind == .paragraph, paragraph.firstChild == nil { paragraph.remove() }
    }
}
