import Sources

extension CodeReader {
    var endsRaw: Bool { holds(Array("</script".utf8), at: index) || holds(Array("</style".utf8), at: index) }

    /// Whether `<` begins a tag here and is not “less than”.
    var opensTag: Bool {
        let next = byte(at: index + 1)
        guard next.isASCIILetter || next == UInt8(ascii: "/") || next == UInt8(ascii: ">") else { return false }
        guard case .code = modes.last ?? .text else { return true }
        guard let last = tokens.last(where: { $0.kind != .lineEnd }) else { return true }
        if last.kind != .code { return last.range.upperBound < index - 1 && bytes[index - 1] == 0x0A }
        let word = bytes[last.range]
        guard let byte = word.last else { return true }
        if word.elementsEqual("return".utf8) || word.elementsEqual("default".utf8) { return true }
        return !byte.isWordPart && ![UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}")].contains(byte)
            || bytes[last.range.upperBound..<index].contains(0x0A) && byte == UInt8(ascii: ";")
    }

    mutating func beginTag() {
        let isClosing = byte(at: index + 1) == UInt8(ascii: "/")
        let start = index
        index += isClosing ? 2 : 1
        let name = index
        while index < end,
            bytes[index].isTokenPart || bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ":")
        {
            index += 1
        }
        add(.code, start..<index)
        modes.append(.tag(isClosing: isClosing, name: name..<index))
    }

    mutating func readTag(_ isClosing: Bool, _ name: Range<Int>) {
        let byte = bytes[index]
        switch byte {
        case UInt8(ascii: ">"):
            let isEmpty = bytes[index - 1] == UInt8(ascii: "/")
            add(.code, index..<(index + 1))
            index += 1
            modes.removeLast()
            if isClosing {
                // The text that the element held, and in code the text around it, end here.
                if modes.count > 1, case .text? = modes.last { modes.removeLast() }
            } else if !isEmpty, !Self.isVoid(bytes[name]) {
                modes.append(Self.isRaw(bytes[name]) ? .code(braces: Self.unbraced) : .text)
            }
        case UInt8(ascii: "{") where !syntax.traits.contains(.markup) || self.byte(at: index + 1) != UInt8(ascii: "{"):
            add(.code, index..<(index + 1))
            index += 1
            modes.append(.code(braces: 1))
        case UInt8(ascii: "\""), UInt8(ascii: "'"): readAttribute(byte)
        case _ where byte.isSpace: index += 1
        default:
            if skipComment() { return }
            let start = index
            while index < end, !bytes[index].isSpace, !bytes[index].isOne(of: "=>\"'{") { index += 1 }
            if index == start { index += 1 }
            add(.code, start..<index)
        }
    }

    mutating func readAttribute(_ quote: UInt8) {
        let start = index + 1
        var close = start
        while close < end, bytes[close] != quote { close += 1 }
        let value = start..<close
        // The name stands before the sign `=`.
        let name = tokens.dropLast().last.map { String(decoding: bytes[$0.range], as: UTF8.self).lowercased() } ?? ""
        index = min(end, close + 1)
        let kind: CodeToken.Kind =
            CodeNames.labels.contains(name)
            ? .visible : Self.isDirective(name) ? .expression : CodeNames.names.contains(name) ? .code : .string
        add(kind, value)
    }

    /// Whether an attribute holds code or names: `:key`, `@click`, `v-if`, `class`.
    static func isDirective(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first else { return true }
        return first == ":" || first == "@" || first == "#" || name.hasPrefix("v-") || name.hasPrefix("on")
            || name.hasPrefix("bind:") || name.hasPrefix("x-")
    }

    /// Passes over the text between two tags: people read it, and its words stand where their language puts them.
    mutating func readText() {
        let isMarkup = syntax.traits.contains(.markup)
        while index < end {
            let byte = bytes[index]
            if byte == UInt8(ascii: "<"),
                self.byte(at: index + 1).isASCIILetter || Array("/!>?".utf8).contains(self.byte(at: index + 1))
            {
                break
            }
            if byte == UInt8(ascii: "{") { break }
            index += 1
        }
        guard index < end else { return }
        if skipComment() { return }
        if bytes[index] == UInt8(ascii: "{") {
            let isDouble = isMarkup && byte(at: index + 1) == UInt8(ascii: "{")
            add(.code, index..<(index + 1))
            index += 1
            modes.append(.code(braces: 1))
            if isDouble {
                add(.code, index..<(index + 1))
                index += 1
                modes[modes.count - 1] = .code(braces: 2)
            }
        } else if byte(at: index + 1) == UInt8(ascii: "!") || byte(at: index + 1) == UInt8(ascii: "?") {
            let open = index
            while index < end, bytes[index] != UInt8(ascii: ">") { index += 1 }
            index = min(end, index + 1)
            add(.code, open..<index)
        } else {
            beginTag()
        }
    }

    static func isRaw(_ name: ArraySlice<UInt8>) -> Bool {
        name.elementsEqual("script".utf8) || name.elementsEqual("style".utf8)
    }

    static func isVoid(_ name: ArraySlice<UInt8>) -> Bool {
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
            .contains { name.elementsEqual($0.utf8) }
    }
}
