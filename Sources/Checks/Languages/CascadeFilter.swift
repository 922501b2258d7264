import Sources

/// A problem of comparison that may be about something that one side alone has.
protocol OneSidedProblem: Problem {
    /// Whether the source has something that the translation lacks.
    var isLack: Bool { get }
    /// Whether the translation has something that the source lacks.
    var isSurplus: Bool { get }
}

/// Leaves of what a translation differs in what no other finding tells: an item that is missing takes its link and its
/// numbers with it, and is one fault.
struct CascadeFilter {
    /// Findings about whole blocks: whatever stands in those blocks is told by them.
    private static let structural: Set<String> = [
        "different-lists", "different-tables", "different-code-blocks", "different-alerts", "different-variants",
    ]

    private let source: EditionText
    private let translation: EditionText

    init(_ pair: EditionPair) { (source, translation) = (pair.source, pair.translation) }

    /// The findings in one text without those about signs that are another tool's markup, which is told as one.
    static func withoutForeign(_ found: [Diagnostic]) -> [Diagnostic] {
        let foreign = Dictionary(grouping: found.filter { $0.check == "foreign-markup" }, by: \.place.line)
        if foreign.isEmpty { return found }
        return found.filter { finding in
            guard let others = foreign[finding.place.line] else { return true }
            // The words of a comment are not the text's.
            if finding.check == "untranslated" {
                return !others.contains { ($0.problem as? ForeignMarkup)?.construct == .comment }
            }
            guard Self.signs.contains(finding.check) else { return true }
            return !others.contains { finding.place.isInside($0.place) }
        }
    }

    /// The findings of a comparison without the texts that are the same in both languages, where the whole page is told to
    /// be in the other one.
    static func withoutPage(_ found: [Diagnostic], _ own: [Diagnostic]) -> [Diagnostic] {
        guard own.contains(where: { ($0.problem as? Untranslated)?.blocks != nil }) else { return found }
        return found.filter { $0.check != "same-text" }
    }

    /// The findings of a comparison without links that a text is told to show as they are: one for each.
    static func withoutFailed(_ found: [Diagnostic], _ own: [Diagnostic]) -> [Diagnostic] {
        var failed = own.filter { ($0.problem as? LiteralMarkup)?.isLink == true }
        if failed.isEmpty { return found }
        return found.filter { finding in
            guard (finding.problem as? DifferentLinks)?.isLack == true,
                let index = failed.firstIndex(where: { $0.place.isWithin(finding.place) })
            else { return true }
            failed.remove(at: index)
            return false
        }
    }

    /// The findings of a comparison without notes that a text is told not to refer to.
    static func withoutNotes(_ found: [Diagnostic], _ own: [Diagnostic]) -> [Diagnostic] {
        let unused = Set(own.compactMap { ($0.problem as? UnusedFootnote)?.name.lowercased() })
        if unused.isEmpty { return found }
        return found.filter { finding in
            guard let notes = finding.problem as? DifferentFootnotes else { return true }
            let names = Set(notes.own.map { $0.lowercased() })
            return !names.symmetricDifference(notes.other.map { $0.lowercased() }).isSubset(of: unused)
        }
    }

    /// The findings without addresses in another language that a comparison tells at the same link.
    static func withoutRepetition(_ found: [Diagnostic]) -> [Diagnostic] {
        guard found.contains(where: { $0.check == "foreign-address" }) else { return found }
        let links = found.filter { $0.check == "different-links" || $0.check == "unsure-link" }
        if links.isEmpty { return found }
        return found.filter { finding in
            finding.check != "foreign-address" || !links.contains { finding.place.isInside($0.place) }
        }
    }

    /// Findings about single signs of a text.
    private static let signs: Set<String> = [
        "literal-markup", "straight-quote", "straight-apostrophe", "three-dots", "space-before-sign",
        "space-after-sign",
        "bare-address", "invisible-character",
    ]

    /// The findings without paragraphs that are missing, shorter or not in the source, where another finding says what of
    /// them is.
    private func withoutParagraphs(_ found: [Diagnostic]) -> [Diagnostic] {
        func side(_ finding: Diagnostic) -> (isLack: Bool, place: Place?)? {
            guard let problem = finding.problem as? any OneSidedProblem, problem.isLack || problem.isSurplus else {
                return nil
            }
            return (problem.isLack, problem.isLack ? finding.related.first?.place : finding.place)
        }
        guard found.contains(where: { $0.problem is DifferentParagraphs }) else { return found }
        let others = found.filter { !($0.problem is DifferentParagraphs) }
        return found.filter { finding in
            guard finding.problem is DifferentParagraphs, let own = side(finding), let place = own.place else {
                return true
            }
            return !others.contains { other in
                if Self.structural.contains(other.check) {
                    return place.isWithin(own.isLack ? other.related.first?.place ?? other.place : other.place)
                }
                guard let other = side(other), other.isLack == own.isLack else { return false }
                return other.place.map { $0.isWithin(place) } ?? false
            }
        }
    }

    /// The findings without those that follow from others. A page that is hardly begun lacks all that its source has.
    func apply(to all: [Diagnostic]) -> [Diagnostic] {
        guard all.count > 1 else { return all }
        var found = all
        if all.contains(where: { ($0.problem as? DifferentHeadings)?.isPage == true }) {
            found.removeAll { finding in
                Self.structural.contains(finding.check) || (finding.problem as? any OneSidedProblem)?.isLack == true
            }
        }
        found = withoutParagraphs(found)
        let blocks = found.filter { Self.structural.contains($0.check) }
        var lacking: [Place: Set<Int>] = [:]
        var surplus: Set<Int> = []
        let links = found.filter { $0.check == "different-links" || $0.check == "unsure-link" }
        let images = found.compactMap { ($0.problem as? DifferentImages)?.missing }
        return found.filter { finding in
            // The number of a ticket in the words of a link that leads to another ticket, and its title.
            if finding.check == "different-numbers" || finding.check == "different-labels",
                links.contains(where: { finding.place.isPart(of: $0.place) || $0.place.isPart(of: finding.place) })
            {
                return false
            }
            // An image whose sign came off is a link to a picture.
            if let surplus = (finding.problem as? DifferentLinks)?.surplus, images.contains(surplus) { return false }
            guard let problem = finding.problem as? any OneSidedProblem, problem.isLack || problem.isSurplus else {
                return true
            }
            if problem.isLack, let place = finding.related.first?.place {
                if blocks.contains(where: { $0.related.first.map { place.isWithin($0.place) } ?? false }) {
                    return false
                }
                return lacking[finding.place, default: []].insert(source.block(atLine: place.line)).inserted
            }
            if blocks.contains(where: { finding.place.isWithin($0.place) }) { return false }
            return surplus.insert(translation.block(atLine: finding.place.line)).inserted
        }
    }
}

extension Place {
    /// Whether a place lies within another one on its line.
    fileprivate func isPart(of other: Place) -> Bool {
        path == other.path && line == other.line && column > other.column
            && (other.endLine > line || endColumn <= other.endColumn)
    }

    /// Whether a place lies within another one that begins on its line, or is the same.
    fileprivate func isInside(_ other: Place) -> Bool {
        path == other.path && line == other.line && column >= other.column
            && (other.endLine > line || endLine == line && endColumn <= other.endColumn)
    }

    /// Whether a place lies on the lines of another one.
    fileprivate func isWithin(_ other: Place) -> Bool {
        path == other.path && line >= other.line && endLine <= other.endLine
    }
}

extension EditionText {
    /// The first line of the block that a line belongs to.
    fileprivate func block(atLine line: Int) -> Int {
        for block in blocks {
            if let node = block.node, node.startLine > 0, node.startLine <= line, line <= node.endLine {
                return node.startLine
            }
        }
        return line
    }
}
