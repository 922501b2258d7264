import CommonMark
import Foundation
import Sources

extension PageConversion {
    /// Takes elements for the layout away; an image becomes one of Markdown, if it has no size of its own, a link too.
    static func unwrap(
        _ range: Range<Int>, in text: [UInt8], _ edits: inout SourceEdits, _ address: (String, Bool) -> String?
    ) {
        var index = range.lowerBound
        while index < range.upperBound {
            guard text[index] == UInt8(ascii: "<"), !text[index...].starts(with: Array("<!--".utf8)),
                let close = text[index..<range.upperBound].firstIndex(of: UInt8(ascii: ">"))
            else {
                index += 1
                continue
            }
            let tag = String(decoding: text[index...close].map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
            let name = String(tag.drop { $0 == "<" || $0 == "/" }.prefix { $0.isLetter || $0.isNumber }).lowercased()
            let bytes = index..<(close + 1)
            if name == "img", let source = Self.attribute("src", tag) {
                edits.replace(bytes, with: Self.picture(tag, address(source, true) ?? source))
            } else if name == "a", let target = Self.attribute("href", tag) {
                if let end = text[close...].firstRange(of: "</a>"),
                    text[close..<end.lowerBound].firstRange(of: "\n\n") == nil
                {
                    // What the tags are set in by is no part of the words.
                    let words = text[(close + 1)..<end.lowerBound]
                    let start = words.firstIndex { $0 > 0x20 } ?? words.startIndex
                    let stop = words.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? words.endIndex
                    edits.replace(bytes.lowerBound..<start, with: "[")
                    let shown = address(target, false) ?? Self.destination(target)
                    edits.replace(stop..<end.upperBound, with: "](\(shown))")
                }
            } else if ContainerRewriting.layout.contains(name) || tag.dropFirst().first?.isUppercase == true {
                edits.replace(bytes, with: "")
            } else if ["b", "strong"].contains(name) {
                edits.replace(bytes, with: "**")
            } else if ["i", "em"].contains(name) {
                edits.replace(bytes, with: "*")
            } else if ["code", "samp", "var"].contains(name) {
                edits.replace(bytes, with: Self.fence(of: bytes, in: text, closes: tag.hasPrefix("</")))
            } else if name == "abbr" || name == "dfn" {
                edits.replace(bytes, with: Self.explained(tag, at: index, in: text))
            } else if name == "br" {
                edits.replace(bytes, with: "<br>")
            } else if ["kbd", "sub", "sup", "ul", "ol", "li"].contains(name) {
                // Without what else stands in the tag.
                edits.replace(bytes, with: tag.hasPrefix("</") ? "</\(name)>" : "<\(name)>")
            }
            index = close + 1
        }
    }

    /// The tag of a word that has an explanation, which is an abbreviation for us; stars around one that has none.
    private static func explained(_ tag: String, at offset: Int, in text: [UInt8]) -> String {
        let isClosing = tag.hasPrefix("</")
        var opening = tag
        if isClosing {
            let before = String(decoding: text[max(0, offset - 2000)..<offset], as: UTF8.self)
            let starts = ["<dfn", "<abbr"].compactMap {
                before.range(of: $0, options: [.backwards, .caseInsensitive])?.lowerBound
            }
            guard let start = starts.max() else { return "" }
            opening = String(before[start...].prefix { $0 != ">" }) + ">"
        }
        guard let title = attribute("title", opening) else { return opening.lowercased().hasPrefix("<dfn") ? "*" : "" }
        return isClosing ? "</abbr>" : "<abbr title=\"\(title.replacing("\"", with: "&quot;"))\">"
    }

    /// The backticks for a tag of an element of code: more than there are in it, with a space where one touches them.
    private static func fence(of tag: Range<Int>, in text: [UInt8], closes: Bool) -> String {
        let other =
            closes
            ? text[..<tag.lowerBound].lastIndex(of: UInt8(ascii: ">")).map { $0 + 1..<tag.lowerBound }
            : text[tag.upperBound...].firstIndex(of: UInt8(ascii: "<")).map { tag.upperBound..<$0 }
        var (longest, run) = (0, 0)
        for byte in text[other ?? tag.upperBound..<tag.upperBound] {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: longest + 1)
        if longest == 0 { return fence }
        return closes ? " " + fence : fence + " "
    }

    /// An image with what a page's pictures may say: their size, in pixels, keeps them tags.
    private static func picture(_ tag: String, _ address: String) -> String {
        let text = attribute("alt", tag) ?? ""
        let sizes = ["width", "height"].compactMap { name -> String? in
            guard let value = attribute(name, tag) else { return nil }
            let digits = value.hasSuffix("px") ? String(value.dropLast(2)) : value
            guard let size = Int(digits), (1...10_000).contains(size) else { return nil }
            return " \(name)=\"\(size)\""
        }
        let words = [text, attribute("title", tag) ?? "", address]
        guard !sizes.isEmpty, !words.contains(where: { $0.contains("|") || $0.contains("\"") || $0.contains("\n") })
        else {
            return "![\(text)](\(address))"
        }
        let title = attribute("title", tag).map { " title=\"\($0)\"" } ?? ""
        return "<img src=\"\(address)\" alt=\"\(text)\"\(title)\(sizes.joined())>"
    }

    static func attribute(_ name: String, _ tag: String) -> String? {
        for sign in ["\"", "'"] {
            guard let start = tag.range(of: " \(name)=\(sign)") else { continue }
            return String(tag[start.upperBound...].prefix { String($0) != sign })
        }
        guard let start = tag.range(of: " \(name)=") else { return nil }
        let value = tag[start.upperBound...].prefix { !$0.isWhitespace && $0 != ">" }
        return value.isEmpty ? nil : String(value)
    }
}

extension ArraySlice<UInt8> {
    fileprivate func firstRange(of text: String) -> Range<Int>? {
        let bytes = Array(text.utf8)
        guard count >= bytes.count else { return nil }
        return (startIndex...(endIndex - bytes.count)).first { self[$0..<($0 + bytes.count)].elementsEqual(bytes) }.map
        { $0..<($0 + bytes.count) }
    }
}
