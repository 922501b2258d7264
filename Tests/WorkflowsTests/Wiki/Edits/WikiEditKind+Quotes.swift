/// Edits of quotes, alerts, parts for some readers, and parts that fold.
extension WikiEditKind {
    static let quotes: [WikiEditKind] = [
        WikiEditKind("a line added to an alert") { page, choices in
            guard let line = page.line([.alert], &choices) else { return false }
            page.lines.insert("> \(choices.sentence())", at: line + 1)
            return true
        },
        WikiEditKind("a first line added to an alert") { page, choices in
            guard let line = page.line([.alertHead], &choices) else { return false }
            page.lines.insert("> \(choices.sentence())", at: line + 1)
            return true
        },
        WikiEditKind("a paragraph added to an alert") { page, choices in
            guard
                let line = page.line(
                    [.alert], &choices, where: { index, _ in page.block(around: index).upperBound == index + 1 })
            else { return false }
            page.lines.insert(contentsOf: [">", "> \(choices.sentence())"], at: line + 1)
            return true
        },
        WikiEditKind("a line of an alert deleted") { page, choices in
            guard
                let line = page.line(
                    [.alert], &choices,
                    where: { index, line in
                        page.isPlain(line) && page.block(around: index).count > 2
                    })
            else { return false }
            page.lines.remove(at: line)
            return true
        },
        WikiEditKind("an alert of another kind") { page, choices in
            guard let line = page.line([.alertHead], &choices) else { return false }
            page.lines[line] = "> [!TIP]"
            return true
        },
        WikiEditKind("an alert made a quote") { page, choices in
            guard let line = page.line([.alertHead], &choices) else { return false }
            page.lines.remove(at: line)
            return true
        },
        WikiEditKind("an alert added") { page, choices in
            guard let block = paragraph(page, &choices) else { return false }
            page.insert(["> [!TIP]", "> \(choices.sentence())"], behind: block.lowerBound)
            return true
        },
        WikiEditKind("an alert deleted") { page, choices in
            guard
                let line = page.line(
                    [.alertHead], &choices, where: { index, _ in page.isPlain(page.block(around: index)) })
            else { return false }
            page.remove(page.block(around: line))
            return true
        },
        WikiEditKind("an alert moved") { page, choices in
            guard let line = page.line([.alertHead], &choices) else { return false }
            return move(page.block(around: line), &page, &choices)
        },
        WikiEditKind("a quote added") { page, choices in
            guard let block = paragraph(page, &choices) else { return false }
            page.insert(["> \(choices.sentence())"], behind: block.lowerBound)
            return true
        },
        WikiEditKind("a line added to a quote") { page, choices in
            // A line right below the title of what stands for an alert becomes a paragraph of its own.
            guard let line = page.line([.quote], &choices, where: { !$1.hasPrefix("> **") }) else { return false }
            page.lines.insert("> \(choices.sentence())", at: line + 1)
            return true
        },
        WikiEditKind("a quote deleted") { page, choices in
            guard let line = page.line([.quote], &choices, where: { page.isPlain($1) }) else { return false }
            page.remove(page.block(around: line))
            return true
        },
        WikiEditKind("a quote moved") { page, choices in
            guard let line = page.line([.quote], &choices) else { return false }
            return move(page.block(around: line), &page, &choices)
        },
        WikiEditKind("a quote made an alert") { page, choices in
            guard let line = page.line([.quote], &choices) else { return false }
            page.lines.insert("> [!NOTE]", at: page.block(around: line).lowerBound)
            return true
        },
    ]

    static let variants: [WikiEditKind] = [
        variant("changed") { page, line, choices in
            let word = choices.word()
            return page.changeWord(in: line, &choices) { $0[$1] = like($0[$1], word) }
        },
        variant("made longer") { page, line, choices in
            page.lines[line] += " \(choices.sentence())"
            return true
        },
        variant("told otherwise", where: { !$0.contains("](") && !$0.contains("<sup>") && !$0.contains("[^") }) {
            page, line, choices in
            guard let label = page.lines[line].firstRange(of: ")* ") else { return false }
            page.lines[line] = page.lines[line][..<label.upperBound] + choices.sentence()
            return true
        },
        variant("deleted", where: { !$0.contains("<sup>") && !$0.contains("[^") }) { page, line, choices in
            if page.kinds[line] == .item {
                page.lines.removeSubrange(line..<end(of: line, page))
                if page.lines[line - 1].isEmpty, page.lines[line].isEmpty { page.lines.remove(at: line) }
                return true
            }
            let block = page.block(around: line)
            guard page.lines[block].allSatisfy({ !$0.contains("[^") && !$0.contains("<sup>") }) else { return false }
            page.remove(block)
            return true
        },
        WikiEditKind("an item behind those of some readers") { page, choices in
            guard
                let line = page.line(
                    [.item], &choices,
                    where: { index, text in
                        text.contains("*(") && page.block(around: index).upperBound == end(of: index, page)
                    })
            else { return false }
            page.lines.insert("- \(choices.sentence())", at: end(of: line, page))
            return true
        },
        WikiEditKind("an item before those of some readers") { page, choices in
            guard
                let line = page.line(
                    [.item], &choices,
                    where: { index, text in
                        text.contains("*(") && page.block(around: index).lowerBound == index
                    })
            else { return false }
            page.lines.insert("- \(choices.sentence())", at: line)
            return true
        },
        WikiEditKind("a paragraph behind that of some readers") { page, choices in
            guard let line = page.line([.text], &choices, where: { $1.hasPrefix("*(") }) else { return false }
            page.insert([choices.sentence()], behind: line)
            return true
        },
    ]

    private static func variant(
        _ name: String, where isWanted: @escaping @Sendable (String) -> Bool = { _ in true },
        _ change: @escaping @Sendable (inout EditablePage, Int, inout Choices) -> Bool
    ) -> WikiEditKind {
        WikiEditKind("what is for some readers \(name)") { page, choices in
            guard let line = page.line([.item, .text], &choices, where: { $1.contains("*(") && isWanted($1) }) else {
                return false
            }
            return change(&page, line, &choices)
        }
    }

    static let details: [WikiEditKind] = [
        WikiEditKind("the title of a part that folds changed") { page, choices in
            guard let line = page.line([.html], &choices, where: { $1.hasPrefix("<summary>") }) else { return false }
            page.lines[line] = page.lines[line].replacing("</summary>", with: " \(choices.word())</summary>")
            return true
        },
        WikiEditKind("a paragraph added to a part that folds") { page, choices in
            guard let line = page.line([.html], &choices, where: { $1.hasPrefix("<summary>") }) else { return false }
            page.insert([choices.sentence()], behind: line)
            return true
        },
        WikiEditKind("the text of a part that folds changed") { page, choices in
            guard let line = page.line([.html], &choices, where: { $1.hasPrefix("<summary>") }) else { return false }
            guard page.kinds[line + 2] == .text, page.isPlain(page.lines[line + 2]) else { return false }
            page.lines[line + 2] += " \(choices.sentence())"
            return true
        },
        WikiEditKind("a part that folds added") { page, choices in
            guard let block = paragraph(page, &choices) else { return false }
            page.insert(
                ["<details>", "<summary>\(choices.word())</summary>", "", choices.sentence(), "", "</details>"],
                behind: block.lowerBound)
            return true
        },
        WikiEditKind("a part that folds deleted") { page, choices in
            guard let range = folded(page, &choices) else { return false }
            page.remove(range)
            return true
        },
        WikiEditKind("a part that folds moved") { page, choices in
            guard let range = folded(page, &choices) else { return false }
            return move(range, &page, &choices)
        },
    ]

    private static func folded(_ page: EditablePage, _ choices: inout Choices) -> Range<Int>? {
        guard let line = page.line([.html], &choices, where: { $1 == "<details>" }),
            let end = page.lines[line...].firstIndex(of: "</details>"), page.isPlain(line..<(end + 1))
        else { return nil }
        return line..<(end + 1)
    }
}
