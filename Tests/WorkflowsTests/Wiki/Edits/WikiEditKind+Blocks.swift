/// Edits of lines and paragraphs, and of what looks the same.
extension WikiEditKind {
    static let lines: [WikiEditKind] = [
        WikiEditKind("a line added to a paragraph") { page, choices in
            guard let line = page.line([.text], &choices) else { return false }
            page.lines.insert(choices.sentence(), at: line + 1)
            return true
        },
        WikiEditKind("a line before a paragraph’s first") { page, choices in
            guard let line = page.line([.text], &choices, where: { !$1.contains("*(") }) else { return false }
            page.lines.insert(choices.sentence(), at: line)
            return true
        },
        WikiEditKind("a line deleted from a paragraph") { page, choices in
            guard let line = longParagraph(page, &choices) else { return false }
            page.lines.remove(at: line)
            return true
        },
        WikiEditKind("lines of a paragraph moved") { page, choices in
            guard let line = longParagraph(page, &choices), page.kinds[line + 1] == .text,
                page.isPlain(page.lines[line + 1])
            else { return false }
            page.lines.swapAt(line, line + 1)
            return true
        },
        WikiEditKind("a paragraph wrapped anew with a word") { page, choices in
            guard let line = page.line([.text], &choices, where: { index, _ in page.words(in: index).count > 2 }) else {
                return false
            }
            let word = choices.word()
            return page.changeWord(in: line, &choices) { $0[$1] = "\(word)\n\($0[$1])" }
        },
    ]

    /// A line with another behind it in its paragraph, neither the first of a variant.
    private static func longParagraph(_ page: EditablePage, _ choices: inout Choices) -> Int? {
        page.line(
            [.text], &choices,
            where: { index, line in
                page.isPlain(line) && index + 1 < page.lines.count && page.kinds[index + 1] == .text
                    && page.isPlain(page.lines[index + 1])
            })
    }

    /// A paragraph that may go or move.
    static func paragraph(_ page: EditablePage, _ choices: inout Choices) -> Range<Int>? {
        page.line(
            [.text], &choices,
            where: { index, _ in
                let block = page.block(around: index)
                return block.lowerBound == index && page.isPlain(block) && index > 1 && isBetween(block, page)
            }
        ).map { page.block(around: $0) }
    }

    /// Whether a block has blocks around it that are none of ours, nor parts that fold.
    private static func isBetween(_ block: Range<Int>, _ page: EditablePage) -> Bool {
        let kinds = page.kinds
        guard block.upperBound + 1 < kinds.count, kinds[block.upperBound + 1] != .html,
            kinds[block.lowerBound - 2] != .html, kinds[block.lowerBound - 2] != .frame,
            kinds[block.lowerBound - 2] != .title
        else { return false }
        return true
    }

    static let paragraphs: [WikiEditKind] = [
        WikiEditKind("a paragraph in another’s place") { page, choices in
            guard let block = paragraph(page, &choices), !page.lines[block].joined().contains("](") else {
                return false
            }
            page.lines.replaceSubrange(block, with: [choices.sentence(), choices.sentence()])
            return true
        },
        WikiEditKind("a paragraph added behind one") { page, choices in
            guard let line = page.line([.text, .quote, .alert, .row, .image], &choices) else { return false }
            page.insert([choices.sentence()], behind: line)
            return true
        },
        WikiEditKind("a paragraph added behind a list") { page, choices in
            guard let line = page.line([.item, .number, .task], &choices) else { return false }
            page.insert([choices.sentence()], behind: line)
            return true
        },
        WikiEditKind("a paragraph added before one") { page, choices in
            guard let line = page.line([.text, .quote, .alert, .row, .fence], &choices) else { return false }
            page.insert([choices.sentence()], before: line)
            return true
        },
        WikiEditKind("a paragraph with a value added") { page, choices in
            guard let line = page.line([.text], &choices), let (_, value) = value(in: page, &choices) else {
                return false
            }
            page.insert(["\(choices.word().capitalized) \(value) \(choices.word())."], behind: line)
            return true
        },
        WikiEditKind("a paragraph added below a heading") { page, choices in
            guard
                let line = page.line(
                    [.step, .section, .heading, .option], &choices,
                    where: { !$1.hasSuffix("Steps") && !$1.hasSuffix("Étapes") })
            else { return false }
            page.insert([choices.sentence()], behind: line)
            return true
        },
        WikiEditKind("a last paragraph added") { page, choices in
            page.lines += [choices.sentence(), ""]
            if page.lines.count > 2, !page.lines[page.lines.count - 3].isEmpty {
                page.lines.insert("", at: page.lines.count - 2)
            }
            return true
        },
        WikiEditKind("a paragraph deleted") { page, choices in
            guard let block = paragraph(page, &choices) else { return false }
            page.remove(block)
            return true
        },
        WikiEditKind("a paragraph moved down") { page, choices in
            guard let block = paragraph(page, &choices) else { return false }
            let text = Array(page.lines[block])
            page.remove(block)
            guard
                let line = page.line(
                    [.text], &choices, where: { index, _ in index > block.lowerBound && !isFolded(index, page) })
            else { return false }
            page.insert(text, behind: line)
            return true
        },
        WikiEditKind("a paragraph moved up") { page, choices in
            guard let block = paragraph(page, &choices) else { return false }
            let text = Array(page.lines[block])
            page.remove(block)
            guard
                let line = page.line(
                    [.text], &choices,
                    where: { index, line in
                        index > page.kinds.firstIndex(of: .section) ?? 0 && index < block.lowerBound
                            && page.isPlain(line)
                            && page.block(around: index).lowerBound == index
                    })
            else { return false }
            page.insert(text, before: line)
            return true
        },
        WikiEditKind("a paragraph made a quote") { page, choices in
            guard let block = paragraph(page, &choices) else { return false }
            page.lines.replaceSubrange(block, with: page.lines[block].map { "> \($0)" })
            return true
        },
        WikiEditKind("a paragraph made a list") { page, choices in
            guard let block = paragraph(page, &choices), block.count > 1, !touchesList(block, page) else {
                return false
            }
            page.lines.replaceSubrange(block, with: page.lines[block].map { "- \($0)" })
            return true
        },
        WikiEditKind("a paragraph taken apart") { page, choices in
            guard let line = longParagraph(page, &choices) else { return false }
            page.lines.insert("", at: line + 1)
            return true
        },
        WikiEditKind("paragraphs joined") { page, choices in
            guard let block = paragraph(page, &choices), page.kinds[block.upperBound + 1] == .text,
                page.isPlain(page.lines[block.upperBound + 1])
            else { return false }
            page.lines.remove(at: block.upperBound)
            return true
        },
        WikiEditKind("a line between paragraphs") { page, choices in
            guard let block = paragraph(page, &choices) else { return false }
            page.insert(["***"], behind: block.lowerBound)
            return true
        },
    ]

    /// Whether a list stands before or behind a block.
    static func touchesList(_ block: Range<Int>, _ page: EditablePage) -> Bool {
        let lists: Set<EditablePage.Kind> = [.item, .number, .task, .nested, .continuation, .note]
        return [block.lowerBound - 2, block.upperBound + 1].contains {
            page.lines.indices.contains($0) && lists.contains(page.kinds[$0])
        }
    }

    private static func isFolded(_ index: Int, _ page: EditablePage) -> Bool {
        let block = page.block(around: index)
        return [block.lowerBound - 2, block.upperBound + 1].contains {
            page.lines.indices.contains($0) && page.kinds[$0] == .html
        }
    }

    /// What editors do to a page besides what somebody wanted.
    static let looks: [WikiEditKind] = [
        look("ends of lines") { page in page.lines = page.lines.map { $0 + "\r" } },
        look("a byte order mark") { page in page.lines[0] = "\u{FEFF}" + page.lines[0] },
        look("spaces at ends of lines") { page in
            let kinds = page.kinds
            for index in page.lines.indices where kinds[index] == .section || kinds[index] == .row {
                page.lines[index] += " "
            }
        },
        look("another sign for lists") { page in
            let kinds = page.kinds
            for index in page.lines.indices where [.item, .task].contains(kinds[index]) {
                page.lines[index] = "*" + page.lines[index].dropFirst()
            }
        },
        look("spaces that break") { page in
            page.lines = page.lines.map { $0.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ") }
        },
        look("tables lined up") { page in
            let kinds = page.kinds
            for index in page.lines.indices where [.row, .tableHead].contains(kinds[index]) {
                page.lines[index] = page.lines[index].replacing(" |", with: "    |")
            }
        },
        look("other signs for emphasis") { page in
            page.lines = page.lines.map { $0.replacing(#/\ \*([a-zé]+)\*/#) { " _\($0.1)_" } }
        },
        look("blank lines at the end") { page in page.lines += ["", ""] },
    ]

    private static func look(_ name: String, _ change: @escaping @Sendable (inout EditablePage) -> Void) -> WikiEditKind
    {
        WikiEditKind("\(name), and a word") { page, choices in
            guard words[0].make(&page, &choices) else { return false }
            change(&page)
            return true
        }
    }
}
