import CommonMark
import Guides
import Sources
import Values

/// What steps and options say of themselves in their headings.
extension GuideConversion {
    mutating func readStep(_ heading: TextHeading) {
        heading.role = .step
        if let number = heading.dropNumber(.step, language) {
            note(
                .step, heading.lines,
                "a step; “\(number.trimmingSpace)” is taken off, for steps are numbered by the program")
        }
    }

    mutating func readOption(_ heading: TextHeading, isLonely: Bool) {
        let words = language.writing.recommendedWords.map(ImportWords.folded)
        let marked = heading.dropMarkedNumber(language, words: words)
        let number = marked ?? heading.dropNumber(.option, language)
        if isLonely, number == nil, heading.depth < 10 {
            // One choice is no choice: its title is a line in bold.
            edits.replace(heading.lines.lowerBound..<heading.content.lowerBound, with: "**")
            edits.replace(heading.content.upperBound..<heading.lines.upperBound, with: "**")
            heading.role = .title
            note(
                .option, heading.lines,
                "“\(heading.title)” is the only one of its kind in its step: a line in bold, and no option",
                isOpen: true)
            return
        }
        heading.role = .option
        if let number {
            note(
                .option, heading.lines,
                "an option; “\(number.trimmingSpace)” is taken off, for options are lettered by the program")
        }
        if marked != nil {
            heading.attributes.append(".recommended")
            note(.option, heading.lines, "the option that is recommended")
            return
        }
        guard let end = recommendation(heading) else { return }
        heading.content = heading.content.lowerBound..<end
        heading.attributes.append(".recommended")
        note(.option, heading.lines, "the option that is recommended")
    }

    /// Where the words of an option end before “(recommended)”.
    private func recommendation(_ heading: TextHeading) -> Int? {
        guard let last = heading.inlines.lastChild else { return nil }
        let isMarked = [.emphasis, .strong, .code].contains(last.kind)
        let text = last.plainText
        let folded = ImportWords.folded(text)
        for word in language.writing.recommendedWords.map(ImportWords.folded) {
            for form in ["(\(word))", "[\(word)]", "– \(word)", "- \(word)", "— \(word)", ": \(word)"]
            where folded.hasSuffix(form) {
                if isMarked { return last.previous?.sourceRange.map { trimmed($0.upperBound) } }
                guard last.kind == .text, let offsets = last.sourceOffsets else { return nil }
                let cut = String(text.dropLast(form.count)).utf8.count
                return cut < offsets.count ? trimmed(offsets[cut]) : nil
            }
            if isMarked, folded == word { return last.previous?.sourceRange.map { trimmed($0.upperBound) } }
        }
        return nil
    }

    private func trimmed(_ end: Int) -> Int {
        var end = end
        while end > 0, edits.source[end - 1] == 0x20 { end -= 1 }
        return end
    }
}
