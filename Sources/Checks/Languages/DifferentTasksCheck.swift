import CommonMark
import Sources

/// A list of tasks with other ticks than in the source language.
struct DifferentTasksCheck: ComparisonCheck {
    static let problems: [any Problem.Type] = [DifferentTasks.self]

    func diagnose(_ pair: EditionPair, in context: CheckContext) -> [Diagnostic] {
        let (translation, source) = (pair.translation, pair.source)
        guard translation.hasBoxes || source.hasBoxes else { return [] }
        let language = source.edition.language.name
        return pair.regions.flatMap { region, other -> [Diagnostic] in
            guard region.lists.count == other.lists.count else { return [] }
            return zip(region.lists, other.lists).compactMap { list, otherList -> Diagnostic? in
                let (own, theirs) = (list.tasks, otherList.tasks)
                guard own.count == theirs.count else { return nil }
                // A list that is sorted by its language has as many, at other places.
                let (ticked, otherTicked) = (own.filter { $0.isTicked == true }, theirs.filter { $0.isTicked == true })
                let (boxes, otherBoxes) = (own.filter { $0.isTicked != nil }, theirs.filter { $0.isTicked != nil })
                guard ticked.count != otherTicked.count || boxes.count != otherBoxes.count else { return nil }
                let first = zip(own, theirs).first { $0.isTicked != $1.isTicked }
                let problem = DifferentTasks(
                    count: ticked.count, sourceCount: otherTicked.count, language: language,
                    isBoxes: boxes.count != otherBoxes.count)
                return Diagnostic(
                    problem, at: translation.edition.file.place(line: (first?.0.item ?? list).startLine),
                    related: first.map { [source.note($0.1.item, "in \(language)")] } ?? [])
            }
        }
    }
}

extension EditionText {
    /// Whether there is a box of a task at all, from the file's bytes.
    fileprivate var hasBoxes: Bool {
        ["[x]", "[X]", "[ ]"].contains {
            edition.file.bytes.firstRange(of: Array($0.utf8), within: 0..<edition.file.bytes.count) != nil
        }
    }
}

extension Node {
    /// The items of a list; whether each is ticked, or has no box.
    fileprivate var tasks: [(item: Node, isTicked: Bool?)] {
        children.map { item in
            if case .taskMarker(let isChecked)? = item.firstChild?.firstChild?.kind {
                (item, isChecked)
            } else {
                (item, nil)
            }
        }
    }
}

struct DifferentTasks: Problem {
    static let description = CheckDescription(
        "different-tasks", .languages,
        summary: "A list of tasks with other ticks than in the source language.",
        why: "Readers of one language believe something to be done, or to be left to them, that is not.",
        mending: "Tick the same tasks in both.",
        faulty: [
            CheckExample(
                fr: "- [x] Ouvrir\n- [ ] Attendre", en: "- [x] Open\n⟦- [x] Wait⟧",
                "2 ticked tasks, and 1 ticked task in Français")
        ],
        clean: [
            CheckExample(fr: "- [x] Ouvrir\n- [ ] Attendre", en: "- [ ] Apply\n- [X] Open")
        ])

    let count: Int
    let sourceCount: Int
    let language: String
    let isBoxes: Bool

    var message: String {
        isBoxes
            ? "an item is a task in one language alone; compare with \(language)"
            : "\(count.counted("ticked task")), and \(sourceCount.counted("ticked task")) in \(language)"
    }
    var help: String? { "tick the same tasks in both languages" }
}
