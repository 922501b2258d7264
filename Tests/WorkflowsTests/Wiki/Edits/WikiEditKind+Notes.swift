/// Edits of notes.
extension WikiEditKind {
    static let notes: [WikiEditKind] = [
        WikiEditKind("a note’s text in other words") { page, choices in
            guard let line = page.line([.note], &choices), let end = beginning(of: page.lines[line]) else {
                return false
            }
            page.lines[line] = page.lines[line][..<end] + choices.sentence()
            return true
        },
        WikiEditKind("a note added") { page, choices in addNote(&page, &choices, behind: nil) },
        WikiEditKind("a note added among others") { page, choices in
            guard let line = page.line([.note], &choices) else { return false }
            return addNote(&page, &choices, behind: line)
        },
        WikiEditKind("a note added with a number") { page, choices in
            guard let line = page.kinds.lastIndex(of: .note), page.lines[line].hasPrefix("+   <sup>"),
                // In the same language, which its title begins.
                let place = page.line(
                    [.text], &choices,
                    where: { index, _ in
                        index < line && index > page.lines[..<line].lastIndex { $0.hasPrefix("# ") } ?? 0
                    })
            else { return false }
            page.lines[place] += " \(choices.sentence())<sup>9</sup>"
            page.lines.insert("+   <sup>9</sup> \(choices.sentence())", at: line + 1)
            return true
        },
        WikiEditKind("a note referred to once more") { page, choices in
            guard let line = page.line([.text, .item], &choices, where: { reference(in: $1) != nil }),
                let note = reference(in: page.lines[line])
            else { return false }
            page.lines[line] += " \(choices.sentence())\(note)"
            return true
        },
        WikiEditKind("a note deleted") { page, choices in
            guard
                let line = page.line(
                    [.text, .item, .number, .quote], &choices,
                    where: { index, text in
                        reference(in: text).map { note in page.lines.count { $0.contains(note) } == 2 } ?? false
                    }), let note = reference(in: page.lines[line]),
                let other = page.lines.firstIndex(where: { $0.hasPrefix("+   \(note)") || $0.hasPrefix("\(note):") })
            else { return false }
            page.lines[line] = page.lines[line].replacing(note, with: "")
            page.remove(other..<(other + 1))
            return true
        },
        word("with a note in the middle of a line", [.text, .item]) { parts, place, _ in
            parts[place] += "[^1]"
        },
    ]

    private static func beginning(of note: String) -> String.Index? {
        (note.firstRange(of: "]: ") ?? note.firstRange(of: "</sup> "))?.upperBound
    }

    private static func reference(in line: String) -> String? {
        if let match = line.firstMatch(of: /\[\^[a-z0-9-]+\]/) { return String(match.0) }
        return line.firstMatch(of: /<sup>[0-9]+<\/sup>/).map { String($0.0) }
    }

    private static func addNote(_ page: inout EditablePage, _ choices: inout Choices, behind line: Int?) -> Bool {
        let name = choices.word()
        guard let place = page.line([.text], &choices) else { return false }
        page.lines[place] += " \(choices.sentence())[^\(name)]"
        let note = "[^\(name)]: \(choices.sentence())"
        if let line {
            page.lines.insert(note, at: line + 1)
        } else {
            page.insert([note], behind: place)
        }
        return true
    }
}
