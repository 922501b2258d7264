import CommonMark
import Guides

extension EditionText {
    /// The regions of two editions that stand for each other, by their anchors.
    ///
    /// Where a section has another number of steps, or a step of options, nobody can tell which is which: they are
    /// left out, and the number is what is reported.
    func regions(matching source: EditionText) -> [(translation: Region, source: Region)] {
        let unclear = Set(stepDifferences(from: source).flatMap(\.anchors))
        return regions.compactMap { region in
            guard !unclear.contains(region.anchor) else { return nil }
            return source.regions.first { $0.anchor == region.anchor }.map { (region, $0) }
        }
    }

    /// A section whose steps, or a step whose options, are not as many in both languages.
    struct StepDifference {
        /// The section or the step in the translation, and in the source.
        let translation: Node
        let source: Node
        let title: String
        /// How many there are.
        let counts: (translation: Int, source: Int)
        /// Whether options are counted.
        let isOptions: Bool
        /// The first that has no counterpart, in whichever edition has more.
        let surplus: Node?
        /// The anchors that cannot be compared.
        let anchors: [String]
    }

    func stepDifferences(from source: EditionText) -> [StepDifference] {
        edition.sections.flatMap { section -> [StepDifference] in
            guard !section.id.isEmpty, let other = source.edition.sections.first(where: { $0.id == section.id }) else {
                return []
            }
            if section.steps.count != other.steps.count {
                let all = (section.steps + other.steps).flatMap { [$0.id] + $0.options.map(\.id) }
                let (more, fewer) =
                    section.steps.count > other.steps.count
                    ? (section.steps, other.steps) : (other.steps, section.steps)
                return [
                    StepDifference(
                        translation: section.heading, source: other.heading, title: section.title,
                        counts: (section.steps.count, other.steps.count), isOptions: false,
                        surplus: more.dropFirst(fewer.count).first?.heading, anchors: all)
                ]
            }
            return zip(section.steps, other.steps).compactMap { step, otherStep in
                guard step.options.count != otherStep.options.count else { return nil }
                let (more, fewer) =
                    step.options.count > otherStep.options.count
                    ? (step.options, otherStep.options) : (otherStep.options, step.options)
                return StepDifference(
                    translation: step.heading, source: otherStep.heading, title: step.title,
                    counts: (step.options.count, otherStep.options.count), isOptions: true,
                    surplus: more.dropFirst(fewer.count).first?.heading,
                    anchors: (step.options + otherStep.options).map(\.id))
            }
        }
    }

    /// The place of a region's heading; of the file's first line for what stands before all headings.
    func place(of region: Region) -> Place {
        region.heading.map { edition.place(of: $0) } ?? edition.file.place(line: 1)
    }

    /// The place of a block, without the empty lines that libcmark counts to it.
    func place(ofBlock node: Node) -> Place {
        guard let range = node.sourceRange else { return edition.place(of: node) }
        let end = edition.file.bytes[range].lastIndex { !$0.isSpace }.map { $0 + 1 } ?? range.upperBound
        return edition.file.place(range.lowerBound..<end)
    }

    /// The note that shows where something stands in the source language.
    func note(_ node: Node, _ message: String) -> Diagnostic.Related {
        Diagnostic.Related(node.kind.isBlock ? place(ofBlock: node) : edition.place(of: node), message)
    }
}
