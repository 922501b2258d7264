import Foundation
import Sources

/// Writes HTML without a layout: tags that part paragraphs become blank lines, lists and headings those of Markdown.
struct HTMLFlow {
    private let bytes: [UInt8]
    private var result = ""
    private var lists: [String] = []
    private var isInLink = false
    private var isInHeading = false
    private var headingID: String?
    /// What stands before the headings and quotes that are open.
    private var outer: [String] = []
    /// What is left for a person.
    private(set) var open: [String] = []
    /// Whether any tag was one of the layout.
    private(set) var hasChanged = false

    init(_ text: String) { bytes = Array(text.utf8) }

    mutating func markdown(blocks: Set<String>, plain: Set<String>, dropped: Set<String>, media: Set<String>) -> String
    {
        var index = 0
        while index < bytes.count {
            if let end = ContainerRewriting.codeEnd(bytes, index) {
                add(index..<end)
                index = end
                continue
            }
            guard bytes[index] == UInt8(ascii: "<"), let tag = tag(at: index) else {
                let isBlank = bytes[index] <= 0x20
                let run = bytes[(index + 1)...].prefix {
                    ($0 <= 0x20) == isBlank && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: "`")
                }
                if isBlank { space(index..<run.endIndex) } else { add(index..<run.endIndex) }
                index = run.endIndex
                continue
            }
            index = tag.end
            let name = tag.name
            if dropped.contains(name) {
                guard !tag.isClosing else { continue }
                hasChanged = true
                index = tag.isEmpty ? index : end(of: name, from: index)
                if name == "svg" { open.append("a drawing in SVG has no equal: it is left out") }
                if name == "select" || name == "canvas" { tellLeftOut(name) }
            } else if blocks.contains(name) {
                hasChanged = true
                let anchor = !tag.isClosing ? tag.attribute("id").map { "<a id=\"\($0)\"></a>" } ?? "" : ""
                breakParagraph()
                result += anchor
            } else if plain.contains(name) {
                hasChanged = true
                if let id = tag.attribute("id"), !tag.isClosing { result += "<a id=\"\(id)\"></a>" }
            } else if media.contains(name) {
                hasChanged = true
                medium(tag)
            } else if name == "input" {
                hasChanged = true
                input(tag)
            } else if name.hasPrefix("?") {
                hasChanged = true
                open.append("`<\(name) …?>` has no equal: it is left out")
            } else if !structure(tag) {
                add(tag.start..<tag.end)
            }
        }
        return outer.joined() + result
    }

    // MARK: Elements

    private struct Tag {
        let name: String
        let text: String
        let start: Int
        let end: Int
        var isClosing: Bool { text.hasPrefix("</") }
        var isEmpty: Bool { text.hasSuffix("/>") }

        func attribute(_ name: String) -> String? {
            PageConversion.attribute(name, text).flatMap { $0.isEmpty ? nil : $0 }
        }
    }

    private func tag(at start: Int) -> Tag? {
        var index = start + 1
        guard index < bytes.count else { return nil }
        if bytes[index] == UInt8(ascii: "/") { index += 1 }
        let isInstruction = index < bytes.count && bytes[index] == UInt8(ascii: "?")
        let word = bytes[index...].dropFirst(isInstruction ? 1 : 0).prefix {
            $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-")
        }
        guard !word.isEmpty else { return nil }
        var quote: UInt8?
        // One that nothing ends is not looked for through a whole book.
        while index < min(bytes.count, start + 4000) {
            let byte = bytes[index]
            if let sign = quote {
                if byte == sign { quote = nil }
            } else if (byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")), index > 0,
                bytes[index - 1] == UInt8(ascii: "=")
            {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                let text = String(decoding: bytes[start...index], as: UTF8.self).replacing("\n", with: " ")
                let name = String(decoding: word, as: UTF8.self)
                return Tag(
                    name: isInstruction
                        ? "?" + name
                        : name.first?.isUppercase == true && name != name.uppercased()
                            ? name : name.lowercased(), text: text, start: start, end: index + 1)
            }
            index += 1
        }
        return nil
    }

    private func end(of name: String, from start: Int) -> Int {
        let close = Array("</\(name)".utf8)
        var index = start
        while index + close.count <= bytes.count {
            if bytes[index] == UInt8(ascii: "<"),
                String(decoding: bytes[index..<(index + close.count)], as: UTF8.self).lowercased().utf8.elementsEqual(
                    close)
            {
                return (bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1) + 1
            }
            index += 1
        }
        return bytes.count
    }

    private mutating func medium(_ tag: Tag) {
        guard !tag.isClosing else { return }
        guard let source = tag.attribute("src") else {
            if tag.name == "iframe" || tag.name == "embed" { tellLeftOut(tag.name) }
            return
        }
        breakParagraph()
        let words = tag.attribute("title")
        let isWhole = source.hasPrefix("https://") || source.hasPrefix("http://")
        result += words == nil && isWhole ? "<\(source)>" : "[\(words ?? source)](\(source))"
        breakParagraph()
        open.append("the element `\(tag.name)` has no equal: a link leads to `\(source)` in its place")
    }

    private mutating func input(_ tag: Tag) {
        guard tag.attribute("type")?.lowercased() == "checkbox" else {
            tellLeftOut("input")
            return
        }
        let isItem = result.reversed().first { !$0.isWhitespace }.map { "-*".contains($0) } == true
        let mark = tag.text.lowercased().contains(" checked") ? "[x] " : "[ ] "
        if isItem {
            while result.last?.isWhitespace == true { result.removeLast() }
            result += " " + mark
        } else {
            if !result.isEmpty, !result.hasSuffix("\n") { result += "\n" }
            result += "- " + mark
        }
    }

    private mutating func tellLeftOut(_ name: String) {
        open.append("the element `\(name)` has no equal: it is left out")
    }

    /// Lists, headings, rules and links; false for another tag.
    private mutating func structure(_ tag: Tag) -> Bool {
        switch tag.name {
        case "ul", "ol":
            hasChanged = true
            if tag.isClosing { _ = lists.popLast() }
            if lists.isEmpty { breakParagraph() } else { breakLine() }
            if !tag.isClosing { lists.append(tag.name) }
        case "li" where !lists.isEmpty:
            breakLine()
            guard !tag.isClosing else { return true }
            result += String(repeating: "   ", count: lists.count - 1) + (lists.last == "ol" ? "1. " : "- ")
        case "h1", "h2", "h3", "h4", "h5", "h6":
            hasChanged = true
            if !tag.isClosing, !isInHeading {
                breakParagraph()
                outer.append(result)
                result = ""
                isInHeading = true
                headingID = tag.attribute("id")
            } else if tag.isClosing, isInHeading, let before = outer.popLast() {
                let (words, pictures) = Self.heading(result, level: Int(tag.name.dropFirst()) ?? 2)
                result = before
                isInHeading = false
                if !words.isEmpty {
                    let id = headingID.map { " {#\($0)}" } ?? ""
                    result += String(repeating: "#", count: Int(tag.name.dropFirst()) ?? 2) + " " + words + id
                    breakParagraph()
                }
                result += pictures
                breakParagraph()
            }
        case "blockquote":
            hasChanged = true
            if !tag.isClosing {
                breakParagraph()
                outer.append(result)
                result = ""
            } else if !isInHeading, let before = outer.popLast() {
                let lines = result.split(separator: "\n", omittingEmptySubsequences: false)
                    .map { $0.allSatisfy(\.isWhitespace) ? ">" : "> \($0)" }.drop { $0 == ">" }.reversed()
                    .drop { $0 == ">" }.reversed()
                result = before + lines.joined(separator: "\n")
                breakParagraph()
            }
        case "br" where isInHeading:
            result += " "
        case "hr":
            hasChanged = true
            breakParagraph()
            result += "---"
            breakParagraph()
        case "a":
            hasChanged = true
            if tag.isClosing {
                while isInLink, result.last?.isWhitespace == true { result.removeLast() }
                isInLink = false
                result += "</a>"
            } else {
                result += tag.text
                isInLink = tag.attribute("href") != nil
            }
        default: return false
        }
        return true
    }

    /// The words of a heading on one line, and the pictures of a title, which stand below it: a title is plain. One that is
    /// a picture alone is called by the picture's text.
    private static func heading(_ text: String, level: Int) -> (words: String, pictures: String) {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard level == 1, line.contains("<img ") else { return (line, "") }
        var words = ""
        var pictures: [Substring] = []
        var rest = line[...]
        while let open = rest.range(of: "<img "), let close = rest[open.upperBound...].firstIndex(of: ">") {
            words += rest[..<open.lowerBound]
            pictures.append(rest[open.lowerBound...close])
            rest = rest[rest.index(after: close)...]
        }
        words += rest
        var plain = ""
        var isTag = false
        for character in words {
            if character == "<" { isTag = true }
            if !isTag { plain.append(character) }
            if character == ">" { isTag = false }
        }
        if !plain.allSatisfy(\.isWhitespace) {
            return (words.split(separator: " ").joined(separator: " "), pictures.joined(separator: " "))
        }
        let name = pictures.lazy.compactMap { PageConversion.attribute("alt", String($0)) }.first
        return (name ?? "", line)
    }

    // MARK: Text

    private mutating func add(_ range: Range<Int>) { result += String(decoding: bytes[range], as: UTF8.self) }

    /// What an element is set in by is no part of its text.
    private mutating func space(_ range: Range<Int>) {
        let isOneLine = isInLink || isInHeading
        let isAtStart =
            result.isEmpty || result.hasSuffix(lists.isEmpty ? "\n\n" : "\n")
            || ["- ", "1. ", "] "].contains(where: result.hasSuffix)
        if isAtStart || isOneLine && (result.last == ">" || result.last?.isWhitespace == true) { return }
        result += isOneLine ? " " : String(decoding: bytes[range], as: UTF8.self)
    }

    private mutating func breakParagraph() {
        if isInLink {
            if result.last?.isWhitespace == false, result.last != ">" { result += " " }
            return
        }
        while result.last == " " { result.removeLast() }
        if result.isEmpty || result.hasSuffix("\n\n") { return }
        result += result.hasSuffix("\n") ? "\n" : "\n\n"
    }

    private mutating func breakLine() {
        while result.last == " " { result.removeLast() }
        if !result.isEmpty, !result.hasSuffix("\n") { result += "\n" }
    }
}
