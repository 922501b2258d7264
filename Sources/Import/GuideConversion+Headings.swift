import CommonMark
import Guides
import Sources
import Values

extension GuideConversion {
    // MARK: Finding

    mutating func readHeadings() {
        for block in source.document.root.children {
            if block.kind == .heading {
                if let heading = TextHeading(block, in: edits.source, depth: block.headingLevel, inlines: block) {
                    headings.append(heading)
                }
            } else if block.kind == .paragraph, let strong = block.firstChild, strong.kind == .strong {
                let isWhole = strong.next == nil
                let text = isWhole ? strong.plainText : String(block.plainText.prefix { !$0.isNewline })
                guard let depth = boldDepth(text, isWhole: isWhole), isWhole || isLead(strong, text, block) else {
                    continue
                }
                let heading =
                    isWhole
                    ? TextHeading(block, in: edits.source, depth: depth, inlines: strong)
                    : TextHeading(lead: strong, of: block, in: edits.source, depth: depth)
                if let heading { headings.append(heading) }
            } else if block.kind == .paragraph, let heading = plainHeading(block) {
                headings.append(heading)
            }
        }
        dropBoldSections()
        dropEmptyOptions()
    }

    // MARK: The title

    /// Reads the title, and says which heading is the first behind it.
    mutating func readTitle() -> Int {
        if let first = headings.first, isTitle(first) {
            first.role = .title
            _ = first.dropNumber(.section, language)
            result.title = withoutPrefix(first.title.trimmingSpace)
            if result.title != first.title {
                note(.title, first.lines, "the title is “\(result.title)”, without what stood before it")
            }
            return 1
        }
        if let title = source.text("title") {
            result.title = withoutPrefix(title)
            return 0
        }
        // A line by itself at the beginning is a title in all but name.
        if let first = source.document.root.firstChild, first.kind == .paragraph, first.startLine == first.endLine,
            first.next != nil, let last = first.plainText.last,
            last.isLetter || last.isNumber || "?»”\")".contains(last),
            first.plainText.count < 80,
            first.firstChild?.kind == .text || first.firstChild?.kind == .strong && first.firstChild?.next == nil
        {
            result.title = withoutPrefix(first.plainText.trimmingSpace)
            let lines = source.document.line(first.startLine)
            edits.replace(lines, with: "")
            note(.title, lines, "the line that the text begins with is the title")
            return 0
        }
        let name = source.file.path.split(separator: "/").last.map(String.init) ?? ""
        let words = name.split(separator: ".").first.map(String.init) ?? name
        result.title = capitalised(words.replacing("-", with: " ").replacing("_", with: " "))
        note(.title, 0..<0, "the text has no title: the file’s name stands for it, “\(result.title)”", isOpen: true)
        return 0
    }

    private func isTitle(_ heading: TextHeading) -> Bool {
        // Of lines in bold the one that begins the text may be it, as headings that are all alike begin with it.
        let isBold = heading.depth == 9 && heading.node == source.document.root.firstChild
        guard heading.depth < 9 || isBold else { return false }
        if heading.depth == 1 { return source.text("title") == nil || headings.dropFirst().allSatisfy { $0.depth > 1 } }
        // One above all others is the title, whatever it is called.
        if source.text("title") == nil, heading.node.kind == .heading, heading.node == source.document.root.firstChild,
            headings.count > 2, headings.dropFirst().allSatisfy({ $0.depth > heading.depth })
        {
            return true
        }
        // A text whose headings are all alike begins with its title, unless that is one of the guide's own. What stands before
        // the first section is none of them, whatever it is called.
        let first = kind.sections.first?.id
        let id = language.imports.section(titled: heading.title)?.id
        guard source.text("title") == nil, heading.node.kind == .heading || isBold,
            id == nil
                || id != first
                    && headings.dropFirst().contains(where: {
                        language.imports.section(titled: $0.title)?.id == first
                    }),
            TypedNumber.length(in: heading.title, of: .step, language) == nil
        else { return false }
        return headings.dropFirst().contains { language.imports.section(titled: $0.title) != nil }
    }

    /// A title without “Guide :” and pictures before it.
    private func withoutPrefix(_ title: String) -> String {
        let plain = String(title.drop { !$0.isLetter && !$0.isNumber && !"«“\"'`({".contains($0) })
        let folded = ImportWords.folded(plain)
        for word in language.imports.titles where folded.hasPrefix(word) {
            let rest = plain.dropFirst(word.count)
            let behind = rest.drop { $0.isWhitespace }
            guard let sign = behind.first, ":-–—|".contains(sign) else { continue }
            let title = behind.dropFirst().drop { $0.isWhitespace }
            if !title.isEmpty { return capitalised(String(title)) }
        }
        return plain
    }

    func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    // MARK: Sections

    mutating func sortHeadings(from first: Int) {
        let rest = Array(headings.dropFirst(first))
        guard let top = rest.map(\.depth).min() else { return }
        liftSteps(rest, top)
        // Sections of the first language that no title here names are those of the titles that name none, in turn.
        let named = Set(rest.filter { $0.depth == top }.compactMap { knownSection($0)?.id })
        var left = (original?.sections ?? []).filter { !named.contains($0) }[...]
        var taken: Set<String> = []
        var section: TextHeading?
        for heading in rest where heading.depth == top {
            heading.role = .section
            heading.level = 2
            let dropped = heading.dropNumber(.section, language)
            var known = knownSection(heading)
            if let id = known?.id, let original, !left.isEmpty, !original.sections.contains(id) { known = nil }
            if let known, !taken.contains(known.id) {
                heading.id = known.id
                heading.newTitle = known.title
                if known.title == nil { heading.attributes = ["#\(known.id)"] }
                if let title = known.title, title != heading.title || dropped != nil {
                    note(.section, heading.lines, "“\(heading.title)” is the section “\(title)”")
                }
            } else if let known, known.id == section?.id,
                kind.sections.contains(where: { $0.id == known.id && $0.isSteps })
            {
                // A second solution is one more step.
                heading.role = .step
                heading.level = 3
                note(
                    .step, heading.lines,
                    "“\(heading.title)” is one more step, for a guide has its steps in one section", isOpen: true)
                continue
            } else {
                let own = left.popFirst()
                let slug = own ?? ValueNaming.slug(heading.title, most: 4, separator: "-") ?? "more"
                let isTaken = taken.contains(slug) || own == nil && kind.sections.contains { $0.id == slug }
                let id = isTaken ? "more-\(slug)" : slug
                heading.id = id
                heading.attributes = ["#\(id)"]
                note(.section, heading.lines, "“\(heading.title)” is a section of its own, `#\(id)`")
            }
            taken.insert(heading.id ?? "")
            section = heading
        }
        nest(rest, top)
    }

    /// A section that the kind knows, by its ID, its exact title or the beginning of one. No title means that the words stay.
    private func knownSection(_ heading: TextHeading) -> (id: String, title: String?)? {
        let title = String(heading.title.drop { !$0.isLetter })
        let ids = kind.sections.map(\.id)
        if let id = language.sections.first(where: { ids.contains($0.key) && $0.value.contains(title) })?.key {
            return (id, language.sections[id]?.first)
        }
        guard let (id, length) = language.imports.section(titled: title), ids.contains(id) else { return nil }
        // What stands behind a colon says more than the section's title does.
        let rest = title.dropFirst(length).drop { $0.isWhitespace || ":-–—(".contains($0) }
        let sign = title.dropFirst(length).first { !$0.isWhitespace }
        if let sign, ":–—-".contains(sign), rest.contains(" ") {
            return (id, nil)
        }
        return (id, language.sections[id]?.first)
    }

    /// Steps that stand beside the sections get a section of their own.
    private mutating func liftSteps(_ rest: [TextHeading], _ top: Int) {
        guard let steps = kind.sections.first(where: \.isSteps) else { return }
        let isStep = { [language] (heading: TextHeading) in
            let number = TypedNumber.length(in: heading.title, of: .section, language) ?? 0
            let folded = ImportWords.folded(String(decoding: Array(heading.title.utf8)[number...], as: UTF8.self))
            return language.writing.stepWords.contains { folded.hasPrefix(ImportWords.folded($0) + " ") }
                && TypedNumber.length(in: heading.title, of: .step, language) != nil
        }
        let tops = rest.filter { $0.depth == top }
        guard let first = tops.first(where: isStep),
            !tops.contains(where: { !isStep($0) && language.imports.section(titled: $0.title)?.id == steps.id })
        else { return }
        var isInStep = false
        for heading in rest {
            if heading.depth == top { isInStep = isStep(heading) }
            if isInStep { heading.depth += 1 }
        }
        let title = language.sections[steps.id]?.first ?? steps.id
        edits.replace(first.lines.lowerBound..<first.lines.lowerBound, with: "## \(title)\n\n")
        liftedSteps = first.lines.lowerBound
        note(.section, first.lines, "the steps from here on stand under “\(title)”")
    }

    /// Gives every heading below a section its level: each one deeper than what holds it, and none skipped.
    private mutating func nest(_ rest: [TextHeading], _ top: Int) {
        var holdsSteps = false
        var stack: [(depth: Int, level: Int)] = []
        for (index, heading) in rest.enumerated() {
            if heading.role == .section {
                holdsSteps = kind.sections.contains { $0.id == heading.id && $0.isSteps }
                stack = [(heading.depth, 2)]
                continue
            }
            if heading.lines.lowerBound == liftedSteps {
                holdsSteps = true
                stack = [(top, 2)]
            }
            if heading.role == .step {
                stack = [(top - 1, 2), (heading.depth, 3)]
            } else {
                while stack.count > 1, let last = stack.last, last.depth >= heading.depth { stack.removeLast() }
                heading.level = min(6, (stack.last?.level ?? 2) + 1)
                stack.append((heading.depth, heading.level))
            }
            guard holdsSteps else {
                if heading.depth >= 10 { heading.level = min(heading.level, 3) }
                continue
            }
            switch heading.level {
            case 3: readStep(heading)
            case 4: readOption(heading, isLonely: Self.isLonely(index, in: rest))
            default: break
            }
        }
    }

    /// Whether no heading beside one, in what holds it, is as deep.
    private static func isLonely(_ index: Int, in headings: [TextHeading]) -> Bool {
        let depth = headings[index].depth
        let after = headings[(index + 1)...].prefix(while: { $0.depth >= depth })
        let before = headings[..<index].reversed().prefix(while: { $0.depth >= depth })
        return !after.contains(where: { $0.depth == depth }) && !before.contains(where: { $0.depth == depth })
    }
}
