import CommonMark

/// Puts the values of one edition into its tree.
struct Filler {
    let edition: Edition
    let texts: ValueTexts
    private let error: ErrorPattern?
    /// Code and addresses while they are put together, one after the other.
    private var buffer: [UInt8] = []
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
        isUsed = [Bool](repeating: false, count: texts.entries.count)
        if !edition.marks.marks.isEmpty {
            buffer.reserveCapacity(512)
            codes.reserveCapacity(16)
        }
    }

    mutating func fill() -> FilledEdition {
        var resolver = VariantResolver(texts: texts)
        let conditions = resolver.resolve(edition)
        for condition in conditions { if let index = texts.index(of: condition.name) { isUsed[index] = true } }
        for comment in edition.comments { comment.removeWithEmptyParagraph() }
        for node in edition.fillable where !resolver.hasRemoved || node.isInTree {
            switch node.kind {
            case .text: fillText(node)
            case .code: fillCode(node, isBlock: false)
            case .codeBlock:
                if node.isVerbatim {
                    restore(node)
                } else {
                    fillFenceInfo(node)
                    fillCode(node, isBlock: true)
                }
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
            guard var pieces = MarkedPieces(literal, edition.marks) else { return false }
            while let piece = pieces.next(edition.marks) {
                switch piece {
                case .text(let bytes): node.insertBefore(text: bytes)
                case .mark(let number):
                    if let index = index(ofMark: number) {
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
        guard node.isOnlyChild, node.parent?.kind == .paragraph else { return nil }
        return node.withLiteral { literal in
            guard var pieces = MarkedPieces(literal, edition.marks), pieces.isOneMark,
                case .mark(let number)? = pieces.next(edition.marks)
            else { return nil }
            return index(ofMark: number)
        }
    }

    /// The value that a mark stands for; nil where none has its name.
    private func index(ofMark number: Int) -> Int? { edition.marks.marks[number].index }

    private func isError(_ mark: Int) -> Bool { edition.marks.marks[mark].name == ErrorPattern.placeholder }

    /// A value's text; an address is a link to itself, unless it stands in one.
    private mutating func putProse(_ index: Int, before node: Node) {
        guard let entry = entry(index) else { return }
        let doubt = doubt(entry)
        let text = doubt.isEmpty ? entry.prose : entry.prose + doubt
        guard texts.declarations[index].type == .url, !node.isInLink else {
            return node.insertBefore(value: text, number: index)
        }
        let link = node.document.makeLink(to: entry.key)
        link.append(node.document.makeValue(text, number: index))
        addresses.append(FilledEdition.Address(node: link, pieces: [.value(index)]))
        node.insertBefore(link)
    }

    private mutating func putError(before node: Node) {
        printError { _, piece in
            switch piece {
            case .text(let text): node.insertBefore(text: text)
            case .value(let index, let entry): node.insertBefore(value: entry.code, number: index)
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

    private mutating func fillCode(_ node: Node, isBlock: Bool) {
        var code = FilledCode(node: node)
        buffer.removeAll(keepingCapacity: true)
        let isFilled = node.withLiteral { literal in
            guard var pieces = MarkedPieces(literal, edition.marks) else {
                return CodeEscapes.appendRemoved(from: literal, to: &buffer)
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
        if !code.values.isEmpty { codes.append(code) }
    }

    /// Verbatim code gets back what the marks stand for.
    private func restore(_ node: Node) {
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

    private mutating func fillAddress(_ node: Node) {
        var pieces: [FilledEdition.Address.Piece] = []
        buffer.removeAll(keepingCapacity: true)
        node.withURL { url in
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
        }
        guard !pieces.isEmpty else { return }
        node.setURL(buffer)
        addresses.append(FilledEdition.Address(node: node, pieces: pieces))
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
        guard text.holds(ValueMarks.lead) else { return nil }
        let bytes = Array(text.utf8)
        var filled: [UInt8] = []
        var start = 0
        while let mark = bytes.withUnsafeBufferPointer({ edition.marks.next(in: $0, from: start) }) {
            filled += bytes[start..<mark.range.lowerBound]
            if let index = index(ofMark: mark.number), let entry = entry(index) { filled += entry[keyPath: form].utf8 }
            start = mark.range.upperBound
        }
        return String(decoding: filled + bytes[start...], as: UTF8.self)
    }

    // MARK: Pieces

    /// A part of the error that the guide is about.
    private enum Printed {
        case text(String)
        case value(Int, ValueTexts.Entry)
    }

    /// The error that the guide is about, as it is printed with the values that there are.
    private mutating func printError(_ body: (inout Filler, Printed) -> Void) {
        guard let error else { return }
        let texts = texts
        let exists = { name in texts.index(of: name).map { texts.entries[$0] != nil } ?? false }
        error.forEachPrinted(where: exists) { piece in
            switch piece {
            case .literal(let text): body(&self, .text(text))
            case .value(let name):
                if let index = texts.index(of: name), let entry = entry(index) {
                    body(&self, .value(index, entry))
                } else {
                    body(&self, .text(name))
                }
            case .optional: break
            }
        }
    }

    /// Appends the error to what is put together, which is code.
    private mutating func appendError(to code: inout FilledCode) {
        printError { filler, piece in
            switch piece {
            case .text(let text): filler.buffer.append(text: text)
            case .value(let index, let entry): code.append(index, entry.code, to: &filler.buffer)
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
        guard text.holds(UInt8(ascii: "{")) else { return text }
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
                buffer.removeAll(keepingCapacity: true)
                appendError(to: &code)
                filled += buffer.map { $0 == 0x0A ? 0x20 : $0 }
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
