import CommonMark
import Sources
import Values

/// A message that a text shows.
struct ShownMessage {
    let node: Node
    let text: String
    /// The bytes that are the message; nil where all of the block is.
    var range: Range<Int>?
    /// Whether it becomes a block of its own behind the words before it.
    var isBlock = false
    /// Whether it stays code among words.
    var isCode = false

    /// The message that a block shows; nil where it shows none.
    static func message(in block: Node) -> ShownMessage? {
        switch block.kind {
        case .codeBlock:
            let text = block.literal.trimmingSpace
            if let answer = answer(in: block) { return answer }
            let isShell = shells.contains(block.fenceInfo.lowercased())
            guard !text.isEmpty, !isShell, text.utf8.count <= 2000, text.contains(" ") else { return nil }
            return json(text, in: block) ?? ShownMessage(node: block, text: text)
        case .paragraph:
            if let code = block.firstChild, code.kind == .code, code.next == nil, code.literal.contains(" ") {
                return ShownMessage(node: block, text: code.literal)
            }
            return atEnd(of: block) ?? quoted(block) ?? quotedAtEnd(of: block)
        case .blockQuote:
            guard let paragraph = block.firstChild, paragraph.kind == .paragraph, paragraph.next == nil else {
                return nil
            }
            let text = paragraph.plainText
            return tellsFailure(text) ? ShownMessage(node: block, text: text) : nil
        case .table: return cell(of: block)
        case .list: return block.children.lazy.compactMap(item).first
        default: return nil
        }
    }

    private static let shells = [
        "bash", "sh", "shell", "console", "zsh", "powershell", "shellsession", "shell-session", "terminal",
    ]

    /// Whether a line of a terminal is what somebody typed: `$ ls`, `ops@db01:~$ ls`, `PS C:\> dir`.
    private static func isTyped(_ line: Substring) -> Bool {
        let text = line.drop { $0 == " " }
        if ["$ ", "# ", "% ", "> ", "❯ "].contains(where: text.hasPrefix) { return true }
        guard let space = text.firstIndex(of: " ") else { return false }
        let head = text[..<space]
        if head == "PS" { return text.prefix(60).contains("> ") }
        return "$#%>".contains(head.last ?? " ") && (head.contains("@") || head.contains("~") || head.contains(":\\"))
    }

    /// What a terminal answered to a command, where it tells a failure.
    private static func answer(in block: Node) -> ShownMessage? {
        let lines = block.literal.split(separator: "\n")
        guard lines.contains(where: isTyped),
            let line = lines.first(where: { !isTyped($0) && tellsFailure(String($0)) })
        else { return nil }
        let text = String(line).trimmingSpace
        let document = block.document
        let all = document.line(block.startLine).lowerBound..<document.line(block.endLine).upperBound
        guard text.contains(" "), let range = document.source[all].ranges(of: Array(text.utf8)).first else {
            return nil
        }
        return ShownMessage(node: block, text: text, range: range)
    }

    /// The code that an item ends with: “The logs say: `the error`”.
    private static func item(_ item: Node) -> ShownMessage? {
        guard let paragraph = item.firstChild, paragraph.kind == .paragraph, let code = paragraph.lastChild,
            code.kind == .code, code.previous != nil, code.literal.split(separator: " ").count > 3,
            tellsFailure(code.literal), let range = code.sourceRange
        else { return nil }
        return ShownMessage(node: paragraph, text: code.literal, range: range, isCode: true)
    }

    /// The first message of a table that has a column for them.
    private static func cell(of table: Node) -> ShownMessage? {
        let titles = table.firstChild?.children.map { ImportWords.folded($0.plainText) } ?? []
        let columns = titles.indices.filter { index in
            ["message", "error", "erreur", "symptom", "log"].contains(where: titles[index].contains)
        }
        for row in table.children.dropFirst() {
            for (index, cell) in row.children.enumerated() {
                let code = cell.children.first { $0.kind == .code && $0.literal.split(separator: " ").count > 2 }
                if let code, tellsFailure(code.literal), let range = code.sourceRange {
                    return ShownMessage(node: table, text: code.literal, range: range, isCode: true)
                }
                guard columns.contains(index), let text = cell.firstChild, text.kind == .text, text.next == nil,
                    let range = text.sourceRange, tellsFailure(text.literal),
                    text.literal.split(separator: " ").count > 2
                else { continue }
                return ShownMessage(node: table, text: text.literal.trimmingSpace, range: range, isCode: true)
            }
        }
        return nil
    }

    /// A line of a log without the moment that it begins with, which is another in every message.
    static func withoutTime(_ text: String) -> String {
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
            "exceeded", "declined", "expired", "locked", "fatal", "timed out", "unauthorized", "forbidden", "unable",
            "erreur",
            "dépassé", "refusé", "échec", "interdit", "impossible", "expiré",
        ]
        return words.contains(where: text.lowercased().contains)
    }

    /// Code of several words that a paragraph ends with: “It says: `the error`.”
    private static func atEnd(of block: Node) -> ShownMessage? {
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
        return ShownMessage(node: block, text: text, range: start..<max(range.upperBound, end), isBlock: true)
    }

    private static let quotes: [(opening: Character, closing: Character)] = [("\"", "\""), ("“", "”"), ("«", "»")]

    /// A paragraph that is one sentence between quotation marks.
    private static func quoted(_ block: Node) -> ShownMessage? {
        let text = block.plainText.trimmingSpace
        guard let first = text.first, let last = text.last, text.count > 20,
            quotes.contains(where: { $0.opening == first && $0.closing == last }),
            !text.dropFirst().dropLast().contains(first), tellsFailure(text)
        else { return nil }
        let inner = text.dropFirst().dropLast().drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()
        return ShownMessage(node: block, text: String(inner))
    }

    /// What a sentence ends with in quotation marks behind a colon: It says: “the error”.
    private static func quotedAtEnd(of block: Node) -> ShownMessage? {
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
        guard before.first == ":" || message.first?.isUppercase == true, !words.contains(opening),
            !words.contains(closing),
            message.split(separator: " ").count > 3, tellsFailure(message)
        else { return nil }
        let said = range.lowerBound + String(before.reversed()).utf8.count
        return ShownMessage(node: block, text: message, range: said..<range.upperBound, isBlock: true)
    }

    /// The message of an answer in JSON: what stands around it stays.
    private static func json(_ text: String, in block: Node) -> ShownMessage? {
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
        return ShownMessage(node: block, text: message, range: range)
    }
}
