import Sources

/// Markdown that failed to parse, and so shows its signs.
struct LiteralMarkupCheck: TextCheck {
    static let problems: [any Problem.Type] = [LiteralMarkup.self]

    func diagnose(_ text: EditionText, in context: CheckContext) -> [Diagnostic] {
        text.blocks.flatMap { block in signs(in: block, of: text) }
    }

    private func signs(in block: EditionText.Block, of text: EditionText) -> [Diagnostic] {
        var found: [(sign: LiteralMarkup.Sign, range: Range<Int>, isDouble: Bool)] = []
        for run in text.runs[block.runs] where run.kind == .prose && !run.isAlternative {
            var index = run.range.lowerBound
            while index < run.range.upperBound {
                let byte = text.bytes[index]
                switch byte {
                case UInt8(ascii: "*"):
                    var end = index + 1
                    while end < block.range.upperBound, text.bytes[end] == byte { end += 1 }
                    if isSign(index..<end, in: block, text) {
                        found.append((.stars(end - index), index..<end, end - index > 1))
                    }
                    index = end
                case UInt8(ascii: "`"):
                    var end = index + 1
                    while end < run.range.upperBound, text.bytes[end] == byte { end += 1 }
                    if isWritten(index, text) { found.append((.backticks(end - index), index..<end, true)) }
                    index = end
                case UInt8(ascii: "]")
                where index + 1 < run.range.upperBound && text.bytes[index + 1] == UInt8(ascii: "("):
                    if isWritten(index, text) {
                        found.append((.link(linkFault(behind: index + 2, block, text)), index..<(index + 2), true))
                    }
                    index += 2
                case UInt8(ascii: "]")
                where index + 1 < run.range.upperBound && text.bytes[index + 1] == UInt8(ascii: "["):
                    if let label = label(behind: index, in: block, text), isWritten(index, text) {
                        let name = String(decoding: text.bytes[label], as: UTF8.self)
                        found.append((.link(.undefined(name)), (index + 1)..<(label.upperBound + 1), true))
                        index = label.upperBound
                    }
                    index += 1
                case UInt8(ascii: "]") where isParted(index, run.range, block.range, text):
                    if isWritten(index, text) { found.append((.link(.parted), index..<(index + 3), true)) }
                    index += 3
                default: index += 1
                }
            }
        }
        // One star alone may be a footnote or a product; two of them were meant for emphasis.
        let singles = found.count { !$0.isDouble }
        return found.filter { $0.isDouble || singles > 1 }.map {
            Diagnostic(LiteralMarkup(sign: $0.sign), at: text.place($0.range))
        }
    }

    /// The name behind `]` by which a text in brackets refers to an address: `[text][name]`. An index of a list in words,
    /// `a[i][j]`, and numbers of sources, `[1][2]`, are none.
    private func label(behind index: Int, in block: EditionText.Block, _ text: EditionText) -> Range<Int>? {
        let bytes = text.bytes
        let start = index + 2
        let end = min(block.range.upperBound, start + 100)
        guard start < end, let close = bytes[start..<end].firstIndex(of: UInt8(ascii: "]")), close > start + 1,
            bytes[start..<close].contains(where: \.isASCIILetter), bytes[start] != UInt8(ascii: "^"),
            let open = bytes[block.range.lowerBound..<index].lastIndex(of: UInt8(ascii: "[")), open + 2 < index,
            !bytes[open..<index].contains(UInt8(ascii: "]")), bytes[open + 1] != UInt8(ascii: "^")
        else { return nil }
        let before = open > block.range.lowerBound ? bytes[open - 1] : 0x20
        return before.isWordPart || before == UInt8(ascii: "]") || before == UInt8(ascii: ")") ? nil : start..<close
    }

    /// So many bytes behind a sign are looked through for the end of an address: not to the end of the text for each.
    private static let longestAddress = 300

    /// Why a link failed whose address would begin at an offset.
    private func linkFault(
        behind start: Int, _ block: EditionText.Block, _ text: EditionText
    ) -> LiteralMarkup.LinkFault {
        let line = text.bytes[start..<min(start + Self.longestAddress, block.range.upperBound)].prefix { $0 != 0x0A }
        guard let close = line.firstIndex(of: UInt8(ascii: ")")) else { return .open }
        let address = String(decoding: line[..<close], as: UTF8.self)
        if address.contains("{{") || address.contains("{%") { return .template }
        return line[..<close].contains { $0.isSpace } ? .space : .brackets
    }

    /// Whether a space parts `]` from `(` and an address behind it, which may be a link by itself.
    private func isParted(_ index: Int, _ run: Range<Int>, _ block: Range<Int>, _ text: EditionText) -> Bool {
        guard index + 3 <= run.upperBound, text.bytes[index + 1] == 0x20, text.bytes[index + 2] == UInt8(ascii: "(")
        else { return false }
        let address = text.bytes[(index + 3)..<max(index + 3, min(index + 3 + Self.longestAddress, block.upperBound))]
        return ["https://", "http://", "/", "./", "../", "#"].contains { address.starts(with: $0.utf8) }
            && address.prefix { !$0.isSpace }.contains(UInt8(ascii: ")"))
    }

    /// Whether stars touch a word on one side only, or are two and more: those between spaces or digits multiply.
    private func isSign(_ range: Range<Int>, in block: EditionText.Block, _ text: EditionText) -> Bool {
        guard isWritten(range.lowerBound, text) else { return false }
        let before = range.lowerBound > block.range.lowerBound ? text.bytes[range.lowerBound - 1] : 0x20
        let after = range.upperBound < block.range.upperBound ? text.bytes[range.upperBound] : 0x20
        if before.isSpace && after.isSpace { return false }
        return range.count > 1 || !(before.isASCIIDigit && after.isASCIIDigit)
    }

    /// Whether the source has the sign itself there, not an escape or an entity.
    private func isWritten(_ index: Int, _ text: EditionText) -> Bool {
        let source = text.sourceRange(index..<(index + 1))
        return source.count == 1 && text.edition.file.bytes[source.lowerBound] == text.bytes[index]
    }
}

extension EditionText.Run {
    /// Whether it is of the text that stands for an image, where emphasis has no meaning and stars are often part of a
    /// file's name.
    fileprivate var isAlternative: Bool {
        guard case .node(let node, _) = origin else { return false }
        var current = node.parent
        while let parent = current, !parent.kind.isBlock {
            if parent.kind == .image { return true }
            current = parent.parent
        }
        return false
    }
}

struct LiteralMarkup: Problem {
    enum Sign: Sendable {
        case stars(Int)
        case backticks(Int)
        case link(LinkFault)
    }

    /// Why a link is none.
    enum LinkFault: Sendable {
        /// The address has a space in it.
        case space
        /// Nothing closes the address.
        case open
        /// A space stands before the address.
        case parted
        /// The address is a template of another tool.
        case template
        /// The square brackets do not pair.
        case brackets
        /// No definition has the name that it refers to.
        case undefined(String)
    }

    static let description = CheckDescription(
        "literal-markup", .structure,
        summary: "Emphasis, code or a link that failed to parse and shows its signs.",
        why: """
            `**«gras»**x` is not bold: CommonMark wants a space or punctuation outside of stars next to punctuation. \
            The page shows the stars, and no linter says so.
            """,
        mending:
            "Put a space or a letter where the signs touch punctuation, or close them. Escape signs that are meant: `\\*`.",
        faulty: [
            CheckExample(
                fr: "Un texte ⟦**⟧«gras»⟦**⟧x.", "these `**` show as they are", "these `**` show as they are"),
            CheckExample("A word that is ⟦**⟧important.", "these `**` show as they are"),
            CheckExample("Read ⟦*⟧“this”⟦*⟧x first.", "this `*` shows as it is", "this `*` shows as it is"),
            CheckExample("Run ⟦`⟧make.", "this backtick shows as it is"),
            CheckExample("Run ⟦``⟧make⟦`⟧.", "these 2 backticks show as they are", "this backtick shows as it is"),
            CheckExample("See [the page⟦](⟧https://example.org/a b).", "this link shows as it is"),
            CheckExample("See [the page⟦] (⟧https://example.org/a) first.", "this link shows as it is"),
            CheckExample(
                files: [
                    ("vademecum.yaml", "placeholders: declared"), ("en.md", "A [free⟦](⟧{{ site.license.url }}) tool."),
                ],
                ["this link shows as it is"]),
            CheckExample("See [the page]⟦](⟧https://example.org/a) first.", "this link shows as it is"),
            CheckExample(
                "See [the page]⟦[main-page]⟧.\n\n[mainpage]: https://example.org/a", "this link shows as it is"),
        ],
        clean: [
            CheckExample("**Bold**, *italic*, `a**b` and \\*stars\\*; 2 * 3, 2*3, a price* and file_name_x."),
            CheckExample("    a ** b"),
            CheckExample(
                "See [the page][main-page], a[i][j], [1][2] and `[a][b]`.\n\n[Main-Page]: https://example.org/a"),
            CheckExample("![DoH *mobile_border **x](form-example.png)"),
        ])

    let sign: Sign

    /// Whether it is a link that failed.
    var isLink: Bool {
        if case .link = sign { true } else { false }
    }

    var message: String {
        switch sign {
        case .stars(1): "this `*` shows as it is"
        case .stars(let count): "these `\(String(repeating: "*", count: count))` show as they are"
        case .backticks(1): "this backtick shows as it is"
        case .backticks(let count): "these \(count) backticks show as they are"
        case .link: "this link shows as it is"
        }
    }

    var help: String? {
        switch sign {
        case .stars:
            "put a space between the stars and the letter outside, take punctuation out of them, or write `\\*` for a star"
        case .backticks(let count):
            "close the code with \(count == 1 ? "another backtick" : "as many backticks"), or write ``\\` `` for the sign"
        case .link(.space): "put an address with spaces between angle brackets: `[text](<address>)`"
        case .link(.template):
            "the address is a template of another tool: write the address itself, or declare it as a value and write `{{name}}`"
        case .link(.open): "close the address with a parenthesis: `[text](address)`"
        case .link(.parted): "take the space away between the text and the address: `[text](address)`"
        case .link(.undefined(let name)):
            "no address is called `\(name)`: write `[\(name)]: https://…` on a line of its own, or `[text](address)`"
        case .link(.brackets): "see which square bracket before it is missing, or one too many: `[text](address)`"
        }
    }
}
