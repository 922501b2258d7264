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

    init?(_ node: Node, in source: [UInt8], depth: Int, inlines: Node) {
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

    /// Takes a number off the beginning of the words.
    func dropNumber(_ place: TypedNumber.Place, _ language: Language, inlines: Node) -> String? {
        guard let text = inlines.firstChild, text.kind == .text, let offsets = text.sourceOffsets,
            let length = Self.numberLength(in: text.literal, place, language), offsets.count > length
        else { return nil }
        content = offsets[length]..<content.upperBound
        hasLostNumber = true
        let dropped = String(decoding: Array(text.literal.utf8)[..<length], as: UTF8.self)
        title = String(title.dropFirst(dropped.count))
        return dropped
    }

    /// How many bytes of a title number it, where a number may stand before another: “2. Step 1: ”.
    static func numberLength(in title: String, _ place: TypedNumber.Place, _ language: Language) -> Int? {
        guard let first = TypedNumber.length(in: title, of: place, language) else { return nil }
        let rest = String(decoding: Array(title.utf8)[first...], as: UTF8.self)
        return first + (TypedNumber.length(in: rest, of: place, language) ?? 0)
    }

    /// The node that holds the words.
    var inlines: Node { node.kind == .heading ? node : node.firstChild ?? node }

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
        edits.replace(content.upperBound..<lines.upperBound, with: suffix)
    }
}
