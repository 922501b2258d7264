import CommonMark
import Guides
import Sources

/// A translation and the edition that it was made from, with what the checks that compare the two share.
public struct EditionPair {
    /// The translation.
    let translation: EditionText
    /// The edition in the source language.
    let source: EditionText
    /// Where there are not as many steps or options on both sides.
    let stepDifferences: [EditionText.StepDifference]
    /// Headings that stand for each other and have different IDs.
    let anchorDifferences: [(translation: Part, source: Part)]
    /// The regions that stand for each other, as positions in both texts.
    let regionIndices: [(translation: Int, source: Int)]
    /// The regions that stand for each other.
    let regions: [(translation: EditionText.Region, source: EditionText.Region)]

    init(_ translation: EditionText, from source: EditionText) {
        self.translation = translation
        self.source = source
        stepDifferences = translation.stepDifferences(from: source)
        let anchors = AnchorPairing.differences(translation.edition, source.edition)
        anchorDifferences = anchors
        let indices = translation.regions(
            matching: source, stepDifferences, anchors.map { ($0.0.id, $0.1.id) })
        regionIndices = indices
        regions = indices.map { (translation.regions[$0], source.regions[$1]) }
    }

    /// The place of something that the translation lacks in a pair of regions: its block where that is known, else the
    /// region's heading.
    func place(ofMissing node: Node, in pair: (translation: Int, source: Int)) -> Place {
        BlockPairing(translation, pair.translation, source, pair.source).place(ofMissing: node)
            ?? translation.place(of: translation.regions[pair.translation])
    }

    /// Which of some blocks of one kind the translation lacks, and where it should stand: the one without which all is in
    /// order, else the first that is unlike what stands in its place.
    func missing(
        _ own: [Node], _ others: [Node], in pair: (translation: Int, source: Int), areAlike: (Node, Node) -> Bool
    ) -> (node: Node, place: Place)? {
        let blocks = BlockPairing(translation, pair.translation, source, pair.source)
        if others.count - own.count == 1 {
            for other in others {
                if let place = blocks.certainPlace(ofMissing: other) { return (other, place) }
            }
        }
        let unlike = others.indices.first { $0 >= own.count || !areAlike(own[$0], others[$0]) }
        return unlike.map { (others[$0], place(ofMissing: others[$0], in: pair)) }
    }
}

extension EditionText {
    /// The regions of two editions that stand for each other.
    ///
    /// Anchors are the same in every language; where a section has another number of steps, or a step of options,
    /// those that are most alike are taken for each other. A region in front of a heading that only one edition has is
    /// left out: where the heading is of another level or gone, the region holds what belongs to another one.
    fileprivate func regions(
        matching source: EditionText, _ differences: [StepDifference], _ anchors: [(String, String?)]
    ) -> [(translation: Int, source: Int)] {
        let counterparts = Dictionary(
            differences.flatMap(\.counterparts) + anchors, uniquingKeysWith: { first, _ in first })
        let own = Dictionary(regions.map { ($0.anchor, 1) }, uniquingKeysWith: +)
        let theirs = Dictionary(source.regions.indices.map { (source.regions[$0].anchor, [$0]) }, uniquingKeysWith: +)
        var matched: [Int: Int] = [:]
        for (index, region) in regions.enumerated() {
            // An anchor that is there twice, or none, says nothing.
            let anchor = counterparts[region.anchor] ?? region.anchor
            guard let anchor, own[region.anchor] == 1, let same = theirs[anchor], same.count == 1 else { continue }
            matched[index] = same[0]
        }
        let others = Set(matched.values)
        return regions.indices.compactMap { index in
            guard let other = matched[index] else { return nil }
            let isBounded = index + 1 == regions.count || matched[index + 1] != nil
            let isOtherBounded = other + 1 == source.regions.count || others.contains(other + 1)
            return isBounded && isOtherBounded ? (index, other) : nil
        }
    }

    /// The lines from a region's heading to the next one.
    func lines(of region: Region) -> Range<Int> {
        let index = regions.firstIndex { $0.heading == region.heading } ?? 0
        let next = index + 1 < regions.count ? regions[index + 1].heading?.startLine : nil
        let first = region.heading?.startLine ?? 0
        return first..<max(first, next ?? .max)
    }

    /// A section whose steps, or a step whose options, are not as many in both languages.
    struct StepDifference {
        /// The section or the step in the translation, and in the source.
        let translation: Node
        let source: Node
        /// How many there are.
        let counts: (translation: Int, source: Int)
        /// Whether options are counted.
        let isOptions: Bool
        /// The first that has no counterpart, in whichever edition has more.
        let surplus: Node?
        /// The anchor in the source of each anchor of the translation; nil where it has no counterpart.
        let counterparts: [(String, String?)]
    }

    fileprivate func stepDifferences(from source: EditionText) -> [StepDifference] {
        let sections = Dictionary(source.edition.parts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return edition.parts.flatMap { section -> [StepDifference] in
            guard !section.id.isEmpty, let other = sections[section.id] else { return [] }
            var pairs = Array(zip(section.steps, other.steps))
            var found: [StepDifference] = []
            if section.steps.count != other.steps.count {
                let (own, theirs) = (regionsByAnchor, source.regionsByAnchor)
                let alignment = Alignment(
                    section.steps.map { features(of: [$0.id] + $0.options.map(\.id), own) },
                    other.steps.map { source.features(of: [$0.id] + $0.options.map(\.id), theirs) })
                pairs = alignment.pairs.map { (section.steps[$0], other.steps[$1]) }
                let surplus =
                    section.steps.count > other.steps.count
                    ? alignment.firstUnmatched(in: section.steps.count, \.0).map { section.steps[$0].heading }
                    : alignment.firstUnmatched(in: other.steps.count, \.1).map { other.steps[$0].heading }
                let partners = Dictionary(pairs.map { ($0.0.id, $0.1.id) }, uniquingKeysWith: { first, _ in first })
                let counterparts = section.steps.map { ($0.id, partners[$0.id]) }
                let options = pairs.filter { $0.0.options.count == $0.1.options.count }.flatMap { step, otherStep in
                    zip(step.options, otherStep.options).map { ($0.id, Optional($1.id)) }
                }
                found.append(
                    StepDifference(
                        translation: section.heading, source: other.heading,
                        counts: (section.steps.count, other.steps.count), isOptions: false, surplus: surplus,
                        counterparts: counterparts + options))
            }
            return found + pairs.compactMap { optionDifference($0, $1, source) }
        }
    }

    private func optionDifference(_ step: Part, _ other: Part, _ source: EditionText) -> StepDifference? {
        guard step.options.count != other.options.count else { return nil }
        let (own, theirs) = (regionsByAnchor, source.regionsByAnchor)
        let alignment = Alignment(
            step.options.map { features(of: [$0.id], own) }, other.options.map { source.features(of: [$0.id], theirs) })
        let surplus =
            step.options.count > other.options.count
            ? alignment.firstUnmatched(in: step.options.count, \.0).map { step.options[$0].heading }
            : alignment.firstUnmatched(in: other.options.count, \.1).map { other.options[$0].heading }
        let partners = Dictionary(alignment.pairs, uniquingKeysWith: { first, _ in first })
        let counterparts = step.options.indices.map { index in
            (step.options[index].id, partners[index].map { other.options[$0].id })
        }
        return StepDifference(
            translation: step.heading, source: other.heading, counts: (step.options.count, other.options.count),
            isOptions: true, surplus: surplus, counterparts: counterparts)
    }

    /// What tells a step from another in whatever language: the values it asks for, where it links to, what it shows.
    private func features(of anchors: [String], _ byAnchor: [String: [Region]]) -> [String] {
        var features = ["options \(anchors.count)"]
        for region in anchors.flatMap({ byAnchor[$0] ?? [] }) {
            features += marks(of: region).map { "value \($0.name)" }
            features += region.links.map { "link \(edition.links[$0].target)" }
            features += region.codeBlocks.map { "code \($0.literal)" }
            features += region.lists.map { "list \($0.children.count)" }
            features += region.tables.map { _ in "table" }
        }
        return features
    }

    private var regionsByAnchor: [String: [Region]] { Dictionary(grouping: regions, by: \.anchor) }

    /// The place of a region's heading; of the first text of the page for what stands before all headings.
    func place(of region: Region) -> Place { region.heading.map { edition.place(of: $0) } ?? startOfText }

    /// The first line of the text, behind the front matter and comments; the title where there is no text.
    var startOfText: Place {
        let text = blocks.first { $0.node != nil && !$0.range.isEmpty } ?? blocks[0]
        let place = place(of: text)
        return place.endLine > place.line ? edition.file.place(line: place.line) : place
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
