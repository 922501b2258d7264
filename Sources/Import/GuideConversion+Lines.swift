import CommonMark
import Guides
import Sources
import Values

/// Lines that are headings in all but name: in bold, or by their words.
extension GuideConversion {
    /// How deep a line in bold stands: below every heading, a section above the number of a step and of an option. Nil where it
    /// is neither.
    func boldDepth(_ text: String, isWhole: Bool) -> Int? {
        if TextHeading.numberLength(in: text, .step, language) != nil { return 10 }
        if TypedNumber.length(in: text, of: .option, language) != nil || TextHeading.isMarked(text, language) {
            return 11
        }
        let words = text.hasSuffix(":") ? String(text.dropLast()) : text
        guard isWhole, words.count < 60, let id = language.imports.section(titled: words)?.id else { return nil }
        return kind.sections.contains { $0.id == id } ? 9 : nil
    }

    /// Whether a number in bold stands before the title of what is below: “**Step 1:** Open the console”.
    func isLead(_ strong: Node, _ text: String, _ block: Node) -> Bool {
        let own = strong.plainText
        let number =
            TextHeading.numberLength(in: text, .step, language) ?? TypedNumber.length(in: text, of: .option, language)
        guard let number, number >= own.utf8.count, text.count < 100 else { return false }
        // A title over nothing would be empty.
        guard block.plainText.count <= text.count, let next = block.next else {
            return block.plainText.count > text.count
        }
        if isNamed(text, by: language.writing.stepWords) { return true }
        guard next.kind == .paragraph, let first = next.firstChild, first.kind == .strong else {
            return next.kind != .heading
        }
        return boldDepth(next.plainText, isWhole: first.next == nil) == nil
    }

    /// Lines in bold are sections where no heading is one.
    mutating func dropBoldSections() {
        let hasSections = headings.contains { heading in
            guard heading.node.kind == .heading, let id = language.imports.section(titled: heading.title)?.id else {
                return false
            }
            return kind.sections.contains { $0.id == id } && heading !== headings.first
        }
        let bold = headings.count { $0.depth == 9 }
        if hasSections || bold < 2 { headings.removeAll { $0.depth == 9 } }
    }

    /// A line that is a heading by its words alone: “Step 1: Open it”, “Option A : par le portail”, “Problem:”.
    func plainHeading(_ block: Node) -> TextHeading? {
        guard let text = block.firstChild, text.kind == .text else { return nil }
        let all = block.plainText
        let line = String(all.prefix { !$0.isNewline })
        let isWhole = line.count == all.count
        guard line.count < (isWhole ? 100 : 60) else { return nil }
        // What goes on below in small letters is one sentence.
        if !isWhole {
            guard text.next?.kind == .softBreak || text.next?.kind == .lineBreak,
                let next = all.dropFirst(line.count).first(where: { !$0.isWhitespace }), next.isUppercase
            else { return nil }
        }
        let folded = ImportWords.folded(line)
        let words = language.imports.section(titled: line)
        let writing = language.writing
        for (names, place, depth) in [
            (writing.stepWords, TypedNumber.Place.step, 10), (writing.optionWords, .option, 11),
        ]
        where isNamed(line, by: names) {
            let isNumbered = TypedNumber.length(in: line, of: place, language) != nil
            guard isNumbered || place == .option && TextHeading.isMarked(line, language) else { continue }
            return isWhole
                ? TextHeading(block, in: edits.source, depth: depth, inlines: block)
                : TextHeading(firstLineOf: block, in: edits.source, depth: depth)
        }
        let title = folded.hasSuffix(":") ? String(folded.dropLast()).trimmingSpace : folded
        guard isWhole, let words, words.length == title.count, kind.sections.contains(where: { $0.id == words.id })
        else {
            return nil
        }
        return TextHeading(block, in: edits.source, depth: 9, inlines: block)
    }

    private func isNamed(_ line: String, by names: [String]) -> Bool {
        let folded = ImportWords.folded(line)
        return names.contains { folded.hasPrefix(ImportWords.folded($0) + " ") }
    }

    /// Options in plain lines are some only where each has a text: else they are lines of one.
    mutating func dropEmptyOptions() {
        let isBare = { [headings] (heading: TextHeading) in
            guard let next = heading.node.next else { return heading.isWhole }
            return heading.isWhole && (next.kind == .heading || headings.contains { $0.node == next })
        }
        var kept: [TextHeading] = []
        var group: [TextHeading] = []
        for heading in headings.map(Optional.some) + [nil] {
            if let heading, heading.depth == 11 {
                group.append(heading)
                continue
            }
            if !group.contains(where: isBare) { kept += group }
            group = []
            if let heading {
                // A step's title says all that there is to do.
                let holdsOptions = headings.contains { $0.node == heading.node.next && $0.depth > heading.depth }
                if heading.depth == 10, isBare(heading), !holdsOptions { heading.saysAll = true }
                kept.append(heading)
            }
        }
        headings = kept
    }
}
