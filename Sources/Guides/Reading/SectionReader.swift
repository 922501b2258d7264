import CommonMark

/// Finds the sections, steps and options of a tree, and gives them their anchors.
struct SectionReader {
    let kind: Kind
    let language: Language
    let guide: String
    let file: SourceFile
    let marks: ValueMarks
    private(set) var sections: [Section] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var anchors = Anchors()

    init(kind: Kind, language: Language, guide: String, file: SourceFile, marks: ValueMarks) {
        sections.reserveCapacity(8)
        self.kind = kind
        self.language = language
        self.guide = guide
        self.file = file
        self.marks = marks
    }

    mutating func read(_ root: Node) {
        for block in root.children {
            switch block.kind {
            case .heading: break
            case .htmlBlock: continue
            default:
                readContent(block)
                continue
            }
            let attributes = HeadingAttributes.take(from: block)
            for word in attributes?.unknown ?? [] {
                report(UnknownAttribute(word: marks.restored(word)), at: block)
            }
            let level = block.headingLevel
            switch level {
            case 1: report(MisplacedHeading(level: 1, reason: .title), at: block)
            case 2: readSection(block, attributes)
            case 3: readStep(block, attributes)
            case 4 where sections.last?.holdsSteps == true: readOption(block, attributes)
            default:
                sections.isEmpty
                    ? report(MisplacedHeading(level: level, reason: .noSection), at: block) : ()
            }
            if level != 2, !sections.isEmpty { fillLast() }
        }
    }

    private mutating func readContent(_ block: Node) {
        if sections.isEmpty {
            report(TextBeforeSections(), at: block)
        } else {
            fillLast()
        }
    }

    /// Something stands in the last section.
    private mutating func fillLast() {
        // Written once a section, and not for each of its blocks.
        if sections[sections.count - 1].isEmpty { sections[sections.count - 1].isEmpty = false }
    }

    private mutating func readSection(_ heading: Node, _ attributes: HeadingAttributes?) {
        let title = title(of: heading)
        let role: Section.Role
        let id: String
        if let explicit = attributes?.id {
            id = explicit
            role = kind.rule(explicit).map { .known($0) } ?? .extra
        } else if let rule = kind.rules(titled: title, in: language) {
            id = rule.id
            role = .known(rule)
        } else {
            id = ""
            role = .unknown
        }
        register(id, heading)
        sections.append(Section(id: id, role: role, heading: heading, title: title))
    }

    private mutating func readStep(_ heading: Node, _ attributes: HeadingAttributes?) {
        guard !sections.isEmpty else {
            report(MisplacedHeading(level: 3, reason: .noSection), at: heading)
            return
        }
        let last = sections.count - 1
        if sections[last].holdsSteps {
            let number = sections[last].steps.count + 1
            let id = attributes?.id ?? "step-\(number)"
            register(id, heading)
            let step = Step(id: id, number: number, heading: heading, title: title(of: heading))
            sections[last].steps.append(step)
        } else {
            let id = attributes?.id ?? "\(sections[last].id)-\(sections[last].subheadings.count + 1)"
            register(id, heading)
            sections[last].subheadings.append(Subheading(id: id, heading: heading))
        }
    }

    private mutating func readOption(_ heading: Node, _ attributes: HeadingAttributes?) {
        guard let step = sections.last?.steps.last else {
            report(MisplacedHeading(level: 4, reason: .noStep), at: heading)
            return
        }
        let number = step.options.count + 1
        let id = attributes?.id ?? "\(step.id)-option-\(number)"
        register(id, heading)
        let option = StepOption(
            id: id, number: number, heading: heading, title: title(of: heading),
            isRecommended: attributes?.isRecommended ?? false)
        sections[sections.count - 1].steps[step.number - 1].options.append(option)
    }

    /// A heading as text, with its placeholders as they were written.
    private func title(of heading: Node) -> String { marks.restored(heading.plainText) }

    private mutating func register(_ id: String, _ heading: Node) {
        guard !id.isEmpty else { return }
        if let first = anchors.add(id, heading) {
            let related = Diagnostic.Related(file.place(line: first.startLine), "`#\(id)` is here already")
            diagnostics.append(
                Diagnostic(RepeatedAnchor(id: id), at: file.place(line: heading.startLine), related: [related]))
        }
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
    func rules(titled title: String, in language: Language) -> SectionRule? {
        let ids = language.sections(titled: title)
        return ids.isEmpty ? nil : sections.first { ids.contains($0.id) }
    }
}
