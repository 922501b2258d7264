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
    private var isUsed: [Bool]
    private var addresses: [FilledEdition.Address] = []

    init(_ edition: Edition, texts: ValueTexts, error: ErrorPattern?) {
        self.edition = edition
        self.texts = texts
        self.error = error
        indices = edition.marks.marks.map(\.index)
        isUsed = [Bool](repeating: false, count: texts.entries.count)
    }

    mutating func fill() -> FilledEdition {
        let conditions = VariantResolver(texts: texts).resolve(edition)
        for condition in conditions { if let index = texts.index(of: condition.name) { isUsed[index] = true } }
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
            addresses: addresses, uses: isUsed.indices.filter { isUsed[$0] }, showsExamples: showsExamples)
    }

    // MARK: Prose

    private mutating func fillText(_ node: Node) {
        if let index = loneValue(node), replaceByTable(node, index) || replaceByChart(node, index) { return }
        let isFilled = node.withLiteral { literal in
            guard let pieces = MarkedPieces(literal, edition.marks) else { return false }
            for piece in pieces {
                switch piece {
                case .text(let bytes): node.insertBefore(node.document.makeText(bytes))
                case .mark(let number):
                    if let index = indices[number] {
                        putProse(index, before: node)
                    } else if isError(number) {
                        putError(before: node)
                    }
                }
            }
            return true
        }
        if isFilled { node.remove() }
    }

    /// The value that a paragraph holds and nothing else.
    private func loneValue(_ node: Node) -> Int? {
        guard node.previous == nil, node.next == nil, node.parent?.kind == .paragraph else { return nil }
        return node.withLiteral { literal in
            guard var pieces = MarkedPieces(literal, edition.marks), pieces.isOneMark,
                case .mark(let number)? = pieces.next()
            else { return nil }
            return indices[number]
        }
    }

    private func isError(_ mark: Int) -> Bool { edition.marks.marks[mark].name == ErrorPattern.placeholder }

    /// A value's text; an address is a link to itself, unless it stands in one.
    private mutating func putProse(_ index: Int, before node: Node) {
        guard let entry = entry(index) else { return }
        let doubt = doubt(entry)
        let value = node.document.makeValue(doubt.isEmpty ? entry.prose : entry.prose + doubt, number: index)
        guard texts.declarations[index].type == .url, !node.isInLink else { return node.insertBefore(value) }
        let link = node.document.makeLink(to: entry.key)
        link.append(value)
        addresses.append(FilledEdition.Address(node: link, pieces: [.value(index)]))
        node.insertBefore(link)
    }

    private mutating func putError(before node: Node) {
        for piece in printedError {
            switch piece {
            case .literal(let text): node.insertBefore(node.document.makeText(text))
            case .value(let name):
                if let index = texts.index(of: name), let entry = entry(index) {
                    node.insertBefore(node.document.makeValue(entry.code, number: index))
                } else {
                    node.insertBefore(node.document.makeText(name))
                }
            case .optional: break
            }
        }
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

    // MARK: Code and addresses

    private mutating func fillCode(_ node: Node) {
        if node.kind == .codeBlock, node.isVerbatim {
            restore(node)
            return
        }
        if node.kind == .codeBlock { fillFenceInfo(node) }
        var code = FilledCode(node: node)
        let filled = node.withLiteral { literal -> [UInt8]? in
            guard let pieces = MarkedPieces(literal, edition.marks) else { return CodeEscapes.removed(from: literal) }
            var filled: [UInt8] = []
            filled.reserveCapacity(literal.count + 64)
            for piece in pieces {
                switch piece {
                case .text(let bytes): CodeEscapes.append(bytes, to: &filled)
                case .mark(let number):
                    if let index = indices[number] {
                        if let entry = entry(index) { code.append(index, entry.code, to: &filled) }
                    } else if isError(number) {
                        appendError(to: &filled, &code)
                    }
                }
            }
            if node.kind == .codeBlock, filled.last != 0x0A { filled.append(0x0A) }
            return filled
        }
        guard let filled else { return }
        node.setLiteral(filled)
        if !code.values.isEmpty { codes.append(code) }
    }

    /// Verbatim code gets back what the marks stand for.
    private func restore(_ node: Node) {
        let restored = node.withLiteral { literal -> [UInt8]? in
            guard let pieces = MarkedPieces(literal, edition.marks) else { return nil }
            var restored: [UInt8] = []
            for piece in pieces {
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

    /// The error that the guide is about, as it is printed with the values that there are.
    private var printedError: [ErrorPattern.Piece] {
        error?.printed { name in texts.index(of: name).map { texts.entries[$0] != nil } ?? false } ?? []
    }

    private mutating func appendError(to filled: inout [UInt8], _ code: inout FilledCode) {
        for piece in printedError {
            switch piece {
            case .literal(let text): filled += text.utf8
            case .value(let name):
                if let index = texts.index(of: name), let entry = entry(index) {
                    code.append(index, entry.code, to: &filled)
                } else {
                    filled += name.utf8
                }
            case .optional: break
            }
        }
    }

    /// A value that the edition uses from now on; nil where it has none.
    mutating func entry(_ index: Int) -> ValueTexts.Entry? {
        let entry = texts.entries[index]
        isUsed[index] = true
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
                var code = FilledCode(node: edition.document.root)
                var printed: [UInt8] = []
                appendError(to: &printed, &code)
                filled += printed.map { $0 == 0x0A ? 0x20 : $0 }
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
