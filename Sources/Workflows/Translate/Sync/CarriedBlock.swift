import CommonMark
import Guides
import Sources

/// A block as far as it can be compared with another: what has to be translated, and what is carried over as it is.
struct CarriedBlock {
    /// Stands for the words and the structure, with a sign in the place of each item.
    var words: Fingerprint { prose.fingerprint }
    /// Whether there is something to translate.
    private(set) var hasWords = false
    /// What is the same in every language, in the order of the text.
    private(set) var items: [CarriedItem] = []

    private var prose = FairProse()
    private let edition: Edition
    private let numbers: CarriedNumbers

    init(_ block: Node, of edition: Edition, _ numbers: CarriedNumbers) {
        (self.edition, self.numbers) = (edition, numbers)
        add(block)
    }

    /// The title, or the summary.
    init(frontMatter key: String, of edition: Edition, _ numbers: CarriedNumbers) {
        (self.edition, self.numbers) = (edition, numbers)
        var bytes = Array((key == "title" ? edition.title : edition.summary).utf8)
        let marks = ValueMarks(marking: &bytes, from: 0)
        let offsets = edition.range(ofFrontMatter: key).map { Array($0.lowerBound...$0.upperBound) }
        bytes.withUnsafeBufferPointer { add($0, offsets, marks, 0) }
    }

    private mutating func add(_ node: Node) {
        switch node.kind {
        case .text: node.withLiteral { add($0, node.sourceOffsets, edition.marks, nil) }
        case .softBreak: prose.addSpace()
        case .code: addCode(node)
        case .codeBlock: addCodeBlock(node)
        case .link, .image: addLink(node)
        case .htmlBlock, .htmlInline: addHTML(node)
        case .alert:
            let range =
                edition.document.line(node.startLine).lowerBound..<edition.document.line(node.startLine).upperBound
            let marker = edition.file.bytes[range].firstRange(of: Array("[!".utf8)).flatMap { open in
                edition.file.bytes[open.upperBound..<range.upperBound].firstIndex(of: UInt8(ascii: "]")).map {
                    open.upperBound..<$0
                }
            }
            add(.alert, "\(node.kind)", marker)
            addAll(node)
        case .taskMarker(let isChecked):
            let start = node.container?.contentLines.first?.lowerBound
            let range = start.flatMap {
                edition.file.bytes[$0...].first == UInt8(ascii: "[") ? ($0 + 1)..<($0 + 2) : nil
            }
            add(.task, isChecked ? "x" : " ", range)
        default: addAll(node)
        }
    }

    private mutating func addAll(_ node: Node) {
        let kind =
            switch node.kind {
            case .alert: "alert"
            // Which one it is in its language says nothing of the other.
            case .footnote: "footnote"
            case .footnoteReference: "footnoteReference"
            default: "\(node.kind) \(node.headingLevel) \(node.isOrdered)"
            }
        prose.settle(isBlock: node.kind.isBlock)
        sign(kind)
        for child in node.children { add(child) }
        prose.settle(isBlock: node.kind.isBlock)
        prose.sign(0xFE)
    }

    /// Adds what is compared byte for byte.
    private mutating func sign(_ text: String) {
        prose.sign(0xFF)
        for byte in text.utf8 { prose.sign(byte) }
        prose.sign(0xFF)
    }

    private mutating func add(_ sort: CarriedItem.Sort, _ text: String, _ range: Range<Int>?, lines: [Range<Int>] = [])
    {
        prose.settle(isBlock: false)
        prose.sign(0xFD)
        prose.sign(sort.rawValue)
        items.append(CarriedItem(sort: sort, text: text, range: range, lines: lines))
    }

    // MARK: Text

    /// Adds a text with marks in it.
    ///
    /// - Parameters:
    ///   - offsets: where each of its bytes stands in the file.
    ///   - origin: where the text begins that the marks' places count from; nil where they count from the file's start.
    private mutating func add(
        _ bytes: UnsafeBufferPointer<UInt8>, _ offsets: [Int]?, _ marks: ValueMarks, _ origin: Int?
    ) {
        var start = 0
        while let mark = marks.next(in: bytes, from: start) {
            addWords(bytes, start..<mark.range.lowerBound, offsets)
            let placeholder = marks.marks[mark.number]
            let range =
                origin == nil
                ? placeholder.range : offsets.map { $0[mark.range.lowerBound]..<$0[mark.range.upperBound] }
            add(.value, placeholder.name, range)
            start = min(mark.range.upperBound, bytes.count)
        }
        addWords(bytes, start..<bytes.count, offsets)
    }

    /// Words are compared without the spaces and signs of typography; numbers that stand alone are carried.
    private mutating func addWords(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ offsets: [Int]?) {
        var start = range.lowerBound
        var index = start
        func flush(_ end: Int, _ prose: inout FairProse) {
            if end > start { prose.add(UnsafeBufferPointer(rebasing: bytes[start..<end])) }
        }
        while index < range.upperBound {
            if bytes[index].isASCIILetter || bytes[index] >= 0xC3, bytes[index] != 0xE2 { hasWords = true }
            let before = index > range.lowerBound ? bytes[index - 1] : 0x20
            let beforeSpace = index > range.lowerBound + 1 ? bytes[index - 2] : 0x20
            // The last byte of a no-break space is no part of a word.
            let isSpaced = before == 0xA0 && beforeSpace == 0xC2 || before == 0xAF && beforeSpace == 0x80
            let isInside = before.isWordPart && !isSpaced || "_.,-/:".utf8.contains(before)
            if bytes[index].isASCIIDigit, !isInside,
                let number = numbers.number(in: bytes, at: index, before: range.upperBound)
            {
                flush(index, &prose)
                add(.number, number.text, offsets.map { $0[index]..<$0[number.end] })
                start = number.end
                index = number.end
                continue
            }
            index += 1
        }
        flush(range.upperBound, &prose)
    }

    // MARK: Code, addresses, markers

    private mutating func addCode(_ node: Node) {
        let range = node.sourceRange.flatMap { edition.file.bytes.contentOfCode(in: $0) }
        add(.code, range.map { edition.file.bytes.string($0) } ?? node.literal, range)
    }

    private mutating func addCodeBlock(_ node: Node) {
        sign("code")
        let code = CarriedCode(node, of: edition)
        add(.fence, node.fenceInfo, code.fence)
        if code.holdsProse { hasWords = true }
        let whole = code.lines.map { ($0.first?.lowerBound ?? 0)..<($0.last?.upperBound ?? 0) }
        add(.codeBlock, code.texts.joined(separator: "\n"), whole, lines: code.lines ?? [])
    }

    private mutating func addHTML(_ node: Node) {
        if Edition.isVariantMarker(node) {
            let range = node.sourceRange.map { edition.file.bytes.trimmed($0) }
            let text = range.map { edition.file.bytes.string($0) } ?? node.literal
            return add(.variant, text.filter { !$0.isWhitespace }, range)
        }
        if node.commentText == nil { sign(node.literal) }
    }

    private mutating func addLink(_ node: Node) {
        let isImage = node.kind == .image
        sign(isImage ? "image" : "link")
        if !node.title.isEmpty { addTitle(node.title) }
        let (range, isOwnText) = addressPlace(of: node)
        add(isImage ? .image : .address, range.map { edition.file.bytes.string($0) } ?? node.url, range)
        // The words of an address between angle brackets are the address.
        if !isOwnText { for child in node.children { add(child) } }
        prose.sign(0xFE)
    }

    private mutating func addTitle(_ title: String) {
        Array(title.utf8).withUnsafeBufferPointer { prose.add($0) }
        hasWords = true
        sign("title")
    }

    /// Where the address of a link stands, and whether its words are the address.
    private func addressPlace(of node: Node) -> (Range<Int>?, Bool) {
        let bytes = edition.file.bytes
        switch node.linkTail {
        case .inline(let address)?:
            let isBracketed = address.count > 1 && bytes[address.lowerBound] == UInt8(ascii: "<")
            return (isBracketed ? (address.lowerBound + 1)..<(address.upperBound - 1) : address, false)
        case .autolink?:
            guard let range = node.sourceRange, range.count > 2 else { return (nil, true) }
            let isBracketed = bytes[range.lowerBound] == UInt8(ascii: "<")
            return (isBracketed ? (range.lowerBound + 1)..<(range.upperBound - 1) : range, true)
        case .attribute(let address)?: return (address, false)
        case .reference?: return (edition.definition(of: node.url), false)
        case nil: return (nil, false)
        }
    }
}

extension Edition {
    /// The bytes of an address in the definition that links refer to; nil where more or fewer than one have it.
    fileprivate func definition(of address: String) -> Range<Int>? {
        var found: [Range<Int>] = []
        var start = bodyStart
        for line in file.bytes[bodyStart...].split(separator: 0x0A, omittingEmptySubsequences: false) {
            defer { start += line.count + 1 }
            guard line.first(where: { $0 != 0x20 }) == UInt8(ascii: "["),
                let close = line.firstRange(of: Array("]:".utf8)), let at = line.firstRange(of: Array(address.utf8)),
                at.lowerBound >= close.upperBound,
                line[close.upperBound..<at.lowerBound].allSatisfy({ $0.isSpace || $0 == UInt8(ascii: "<") }),
                line[at.upperBound...].first.map({ $0.isSpace || $0 == UInt8(ascii: ">") }) ?? true
            else { continue }
            found.append(at)
        }
        return found.count == 1 ? found[0] : nil
    }
}

extension [UInt8] {
    /// What stands between the backticks of code.
    fileprivate func contentOfCode(in range: Range<Int>) -> Range<Int>? {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, self[start] == UInt8(ascii: "`") { start += 1 }
        while end > start, self[end - 1] == UInt8(ascii: "`") { end -= 1 }
        return start < end ? start..<end : nil
    }

    /// A range without white space at its ends.
    fileprivate func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, self[start].isSpace { start += 1 }
        while end > start, self[end - 1].isSpace { end -= 1 }
        return start..<end
    }

    /// The text of some bytes.
    func string(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }
}
