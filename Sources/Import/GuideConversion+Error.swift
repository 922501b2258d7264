import CommonMark
import Messages
import Sources
import Values

extension GuideConversion {
    /// The blocks of a section, its heading aside.
    func blocks(of id: String) -> [Node] {
        let sections = headings.filter { $0.role == .section }
        guard let index = sections.firstIndex(where: { $0.id == id }) else { return [] }
        let end = index + 1 < sections.count ? sections[index + 1].node : nil
        var blocks: [Node] = []
        var next = sections[index].node.next
        while let block = next, block != end {
            blocks.append(block)
            next = block.next
        }
        return blocks
    }

    /// Makes a pattern of the error that the first section shows.
    mutating func readError() {
        guard let first = kind.sections.first?.id else { return }
        var candidates = blocks(of: first)
        if candidates.isEmpty {
            candidates = Array(source.document.root.children.prefix { $0.kind != .heading || $0.headingLevel == 1 })
        }
        let inner = candidates.flatMap { block -> [Node] in
            block.kind == .blockQuote ? [block] + block.children.filter { $0.kind == .codeBlock } : [block]
        }
        guard let found = inner.lazy.compactMap({ Self.message(in: $0) }).first else {
            note(
                .error, 0..<0, "no error stands in a block of code under the problem, so nobody finds the guide by one",
                isOpen: extras == nil)
            return
        }
        let (block, text) = (found.node, Self.withoutTime(found.text))
        let document = source.document
        let start = document.line(block.startLine).lowerBound
        let end = document.line(block.endLine).upperBound
        let place = found.range ?? start..<end
        let context = source.file.bytes[..<place.lowerBound] + source.file.bytes[place.upperBound...]
        let template = ErrorTemplate(text, in: Array(context), known: known, naming: &naming)
        values += template.values
        if let range = found.range {
            edits.replace(range, with: found.isBlock ? "\n\n    {{error}}\n" : "{{error}}")
        } else {
            let before = block.startLine > 1 && !document.line(block.startLine - 1).isEmpty ? "\n" : ""
            let next = document.line(block.endLine + 1)
            // Code within a quote stays there.
            let margin = edits.source[start..<end].prefix { $0 == UInt8(ascii: ">") || $0 == 0x20 }
            let quote = block.kind == .codeBlock && margin.contains(UInt8(ascii: ">")) ? "> " : ""
            edits.replace(
                start..<end,
                with: quote.isEmpty ? before + "    {{error}}" + (next.isEmpty ? "" : "\n") : ">\n>     {{error}}")
        }
        if extras == nil {
            result.pattern = template.written
            result.sample = template.sample
            let names = template.values.map { "`\($0.name)`" }.joined(separator: ", ")
            note(
                .error, start..<end,
                names.isEmpty
                    ? "the error of the guide, which has no values" : "the error of the guide, with the values \(names)"
            )
        }
    }

    /// A message that a text shows.
    private struct Shown {
        let node: Node
        let text: String
        /// The bytes that are the message; nil where all of the block is.
        var range: Range<Int>?
        /// Whether it becomes a block of its own behind the words before it.
        var isBlock = false
    }

    /// The message that a block shows; nil where it shows none.
    private static func message(in block: Node) -> Shown? {
        switch block.kind {
        case .codeBlock:
            let text = block.literal.trimmingSpace
            let isShell = ["bash", "sh", "shell", "console", "zsh", "powershell"].contains(block.fenceInfo.lowercased())
            guard !text.isEmpty, !isShell, text.utf8.count <= 2000, text.contains(" ") else { return nil }
            return json(text, in: block) ?? Shown(node: block, text: text)
        case .paragraph:
            if let code = block.firstChild, code.kind == .code, code.next == nil, code.literal.contains(" ") {
                return Shown(node: block, text: code.literal)
            }
            return atEnd(of: block) ?? quoted(block) ?? quotedAtEnd(of: block)
        case .blockQuote:
            guard let paragraph = block.firstChild, paragraph.kind == .paragraph, paragraph.next == nil else {
                return nil
            }
            let text = paragraph.plainText
            return tellsFailure(text) ? Shown(node: block, text: text) : nil
        default: return nil
        }
    }

    /// A line of a log without the moment that it begins with, which is another in every message.
    private static func withoutTime(_ text: String) -> String {
        let isBracketed = text.hasPrefix("[")
        let rest = text.utf8.dropFirst(isBracketed ? 1 : 0)
        let time = rest.prefix { $0.isASCIIDigit || "-:.,TZ+ ".utf8.contains($0) }
        let digits = time.count { $0.isASCIIDigit }
        guard digits >= 12, time.contains(UInt8(ascii: ":")), time.prefix(4).allSatisfy(\.isASCIIDigit) else {
            return text
        }
        var end = rest[time.endIndex...]
        if isBracketed {
            guard end.first == UInt8(ascii: "]") else { return text }
            end = end.dropFirst()
        } else if time.last != 0x20 {
            return text
        }
        let plain = String(end) ?? text
        return String(plain.drop { $0.isWhitespace })
    }

    private static func tellsFailure(_ text: String) -> Bool {
        let words = [
            "error", "limit", "failed", "denied", "exception", "refused", "invalid", "not found", "cannot", "rejected",
            "exceeded", "expired", "locked", "fatal", "timed out", "unauthorized", "forbidden", "unable", "erreur",
            "dépassé", "refusé", "échec", "interdit", "impossible", "expiré",
        ]
        return words.contains(where: text.lowercased().contains)
    }

    /// Code of several words that a paragraph ends with: “It says: `the error`.”
    private static func atEnd(of block: Node) -> Shown? {
        var last = block.lastChild
        if let text = last, text.kind == .text, text.literal.trimmingSpace == "." { last = text.previous }
        guard let code = last, code.kind == .code || code.kind == .strong else { return nil }
        let words = code.kind == .code ? code.literal : code.plainText.trimmingSpace
        let isQuoted = words.hasPrefix("\"") && words.hasSuffix("\"") || words.hasPrefix("“") && words.hasSuffix("”")
        let text = isQuoted ? String(words.dropFirst().dropLast()) : words
        guard text.split(separator: " ").count > 3, tellsFailure(text), let before = code.previous,
            before.kind == .text, let range = code.sourceRange,
            let end = block.lastChild?.sourceRange?.upperBound, var start = before.sourceRange?.upperBound
        else { return nil }
        let source = block.document.source
        while start > 0, source[start - 1].isSpace { start -= 1 }
        return Shown(node: block, text: text, range: start..<max(range.upperBound, end), isBlock: true)
    }

    private static let quotes: [(opening: Character, closing: Character)] = [("\"", "\""), ("“", "”"), ("«", "»")]

    /// A paragraph that is one sentence between quotation marks.
    private static func quoted(_ block: Node) -> Shown? {
        let text = block.plainText.trimmingSpace
        guard let first = text.first, let last = text.last, text.count > 20,
            quotes.contains(where: { $0.opening == first && $0.closing == last }),
            !text.dropFirst().dropLast().contains(first), tellsFailure(text)
        else { return nil }
        let inner = text.dropFirst().dropLast().drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()
        return Shown(node: block, text: String(inner))
    }

    /// What a sentence ends with in quotation marks behind a colon: It says: “the error”.
    private static func quotedAtEnd(of block: Node) -> Shown? {
        guard let last = block.lastChild, last.kind == .text, let range = last.sourceRange else { return nil }
        let text = String(decoding: block.document.source[range], as: UTF8.self)
        let sentence = text.hasSuffix(".") ? text.dropLast() : text[...]
        guard let closing = sentence.last,
            let opening = quotes.first(where: { $0.closing == closing })?.opening,
            let start = sentence.dropLast().firstIndex(of: opening)
        else { return nil }
        let before = text[..<start].reversed().drop { $0.isWhitespace }
        let words = sentence[text.index(after: start)...].dropLast()
        let message = String(words.drop { $0.isWhitespace }).trimmingSpace
        // One quotation, as the text's own last words.
        guard before.first == ":", !words.contains(opening), !words.contains(closing),
            message.split(separator: " ").count > 3, tellsFailure(message)
        else { return nil }
        let said = range.lowerBound + String(before.reversed()).utf8.count
        return Shown(node: block, text: message, range: said..<range.upperBound, isBlock: true)
    }

    /// The message of an answer in JSON: what stands around it stays.
    private static func json(_ text: String, in block: Node) -> Shown? {
        guard text.hasPrefix("{"), text.hasSuffix("}"), let key = text.range(of: "\"message\""),
            let open = text[key.upperBound...].firstIndex(of: "\""),
            text[key.upperBound..<open].allSatisfy({ $0.isWhitespace || $0 == ":" }),
            let close = text[text.index(after: open)...].firstIndex(of: "\"")
        else { return nil }
        let message = String(text[text.index(after: open)..<close])
        let document = block.document
        let lines = document.line(block.startLine).lowerBound..<document.line(block.endLine).upperBound
        guard message.contains(" "), !message.contains("\\"),
            let range = document.source[lines].ranges(of: Array(message.utf8)).first
        else { return nil }
        return Shown(node: block, text: message, range: range)
    }

    /// Finds what is private anywhere else.
    mutating func readPrivate() {
        for found in PrivateFinder.find(in: source.file.bytes) {
            let text = String(decoding: source.file.bytes[found.range], as: UTF8.self)
            if values.contains(where: { $0.written.contains(text) }) { continue }
            if let index = values.firstIndex(where: { $0.name == found.name && $0.isDeclared }) {
                values[index].written.append(text)
            } else if var value = known.first(where: { $0.name == found.name }) {
                value.written = [text]
                values.append(value)
            } else {
                values.append(ImportedValue(found, text, naming: &naming))
                note(
                    .privateValue, found.range,
                    "a private value, `\(values[values.count - 1].name)`, with an example that is made up; what stood here is written nowhere"
                )
            }
        }
    }
}

extension ErrorTemplate {
    /// The pattern as `guide.yaml` has it, line breaks included.
    var written: String {
        pieces.map { piece in
            switch piece {
            case .literal(let text): return ErrorPattern.escaped(text)
            case .value(let name): return "{{\(name)}}"
            default: return ""
            }
        }.joined()
    }

    /// The message with a made-up value for every private one.
    var sample: String {
        pieces.map { piece in
            switch piece {
            case .literal(let text): return text
            case .value(let name):
                guard let value = values.first(where: { $0.name == name }) else { return "" }
                return value.isPrivate ? value.example ?? "" : value.written.first ?? value.example ?? value.value ?? ""
            default: return ""
            }
        }.joined()
    }
}
