import CommonMark
import Sources

/// Looks through the lines of one block for signs of another tool's Markdown.
struct ForeignLines {
    typealias Construct = ForeignMarkup.Construct

    private let text: EditionText
    private let block: EditionText.Block
    /// Whether a box was opened with `:::` that is not closed yet: what closes it is no fault of its own.
    private(set) var isInContainer: Bool
    /// What was found, by its bytes in the text.
    private(set) var found: [(range: Range<Int>, construct: Construct)] = []
    /// References to notes that there are none of.
    private(set) var footnotes: [Range<Int>] = []
    private var nextSigns = NextSigns()

    init(_ text: EditionText, _ block: EditionText.Block, isInContainer: Bool) {
        self.text = text
        self.block = block
        self.isInContainer = isInContainer
    }

    private var bytes: [UInt8] { text.bytes }

    mutating func read() {
        var start = block.range.lowerBound
        for run in text.runs[block.runs] where run.kind == .gap {
            readLine(start..<run.range.lowerBound)
            start = run.range.upperBound
        }
        readLine(start..<block.range.upperBound)
    }

    private mutating func readLine(_ line: Range<Int>) {
        guard let first = line.first.map({ bytes[$0] }) else { return }
        if Self.lineSigns[Int(first)], isProse(line.lowerBound), text.isSign(at: line.lowerBound), readStart(of: line) {
            return
        }
        var index = line.lowerBound
        while let sign = text.bytes.firstIndex(in: index..<line.upperBound, of: Self.inlineSigns) {
            index = readInline(sign, line) ?? sign + 1
        }
    }

    /// Bytes that a line of some construct begins with.
    private static let lineSigns: [Bool] = flags(":!?=-[@{$.%\\/eihv")
    /// Bytes that some construct within a line begins with.
    private static let inlineSigns: [Bool] = flags("[={+^~:")

    private static func flags(_ signs: String) -> [Bool] { (0...255).map { signs.utf8.contains($0) } }

    // MARK: Lines

    /// Reports what a whole line is; false where it may be prose.
    private mutating func readStart(of line: Range<Int>) -> Bool {
        let isFirst = line.lowerBound == block.range.lowerBound
        let word = self.word(line)
        switch bytes[line.lowerBound] {
        case UInt8(ascii: ":"):
            if starts(":::", line) { return readContainer(line) }
            // A single space is one of typography, before a sign that fell to the next line.
            if !isFirst, starts(":  ", line) || starts(":\t", line) { return add(line, .definitionList) }
        case UInt8(ascii: "!"): if word == "!!!", isKeyword(line, behind: 4) { return add(line, .admonition) }
        case UInt8(ascii: "?"):
            if word == "???" || word == "???+", isKeyword(line, behind: word.utf8.count + 1) {
                return add(line, .admonition)
            }
        case UInt8(ascii: "="): if starts("=== \"", line) || starts("===+ \"", line) { return add(line, .tabs) }
        case UInt8(ascii: "-"): if starts("--8<--", line) { return add(line, .snippet) }
        case UInt8(ascii: "["): return readBracket(line, isFirst)
        case UInt8(ascii: "@"): if lowercased(line) == "@[toc]" { return add(line, .contents) }
        case UInt8(ascii: "{"): return readBrace(line)
        case UInt8(ascii: "$"):
            if lowercased(line) == "${toc}" { return add(line, .contents) }
            if starts("$$", line), isFirst, line.count == 2 || ends("$$", line) { return add(line, .math) }
        case UInt8(ascii: "."): if starts(".. ", line), contains("::", line) { return add(line, .directive) }
        case UInt8(ascii: "%"):
            if starts("%% ", line) || starts("%%", line) && ends("%%", line) { return add(line, .comment) }
        case UInt8(ascii: "\\"):
            if ["\\newpage", "\\pagebreak"].contains(word) || word.hasPrefix("\\begin{") { return add(line, .macro) }
        case UInt8(ascii: "/"): if starts("/// ", line), isFirst { return add(line, .admonition) }
        case UInt8(ascii: "i"), UInt8(ascii: "v"):
            if word == "import", contains(" from '", line) || contains(" from \"", line) { return add(line, .module) }
            if ["image::", "include::", "video::"].contains(where: { word.hasPrefix($0) }), word.contains("[") {
                return add(line, .include)
            }
        case UInt8(ascii: "e"):
            if starts("export const ", line) || starts("export default ", line) { return add(line, .module) }
        case UInt8(ascii: "h"):
            if line.count > 4, starts("h", line), (0x31...0x36).contains(bytes[line.lowerBound + 1]),
                bytes[line.lowerBound + 2] == UInt8(ascii: "."), bytes[line.lowerBound + 3] == 0x20
            {
                return add(line, .textile)
            }
        default: break
        }
        return false
    }

    /// Whether a small letter stands at an offset of a line: the kind of a box, and no cry.
    private func isKeyword(_ line: Range<Int>, behind offset: Int) -> Bool {
        line.count > offset && (0x61...0x7A).contains(bytes[line.lowerBound + offset])
    }

    private mutating func readContainer(_ line: Range<Int>) -> Bool {
        let name = bytes[line].drop { $0 == UInt8(ascii: ":") }
        let isOpening = name.contains { !$0.isSpace }
        defer { isInContainer = isOpening }
        return isOpening || !isInContainer ? add(line, .container) : true
    }

    private mutating func readBracket(_ line: Range<Int>, _ isFirst: Bool) -> Bool {
        if ["[toc]", "[[toc]]", "[[_toc_]]", "[_toc_]"].contains(lowercased(line)) { return add(line, .contents) }
        guard starts("[!", line), isFirst, block.node?.previous == nil, block.node?.parent?.kind == .blockQuote,
            let close = bytes[line].firstIndex(of: UInt8(ascii: "]")), close - line.lowerBound > 2,
            bytes[(line.lowerBound + 2)..<close].allSatisfy({ $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") })
        else { return false }
        let name = String(decoding: bytes[(line.lowerBound + 2)..<close], as: UTF8.self).uppercased()
        let isKnown = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"].contains(name)
        return isKnown ? add(line, .titledAlert) : add(line.lowerBound..<(close + 1), .unknownAlert)
    }

    private static let macros: Set = [
        "code", "noformat", "panel", "info", "note", "warning", "tip", "quote", "expand", "toc", "color",
    ]

    private mutating func readBrace(_ line: Range<Int>) -> Bool {
        if lowercased(line) == "{:toc}" { return add(line, .contents) }
        if starts("{* ", line), ends(" *}", line) { return add(line, .include) }
        guard ends("}", line) else { return false }
        if starts("{: ", line) || starts("{:.", line) || starts("{:#", line) { return add(line, .attributes) }
        let inner = String(decoding: bytes[line].dropFirst().prefix { $0 != UInt8(ascii: "}") }, as: UTF8.self)
        return Self.macros.contains(String(inner.prefix { $0 != ":" })) && !contains(" ", line)
            ? add(line, .macro) : false
    }

    // MARK: Within a line

    /// Reports a construct that begins at a sign, and returns where it ends.
    private mutating func readInline(_ index: Int, _ line: Range<Int>) -> Int? {
        let before = index > line.lowerBound ? bytes[index - 1] : 0x20
        let rest = index..<line.upperBound
        var end: Int?
        var construct = Construct.marked
        switch bytes[index] {
        case UInt8(ascii: "["):
            if starts("[^", rest) {
                if let end = footnoteEnd(index, line), isProse(index), isProse(end - 1), text.isSign(at: index) {
                    footnotes.append(index..<end)
                    return end
                }
            } else if starts("[[", rest), !before.isASCIIAlphanumeric, let close = next("]]", rest), close - index > 2,
                !bytes[(index + 2)..<close].contains(where: { $0.isOne(of: "[]") })
            {
                construct = .wikiLink
                end = close + 2
            }
        case UInt8(ascii: "{"):
            if starts("{/*", rest), let close = next("*/}", rest) {
                construct = .comment
                end = close + 3
            } else if starts("{%", rest), let close = next("%}", rest) {
                construct = .template
                end = close + 2
            } else if let close = next("}", rest) {
                end = attributesEnd(index..<(close + 1), line, &construct)
            }
        case UInt8(ascii: "="): end = pairEnd("==", rest, before, mayHoldSpaces: true)
        case UInt8(ascii: "+"):
            construct = .inserted
            end = pairEnd("++", rest, before, mayHoldSpaces: false)
        case UInt8(ascii: "^"):
            construct = .superscript
            end = before.isSpace ? nil : shortEnd(UInt8(ascii: "^"), rest)
        case UInt8(ascii: "~"):
            construct = .subscripted
            end = before.isASCIIAlphanumeric ? shortEnd(UInt8(ascii: "~"), rest) : nil
        case UInt8(ascii: ":"):
            construct = .emoji
            end = before.isSpace || before.isOne(of: "([{") || before >= 0x80 ? emojiEnd(rest) : nil
        default: break
        }
        guard let end, isProse(index), isProse(end - 1), text.isSign(at: index) else { return nil }
        found.append((index..<end, construct))
        return end
    }

    /// The end of `[^name]`, and of the colon behind it where a note is defined.
    private func footnoteEnd(_ index: Int, _ line: Range<Int>) -> Int? {
        var end = index + 2
        while end < line.upperBound, bytes[end].isTokenPart, end - index < 40 { end += 1 }
        // `[^a-z]` is a set of characters.
        let isSet = end - index == 5 && bytes[index + 3] == UInt8(ascii: "-")
        guard end > index + 2, end < line.upperBound, bytes[end] == UInt8(ascii: "]"), !isSet else { return nil }
        let next = end + 1 < line.upperBound ? bytes[end + 1] : 0
        if next == UInt8(ascii: "("), index == line.lowerBound { return nil }
        return index == line.lowerBound && next == UInt8(ascii: ":") ? end + 2 : end + 1
    }

    /// The end of `{.class}` or `{width=300}` right behind an element, or of `{#id}` at a paragraph's end; of `{role}`
    /// right before code.
    private func attributesEnd(_ braces: Range<Int>, _ line: Range<Int>, _ construct: inout Construct) -> Int? {
        let inner = bytes[braces].dropFirst().dropLast()
        guard let first = inner.first, case .node(let node, let start)? = text.run(at: braces.lowerBound)?.origin else {
            return nil
        }
        let isToken = inner.allSatisfy { $0.isTokenPart || $0 == UInt8(ascii: ":") }
        if isToken, first.isASCIILetter, braces.upperBound < line.upperBound,
            let run = text.run(at: braces.upperBound), run.kind == .code
        {
            construct = .role
            return braces.upperBound
        }
        construct = .attributes
        let isNamed = first.isOne(of: ".#:") && inner.count > 1
        let isBehindElement =
            start == 0 && text.run(at: braces.lowerBound)?.range.lowerBound == braces.lowerBound
            && node.previous.map { [.link, .image, .code, .strong, .emphasis].contains($0.kind) } == true
        if isBehindElement, isNamed || inner.contains(UInt8(ascii: "=")) { return braces.upperBound }
        let isLast = braces.upperBound == block.range.upperBound && block.node?.kind == .paragraph
        return isLast && isNamed
            && inner.dropFirst().allSatisfy { $0.isTokenPart || $0 == 0x20 || $0.isOne(of: ".#") }
            ? braces.upperBound : nil
    }

    /// The end of a text between two equal pairs of signs.
    private mutating func pairEnd(_ sign: String, _ rest: Range<Int>, _ before: UInt8, mayHoldSpaces: Bool) -> Int? {
        let start = rest.lowerBound + 2
        guard start < rest.upperBound, bytes[rest.lowerBound..<start].elementsEqual(sign.utf8),
            !before.isASCIIAlphanumeric,
            before != bytes[rest.lowerBound],
            !bytes[start].isSpace, bytes[start] != bytes[rest.lowerBound],
            let close = next(sign, start..<rest.upperBound), close > start, !bytes[close - 1].isSpace
        else { return nil }
        let after = close + 2 < rest.upperBound ? bytes[close + 2] : 0x20
        guard !after.isASCIIAlphanumeric, after != bytes[close] else { return nil }
        return mayHoldSpaces || !bytes[start..<close].contains(0x20) ? close + 2 : nil
    }

    /// The end of a few letters or digits between two equal signs.
    private func shortEnd(_ sign: UInt8, _ rest: Range<Int>) -> Int? {
        var end = rest.lowerBound + 1
        while end < rest.upperBound, bytes[end].isASCIIAlphanumeric || bytes[end] == UInt8(ascii: "-"),
            end - rest.lowerBound < 10
        {
            end += 1
        }
        return end > rest.lowerBound + 1 && end < rest.upperBound && bytes[end] == sign ? end + 1 : nil
    }

    /// The end of `:name:`.
    private func emojiEnd(_ rest: Range<Int>) -> Int? {
        var end = rest.lowerBound + 1
        while end < rest.upperBound, bytes[end].isASCIIAlphanumeric || bytes[end].isOne(of: "_+-") { end += 1 }
        guard end - rest.lowerBound > 2, end < rest.upperBound, bytes[end] == UInt8(ascii: ":"),
            bytes[(rest.lowerBound + 1)..<end].contains(where: { $0.isASCIILetter })
                || bytes[rest.lowerBound + 2] == 0x31
        else { return nil }
        let after = end + 1 < rest.upperBound ? bytes[end + 1] : 0x20
        return after.isASCIIAlphanumeric || after == UInt8(ascii: "/") ? nil : end + 1
    }

    // MARK: Bytes

    private mutating func add(_ range: Range<Int>, _ construct: Construct) -> Bool {
        found.append((range, construct))
        return true
    }

    private func isProse(_ index: Int) -> Bool { text.run(at: index)?.kind == .prose }

    private func starts(_ sign: StaticString, _ range: Range<Int>) -> Bool {
        sign.utf8CodeUnitCount <= range.count
            && sign.withUTF8Buffer { bytes[range.lowerBound...].starts(with: $0) }
    }

    private func ends(_ sign: StaticString, _ range: Range<Int>) -> Bool {
        sign.utf8CodeUnitCount <= range.count
            && sign.withUTF8Buffer { bytes[range].suffix(sign.utf8CodeUnitCount).elementsEqual($0) }
    }

    private mutating func next(_ sign: String, _ rest: Range<Int>) -> Int? {
        nextSigns.place(of: sign, in: rest, of: bytes)
    }

    private func contains(_ sign: StaticString, _ range: Range<Int>) -> Bool {
        bytes.firstRange(of: sign.withUTF8Buffer { Array($0) }, within: range) != nil
    }

    private func word(_ line: Range<Int>) -> String {
        String(decoding: bytes[line].prefix { !$0.isSpace }.prefix(80), as: UTF8.self)
    }

    private func lowercased(_ line: Range<Int>) -> String {
        line.count > 20 ? "" : String(decoding: bytes[line], as: UTF8.self).lowercased()
    }
}
