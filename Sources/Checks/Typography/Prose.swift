import CommonMark
import Sources

/// Prose around a place, as the checks of typography look at it.
struct Prose {
    let text: EditionText
    private let detector: LanguageDetector

    init(_ text: EditionText, in context: CheckContext) {
        self.text = text
        detector = context.detector
    }

    /// The bytes of prose that are one of some bytes, block by block: everything else is passed over quickly.
    func places(of wanted: Set<UInt8>) -> [(index: Int, block: Range<Int>)] {
        var isWanted = [Bool](repeating: false, count: 256)
        for byte in wanted { isWanted[Int(byte)] = true }
        var found: [(Int, Range<Int>)] = []
        text.bytes.withUnsafeBufferPointer { bytes in
            isWanted.withUnsafeBufferPointer { isWanted in
                for block in text.blocks {
                    for run in text.runs[block.runs] where run.kind == .prose {
                        for index in run.range where isWanted[Int(bytes[index])] { found.append((index, block.range)) }
                    }
                }
            }
        }
        return found
    }

    /// The character at an index, and the bytes that it takes.
    func scalar(at index: Int, in block: Range<Int>) -> (scalar: Unicode.Scalar, range: Range<Int>)? {
        guard block.contains(index) else { return nil }
        var end = index + 1
        while end < block.upperBound, text.bytes[end] & 0xC0 == 0x80 { end += 1 }
        return String(decoding: text.bytes[index..<end], as: UTF8.self).unicodeScalars.first.map { ($0, index..<end) }
    }

    /// The character that ends before an index.
    func scalar(before index: Int, in block: Range<Int>) -> (scalar: Unicode.Scalar, range: Range<Int>)? {
        var start = index - 1
        while start > block.lowerBound, text.bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return scalar(at: start, in: block)
    }

    // MARK: Where the language has no say

    /// Whether the language's typography has a say at a place: the words around it are in the language, and readers see
    /// them as prose. It is asked only where something would be reported.
    func governs(_ index: Int, in block: Range<Int>) -> Bool {
        var inline: Node?
        if case .node(let node, _)? = text.run(at: index)?.origin {
            var current = node.parent
            while let parent = current, !parent.kind.isBlock {
                switch parent.kind {
                // A badge's text is part of its picture, and the text of an address is the address.
                case .image where parent.parent?.kind == .link || parent.url.lowercased().contains("badge"):
                    return false
                case .image where parent.url.contains("shields.io"): return false
                case .link: if case .autolink? = parent.linkTail { return false }
                default: break
                }
                inline = inline ?? parent
                current = parent.parent
            }
        }
        return !isForeign(index, in: block, inline)
    }

    /// Whether the words around a place are in another of the project's languages: those of the innermost element, else
    /// of the quotation, the clause before it, the sentence, the block.
    private func isForeign(_ index: Int, in block: Range<Int>, _ inline: Node?) -> Bool {
        guard detector.tags.count > 1, let own = detector.tags.firstIndex(of: text.edition.language.tag) else {
            return false
        }
        var passages: [Range<Int>] = []
        if let inline, let range = range(of: inline, around: index, in: block) { passages.append(range) }
        if let quotation = quotation(around: index, in: block) { passages.append(quotation) }
        let start = startOfSentence(before: index, in: block)
        passages += [start..<index, start..<endOfSentence(behind: index, in: block), block]
        for passage in passages {
            let hits = detector.hits(in: passage, of: text)
            let most = hits.indices.filter { $0 != own }.map { hits[$0] }.max() ?? 0
            if hits[own] != most { return most > hits[own] }
        }
        return false
    }

    /// The bytes of the text that an inline element's texts gave, around one of them.
    private func range(of inline: Node, around index: Int, in block: Range<Int>) -> Range<Int>? {
        func isInside(_ offset: Int) -> Bool {
            guard let run = text.run(at: offset), case .node(let node, _) = run.origin else { return false }
            var current: Node? = node
            while let candidate = current {
                if candidate == inline { return true }
                current = candidate.parent
            }
            return false
        }
        guard var range = text.run(at: index)?.range else { return nil }
        while range.lowerBound > block.lowerBound, isInside(range.lowerBound - 1),
            let run = text.run(at: range.lowerBound - 1)
        {
            range = run.range.lowerBound..<range.upperBound
        }
        while range.upperBound < block.upperBound, isInside(range.upperBound), let run = text.run(at: range.upperBound)
        {
            range = range.lowerBound..<run.range.upperBound
        }
        return range
    }

    /// Whether a place stands between quotation marks.
    func isQuoted(_ index: Int, in block: Range<Int>) -> Bool { quotation(around: index, in: block) != nil }

    /// What stands between quotation marks around a place.
    private func quotation(around index: Int, in block: Range<Int>) -> Range<Int>? {
        let pairs: [(open: [UInt8], close: [UInt8])] = [
            (Array("“".utf8), Array("”".utf8)), (Array("«".utf8), Array("»".utf8)),
            (Array("\"".utf8), Array("\"".utf8)),
        ]
        for (open, close) in pairs {
            var start: Int?
            var position = block.lowerBound
            while position < index {
                if start != nil, text.bytes[position...].starts(with: close) {
                    start = nil
                } else if start == nil, text.bytes[position...].starts(with: open) {
                    start = position + open.count
                }
                position += 1
            }
            guard let start, start <= index else { continue }
            let end = text.bytes.firstRange(of: close, within: index..<block.upperBound)
            if let end { return start..<max(start, end.lowerBound) }
        }
        return nil
    }

    private func startOfSentence(before index: Int, in block: Range<Int>) -> Int {
        var position = index
        while position > block.lowerBound {
            let byte = text.bytes[position - 1]
            if position < index, text.bytes[position].isSpace, byte.isOne(of: ".!?") { return position }
            position -= 1
        }
        return block.lowerBound
    }

    private func endOfSentence(behind index: Int, in block: Range<Int>) -> Int {
        var position = index
        while position < block.upperBound {
            let next = position + 1 < block.upperBound ? text.bytes[position + 1] : 0x20
            if text.bytes[position].isOne(of: ".!?"), next.isSpace { return position }
            position += 1
        }
        return block.upperBound
    }

    // MARK: Words

    /// The bytes without a space that end before an index.
    func word(before index: Int, in block: Range<Int>) -> Range<Int> {
        var start = index
        while start > block.lowerBound, !text.bytes[start - 1].isSpace, !isNoBreakSpace(endingAt: start, in: block) {
            start -= 1
        }
        return start..<index
    }

    private func isNoBreakSpace(endingAt end: Int, in block: Range<Int>) -> Bool {
        let bytes = text.bytes
        if end - 2 >= block.lowerBound, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 { return true }
        return end - 3 >= block.lowerBound && bytes[end - 3] == 0xE2 && bytes[end - 2] == 0x80 && bytes[end - 1] == 0xAF
    }

    /// Whether a word is one of programs and networks: an address, a path, a file's name, a name with signs in it.
    func isCode(_ word: Range<Int>) -> Bool {
        let bytes = text.bytes[word].drop { $0.isOne(of: "([{\"'*") }
        guard let first = bytes.first else { return false }
        if first == UInt8(ascii: "-"), bytes.dropFirst().first?.isASCIIAlphanumeric == true { return true }
        if LinkWords.schemes.contains(String(decoding: bytes, as: UTF8.self).lowercased()) { return true }
        var previous: UInt8 = 0
        for index in bytes.indices {
            let byte = bytes[index]
            let next = index + 1 < bytes.endIndex ? bytes[index + 1] : 0
            switch byte {
            case _ where byte.isOne(of: "_/\\=@$<>{}|~#^+`"): return true
            // A file's name, or a host's; `etc.` is neither.
            case UInt8(ascii: "."), UInt8(ascii: ":"):
                if previous.isASCIIAlphanumeric, next.isASCIIAlphanumeric { return true }
            case UInt8(ascii: "("): if previous.isASCIIAlphanumeric, next == UInt8(ascii: ")") { return true }
            // `camelCase` has a capital behind a small letter; so have names, which begin with one.
            case 0x41...0x5A: if (0x61...0x7A).contains(previous), (0x61...0x7A).contains(first) { return true }
            default: break
            }
            previous = byte
        }
        return false
    }

    // MARK: Fixes

    /// A fix that puts a text in the place of some bytes; nil where they are a hard line break, came from a value, or are
    /// the label of a reference, which would lead nowhere with other signs.
    func fix(_ summary: String, _ range: Range<Int>, with replacement: String) -> Fix? {
        let file = text.edition.file
        if range.isEmpty {
            guard let run = text.run(at: range.lowerBound), run.kind == .prose, !isLabel(run) else { return nil }
            let source = text.sourceRange(range.lowerBound..<(range.lowerBound + 1))
            return Fix(
                summary, in: file, replacing: source.lowerBound..<source.lowerBound, with: replacement, keepsTree: true)
        }
        guard let run = text.run(at: range.lowerBound), !isLabel(run) else { return nil }
        if run.kind == .gap {
            return text.lineBreak(at: range.lowerBound).map {
                Fix(summary, in: file, replacing: $0, with: replacement, keepsTree: true)
            }
        }
        let source = text.sourceRange(range)
        // Escapes and entities are the author's way of saying that something is meant.
        guard text.isWritten(range), Array(file.bytes[source]) == Array(text.bytes[range]) else { return nil }
        return Fix(summary, in: file, replacing: source, with: replacement, keepsTree: true)
    }

    /// Whether a run is text by which a link finds its definition.
    private func isLabel(_ run: EditionText.Run) -> Bool {
        guard case .node(let node, _) = run.origin else { return false }
        var current = node.parent
        while let parent = current, !parent.kind.isBlock {
            if case .reference(let label)? = parent.linkTail, label.count <= 2 { return true }
            current = parent.parent
        }
        return false
    }
}

/// What addresses begin with.
private enum LinkWords {
    static let schemes: Set = [
        "http", "https", "mailto", "ftp", "sftp", "file", "data", "ssh", "git", "tel", "ws", "wss",
    ]
}

extension EditionText {
    /// The bytes of the file that a soft line break takes, with the markers and spaces before the next line's text; nil
    /// where there is no such break.
    func lineBreak(at offset: Int) -> Range<Int>? {
        guard let run = run(at: offset), run.kind == .gap, case .node(let node, _) = run.origin,
            node.kind == .softBreak, let end = node.sourceRange?.lowerBound
        else { return nil }
        let bytes = edition.file.bytes
        var start = min(end, bytes.count)
        while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 || bytes[start - 1] == UInt8(ascii: ">") {
            start -= 1
        }
        guard start > 0, bytes[start - 1] == 0x0A else { return nil }
        start -= 1
        while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x0D || bytes[start - 1] == 0x09 { start -= 1 }
        return start..<end
    }
}

extension Unicode.Scalar {
    /// A space of any width.
    var isSpaceOfAnyWidth: Bool { properties.generalCategory == .spaceSeparator || value == 0x09 }

    /// What the character is called in messages: a visible one as it is, a space by its number.
    var named: String {
        switch value {
        case 0x20: "a plain space"
        case 0x0A: "a line break"
        case 0xA0: "a no-break space (U+00A0)"
        case 0x202F: "a narrow no-break space (U+202F)"
        default: "U+" + String(value, radix: 16, uppercase: true)
        }
    }
}
