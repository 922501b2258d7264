/// Edits of lists.
extension WikiEditKind {
    static let items: [WikiEditKind] = [
        WikiEditKind("an item added behind one") { page, choices in
            guard let line = page.line([.item], &choices) else { return false }
            page.lines.insert("- \(choices.sentence())", at: end(of: line, page))
            return true
        },
        WikiEditKind("a first item added") { page, choices in
            guard let line = first(.item, page, &choices), page.isPlain(page.lines[line]) else { return false }
            page.lines.insert("- \(choices.sentence())", at: line)
            return true
        },
        WikiEditKind("an item with a value added") { page, choices in
            guard let line = page.line([.item], &choices), let (_, value) = value(in: page, &choices) else {
                return false
            }
            page.lines.insert("- \(choices.word().capitalized) \(value) \(choices.word()).", at: end(of: line, page))
            return true
        },
        WikiEditKind("an item deleted") { page, choices in
            guard let line = whole(.item, page, &choices) else { return false }
            page.lines.removeSubrange(line..<end(of: line, page))
            return true
        },
        WikiEditKind("items moved") { page, choices in swap(.item, &page, &choices) },
        WikiEditKind("an item in another’s place") { page, choices in
            guard let line = whole(.item, page, &choices), !page.lines[line].contains("](") else { return false }
            page.lines.replaceSubrange(line..<end(of: line, page), with: ["- \(choices.sentence())"])
            return true
        },
        WikiEditKind("an item below an item added") { page, choices in
            guard
                let line = page.line(
                    [.item], &choices, where: { index, text in page.isPlain(text) && end(of: index, page) == index + 1 }
                )
            else {
                return false
            }
            page.lines.insert("  - \(choices.sentence())", at: line + 1)
            return true
        },
        WikiEditKind("an item below an item deleted") { page, choices in
            guard let line = page.line([.nested], &choices, where: { page.isPlain($1) }) else { return false }
            page.lines.remove(at: line)
            return true
        },
        WikiEditKind("an item made part of the one before") { page, choices in
            guard let line = whole(.item, page, &choices), page.kinds[line - 1] == .item,
                page.isPlain(page.lines[line - 1]),
                end(of: line, page) == line + 1
            else { return false }
            page.lines[line] = "  " + page.lines[line]
            return true
        },
        WikiEditKind("a line added to an item") { page, choices in
            guard let line = page.line([.item], &choices, where: { index, _ in end(of: index, page) == index + 1 })
            else { return false }
            page.lines.insert("  \(choices.sentence())", at: line + 1)
            return true
        },
        WikiEditKind("a list added") { page, choices in
            guard let block = paragraph(page, &choices), !touchesList(block, page) else { return false }
            page.insert(["- \(choices.sentence())", "- \(choices.sentence())"], behind: block.lowerBound)
            return true
        },
        WikiEditKind("a list deleted") { page, choices in
            guard let block = list(.item, page, &choices) else { return false }
            page.remove(block)
            return true
        },
        WikiEditKind("a list moved") { page, choices in
            guard let block = list(.item, page, &choices) else { return false }
            let text = Array(page.lines[block])
            page.remove(block)
            guard let other = paragraph(page, &choices), !touchesList(other, page) else { return false }
            page.insert(text, behind: other.lowerBound)
            return true
        },
        WikiEditKind("a list made of paragraphs") { page, choices in
            guard let block = list(.item, page, &choices) else { return false }
            page.lines.replaceSubrange(block, with: page.lines[block].map { String($0.dropFirst(2)) + "\n" })
            page.reread()
            return true
        },
    ]

    static let numbers: [WikiEditKind] = [
        WikiEditKind("a number’s item added") { page, choices in
            guard let line = page.line([.number], &choices) else { return false }
            let place = end(of: line, page)
            page.lines.insert("0. \(choices.sentence())", at: place)
            renumber(around: line, &page)
            return true
        },
        WikiEditKind("a first number’s item added") { page, choices in
            guard let line = first(.number, page, &choices) else { return false }
            page.lines.insert("0. \(choices.sentence())", at: line)
            renumber(around: line, &page)
            return true
        },
        WikiEditKind("a number’s item deleted") { page, choices in
            guard let line = whole(.number, page, &choices) else { return false }
            page.lines.removeSubrange(line..<end(of: line, page))
            renumber(around: line == 0 ? 0 : line - 1, &page)
            return true
        },
        WikiEditKind("a number’s item deleted, the others not numbered anew") { page, choices in
            guard let line = whole(.number, page, &choices), page.kinds[line - 1] == .number else { return false }
            page.lines.removeSubrange(line..<end(of: line, page))
            return true
        },
        WikiEditKind("numbers’ items moved") { page, choices in
            guard swap(.number, &page, &choices) else { return false }
            for index in page.lines.indices where page.kinds[index] == .number { renumber(around: index, &page) }
            return true
        },
        WikiEditKind("numbers made signs") { page, choices in
            guard let block = list(.number, page, &choices), page.lines[block].allSatisfy({ !$0.hasPrefix(" ") }) else {
                return false
            }
            page.lines.replaceSubrange(block, with: page.lines[block].map { "- " + $0.drop { $0 != " " }.dropFirst() })
            return true
        },
    ]

    static let tasks: [WikiEditKind] = [
        WikiEditKind("a task done") { page, choices in
            guard let line = page.line([.task], &choices, where: { $1.hasPrefix("- [ ]") }) else { return false }
            page.lines[line] = "- [x]" + page.lines[line].dropFirst(5)
            return true
        },
        WikiEditKind("a task undone") { page, choices in
            guard let line = page.line([.task], &choices, where: { $1.hasPrefix("- [x]") }) else { return false }
            page.lines[line] = "- [ ]" + page.lines[line].dropFirst(5)
            return true
        },
        WikiEditKind("a task added") { page, choices in
            guard let line = page.line([.task], &choices) else { return false }
            page.lines.insert("- [ ] \(choices.sentence())", at: end(of: line, page))
            return true
        },
        WikiEditKind("a task deleted") { page, choices in
            guard let line = whole(.task, page, &choices) else { return false }
            page.lines.removeSubrange(line..<end(of: line, page))
            return true
        },
        WikiEditKind("tasks moved") { page, choices in swap(.task, &page, &choices) },
        WikiEditKind("a task made an item") { page, choices in
            guard let line = page.line([.task], &choices) else { return false }
            page.lines[line] = "- " + page.lines[line].dropFirst(6)
            return true
        },
    ]

    // MARK: Places

    /// Behind an item and what belongs to it.
    static func end(of line: Int, _ page: EditablePage) -> Int {
        var end = line + 1
        let kinds = page.kinds
        while end < kinds.count, [.nested, .continuation].contains(kinds[end]) { end += 1 }
        return end
    }

    private static func first(_ kind: EditablePage.Kind, _ page: EditablePage, _ choices: inout Choices) -> Int? {
        page.line([kind], &choices, where: { index, _ in index > 0 && page.kinds[index - 1] == .blank })
    }

    /// An item that can go: there are others, and it has nothing that goes with more.
    private static func whole(_ kind: EditablePage.Kind, _ page: EditablePage, _ choices: inout Choices) -> Int? {
        let kinds = page.kinds
        return page.line(
            [kind], &choices,
            where: { index, _ in
                page.isPlain(index..<end(of: index, page))
                    && (kinds[index - 1] != .blank
                        || end(of: index, page) < kinds.count && kinds[end(of: index, page)] == kind)
            })
    }

    /// All of a list.
    private static func list(_ kind: EditablePage.Kind, _ page: EditablePage, _ choices: inout Choices) -> Range<Int>? {
        let place = first(kind, page, &choices)
        guard let block = place.map({ page.block(around: $0) }), page.isPlain(block), block.lowerBound > 8 else {
            return nil
        }
        return block
    }

    private static func swap(_ kind: EditablePage.Kind, _ page: inout EditablePage, _ choices: inout Choices) -> Bool {
        guard
            let line = page.line(
                [kind], &choices,
                where: { index, _ in
                    let next = end(of: index, page)
                    return next < page.lines.count && page.kinds[next] == kind
                        && page.isPlain(index..<end(of: next, page))
                })
        else { return false }
        let next = end(of: line, page)
        let (one, two) = (Array(page.lines[line..<next]), Array(page.lines[next..<end(of: next, page)]))
        page.lines.replaceSubrange(line..<(line + one.count + two.count), with: two + one)
        return true
    }

    private static func renumber(around line: Int, _ page: inout EditablePage) {
        let (block, kinds) = (page.block(around: line), page.kinds)
        var number = 0
        for index in block where kinds[index] == .number {
            number += 1
            page.lines[index] = "\(number)." + page.lines[index].drop { $0 != " " }
        }
    }
}
