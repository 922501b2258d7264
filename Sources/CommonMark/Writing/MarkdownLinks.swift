/// Links and images: addresses and titles as they are written behind a link's text (CommonMark 0.30, section 6.3).
extension MarkdownWriter {
    mutating func openLink(_ text: StaticString) {
        lines.put(text)
        block.links += 1
        last = nil
    }

    /// `](address "title")`
    mutating func closeLink(_ node: RawNode) {
        block.links -= 1
        last = nil
        lines.put("](")
        let address = UnsafeBufferPointer(ended: node.urlBytes)
        let title = node.titleBytes
        let isBracketed = LinkText.needsBrackets(address) || (address.isEmpty && title != nil)
        if isBracketed { lines.put(UInt8(ascii: "<")) }
        writeParts(of: node, address) { writer, range in
            writer.writeEscaped(address, range, quote: isBracketed ? UInt8(ascii: ">") : nil)
        }
        if isBracketed { lines.put(UInt8(ascii: ">")) }
        if let title {
            let words = UnsafeBufferPointer(ended: title)
            lines.put(" \"")
            writeEscaped(words, words.indices, quote: UInt8(ascii: "\""))
            lines.put(UInt8(ascii: "\""))
        }
        lines.put(UInt8(ascii: ")"))
    }

    /// Writes a link whose text is its address between angle brackets; false for any other.
    mutating func writeAutolink(_ node: RawNode) -> Bool {
        guard let url = node.urlBytes, node.titleBytes == nil, let text = node.onlyText else { return false }
        let words = UnsafeBufferPointer(ended: text)
        guard LinkText.isAutolink(to: UnsafeBufferPointer(ended: url), words) else { return false }
        lines.put(UInt8(ascii: "<"))
        let start = lines.bytes.count
        for (index, byte) in words.enumerated() {
            if byte == UInt8(ascii: "|"), block.isTable { lines.put(UInt8(ascii: "\\")) }
            // Entities are read in an autolink, but a backslash is no escape there.
            if byte == UInt8(ascii: "&"), LinkText.mayBeginEntity(words, index) {
                lines.put("&amp;")
            } else {
                lines.put(byte)
            }
        }
        if let child = node.firstChild, case .value(let number)? = Role(child)?.kind {
            tell(.value(number), from: start)
        }
        lines.put(UInt8(ascii: ">"))
        last = nil
        return true
    }

    /// Writes a part of an address, a title or the words behind a fence, and escapes what would be read otherwise.
    ///
    /// - Parameter quote: what the text ends with, if anything does.
    mutating func writeEscaped(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, quote: UInt8?) {
        var copied = range.lowerBound
        for index in range {
            let byte = text[index]
            if byte.isASCIIAlphanumeric { continue }
            switch byte {
            case UInt8(ascii: "&"):
                guard LinkText.mayBeginEntity(text, index) else { continue }
                lines.put(text, copied..<index)
                lines.put("&amp;")
                copied = index + 1
            case 0..<0x20:
                lines.put(text, copied..<index)
                lines.putReference(to: UInt32(byte))
                copied = index + 1
            case UInt8(ascii: "\\"), quote,
                UInt8(ascii: "<") where quote == UInt8(ascii: ">"),
                UInt8(ascii: "|") where block.isTable:
                lines.put(text, copied..<index)
                lines.put(UInt8(ascii: "\\"))
                copied = index
            default: break
            }
        }
        lines.put(text, copied..<range.upperBound)
    }
}

/// What an address can be written as.
enum LinkText {
    /// Whether an address can only stand between angle brackets.
    static func needsBrackets(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
        var depth = 0
        for byte in address where !byte.isASCIIAlphanumeric {
            switch byte {
            case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), 0x7F: return true
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            default: continue
            }
            // libcmark follows 31 open parentheses.
            if depth < 0 || depth > 31 { return true }
        }
        return depth != 0
    }

    /// Whether a text between angle brackets is a link to an address (section 6.5).
    static func isAutolink(to address: UnsafeBufferPointer<UInt8>, _ words: UnsafeBufferPointer<UInt8>) -> Bool {
        let prefix = address.count - words.count
        guard prefix == 0 ? hasScheme(address) : prefix == mail.utf8CodeUnitCount && isMailAddress(words),
            address[prefix...].elementsEqual(words)
        else { return false }
        if prefix > 0 { for index in 0..<prefix where address[index] != mail.utf8Start[index] { return false } }
        return words.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
    }

    private static let mail: StaticString = "mailto:"

    /// Whether `&` is followed by a name or a number and a semicolon.
    static func mayBeginEntity(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        var end = start + 1
        while end < text.count, text[end].isASCIIAlphanumeric || text[end] == UInt8(ascii: "#") { end += 1 }
        return end > start + 1 && end < text.count && text[end] == UInt8(ascii: ";")
    }

    /// A letter, then 1 to 31 letters, digits, `+`, `.` and `-`, then a colon.
    private static func hasScheme(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let colon = address.firstOffset(of: UInt8(ascii: ":")), (2...32).contains(colon),
            address[0].isASCIILetter
        else { return false }
        return address[..<colon].allSatisfy {
            $0.isASCIIAlphanumeric || "+.-".utf8.contains($0)
        }
    }

    private static func isMailAddress(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let parts = text.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty else { return false }
        let isWord = { (byte: UInt8) in byte.isASCIIAlphanumeric }
        let labels = parts[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts[0].allSatisfy { isWord($0) || ".-_+".utf8.contains($0) }
            && labels.allSatisfy { label in !label.isEmpty && label.count < 64 && label.allSatisfy(isWord) }
    }
}

extension RawNode {
    /// The text of a link that holds nothing else.
    fileprivate var onlyText: UnsafePointer<UInt8>? {
        guard let child = firstChild, child.next == nil else { return nil }
        if child.type == .text { return child.literalBytes }
        guard child.type == .customInline, child.enterBytes == nil else { return nil }
        return child.onlyText
    }
}
