import CommonMark
import Guides
import Sources
import Values

/// A heading of a text that is imported, or a line in bold that is one in all but name.
final class TextHeading {
    /// What a heading is in a guide.
    enum Role {
        case title, section, step, option, sub
    }

    let node: Node
    /// All bytes of its lines.
    let lines: Range<Int>
    /// The bytes of its words.
    var content: Range<Int>
    /// Its words.
    var title: String
    /// How deep it stands in the source.
    var depth: Int
    /// How deep it will stand.
    var level = 2
    var role = Role.sub
    /// A section's ID.
    var id: String?
    /// What stands for its words.
    var newTitle: String?
    /// Whether a number was taken off its beginning.
    private var hasLostNumber = false
    /// What stands behind its words.
    var attributes: [String] = []
    /// Whether nothing stands below its line in its block.
    var isWhole = true
    /// Whether the title is all that a step says: it says it once more, as a sentence.
    var saysAll = false
    /// The number in bold that the line begins with, where the words stand behind it.
    private var lead: Node?

    init?(_ node: Node, in source: [UInt8], depth: Int, inlines: Node) {
        // A title that is bold as a whole is a title.
        let strong = node.kind == .heading ? inlines.firstChild : nil
        let inlines = strong?.kind == .strong && strong?.next == nil ? strong ?? inlines : inlines
        self.inlines = inlines
        guard let first = inlines.firstChild?.sourceRange, let last = inlines.lastChild?.sourceRange else { return nil }
        self.node = node
        let document = node.document
        var end = document.line(node.endLine).upperBound
        // The line below a title that makes it one.
        if node.kind == .heading,
            source[document.line(node.startLine)].first(where: { $0 != 0x20 }) != UInt8(ascii: "#")
        {
            let below = document.line(node.endLine + 1)
            if !below.isEmpty, source[below].allSatisfy({ "=- ".utf8.contains($0) }) { end = below.upperBound }
        }
        lines = document.line(node.startLine).lowerBound..<end
        content = first.lowerBound..<last.upperBound
        title = inlines.plainText
        self.depth = depth
    }

    /// A line that begins with a number in bold: “**Step 1:** Open the console”. What stands below its line is no part of it.
    init?(lead: Node, of paragraph: Node, in source: [UInt8], depth: Int) {
        let document = paragraph.document
        lines = document.line(paragraph.startLine)
        guard let first = lead.firstChild?.sourceRange, let last = paragraph.lastChild?.sourceRange else { return nil }
        var end = min(last.upperBound, lines.upperBound)
        while end > first.lowerBound, source[end - 1].isSpace || source[end - 1] == UInt8(ascii: "\\") { end -= 1 }
        node = paragraph
        inlines = lead
        content = first.lowerBound..<end
        title = String(paragraph.plainText.prefix { !$0.isNewline })
        self.depth = depth
        self.lead = lead
        isWhole = paragraph.plainText.count == title.count
    }

    /// The first line of a paragraph.
    init?(firstLineOf paragraph: Node, in source: [UInt8], depth: Int) {
        let document = paragraph.document
        lines = document.line(paragraph.startLine)
        guard let text = paragraph.firstChild, let range = text.sourceRange else { return nil }
        node = paragraph
        inlines = paragraph
        content = range
        title = text.literal.trimmingSpace
        self.depth = depth
        isWhole = false
    }

    /// Takes a number off the beginning of the words.
    func dropNumber(_ place: TypedNumber.Place, _ language: Language) -> String? {
        if let lead, let length = Self.numberLength(in: title, place, language), let range = lead.sourceRange {
            var start = range.upperBound
            while start < content.upperBound, edges.contains(node.document.source[start]) { start += 1 }
            content = start..<content.upperBound
            hasLostNumber = true
            let dropped = String(decoding: Array(title.utf8)[..<length], as: UTF8.self)
            title = String(title.dropFirst(dropped.count))
            return dropped
        }
        guard let text = inlines.firstChild, text.kind == .text, let offsets = text.sourceOffsets,
            let length = Self.numberLength(in: text.literal, place, language), offsets.count > length
        else { return nil }
        content = offsets[length]..<content.upperBound
        hasLostNumber = true
        let dropped = String(decoding: Array(text.literal.utf8)[..<length], as: UTF8.self)
        title = String(title.dropFirst(dropped.count))
        return dropped
    }

    /// Whether a text begins with an option's letter and a word in parentheses.
    static func isMarked(_ text: String, _ language: Language) -> Bool {
        guard let open = text.firstIndex(of: "("), let close = text[open...].firstIndex(of: ")") else { return false }
        let words = language.writing.recommendedWords.map(ImportWords.folded)
        guard words.contains(ImportWords.folded(String(text[text.index(after: open)..<close]))) else { return false }
        return numberLength(
            in: String(text[..<open]).trimmingSpace + text[text.index(after: close)...], .option, language) != nil
    }

    private var edges: [UInt8] { Array(" \t:.-".utf8) }

    /// Takes a number and a word in parentheses off the beginning: “Option A (recommended): ”.
    ///
    /// - Parameter words: the words that may stand there, folded.
    func dropMarkedNumber(_ language: Language, words: [String]) -> String? {
        guard let text = inlines.firstChild, text.kind == .text, let offsets = text.sourceOffsets,
            let open = text.literal.firstIndex(of: "("), let close = text.literal[open...].firstIndex(of: ")"),
            words.contains(ImportWords.folded(String(text.literal[text.literal.index(after: open)..<close])))
        else { return nil }
        let before = String(text.literal[..<open]).trimmingSpace
        let plain = before + text.literal[text.literal.index(after: close)...]
        guard let length = Self.numberLength(in: plain, .option, language), length >= before.utf8.count else {
            return nil
        }
        let cut = text.literal.utf8.count - (plain.utf8.count - length)
        guard cut < offsets.count else { return nil }
        content = offsets[cut]..<content.upperBound
        hasLostNumber = true
        let dropped = String(decoding: Array(text.literal.utf8)[..<cut], as: UTF8.self)
        title = String(title.dropFirst(dropped.count))
        return dropped
    }

    /// How many bytes of a title number it, where a number may stand before another: “2. Step 1: ”.
    static func numberLength(in title: String, _ place: TypedNumber.Place, _ language: Language) -> Int? {
        // A picture may stand before it.
        let sign = title.prefix { character in
            character.unicodeScalars.first.map { $0.value >= 0x1F000 || (0x2190...0x2BFF).contains($0.value) } == true
        }
        if !sign.isEmpty, title.dropFirst(sign.count).first == " " {
            let skipped = sign.utf8.count + 1
            let rest = String(title.dropFirst(sign.count + 1))
            return numberLength(in: rest, place, language).map { $0 + skipped }
        }
        guard let first = TypedNumber.length(in: title, of: place, language) ?? chapter(title) else { return nil }
        let rest = String(decoding: Array(title.utf8)[first...], as: UTF8.self)
        return first + (TypedNumber.length(in: rest, of: place, language) ?? 0)
    }

    /// How long a number of several parts is that a title begins with, “2.1 Sign in”.
    private static func chapter(_ title: String) -> Int? {
        let number = title.utf8.prefix { $0.isASCIIDigit || $0 == UInt8(ascii: ".") }
        let parts = number.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let rest = title.dropFirst(number.count)
        guard parts.count > 1, parts.allSatisfy({ (1...2).contains($0.count) }), rest.first == " ",
            rest.dropFirst().first?.isLetter == true
        else { return nil }
        return number.count + 1
    }

    /// The node that holds the words.
    let inlines: Node

    func write(_ edits: inout SourceEdits) {
        let signs = String(repeating: "#", count: level) + " "
        let suffix = attributes.isEmpty ? "" : " {\(attributes.joined(separator: " "))}"
        if let newTitle {
            edits.replace(lines, with: signs + newTitle + suffix)
            return
        }
        // What stood behind a number begins a title now.
        let first =
            hasLostNumber
            ? String(decoding: edits.source[content.lowerBound...].prefix(4), as: UTF8.self).prefix(1) : ""
        let isSmall = first.first?.isLowercase == true
        let start = content.lowerBound + (isSmall ? first.utf8.count : 0)
        edits.replace(lines.lowerBound..<start, with: signs + (isSmall ? first.uppercased() : ""))
        // A title with a line below it may go on over lines.
        let source = edits.source
        var index = start
        while let end = source[index..<content.upperBound].firstIndex(of: 0x0A) {
            let stop = source[end..<content.upperBound].firstIndex { $0 > 0x20 } ?? content.upperBound
            let before = source[start..<end].lastIndex { $0 > 0x20 && $0 != UInt8(ascii: "\\") } ?? end - 1
            edits.replace((before + 1)..<stop, with: " ")
            index = stop
        }
        var body = isWhole ? "" : "\n"
        if saysAll {
            let words = String(decoding: edits.source[start..<content.upperBound], as: UTF8.self)
            let sentence = isSmall ? first.uppercased() + words : words
            body = "\n\n" + sentence + (sentence.last.map { ".!?…".contains($0) } == true ? "" : ".")
        }
        edits.replace(content.upperBound..<lines.upperBound, with: suffix + body)
    }
}
