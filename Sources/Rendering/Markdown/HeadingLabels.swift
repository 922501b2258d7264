import CommonMark
import Guides
import Sources

/// What the generator writes into headings for their authors: the numbers of steps, the letters of options.
struct HeadingLabels {
    let edition: FilledEdition

    /// Puts the labels into the headings, and returns what was added.
    func add() -> [Node] {
        var added: [Node] = []
        added.reserveCapacity(8)
        for section in edition.parts {
            for step in section.steps {
                added.append(number(step))
                for option in step.options { label(option, &added) }
            }
        }
        return added
    }

    /// “3. ”, which is written as it is and is no part of the heading's plain text.
    static func number(of step: Part) -> String { String(step.number) + ". " }

    private func number(_ step: Part) -> Node {
        let prefix = edition.document.makeCustomInline(printing: Self.number(of: step))
        step.heading.prepend(prefix)
        return prefix
    }

    private func label(_ option: Part, _ added: inout [Node]) {
        let language = edition.language
        let prefix = edition.document.makeText(OptionLabel.text(option, in: language) + language.term("colon") + " ")
        option.heading.prepend(prefix)
        added.append(prefix)
        guard option.isRecommended else { return }
        let suffix = edition.document.makeText(" (" + language.term("recommended") + ")")
        option.heading.append(suffix)
        added.append(suffix)
    }
}
