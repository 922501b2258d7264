import CommonMark
import Sources
import Values

/// Makes the tree of parts: finds the headings, gives them their anchors, and moves every block under its heading.
struct PartReader {
    let kind: Kind
    let language: Language
    let file: SourceFile
    let marks: ValueMarks
    private(set) var diagnostics: [Diagnostic] = []
    /// What stands before the first heading of a free page.
    private(set) var lead: Node?
    private var anchors = Anchors()
    /// The parts in the order of the text, none of them in another yet.
    private var flat: [Part] = []
    private var counts = Counts()
    /// Whether text before the first section was told of: however long it is, it is one fault.
    private var hasLead = false

    /// How many there are so far: of steps and subheadings in the section, of options in the step.
    private struct Counts {
        var steps = 0
        var subheadings = 0
        var options = 0
        var section: Part?
        var step: Part?
    }

    init(kind: Kind, language: Language, file: SourceFile, marks: ValueMarks) {
        self.kind = kind
        self.language = language
        self.file = file
        self.marks = marks
        flat.reserveCapacity(24)
    }

    /// The parts of a tree.
    mutating func read(_ root: Node) -> [Part] {
        for block in root.children {
            guard block.kind == .heading else {
                if let last = flat.last {
                    last.body.append(block)
                } else if kind.isFree {
                    appendToLead(block)
                } else if block.kind != .htmlBlock, !hasLead {
                    hasLead = true
                    report(TextBeforeSections(), at: block)
                }
                continue
            }
            let attributes = HeadingAttributes.take(from: block)
            for word in attributes?.unknown ?? [] {
                let problem = UnknownAttribute(word: marks.restored(word))
                diagnostics.append(
                    Diagnostic(problem, at: file.place(line: block.startLine), fix: fix(problem, attributes, at: block))
                )
            }
            if let part = part(block, attributes) {
                let body = part.body
                block.insertAfter(body)
                flat.append(part)
            } else {
                flat.last?.body.append(block)
            }
        }
        var rest = flat[...]
        return Self.nested(&rest, below: 0)
    }

    /// The headings of a text of no guide, which may have classes of any name.
    mutating func looseHeadings(_ root: Node) -> [LooseHeading] {
        root.descendants(.heading).compactMap { heading in
            guard let attributes = HeadingAttributes.take(from: heading, guesses: false) else { return nil }
            var classes = attributes.isRecommended ? ["recommended"] : []
            for word in attributes.unknown {
                let name = word.dropFirst()
                if word.hasPrefix("."), !name.isEmpty,
                    name.utf8.allSatisfy({ $0.isASCIIAlphanumeric || $0 == 0x2D || $0 == 0x5F })
                {
                    classes.append(String(name))
                } else {
                    report(UnknownAttribute(word: marks.restored(word)), at: heading)
                }
            }
            return LooseHeading(node: heading, id: attributes.id, classes: classes)
        }
    }

    private mutating func appendToLead(_ block: Node) {
        if lead == nil {
            let body = block.document.makeCustomBlock()
            block.insertBefore(body)
            lead = body
        }
        lead?.append(block)
    }

    /// Takes parts off a list, as far as they stand below a level, each with those below itself.
    private static func nested(_ rest: inout ArraySlice<Part>, below level: Int) -> [Part] {
        var parts: [Part] = []
        while let part = rest.first, part.level > level {
            rest.removeFirst()
            part.parts = nested(&rest, below: part.level)
            parts.append(part)
        }
        return parts
    }

    /// Puts the sign before an ID that has none; nil where more is wrong with the braces.
    private func fix(_ problem: UnknownAttribute, _ attributes: HeadingAttributes?, at heading: Node) -> Fix? {
        guard let meant = problem.meant, !problem.word.hasPrefix("#"), attributes?.id == nil,
            attributes?.unknown.count == 1
        else { return nil }
        let line = file.range(ofLine: heading.startLine)
        guard let open = file.bytes[line].lastIndex(of: UInt8(ascii: "{")),
            let close = file.bytes[open..<line.upperBound].firstIndex(of: UInt8(ascii: "}"))
        else { return nil }
        let braces = "{\(meant)\(attributes?.isRecommended == true ? " .recommended" : "")}"
        return Fix("write `\(braces)`", in: file, replacing: open..<(close + 1), with: braces)
    }

    // MARK: Headings

    /// The part that a heading begins; nil where it stands at a place that it cannot have.
    private mutating func part(_ heading: Node, _ attributes: HeadingAttributes?) -> Part? {
        let level = heading.headingLevel
        if kind.isFree { return free(heading, attributes) }
        switch level {
        case 1:
            report(MisplacedHeading(level: 1, reason: .title), at: heading)
            return nil
        case 2: return section(heading, attributes)
        case _ where counts.section == nil:
            report(MisplacedHeading(level: level, reason: .noSection), at: heading)
            return nil
        case 3: return counts.section?.holdsSteps == true ? step(heading, attributes) : subheading(heading, attributes)
        case 4 where counts.section?.holdsSteps == true:
            guard let step = counts.step else {
                report(MisplacedHeading(level: 4, reason: .noStep), at: heading)
                return nil
            }
            return option(heading, attributes, of: step)
        default: return make(attributes?.id ?? "", .subheading, heading, attributes)
        }
    }

    /// A heading of any level: a section where it stands below no other.
    private mutating func free(_ heading: Node, _ attributes: HeadingAttributes?) -> Part {
        let isBelow = counts.section.map { heading.headingLevel > $0.level } ?? false
        let part = make(attributes?.id ?? "", isBelow ? .subheading : .section(.extra), heading, attributes)
        if !isBelow { counts.section = part }
        return part
    }

    private mutating func section(_ heading: Node, _ attributes: HeadingAttributes?) -> Part {
        let section: Part
        if let id = attributes?.id {
            section = make(id, .section(kind.rule(id).map { .known($0) } ?? .extra), heading, attributes)
        } else if let rule = kind.rule(titled: title(of: heading), in: language) ?? ruleBehindNumber(heading) {
            section = make(rule.id, .section(.known(rule)), heading, attributes)
        } else {
            section = make("", .section(.unknown), heading, attributes)
        }
        counts = Counts(section: section)
        return section
    }

    /// The rule of a section before whose title somebody typed a number, which is a fault of its own.
    private func ruleBehindNumber(_ heading: Node) -> SectionRule? {
        let title = title(of: heading)
        return TypedNumber.length(in: title, of: .section, language).flatMap {
            kind.rule(titled: String(decoding: Array(title.utf8)[$0...], as: UTF8.self), in: language)
        }
    }

    private mutating func step(_ heading: Node, _ attributes: HeadingAttributes?) -> Part {
        counts.steps += 1
        counts.options = 0
        let step = make(attributes?.id ?? "step-\(counts.steps)", .step(counts.steps), heading, attributes)
        counts.step = step
        return step
    }

    private mutating func option(_ heading: Node, _ attributes: HeadingAttributes?, of step: Part) -> Part {
        counts.options += 1
        let id = attributes?.id ?? "\(step.id)-option-\(counts.options)"
        let isRecommended = attributes?.isRecommended ?? false
        return make(id, .option(counts.options, isRecommended: isRecommended), heading, attributes)
    }

    private mutating func subheading(_ heading: Node, _ attributes: HeadingAttributes?) -> Part {
        counts.subheadings += 1
        let section = counts.section?.id ?? ""
        return make(attributes?.id ?? "\(section)-\(counts.subheadings)", .subheading, heading, attributes)
    }

    private mutating func make(_ id: String, _ kind: Part.Kind, _ heading: Node, _ attributes: HeadingAttributes?)
        -> Part
    {
        register(id, heading)
        return Part(
            id: id, namesID: attributes?.id != nil, kind: kind, heading: heading, title: title(of: heading),
            hasAttributes: attributes != nil, body: heading.document.makeCustomBlock())
    }

    /// A heading as text, with its placeholders as they were written.
    private func title(of heading: Node) -> String { marks.restored(heading.plainText) }

    private mutating func register(_ id: String, _ heading: Node) {
        guard !id.isEmpty, let first = anchors.add(id, heading) else { return }
        let related = Diagnostic.Related(file.place(line: first.startLine), "`#\(id)` is here already")
        diagnostics.append(
            Diagnostic(RepeatedAnchor(id: id), at: file.place(line: heading.startLine), related: [related]))
    }

    private mutating func report(_ problem: some Problem, at block: Node) {
        diagnostics.append(Diagnostic(problem, at: file.place(line: block.startLine)))
    }
}

/// The anchors of a page so far: a list that is looked through, and a table once there are many.
private struct Anchors {
    private var few: [(id: String, heading: Node)] = []
    private var all: [String: Node] = [:]

    /// Takes an anchor down; where there is one like it already, its heading.
    mutating func add(_ id: String, _ heading: Node) -> Node? {
        for index in few.indices where few[index].id == id { return few[index].heading }
        if few.count < 16 {
            if few.isEmpty { few.reserveCapacity(16) }
            few.append((id, heading))
            return nil
        }
        if let first = all[id] { return first }
        all[id] = heading
        return nil
    }
}

extension Kind {
    /// The rule of a section by its ID.
    func rule(_ id: String) -> SectionRule? { sections.first { $0.id == id } }

    /// The rule of a section by one of the titles that a language has for it.
    func rule(titled title: String, in language: Language) -> SectionRule? {
        let ids = language.sections(titled: title)
        return ids.isEmpty ? nil : sections.first { ids.contains($0.id) }
    }
}
