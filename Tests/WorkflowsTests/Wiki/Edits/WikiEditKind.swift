/// A kind of edit, and how somebody makes it at some place of a page.
struct WikiEditKind: Sendable {
    /// What becomes of it.
    enum Fate: Sendable {
        /// It comes home whole.
        case home
        /// It has no place in the guides, and stays on the page with a sentence that says what to do.
        case held
    }

    let name: String
    let fate: Fate
    /// Makes the edit; false where the page has no place for it.
    let make: @Sendable (inout EditablePage, inout Choices) -> Bool

    init(_ name: String, _ fate: Fate = .home, _ make: @escaping @Sendable (inout EditablePage, inout Choices) -> Bool)
    {
        self.name = name
        self.fate = fate
        self.make = make
    }

    /// All of them.
    static let all =
        words + inlines + links + lines + paragraphs + items + numbers + tasks + tables + code + images + quotes
        + variants + details + notes + headings + steps + options + sections + front + looks + held

    /// Prose that people change word by word.
    static let prose: Set<EditablePage.Kind> = [
        .text, .item, .number, .task, .nested, .continuation, .alert, .quote, .note,
    ]

    // MARK: Words

    static let words: [WikiEditKind] = [
        word("changed", prose) { parts, place, choices in parts[place] = Self.like(parts[place], choices.word()) },
        word("added", prose) { parts, place, choices in parts.insert(choices.word(), at: place) },
        word("deleted", prose) { parts, place, _ in
            if parts.count > 4, place < parts.count - 1 { parts.remove(at: place) }
        },
        word("moved", prose) { parts, place, _ in
            if place + 2 < parts.count, parts[place + 1].allSatisfy(\.isLetter) { parts.swapAt(place, place + 1) }
        },
        word("made two", prose) { parts, place, choices in
            parts[place] = Self.like(parts[place], "\(choices.word()), \(choices.word())")
        },
        word("in capitals", prose) { parts, place, _ in parts[place] = parts[place].uppercased() },
        WikiEditKind("the last word changed") { page, choices in
            guard
                let line = page.line(
                    [.text, .item, .number], &choices, where: { $1.hasSuffix("a.") || $1.hasSuffix("e.") })
            else { return false }
            let start = page.lines[line].lastIndex(of: " ") ?? page.lines[line].startIndex
            page.lines[line] = "\(page.lines[line][...start])\(choices.word())."
            return true
        },
        WikiEditKind("words at the beginning") { page, choices in
            guard let line = page.line([.text], &choices, where: { !$1.contains("*(") }) else { return false }
            page.lines[line] = "\(choices.word().capitalized) \(choices.word()) \(page.lines[line])"
            return true
        },
        WikiEditKind("words at the end") { page, choices in
            guard let line = page.line([.text, .item, .number, .quote], &choices) else { return false }
            page.lines[line] += " \(choices.sentence())"
            return true
        },
        WikiEditKind("a word before a value") { page, choices in
            besideValue(&page, &choices) { "\($1) \($0)" }
        },
        WikiEditKind("a word behind a value") { page, choices in
            besideValue(&page, &choices) { "\($0) \($1)" }
        },
        WikiEditKind("a value deleted") { page, choices in
            guard let (line, value) = value(in: page, &choices), !page.lines[line].hasPrefix("| ") else { return false }
            page.lines[line] = page.lines[line].replacing("\(value) ", with: "")
            return true
        },
        WikiEditKind("a value used once more") { page, choices in
            guard let (_, value) = value(in: page, &choices), let line = page.line([.text, .item], &choices) else {
                return false
            }
            page.lines[line] += " \(choices.word().capitalized) \(value)."
            return true
        },
        WikiEditKind("a sentence in another’s place") { page, choices in
            guard let line = page.line([.text], &choices, where: { page.isPlain($1) && !$1.contains("](") }) else {
                return false
            }
            page.lines[line] = choices.sentence()
            return true
        },
        word("with signs", prose) { parts, place, choices in
            parts.insert("\(choices.word()) & 1 < 2 #1 @\(choices.word())", at: place)
        },
        word("with braces", prose) { parts, place, choices in parts.insert("{{\(choices.word())}}", at: place) },
    ]

    /// An edit of a word in a line of some kinds.
    static func word(
        _ name: String, _ kinds: Set<EditablePage.Kind>,
        _ change: @escaping @Sendable (inout [String], Int, inout Choices) -> Void
    ) -> WikiEditKind {
        WikiEditKind("a word \(name)") { page, choices in
            let before = page.text
            guard let line = page.line(kinds, &choices, where: { !page.words(in: $0).isEmpty && !$1.contains("http") })
            else { return false }
            var inner = choices
            let isDone = page.changeWord(in: line, &choices) { change(&$0, $1, &inner) }
            choices = inner
            return isDone && page.text != before
        }
    }

    /// A word with the sign that another ends with.
    static func like(_ old: String, _ new: String) -> String { old.hasSuffix(".") ? new + "." : new }

    // MARK: Values

    /// A line that shows the limit, and how it does.
    static func value(in page: EditablePage, _ choices: inout Choices) -> (line: Int, value: String)? {
        let texts = ["40,000", "40\u{202F}000"]
        guard
            let line = page.line(
                [.text, .item, .number, .task], &choices,
                where: { _, line in
                    texts.contains { line.contains(" \($0) ") }
                })
        else { return nil }
        return (line, texts.first { page.lines[line].contains($0) } ?? "")
    }

    private static func besideValue(
        _ page: inout EditablePage, _ choices: inout Choices, _ change: (String, String) -> String
    ) -> Bool {
        guard let (line, value) = value(in: page, &choices) else { return false }
        page.lines[line] = page.lines[line].replacing(value, with: change(value, choices.word()))
        return true
    }
}
