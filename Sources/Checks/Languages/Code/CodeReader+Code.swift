import Sources

extension CodeReader {
    mutating func readCode() {
        let byte = bytes[index]
        if byte == 0x0A {
            index += 1
            endLine()
            endShownText()
        } else if byte.isSpace {
            index += 1
        } else if skipComment() || readString() {
            return
        } else if syntax.traits.contains(.unknown), lineIsEmptySoFar, readLine() {
            return
        } else if modes.count > 1, byte == UInt8(ascii: "<"), endsRaw {
            // The text around it goes on behind `</script>`.
            modes[modes.count - 1] = .text
            beginTag()
        } else if syntax.traits.contains(.tags), byte == UInt8(ascii: "<"), opensTag {
            beginTag()
        } else {
            readName()
        }
    }

    /// Reads a string that begins here, and tells whether there was one.
    mutating func readString() -> Bool {
        for quote in syntax.quotes where holds(quote.open, at: index) {
            // An apostrophe in a word, as in `don't`.
            if quote.open == [UInt8(ascii: "'")], index > 0, bytes[index - 1].isWordPart,
                byte(at: index + 1).isWordPart,
                syntax.traits.contains(.words)
            {
                return false
            }
            let start = index + quote.open.count
            var close = start
            while close < end, !holds(quote.close, at: close), quote.isLong || bytes[close] != 0x0A {
                close += bytes[close] == UInt8(ascii: "\\") ? 2 : 1
            }
            guard close < end, holds(quote.close, at: close) else { continue }
            index = close + quote.close.count
            // `"title": …` is a name.
            let isKey = byte(at: index) == UInt8(ascii: ":") && byte(at: index + 1) != UInt8(ascii: ":") && mayBeKey
            add(isKey ? .code : isShown ? .visible : .string, start..<close)
            if isKey { noteKey(start..<close) }
            return true
        }
        return false
    }

    /// Whether a name of an object or a mapping may stand here.
    var mayBeKey: Bool {
        guard let last = tokens.last, last.kind != .lineEnd else { return true }
        return Array("{,(".utf8).contains(bytes[last.range].last ?? 0)
            || bytes[last.range.upperBound..<index].contains(0x0A)
    }

    mutating func readName() {
        let start = index
        let byte = bytes[index]
        if syntax.traits.contains(.words) {
            if byte == UInt8(ascii: "<"), let close = placeholderEnd {
                index = close
            } else {
                let stops: [UInt8] = Array("\"'|;&()".utf8)
                let endsKey = syntax.traits.contains(.scalars)
                repeat {
                    index += 1
                } while index < end && !bytes[index].isSpace && !stops.contains(bytes[index])
                    && !(endsKey && bytes[index - 1] == UInt8(ascii: "="))
            }
            add(isShown && bytes[start].isWordPart ? .visible : .code, start..<index)
            if byte.isOne(of: "|;&") { isShown = false }
            noteKey(start..<index)
            readScalar(behind: start..<index)
            return
        }
        if byte.isWordPart || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$") {
            while index < end,
                bytes[index].isWordPart || bytes[index] == UInt8(ascii: "_")
                    || bytes[index] == UInt8(ascii: "$")
            {
                index += 1
            }
            noteKey(start..<index)
        } else {
            index += 1
            follow(byte)
        }
        add(.code, start..<index)
    }

    /// Keeps account of brackets: they end what is shown, and the code between tags.
    mutating func follow(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
            depth += 1
            if byte == UInt8(ascii: "{"), case .code(let braces) = modes.last ?? .text {
                modes[modes.count - 1] = .code(braces: braces + 1)
            }
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
            depth -= 1
            if byte == UInt8(ascii: "}"), case .code(let braces) = modes.last ?? .text {
                if braces <= 1, modes.count > 1 {
                    modes.removeLast()
                } else {
                    modes[modes.count - 1] = .code(braces: braces - 1)
                }
            }
            if depth < shownDepth { isShown = false }
        case UInt8(ascii: ","), UInt8(ascii: ";"):
            if depth <= shownDepth { isShown = false }
        default: break
        }
    }

    /// A name may say that what follows is shown: `print`, `title:`.
    mutating func noteKey(_ range: Range<Int>) {
        var name = bytes[range]
        let isKey = name.last == UInt8(ascii: ":") || name.last == UInt8(ascii: "=")
        if isKey { name = name.dropLast() }
        let word = String(decoding: name, as: UTF8.self).lowercased()
        var next = range.upperBound
        while byte(at: next).isSpaceOrTab || byte(at: next) == UInt8(ascii: "\"") || byte(at: next) == UInt8(ascii: "'")
        {
            next += 1
        }
        let sign = byte(at: next)
        let isCall = sign == UInt8(ascii: "(")
        let isAssigned =
            isKey || sign == UInt8(ascii: ":") || sign == UInt8(ascii: "=") && byte(at: next + 1) != UInt8(ascii: "=")
        let isEcho = syntax.traits.contains(.words) && CodeNames.echoing.contains(word)
        if isEcho || CodeNames.printing.contains(word) && !syntax.traits.contains(.words) && isCall {
            (isShown, isShownByCall) = (true, isCall)
            shownDepth = depth + (isCall ? 1 : 0)
        } else if CodeNames.labels.contains(word), isAssigned {
            (isShown, isShownByCall) = (true, false)
            shownDepth = depth
        }
    }

    /// Reads the rest of the line behind `key:`, `key=` or `-` as one text, where it is none of the language's own signs.
    mutating func readScalar(behind range: Range<Int>) {
        guard syntax.traits.contains(.scalars), let last = bytes[range].last,
            last == UInt8(ascii: ":") || last == UInt8(ascii: "=") || last == UInt8(ascii: "-") && range.count == 1
        else { return }
        var start = index
        while byte(at: start).isSpaceOrTab { start += 1 }
        var stop = start
        while stop < end, bytes[stop] != 0x0A {
            if bytes[stop] == UInt8(ascii: "#"), stop > start, bytes[stop - 1].isSpaceOrTab { break }
            stop += 1
        }
        while stop > start, bytes[stop - 1].isSpace { stop -= 1 }
        let text = bytes[start..<stop]
        guard let first = text.first, !first.isOne(of: "\"'[{|>&*!") else { return }
        if last == UInt8(ascii: "-"), text.contains(UInt8(ascii: ":")) { return }
        add(isShown ? .visible : .string, start..<stop)
        index = stop
    }

    /// The end of a name in angle brackets that the reader puts another one for: `<your project>`.
    var placeholderEnd: Int? {
        var close = index + 1
        while close < end, bytes[close].isWordPart || bytes[close].isOne(of: " -_.'/") { close += 1 }
        return close > index + 1 && byte(at: close) == UInt8(ascii: ">") ? close + 1 : nil
    }

    /// Reads a whole line of which it is not known what it is. A command behind a prompt is read word by word.
    mutating func readLine() -> Bool {
        var stop = index
        while stop < end, bytes[stop] != 0x0A {
            if stop > index, bytes[stop - 1].isSpaceOrTab,
                bytes[stop] == UInt8(ascii: "#") || holds(Array("// ".utf8), at: stop)
            {
                break
            }
            stop += 1
        }
        while stop > index, bytes[stop - 1].isSpace { stop -= 1 }
        let isPrompt = byte(at: index + 1) == 0x20 && bytes[index].isOne(of: "$>%")
        guard !isPrompt, stop > index else { return false }
        add(.line, index..<stop)
        index = stop
        return true
    }
}
