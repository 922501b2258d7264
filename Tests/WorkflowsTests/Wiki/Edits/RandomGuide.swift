import TestSupport

/// A guide of random blocks in two languages that have the same structure. Every line holds a word that stands nowhere else.
struct RandomGuide {
    /// The files of a project that has it, and a guide that links to it.
    static func files(seed: UInt64) -> [String: String] {
        var files = EditedWiki.project
        for (index, language) in ["fr", "en"].enumerated() {
            var guide = RandomGuide(seed: seed, language: index)
            files["content/a/\(language).md"] = guide.text()
            let text = files["content/b/\(language).md"] ?? ""
            files["content/b/\(language).md"] = text + "\n[toa](../a/\(language).md#step-2)\n"
        }
        files["content/a/more/map.png"] = "PNG"
        return files
    }

    private static let languages = ["fr", "en"]
    private static let sections = [
        ["Problème", "Problem"], ["Étapes", "Steps"], ["En attendant", "Meanwhile"], ["Vérification", "Verification"],
        ["Notes", "Notes"],
    ]
    private static let common = [["le", "the"], ["de", "of"], ["pour", "for"], ["avec", "with"], ["dans", "in"]]

    var choices: Choices
    let language: Int
    private var number = 0
    private var lines: [String] = []
    private var notes: [String] = []
    /// What kind the last block was, for two lists of a kind would be one.
    private var last = -1

    private init(seed: UInt64, language: Int) {
        choices = Choices(seed: seed)
        self.language = language
    }

    private var tag: String { Self.languages[language] }

    // MARK: Words

    mutating func word() -> String {
        number += 1
        return (language == 0 ? "é" : "y") + MadeUpWord.text(number * 7 + 300)
    }

    private mutating func title() -> String {
        "\(word().capitalized) \(choices.pick(Self.common)[language]) \(word())"
    }

    private mutating func sentence(plain: Bool = false) -> String {
        let count = 4 + choices.below(5)
        var words: [String] = []
        for _ in 0..<count {
            words.append(choices.once(in: 3) ? choices.pick(Self.common)[language] : word())
        }
        words[0] = word().capitalized
        words[count - 1] = word()
        if !plain {
            for _ in 0..<choices.below(3) { words[1 + choices.below(count - 2)] = inline() }
        }
        return words.joined(separator: " ") + "."
    }

    private mutating func inline() -> String {
        switch choices.below(14) {
        case 0: "{{limit}}"
        case 1: "`{{limit}}`"
        case 2: "{{wait}}"
        case 3: "`{{org}}`"
        case 4: "*\(word())*"
        case 5: "**\(word()) \(word())**"
        case 6: "~~\(word())~~"
        case 7: "`\(word())`"
        case 8: "[\(word()) \(word())](../b/\(tag).md\(choices.pick(["", "#step-2", "#problem"])))"
        case 9: "[\(word())](#\(choices.pick(["problem", "step-1", "verification"])))"
        case 10: "[\(word())](https://example.org/\(number) \"\(word())\")"
        case 11: "https://example.org/\(number)"
        case 12: "<kbd>\(word())</kbd>"
        default: note()
        }
    }

    private mutating func note() -> String {
        guard notes.count < 4 else { return word() }
        let place = notes.count
        notes.append("")
        notes[place] = "[^\(place + 1)]: \(sentence(plain: true))"
        return "\(word())[^\(place + 1)]"
    }

    // MARK: Blocks

    private mutating func add(_ block: [String]) { lines += [""] + block }

    private mutating func blocks(_ count: Int) { for _ in 0..<count { block() } }

    private mutating func block() {
        var kind = choices.below(16)
        // Items behind items, or what is set in behind them, would be of the same list.
        let lists: Set = [2, 3, 4, 9]
        if kind == last || lists.contains(last) && lists.contains(kind) { kind = 0 }
        last = kind
        switch kind {
        case 2: add(items { _, item in "- \(item)" })
        case 3: add(items { index, item in "\(index + 1). \(item)" })
        case 4: add(items { index, item in "- [\(index == 1 ? "x" : " ")] \(item)" })
        case 5: add(table())
        case 6: add(code())
        case 7: add(["> [!\(choices.pick(["NOTE", "WARNING"]))]", "> \(sentence())", "> \(sentence())"])
        case 8: add(["> \(sentence())"])
        case 9: add(variantItems())
        case 10: variantParagraphs()
        case 11: add(["![\(title())](\(choices.pick(["limits.png", "more/map.png"])))"])
        case 12: details()
        case 13: add(["<!-- \(word()) -->", "", sentence()])
        default: add((0...choices.below(3)).map { _ in sentence() })
        }
    }

    private mutating func items(_ mark: (Int, String) -> String) -> [String] {
        var items: [String] = []
        for index in 0..<(2 + choices.below(3)) {
            items.append(mark(index, sentence()))
            let indent = mark(index, "").prefix { !$0.isWhitespace }.count == 2 ? "   " : "  "
            if choices.once(in: 8) { items += ["\(indent)- \(sentence())", "\(indent)- \(sentence())"] }
            if choices.once(in: 10) { items.append("\(indent)\(sentence())") }
        }
        return items
    }

    private mutating func table() -> [String] {
        let columns = 2 + choices.below(2)
        var rows = ["| " + (0..<columns).map { _ in word().capitalized }.joined(separator: " | ") + " |"]
        rows.append(
            "| " + (0..<columns).map { _ in choices.pick(["---", "--:", ":-:"]) }.joined(separator: " | ") + " |")
        for _ in 0..<(2 + choices.below(2)) {
            var cells: [String] = [word()]
            for _ in 1..<columns { cells.append(choices.pick([0, 1]) == 0 ? "{{limit}}" : word()) }
            rows.append("| \(cells.joined(separator: " | ")) |")
        }
        return rows
    }

    private mutating func code() -> [String] {
        var lines = ["```sh" + choices.pick(["", " title=\"run.sh\"", " {1}"])]
        for _ in 0..<(2 + choices.below(3)) {
            lines.append("\(word()) --\(word())" + choices.pick(["", " {{limit}}", " > out"]))
        }
        return lines + ["```"]
    }

    private mutating func variantItems() -> [String] {
        var lines: [String] = []
        if choices.once(in: 2) { lines.append("- \(sentence())") }
        for key in ["free", "paid"] {
            lines += ["<!-- only: plan=\(key) -->", "- \(sentence())", "<!-- end -->"]
        }
        if choices.once(in: 2) { lines.append("- \(sentence())") }
        return lines
    }

    private mutating func variantParagraphs() {
        add(["<!-- only: plan=free -->"])
        add([sentence()])
        if choices.once(in: 2) {
            add(["<!-- else -->"])
            add([sentence()])
        }
        add(["<!-- end -->"])
    }

    private mutating func details() {
        add(["<details>", "<summary>\(title())</summary>"])
        add([sentence()])
        add(["</details>"])
    }

    // MARK: The whole

    private mutating func heading(_ level: Int, _ attributes: String = "", of title: String? = nil) {
        let text = title ?? self.title()
        add([String(repeating: "#", count: level) + " \(text)\(attributes.isEmpty ? "" : " {\(attributes)}")"])
        last = -1
    }

    private mutating func text() -> String {
        let quote = choices.pick(["", "", "\"", "'"])
        lines = [
            "---", "title: \(title())", "summary: \(quote)\(sentence(plain: true)) {{limit}} \(word()).\(quote)", "---",
        ]
        heading(2, of: Self.sections[0][language])
        add([sentence()])
        add(["    {{error}}"])
        blocks(choices.below(3))
        heading(2, of: Self.sections[1][language])
        for step in 0..<(2 + choices.below(3)) {
            heading(3, choices.once(in: 4) && step > 1 ? "#part-\(step)" : "")
            add([sentence()])
            blocks(choices.below(3))
            guard choices.once(in: 3) else { continue }
            for option in 0..<2 {
                heading(4, option == 0 && choices.once(in: 2) ? ".recommended" : "")
                blocks(1 + choices.below(2))
            }
        }
        if choices.once(in: 2) {
            heading(2, of: Self.sections[2][language])
            blocks(1 + choices.below(2))
        }
        heading(2, of: Self.sections[3][language])
        add([sentence()])
        blocks(choices.below(3))
        if choices.once(in: 2) {
            heading(2, "#extra")
            blocks(1 + choices.below(2))
        }
        heading(2, of: Self.sections[4][language])
        add([sentence()])
        for _ in 0..<choices.below(3) {
            heading(3)
            blocks(1 + choices.below(2))
        }
        if !notes.isEmpty { add(notes) }
        let end = choices.once(in: 6) ? "\r\n" : "\n"
        return lines.joined(separator: end) + end
    }
}
