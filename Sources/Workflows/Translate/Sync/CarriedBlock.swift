import CommonMark
import Guides
import Sources

/// A block as far as it can be compared with another: what has to be translated, and what is carried over as it is.
struct CarriedBlock {
    /// The words and the structure, with a sign in the place of each item: what only a person can bring up to date.
    private(set) var prose: [String] = []
    /// What is the same in every language, in the order of the text.
    private(set) var items: [CarriedItem] = []
    /// Whether some item's place in the file is not known to the byte.
    private(set) var isUncertain = false

    private let edition: Edition

    init(_ block: Node, of edition: Edition) {
        self.edition = edition
        if block.kind == .heading { prose.append("heading \(block.headingLevel)") }
        add(block)
    }

    private mutating func add(_ node: Node) {
        switch node.kind {
        case .text: addText(node)
        case .code: addCode(node)
        case .codeBlock: addCodeBlock(node)
        case .link, .image:
            prose.append("\(node.kind == .link ? "link" : "image") \(node.title)")
            // The words of an address between angle brackets are the address.
            if addAddress(node) { for child in node.children { add(child) } }
            prose.append("end")
        case .softBreak: break
        case .htmlBlock, .htmlInline: prose.append("html \(node.literal)")
        default:
            prose.append("\(node.kind)")
            for child in node.children { add(child) }
            prose.append("end")
        }
    }

    // MARK: Text

    private mutating func addText(_ node: Node) {
        let offsets = node.sourceOffsets
        let literal = node.withLiteral { Array($0) }
        var start = 0
        literal.withUnsafeBufferPointer { bytes in
            while let mark = edition.marks.next(in: bytes, from: start) {
                addWords(bytes, start..<mark.range.lowerBound, offsets)
                let placeholder = edition.marks.marks[mark.number]
                add(.value, placeholder.name, placeholder.range)
                start = min(mark.range.upperBound, bytes.count)
            }
            addWords(bytes, start..<bytes.count, offsets)
        }
    }

    /// Words are compared without the spaces and signs of typography; numbers that stand alone are carried.
    private mutating func addWords(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ offsets: [Int]?) {
        var index = range.lowerBound
        var word: [UInt8] = []
        func isSpace(_ index: Int) -> Int {
            if bytes[index].isSpace { return 1 }
            let next = index + 1 < range.upperBound ? bytes[index + 1] : 0
            let last = index + 2 < range.upperBound ? bytes[index + 2] : 0
            if bytes[index] == 0xC2, next == 0xA0 { return 2 }
            return bytes[index] == 0xE2 && next == 0x80 && last == 0xAF ? 3 : 0
        }
        func flush() {
            if !word.isEmpty { prose.append(String(decoding: word, as: UTF8.self)) }
            word = []
        }
        while index < range.upperBound {
            let space = isSpace(index)
            if space > 0 {
                flush()
                index += space
                continue
            }
            let before = index > range.lowerBound ? bytes[index - 1] : 0x20
            if bytes[index].isASCIIDigit, !before.isWordPart, !".,-/:".utf8.contains(before) {
                var end = index
                while end < range.upperBound, bytes[end].isASCIIDigit { end += 1 }
                let after = end < range.upperBound ? bytes[end] : 0x20
                let next = end + 1 < range.upperBound ? bytes[end + 1] : 0x20
                let isPart = ".,:/-".utf8.contains(after) && (next.isASCIIDigit || next.isASCIILetter)
                if !after.isASCIIAlphanumeric, !isPart {
                    flush()
                    let source = offsets.map { $0[index]..<$0[end] }
                    add(.number, bytes.text(index..<end), source)
                    index = end
                    continue
                }
            }
            word.append(bytes[index])
            index += 1
        }
        flush()
    }

    // MARK: Code and addresses

    private mutating func addCode(_ node: Node) {
        let literal = edition.file.bytes
        guard let range = node.sourceRange, let found = literal.contentOfCode(in: range) else {
            return add(.code, node.literal, nil)
        }
        add(.code, String(decoding: literal[found], as: UTF8.self), found)
    }

    private mutating func addCodeBlock(_ node: Node) {
        prose.append("code \(node.fenceInfo)")
        let lines = node.contentLines
        // Within a quote or a list every line has something before it.
        guard node.parent?.kind == .customBlock, node.isFenced, lines.count > 2,
            let first = lines.dropFirst().first, let last = lines.dropLast().last,
            let start = edition.document.startOfLine(first.lowerBound),
            edition.document.source[start..<last.upperBound].elementsEqual(node.withLiteral { Array($0.dropLast()) })
        else { return add(.codeBlock, node.literal, nil) }
        let range = start..<last.upperBound
        add(.codeBlock, String(decoding: edition.file.bytes[range], as: UTF8.self), range)
    }

    /// Adds where a link leads, and returns whether its words are words.
    private mutating func addAddress(_ node: Node) -> Bool {
        let sort = node.kind == .image ? CarriedItem.Sort.image : .address
        switch node.linkTail {
        case .inline(let address)?: add(sort, String(decoding: edition.file.bytes[address], as: UTF8.self), address)
        case .autolink?:
            guard let range = node.sourceRange, range.count > 2 else {
                add(sort, node.url, nil)
                return false
            }
            let inner = (range.lowerBound + 1)..<(range.upperBound - 1)
            add(sort, String(decoding: edition.file.bytes[inner], as: UTF8.self), inner)
            return false
        default: prose.append("reference \(node.url)")
        }
        return true
    }

    private mutating func add(_ sort: CarriedItem.Sort, _ text: String, _ range: Range<Int>?) {
        if range == nil { isUncertain = true }
        prose.append("\u{0}\(sort)")
        items.append(CarriedItem(sort: sort, text: text, range: range ?? 0..<0))
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
}

extension Document {
    /// Where the line of a byte begins.
    fileprivate func startOfLine(_ offset: Int) -> Int? {
        var index = offset
        while index > 0, source[index - 1] != 0x0A { index -= 1 }
        return index
    }
}
