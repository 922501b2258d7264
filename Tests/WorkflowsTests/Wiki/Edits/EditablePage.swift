import Foundation

/// A page of a wiki, line by line, as somebody sees it who edits it.
struct EditablePage {
    /// What a line is a part of.
    enum Kind: Hashable {
        case frame, blank, title, section, step, option, heading
        case text, item, number, task, nested, continuation
        case tableHead, tableRule, row
        case fence, code, error, alertHead, alert, quote, image, anchor, note, html
    }

    var lines: [String]
    /// How a link leads to the page of another guide.
    let other: String

    init(_ text: String, other: String = "") {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        self.other = other
    }

    /// Takes lines apart that an edit made of one.
    mutating func reread() {
        lines = lines.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
    }

    var text: String { lines.joined(separator: "\n") }

    /// What every line is.
    var kinds: [Kind] {
        var kinds: [Kind] = []
        let frameEnd = lines.firstIndex { $0.contains(" · ") } ?? -1
        var (inFence, inAlert, inSteps) = (false, false, false)
        for (index, line) in lines.enumerated() {
            let kind = kind(line, index, inFence: &inFence, inAlert: &inAlert, inSteps: &inSteps)
            kinds.append(index <= frameEnd ? .frame : kind)
        }
        return kinds
    }

    private func kind(
        _ line: String, _ index: Int, inFence: inout Bool, inAlert: inout Bool, inSteps: inout Bool
    ) -> Kind {
        if line.hasPrefix("```") {
            inFence.toggle()
            return .fence
        }
        if inFence { return .code }
        if !line.hasPrefix(">") { inAlert = false }
        if line.allSatisfy(\.isWhitespace) { return .blank }
        if line.hasPrefix("## ") {
            inSteps = line == "## Steps" || line == "## Étapes"
            return .section
        }
        if line.hasPrefix("# ") { return .title }
        if line.hasPrefix("### ") { return inSteps ? .step : .heading }
        if line.hasPrefix("#### ") { return inSteps ? .option : .heading }
        if line.hasPrefix("> [!") {
            inAlert = true
            return .alertHead
        }
        if line.hasPrefix(">") { return inAlert ? .alert : .quote }
        if line.hasPrefix("    ") { return .error }
        if line.hasPrefix("<a id") { return .anchor }
        if line.hasPrefix("<details") || line.hasPrefix("<summary") || line.hasPrefix("</details") { return .html }
        if line.hasPrefix("![") { return .image }
        if line.hasPrefix("[^") || line.hasPrefix("+   <sup>") { return .note }
        if line.hasPrefix("|") { return row(index) }
        if line.hasPrefix("- [ ] ") || line.hasPrefix("- [x] ") { return .task }
        if line.hasPrefix("- ") { return .item }
        if line.hasPrefix("  - ") || line.hasPrefix("   - ") { return .nested }
        if line.hasPrefix("  ") { return .continuation }
        if line.first?.isNumber == true, line.contains(". ") { return .number }
        return .text
    }

    private func row(_ index: Int) -> Kind {
        if lines[index].allSatisfy({ "|-: ".contains($0) }) { return .tableRule }
        let isHead = index + 1 < lines.count && lines[index + 1].allSatisfy { "|-: ".contains($0) }
        return isHead && lines[index + 1].hasPrefix("|") ? .tableHead : .row
    }

    // MARK: Places

    /// A line of some kinds; nil where there is none.
    func line(
        _ wanted: Set<Kind>, _ choices: inout Choices, where isWanted: (Int, String) -> Bool = { _, _ in true }
    ) -> Int? {
        let kinds = kinds
        let places = lines.indices.filter { wanted.contains(kinds[$0]) && isWanted($0, lines[$0]) }
        return places.isEmpty ? nil : choices.pick(places)
    }

    /// The lines around one that no blank line parts.
    func block(around line: Int) -> Range<Int> {
        let kinds = kinds
        var (start, end) = (line, line + 1)
        while start > 0, kinds[start - 1] != .blank, kinds[start - 1] != .frame { start -= 1 }
        while end < lines.count, kinds[end] != .blank { end += 1 }
        return start..<end
    }

    /// A heading with the anchor before it, and all that stands below it.
    func part(at line: Int) -> Range<Int> {
        func level(_ line: String) -> Int { line.prefix { $0 == "#" }.count }
        let kinds = kinds
        let headings: Set<Kind> = [.title, .section, .step, .option, .heading, .note]
        let next =
            lines.indices.dropFirst(line + 1).first {
                headings.contains(kinds[$0]) && level(lines[$0]) <= level(lines[line])
            } ?? lines.count
        func start(of line: Int) -> Int {
            line >= 2 && line < lines.count && kinds[line - 2] == .anchor ? line - 2 : line
        }
        return start(of: line)..<start(of: next)
    }

    /// Whether a line says for whom it is, refers to a note, or has a break of ours: what moves or goes with more than itself.
    func isPlain(_ line: String) -> Bool {
        !line.contains("*(") && !line.contains("<sup>") && !line.contains("[^")
    }

    /// Whether a block may go or move as it is.
    func isPlain(_ range: Range<Int>) -> Bool { lines[range].allSatisfy(isPlain) }

    // MARK: Words

    /// The parts of a line between spaces that are words alone, the first of a paragraph left out.
    func words(in line: Int) -> [Int] {
        let parts = lines[line].split(separator: " ", omittingEmptySubsequences: false)
        return parts.indices.filter { index in
            index > 0 && parts[index].count > 1
                && parts[index].allSatisfy { $0.isLetter || $0 == "." && index == parts.count - 1 }
                && isOutside(parts[..<index])
        }
    }

    /// Whether no code, link or emphasis is open behind some parts of a line.
    private func isOutside(_ parts: ArraySlice<Substring>) -> Bool {
        let text = parts.joined(separator: " ")
        let open = text.count { $0 == "[" || $0 == "(" } - text.count { $0 == "]" || $0 == ")" }
        return open == 0 && text.count { $0 == "`" } % 2 == 0 && text.count { $0 == "*" } % 2 == 0
            && text.count { $0 == "\"" } % 2 == 0
    }

    /// Changes a word of a line; false where it has none.
    mutating func changeWord(in line: Int, _ choices: inout Choices, _ change: (inout [String], Int) -> Void) -> Bool {
        let places = words(in: line)
        guard !places.isEmpty else { return false }
        var parts = lines[line].split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        change(&parts, choices.pick(places))
        lines[line] = parts.joined(separator: " ")
        return true
    }

    // MARK: Blocks

    /// Takes lines away, and a blank line that parts what is left.
    mutating func remove(_ range: Range<Int>) {
        lines.removeSubrange(range)
        while range.lowerBound > 0, range.lowerBound < lines.count, lines[range.lowerBound].isEmpty,
            lines[range.lowerBound - 1].isEmpty
        {
            lines.remove(at: range.lowerBound)
        }
    }

    /// Puts a block behind another.
    mutating func insert(_ block: [String], behind line: Int) {
        lines.insert(contentsOf: [""] + block, at: self.block(around: line).upperBound)
    }

    /// Puts a block before another.
    mutating func insert(_ block: [String], before line: Int) {
        lines.insert(contentsOf: block + [""], at: self.block(around: line).lowerBound)
    }
}
