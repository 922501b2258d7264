/// Edits of headings, and of all that stands below them.
extension WikiEditKind {
    static let headings: [WikiEditKind] = [
        title("a heading’s title changed", .heading) { text, choices in "\(text) \(choices.word())" },
        WikiEditKind("a heading added") { page, choices in
            guard let line = page.line([.heading], &choices) else { return false }
            page.lines.insert(
                contentsOf: ["### \(choices.word())", "", choices.sentence(), ""], at: page.part(at: line).lowerBound)
            return true
        },
        WikiEditKind("a heading added at the end") { page, choices in
            guard let line = page.line([.section], &choices, where: { $1 == "## Notes" }) else { return false }
            page.lines.insert(
                contentsOf: ["### \(choices.word())", "", choices.sentence(), ""], at: page.part(at: line).upperBound)
            if let last = page.lines[..<page.part(at: line).upperBound].last, !last.isEmpty { return false }
            return true
        },
        WikiEditKind("a heading deleted") { page, choices in
            guard
                let line = page.line(
                    [.heading], &choices, where: { page.isPlain(page.part(at: $0)) && $1.isEmpty == false })
            else { return false }
            page.remove(page.part(at: line))
            return true
        },
        WikiEditKind("headings moved") { page, choices in movePart(.heading, &page, &choices) },
    ]

    static let steps: [WikiEditKind] = [
        title("a step’s title changed", .step) { text, choices in "\(text) \(choices.word())" },
        title("a step’s title in other words", .step) { _, choices in "\(choices.word()) \(choices.word())" },
        WikiEditKind("a step added, the others numbered anew") { page, choices in
            guard addStep(&page, &choices, "0. ") else { return false }
            renumber(&page)
            return true
        },
        WikiEditKind("a step added without a number") { page, choices in addStep(&page, &choices, "") },
        WikiEditKind("a step added with a number that is there") { page, choices in addStep(&page, &choices, "2. ") },
        WikiEditKind("a last step added") { page, choices in
            guard let line = page.line([.step], &choices) else { return false }
            let section = page.lines[..<line].lastIndex { $0.hasPrefix("## ") } ?? line
            let end = page.part(at: section).upperBound
            page.lines.insert(contentsOf: ["### 9. \(choices.word())", "", choices.sentence(), ""], at: end)
            renumber(&page)
            return true
        },
        WikiEditKind("a last step deleted") { page, choices in
            guard
                let line = page.line(
                    [.step], &choices,
                    where: { index, _ in
                        let part = page.part(at: index)
                        return page.isPlain(part) && !page.lines[part].contains { $0.hasPrefix("<a id") }
                            && page.lines[part.upperBound...].first { !$0.isEmpty && !$0.hasPrefix("<a") }?.hasPrefix(
                                "## ") == true
                            && !page.lines[index].hasPrefix("### 2.")
                    })
            else { return false }
            page.remove(page.part(at: line))
            return true
        },
        WikiEditKind("steps moved") { page, choices in
            guard movePart(.step, &page, &choices) else { return false }
            renumber(&page)
            return true
        },
    ]

    static let options: [WikiEditKind] = [
        title("an option’s title changed", .option) { text, choices in
            guard let advice = text.range(of: " (recom") else { return "\(text) \(choices.word())" }
            return "\(text[..<advice.lowerBound]) \(choices.word())\(text[advice.lowerBound...])"
        },
        WikiEditKind("an option added") { page, choices in
            guard let line = page.line([.option], &choices, where: { $1.contains("Option B") }) else { return false }
            let label = page.lines[line].firstRange(of: "B").map { page.lines[line][..<$0.lowerBound] } ?? ""
            let colon = page.lines[line].firstRange(of: ": ").map { page.lines[line][..<$0.upperBound] } ?? ""
            page.lines.insert(
                contentsOf: [
                    "\(label)C\(colon.dropFirst(label.count + 1))\(choices.word())", "", choices.sentence(), "",
                ],
                at: page.part(at: line).upperBound)
            return true
        },
        WikiEditKind("an option without a label added") { page, choices in
            guard let line = page.line([.option], &choices, where: { $1.contains("Option A") }) else { return false }
            page.lines.insert(
                contentsOf: ["#### \(choices.word())", "", choices.sentence(), ""], at: page.part(at: line).upperBound)
            return true
        },
        WikiEditKind("an option deleted") { page, choices in
            guard let line = page.line([.option], &choices, where: { index, _ in page.isPlain(page.part(at: index)) })
            else { return false }
            page.remove(page.part(at: line))
            return true
        },
        WikiEditKind("options moved") { page, choices in movePart(.option, &page, &choices) },
        WikiEditKind("an option’s advice gone") { page, choices in
            guard let line = page.line([.option], &choices, where: { $1.contains(" (recom") }),
                let advice = page.lines[line].firstRange(of: " (recom")
            else { return false }
            page.lines[line] = String(page.lines[line][..<advice.lowerBound])
            return true
        },
        WikiEditKind("another option advised") { page, choices in
            guard let line = page.line([.option], &choices, where: { $1.contains(" (recom") }),
                let advice = page.lines[line].firstRange(of: " (recom")
            else { return false }
            let text = page.lines[line][advice.lowerBound...]
            page.lines[line] = String(page.lines[line][..<advice.lowerBound])
            guard let other = page.lines[(line + 1)...].firstIndex(where: { $0.hasPrefix("#### ") }) else {
                return false
            }
            page.lines[other] += text
            return true
        },
    ]

    static let sections: [WikiEditKind] = [
        title("a section’s title changed", .section) { text, choices in
            text == "Steps" || text == "Étapes" ? text : "\(text) \(choices.word())"
        },
        title("a section’s title in other words", .section) { text, choices in
            text == "Steps" || text == "Étapes" ? text : choices.word().capitalized
        },
        WikiEditKind("a section added") { page, choices in
            guard let line = page.line([.section], &choices, where: { !$1.hasPrefix("## Probl") }) else { return false }
            page.lines.insert(
                contentsOf: ["## \(choices.word()) \(choices.word())", "", choices.sentence(), ""],
                at: page.part(at: line).lowerBound)
            return true
        },
        WikiEditKind("a section of the kind added") { page, choices in
            let isFrench = page.lines.contains("## Vérification")
            let title = isFrench ? "## En attendant" : "## Meanwhile"
            guard !page.lines.contains(title),
                let line = page.line(
                    [.section], &choices, where: { $1 == (isFrench ? "## Vérification" : "## Verification") })
            else { return false }
            page.lines.insert(contentsOf: [title, "", choices.sentence(), ""], at: page.part(at: line).lowerBound)
            return true
        },
        WikiEditKind("a section deleted") { page, choices in
            guard
                let line = page.line(
                    [.section], &choices,
                    where: { index, text in
                        (text == "## Notes" || text.hasPrefix("## É") || text.hasPrefix("## Y")) && text != "## Étapes"
                            && page.isPlain(page.part(at: index))
                    })
            else { return false }
            page.remove(page.part(at: line))
            return true
        },
    ]

    static let front: [WikiEditKind] = [
        summary("a word of the summary changed") { line, choices in
            line.replacing(" ", with: " \(choices.word()) ", maxReplacements: 1)
        },
        summary("a colon in the summary") { line, choices in "\(choices.word().capitalized): \(line)" },
        summary("quotes in the summary") { line, choices in "\"\(choices.word().capitalized)\" \(line)" },
        summary("a sign of Markdown in the summary") { line, choices in "\(line) \(choices.word()) # 1 \\* 2." },
        title("the title changed", .title) { text, choices in "\(text) \(choices.word())" },
    ]

    // MARK: How

    private static func summary(_ name: String, _ change: @escaping @Sendable (String, inout Choices) -> String)
        -> WikiEditKind
    {
        WikiEditKind(name) { page, choices in
            guard let frame = page.kinds.lastIndex(of: .frame) else { return false }
            let title = page.lines[frame...].firstIndex { $0.hasPrefix("# ") } ?? frame
            let line = title + 2
            guard page.kinds[line] == .text else { return false }
            page.lines[line] = change(page.lines[line], &choices)
            return true
        }
    }

    private static func title(
        _ name: String, _ kind: EditablePage.Kind, _ change: @escaping @Sendable (String, inout Choices) -> String
    ) -> WikiEditKind {
        WikiEditKind(name) { page, choices in
            guard let line = page.line([kind], &choices) else { return false }
            let text = page.lines[line]
            // Behind the signs, and the number or the letter.
            var start = text.firstIndex(of: " ") ?? text.startIndex
            if kind == .step { start = text.firstRange(of: ". ").map { text.index(before: $0.upperBound) } ?? start }
            if kind == .option { start = text.firstRange(of: ": ").map { text.index(before: $0.upperBound) } ?? start }
            let new = change(String(text[text.index(after: start)...]), &choices)
            page.lines[line] = text[...start] + new
            return page.lines[line] != text
        }
    }

    private static func addStep(_ page: inout EditablePage, _ choices: inout Choices, _ number: String) -> Bool {
        guard let line = page.line([.step], &choices) else { return false }
        page.lines.insert(
            contentsOf: ["### \(number)\(choices.word())", "", choices.sentence(), ""],
            at: page.part(at: line).lowerBound)
        return true
    }

    private static func renumber(_ page: inout EditablePage) {
        let kinds = page.kinds
        var number = 0
        for index in page.lines.indices {
            if kinds[index] == .section { number = 0 }
            guard kinds[index] == .step, let dot = page.lines[index].firstRange(of: ". ") else { continue }
            number += 1
            page.lines[index] = "### \(number). \(page.lines[index][dot.upperBound...])"
        }
    }

    /// Moves a heading with its text before the one before it.
    private static func movePart(_ kind: EditablePage.Kind, _ page: inout EditablePage, _ choices: inout Choices)
        -> Bool
    {
        let kinds = page.kinds
        guard
            let line = page.line(
                [kind], &choices,
                where: { index, _ in
                    kinds[..<index].lastIndex { [kind, .section, .step].contains($0) }.map { kinds[$0] == kind } == true
                }), let other = kinds[..<line].lastIndex(of: kind)
        else { return false }
        let (one, two) = (page.part(at: other), page.part(at: line))
        guard one.upperBound == two.lowerBound, page.isPlain(one), page.isPlain(two),
            page.lines[two.upperBound - 1].isEmpty
        else { return false }
        page.lines.replaceSubrange(one.lowerBound..<two.upperBound, with: page.lines[two] + page.lines[one])
        return true
    }

    // MARK: What has no place in the guides

    static let held: [WikiEditKind] = [
        WikiEditKind("a value typed over", .held) { page, choices in
            guard let (line, value) = value(in: page, &choices) else { return false }
            page.lines[line] = page.lines[line].replacing(value, with: "41,111")
            return true
        },
        WikiEditKind("the note at the top changed", .held) { page, choices in
            page.lines[0] += " \(choices.word())"
            return true
        },
        WikiEditKind("for whom a part is changed", .held) { page, choices in
            guard let line = page.line([.item, .text], &choices, where: { $1.contains("*(Plan: free)*") }) else {
                return false
            }
            page.lines[line] = page.lines[line].replacing("*(Plan: free)*", with: "*(Plan: \(choices.word()))*")
            return true
        },
    ]
}
