/// Edits of tables, code and images.
extension WikiEditKind {
    static let tables: [WikiEditKind] = [
        WikiEditKind("a cell changed") { page, choices in
            guard let line = page.line([.row], &choices) else { return false }
            return cells(of: line, &page) { $0[0] = choices.word() }
        },
        WikiEditKind("a cell emptied") { page, choices in
            guard let line = page.line([.row], &choices) else { return false }
            return cells(of: line, &page) { $0[0] = "" }
        },
        WikiEditKind("a cell of a table’s head changed") { page, choices in
            guard let line = page.line([.tableHead], &choices) else { return false }
            return cells(of: line, &page) { $0[$0.count - 1] += " \(choices.word())" }
        },
        WikiEditKind("a cell with a value in words") { page, choices in
            guard
                let line = page.line([.row], &choices, where: { $1.contains("40,000") || $1.contains("40\u{202F}000") })
            else { return false }
            return cells(of: line, &page) { $0[1] += " \(choices.word())" }
        },
        WikiEditKind("a row added") { page, choices in
            guard let line = page.line([.row], &choices) else { return false }
            page.lines.insert(row(like: line, page, &choices), at: line + 1)
            return true
        },
        WikiEditKind("a first row added") { page, choices in
            guard let line = page.line([.tableRule], &choices) else { return false }
            page.lines.insert(row(like: line, page, &choices), at: line + 1)
            return true
        },
        WikiEditKind("a row deleted") { page, choices in
            guard
                let line = page.line(
                    [.row], &choices,
                    where: { index, _ in
                        page.kinds[index - 1] == .row || page.kinds[index + 1] == .row
                    })
            else { return false }
            page.lines.remove(at: line)
            return true
        },
        WikiEditKind("rows moved") { page, choices in
            guard let line = page.line([.row], &choices, where: { index, _ in page.kinds[index + 1] == .row }) else {
                return false
            }
            page.lines.swapAt(line, line + 1)
            return true
        },
        column("added") { cells, isRule, choices in cells.append(isRule ? "---" : choices.word()) },
        column("deleted") { cells, _, _ in if cells.count > 2 { cells.removeLast() } },
        column("added in the middle") { cells, isRule, choices in cells.insert(isRule ? "---" : choices.word(), at: 1)
        },
        WikiEditKind("a column set to the other side") { page, choices in
            guard let line = page.line([.tableRule], &choices) else { return false }
            return cells(of: line, &page) { $0[0] = $0[0] == "--:" ? ":--" : "--:" }
        },
        WikiEditKind("a table added") { page, choices in
            guard let block = paragraph(page, &choices) else { return false }
            page.insert(
                ["| \(choices.word()) | \(choices.word()) |", "| --- | --- |", "| \(choices.word()) | 1 |"],
                behind: block.lowerBound)
            return true
        },
        WikiEditKind("a table deleted") { page, choices in
            guard let line = page.line([.tableHead], &choices) else { return false }
            page.remove(page.block(around: line))
            return true
        },
        WikiEditKind("a table moved") { page, choices in
            guard let line = page.line([.tableHead], &choices) else { return false }
            return move(page.block(around: line), &page, &choices)
        },
    ]

    /// Moves a block behind some paragraph.
    static func move(_ block: Range<Int>, _ page: inout EditablePage, _ choices: inout Choices) -> Bool {
        guard page.isPlain(block) else { return false }
        let text = Array(page.lines[block])
        page.remove(block)
        guard let other = paragraph(page, &choices) else { return false }
        page.insert(text, behind: other.lowerBound)
        return true
    }

    private static func cells(of line: Int, _ page: inout EditablePage, _ change: (inout [String]) -> Void) -> Bool {
        var cells = page.lines[line].split(separator: "|").map { String($0.dropFirst().dropLast()) }
        change(&cells)
        page.lines[line] = "| \(cells.joined(separator: " | ")) |"
        return true
    }

    private static func row(like line: Int, _ page: EditablePage, _ choices: inout Choices) -> String {
        let count = page.lines[line].count { $0 == "|" } - 1
        return "| " + (0..<count).map { _ in choices.word() }.joined(separator: " | ") + " |"
    }

    private static func column(
        _ name: String, _ change: @escaping @Sendable (inout [String], Bool, inout Choices) -> Void
    ) -> WikiEditKind {
        WikiEditKind("a column \(name)") { page, choices in
            guard let line = page.line([.tableHead], &choices) else { return false }
            let (before, kinds) = (page.text, page.kinds)
            for index in page.block(around: line) {
                var inner = choices
                _ = cells(of: index, &page) { change(&$0, kinds[index] == .tableRule, &inner) }
                choices = inner
            }
            return page.text != before
        }
    }

    static let code: [WikiEditKind] = [
        WikiEditKind("a line of code changed") { page, choices in
            guard let line = page.line([.code], &choices) else { return false }
            page.lines[line] = page.lines[line].replacing(" --", with: " --\(choices.word())-", maxReplacements: 1)
            return true
        },
        WikiEditKind("a line of code added") { page, choices in
            guard let line = page.line([.code], &choices) else { return false }
            page.lines.insert("\(choices.word()) | \(choices.word()) *x*", at: line + 1)
            return true
        },
        WikiEditKind("a first line of code added") { page, choices in
            guard let line = page.line([.code], &choices, where: { index, _ in page.kinds[index - 1] == .fence }) else {
                return false
            }
            page.lines.insert("set -e # \(choices.word())", at: line)
            return true
        },
        WikiEditKind("a blank line of code added") { page, choices in
            guard let line = page.line([.code], &choices, where: { index, _ in page.kinds[index + 1] == .code }) else {
                return false
            }
            page.lines.insert(contentsOf: ["", choices.word()], at: line + 1)
            return true
        },
        WikiEditKind("a line of code deleted") { page, choices in
            guard let line = page.line([.code], &choices) else { return false }
            page.lines.remove(at: line)
            return true
        },
        WikiEditKind("lines of code moved") { page, choices in
            guard let line = page.line([.code], &choices, where: { index, _ in page.kinds[index + 1] == .code }) else {
                return false
            }
            page.lines.swapAt(line, line + 1)
            return true
        },
        WikiEditKind("a line of code set in") { page, choices in
            guard let line = page.line([.code], &choices) else { return false }
            page.lines[line] = "    " + page.lines[line]
            return true
        },
        WikiEditKind("a line of code in another’s place") { page, choices in
            guard let line = page.line([.code], &choices) else { return false }
            page.lines[line] = "\(choices.word()) {{\(choices.word())}} $HOME"
            return true
        },
        WikiEditKind("the language of code changed") { page, choices in
            guard let line = page.line([.fence], &choices, where: { $1.hasPrefix("```sh") }) else { return false }
            page.lines[line] = page.lines[line].replacing("```sh", with: "```console")
            return true
        },
        WikiEditKind("the title of code changed") { page, choices in
            guard let line = page.line([.fence], &choices, where: { $1.contains("title=") }) else { return false }
            page.lines[line] = page.lines[line].replacing("run.sh", with: "\(choices.word()).sh")
            return true
        },
        WikiEditKind("lines of code marked") { page, choices in
            guard let line = page.line([.fence], &choices, where: { $1 == "```sh" }) else { return false }
            page.lines[line] += " {2}"
            return true
        },
        WikiEditKind("a block of code added") { page, choices in
            guard let line = page.line([.text], &choices) else { return false }
            page.insert(["```sh", "\(choices.word()) -v", "```"], behind: line)
            return true
        },
        WikiEditKind("a block of code deleted") { page, choices in
            guard let line = page.line([.fence], &choices, where: { $1.count > 3 }) else { return false }
            page.remove(page.block(around: line))
            return true
        },
        WikiEditKind("a block of code moved") { page, choices in
            guard let line = page.line([.fence], &choices, where: { $1.count > 3 }) else { return false }
            return move(page.block(around: line), &page, &choices)
        },
    ]

    static let images: [WikiEditKind] = [
        WikiEditKind("an image’s words changed") { page, choices in
            guard let line = page.line([.image], &choices) else { return false }
            page.lines[line] = page.lines[line].replacing("![", with: "![\(choices.word()) ")
            return true
        },
        WikiEditKind("an image deleted") { page, choices in
            guard let line = page.line([.image], &choices) else { return false }
            page.remove(page.block(around: line))
            return true
        },
        WikiEditKind("an image moved") { page, choices in
            guard let line = page.line([.image], &choices) else { return false }
            return move(page.block(around: line), &page, &choices)
        },
        WikiEditKind("an image once more") { page, choices in
            guard let line = page.line([.image], &choices), let block = paragraph(page, &choices) else { return false }
            page.insert([page.lines[line].replacing("![", with: "![\(choices.word()) ")], behind: block.lowerBound)
            return true
        },
        WikiEditKind("a title of an image added") { page, choices in
            guard let line = page.line([.image], &choices) else { return false }
            page.lines[line] = page.lines[line].dropLast() + " \"\(choices.word())\")"
            return true
        },
        WikiEditKind("an image of a site added") { page, choices in
            guard let block = paragraph(page, &choices) else { return false }
            page.insert(["![\(choices.word())](https://example.org/\(choices.word()).png)"], behind: block.lowerBound)
            return true
        },
    ]
}
