import CommonMark
import Guides
import Sources
import Values

extension GuideConversion {
    /// Puts head and sections together, the sections in the order of the kind.
    mutating func assemble() {
        let end = edits.source.count
        var cuts = headings.filter { $0.role == .section }.map { (id: $0.id ?? "", start: $0.lines.lowerBound) }
        if liftedSteps >= 0, let steps = kind.sections.first(where: \.isSteps) { cuts.append((steps.id, liftedSteps)) }
        cuts.sort { $0.start < $1.start }
        var introduction = source.bodyStart..<(cuts.first?.start ?? end)
        if let title = headings.first, title.role == .title, title.lines.lowerBound < introduction.upperBound {
            introduction = title.lines.upperBound..<introduction.upperBound
        }
        var pieces: [(rank: Int, id: String, text: String)] = []
        var rank = 0
        for (index, cut) in cuts.enumerated() {
            if let known = kind.sections.firstIndex(where: { $0.id == cut.id }) { rank = known }
            let range = cut.start..<(index + 1 < cuts.count ? cuts[index + 1].start : end)
            pieces.append((rank, cut.id, Self.trimmed(edits.text(in: range))))
        }
        let ordered = pieces.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(
            \.element)
        if ordered.map(\.id) != pieces.map(\.id) {
            note(
                .section, 0..<0,
                "the sections stand in the order \(ordered.map { "`\($0.id)`" }.joined(separator: ", "))")
        }
        pieces = ordered
        let lead = Self.trimmed(edits.text(in: introduction))
        let (summary, rest) = summary(lead, pieces)
        place(rest, into: &pieces)
        wrapSteps(&pieces)
        result.sections = pieces.map(\.id)
        for section in kind.sections where section.isRequired && !result.sections.contains(section.id) {
            let title = language.sections[section.id]?.first ?? section.id
            note(.section, 0..<0, "nothing in the text is the section “\(title)”, which such guides have", isOpen: true)
        }
        result.title = withPlaceholders(result.title)
        result.tags = PageConversion.tags(source.head) ?? []
        let extra = source.head.filter {
            !($0.key == "tags" && !result.tags.isEmpty)
                && !["title", "summary", "description", "excerpt", "lang", "language"].contains($0.key)
        }
        if !extra.isEmpty {
            let names = extra.map { "`\($0.key)`" }.joined(separator: ", ")
            note(.summary, 0..<0, "the head says \(names), which no guide has: kept under `extra:`")
        }
        var text =
            "---\ntitle: \(result.title.yamlText)\nsummary: \(withPlaceholders(summary).yamlText)\n\(HeadText.extra(extra))---\n"
        for piece in pieces { text += "\n" + piece.text + "\n" }
        result.markdown = Array(withPlaceholders(text, onlyPrivate: true).utf8)
    }

    private static func trimmed(_ bytes: [UInt8]) -> String {
        var text = bytes[...]
        while text.last?.isSpace == true { text.removeLast() }
        while let newline = text.firstIndex(of: 0x0A), text[..<newline].allSatisfy(\.isSpace) {
            text = text[(newline + 1)...]
        }
        return String(decoding: text, as: UTF8.self).replacing("\r\n", with: "\n")
    }

    /// The values' own texts as placeholders, in what has no tree.
    private func withPlaceholders(_ text: String, onlyPrivate: Bool = false) -> String {
        values.reduce(text) { text, value in
            guard value.isPrivate || !onlyPrivate && value.type == "identifier" else { return text }
            return value.written.reduce(text) { $0.replacing($1, with: "{{\(value.name)}}") }
        }
    }

    // MARK: The summary

    /// What a list of guides says of this one, and what is left of the text before the sections.
    private mutating func summary(_ lead: String, _ pieces: [(rank: Int, id: String, text: String)]) -> (String, String)
    {
        for key in ["summary", "description", "excerpt"] { if let text = source.text(key) { return (text, lead) } }
        let paragraphs = Self.paragraphs(lead)
        if let first = paragraphs.first {
            let sentence = Self.sentence(first)
            note(.summary, 0..<0, "the summary is what stands before the first section: “\(sentence)”")
            // A text that is all told by its summary need not say it again.
            return (sentence, paragraphs.count == 1 && sentence == first && Self.blocks(lead) == 1 ? "" : lead)
        }
        let first = pieces.first { $0.id == kind.sections.first?.id } ?? pieces.first
        let behind = first.map { String($0.text.drop { $0 != "\n" }) } ?? ""
        if let text = Self.paragraphs(behind).first(where: { $0.last.map { ".!?…»”)".contains($0) } == true }) {
            let sentence = Self.sentence(text)
            note(.summary, 0..<0, "the summary is taken from the first section: “\(sentence)”", isOpen: true)
            return (sentence, lead)
        }
        note(.summary, 0..<0, "the text says nothing of itself: the title stands for its summary", isOpen: true)
        return (result.title, lead)
    }

    private static func blocks(_ text: String) -> Int {
        (try? Document(parsing: Array(text.utf8)))?.root.children.reduce(0) { count, _ in count + 1 } ?? 0
    }

    /// The texts of the paragraphs that say something by themselves.
    private static func paragraphs(_ text: String) -> [String] {
        guard let document = try? Document(parsing: Array(text.utf8)) else { return [] }
        let quoted = document.root.children.flatMap { block in
            // What stands in a quote, and is no alert, is said as well.
            block.kind == .blockQuote && block.firstChild?.kind == .paragraph && block.firstChild?.next == nil
                ? [block.firstChild ?? block] : [block]
        }
        return quoted.filter { $0.kind == .paragraph && !isRecord($0) }.map { $0.plainText.trimmingSpace }
            .filter {
                !$0.hasSuffix(":") && $0.contains(" ") && !$0.hasPrefix("{{") && !$0.hasPrefix("[")
                    && $0.contains { $0.isLetter }
            }
    }

    /// Whether a paragraph is a list of what a document is and whose, “Owner: the team”, line by line.
    private static func isRecord(_ paragraph: Node) -> Bool {
        let document = paragraph.document
        let lines = (paragraph.startLine...paragraph.endLine).map {
            String(decoding: document.source[document.line($0)], as: UTF8.self)
        }
        return (lines.count > 1 || lines[0].count < 60)
            && lines.allSatisfy { line in
                guard let colon = line.firstIndex(of: ":") else { return false }
                let words = line[..<colon].drop { !$0.isLetter }
                return words.count < 30 && words.split(separator: " ").count < 5 && line.count < 100
                    && words.first?.isUppercase == true
            }
    }

    /// The first sentence of a text.
    private static func sentence(_ text: String) -> String {
        guard text.count > 120 else { return text }
        var end = text.startIndex
        while let stop = text[end...].firstIndex(where: { ".!?".contains($0) }) {
            let next = text.index(after: stop)
            if next == text.endIndex { return text }
            if text[next] == " ", text.distance(from: text.startIndex, to: stop) > 20 { return String(text[..<next]) }
            end = next
        }
        return text
    }

    /// What stood before the sections begins the first one.
    private func place(_ rest: String, into pieces: inout [(rank: Int, id: String, text: String)]) {
        guard !rest.isEmpty, let first = kind.sections.first?.id else { return }
        if let index = pieces.firstIndex(where: { $0.id == first }) {
            let heading = pieces[index].text.prefix { $0 != "\n" }
            pieces[index].text = heading + "\n\n" + rest + pieces[index].text.dropFirst(heading.count)
        } else {
            pieces.insert((0, first, "## \(language.sections[first]?.first ?? first)\n\n\(rest)"), at: 0)
        }
    }

    // MARK: Steps without headings

    /// A section of steps that has no headings gets them: from a numbered list whose items begin in bold, or as one step.
    private mutating func wrapSteps(_ pieces: inout [(rank: Int, id: String, text: String)]) {
        guard let id = kind.sections.first(where: \.isSteps)?.id, let index = pieces.firstIndex(where: { $0.id == id }),
            let document = try? Document(parsing: Array(pieces[index].text.utf8)),
            !document.root.children.contains(where: { $0.kind == .heading && $0.headingLevel == 3 }),
            let list = document.root.children.first(where: { list in
                list.kind == .list
                    && (list.isOrdered || list.children.allSatisfy { numberedStep($0, document) != nil })
            })
        else { return }
        let items = list.children.map { $0 }
        var edits = SourceEdits(document.source)
        for item in items {
            guard let steps = step(item, document) else { return }
            edits.replace(steps.range, with: steps.text)
        }
        pieces[index].text = Self.trimmed(edits.text(in: 0..<document.source.count))
        note(.step, 0..<0, "the \(items.count) items of the numbered list are the steps")
    }

    /// An item of a list as a step: its first words in bold, or its first sentence, are the title.
    private func step(_ item: Node, _ document: Document) -> (range: Range<Int>, text: String)? {
        guard let paragraph = item.firstChild, paragraph.kind == .paragraph, let content = paragraph.sourceRange else {
            return nil
        }
        let range = document.line(item.startLine).lowerBound..<document.line(item.endLine).upperBound
        let margin = content.lowerBound - document.line(item.startLine).lowerBound
        var title: String
        var rest: [UInt8]
        if let words = numberedStep(item, document) {
            title = words
            rest = Array(document.source[document.line(paragraph.startLine).upperBound..<range.upperBound])
        } else if let strong = paragraph.firstChild, strong.kind == .strong, let inner = strong.firstChild?.sourceRange,
            let outer = strong.sourceRange,
            let last = strong.lastChild?.sourceRange
        {
            title = String(decoding: document.source[inner.lowerBound..<last.upperBound], as: UTF8.self)
            rest = Array(document.source[outer.upperBound..<range.upperBound])
            let text = String(decoding: rest, as: UTF8.self).drop {
                $0.isWhitespace && $0 != "\n" || ":.–—-".contains($0)
            }
            rest = Array((text.prefix(1).uppercased() + text.dropFirst()).utf8)
        } else {
            let end = min(content.upperBound, document.line(paragraph.startLine).upperBound)
            let words = String(decoding: document.source[content.lowerBound..<end], as: UTF8.self)
            guard let cut = Self.titleEnd(words) else { return nil }
            title = String(words[..<cut])
            rest = Array(document.source[(content.lowerBound + title.utf8.count)..<range.upperBound])
            if cut < words.endIndex { rest = Array(rest.drop { $0.isSpace || ".:;,".utf8.contains($0) }) }
        }
        while let last = title.last, ".:; \u{A0}".contains(last) { title.removeLast() }
        let lines = String(decoding: rest, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map {
            line in
            String(line.dropFirst(min(margin, line.prefix { $0 == " " }.count)))
        }
        let body = Self.trimmed(Array(lines.joined(separator: "\n").utf8))
        // A step that says nothing below its title would be empty: the title says it once more, as a sentence.
        return (range, "### \(title)\n\n\(body.isEmpty ? title + "." : body)\n")
    }

    /// What follows the number that an item types for a step, “**Step 1.** Open it”; nil where it types none.
    private func numberedStep(_ item: Node, _ document: Document) -> String? {
        guard let paragraph = item.firstChild, paragraph.kind == .paragraph else { return nil }
        var line = String(decoding: document.source[document.line(paragraph.startLine)], as: UTF8.self)
        line = String(line.drop { " -*+".contains($0) || $0 == "\t" })
        for box in ["[ ] ", "[x] ", "[X] "] where line.hasPrefix(box) { line = String(line.dropFirst(box.count)) }
        // A list begins with a star, and so does what is bold.
        guard let word = line.firstIndex(where: { $0.isLetter || $0.isNumber }) else { return nil }
        let plain = String(line[word...]).replacing("**", with: "")
        guard let length = TextHeading.numberLength(in: plain, .step, language),
            language.writing.stepWords.contains(where: {
                ImportWords.folded(plain).hasPrefix(ImportWords.folded($0) + " ")
            })
        else { return nil }
        let title = String(decoding: Array(plain.utf8)[length...], as: UTF8.self).trimmingSpace
        return title.isEmpty || title.count > 120 ? nil : title
    }

    /// Where the words of a line end that may be a title: all of them, or the first sentence or part of it. Nil where the title
    /// would be too long.
    private static func titleEnd(_ words: String) -> String.Index? {
        if words.count < 100 { return words.endIndex }
        for sign in [". ", ": ", "; ", " – ", " — ", ", "] {
            guard let place = words.range(of: sign) else { continue }
            let length = words.distance(from: words.startIndex, to: place.lowerBound)
            if (8..<100).contains(length), !words[..<place.lowerBound].contains("`") { return place.lowerBound }
        }
        return nil
    }
}
