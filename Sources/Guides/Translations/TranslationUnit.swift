import CommonMark
import Sources

/// A part of an edition that is translated, and falls behind, as one: a section, or title and summary.
public struct TranslationUnit: Sendable {
    /// The fingerprints of a block.
    public struct Fingerprints: Sendable, Hashable {
        /// Of all that it says; nil where it was not asked for.
        public let exact: Fingerprint?
        /// Of what a translation has to follow; nil where it was not asked for.
        public let fair: FairFingerprint?
    }

    /// Which fingerprints are asked for; each of them takes time.
    public struct Forms: OptionSet, Sendable {
        /// The bits.
        public let rawValue: Int
        /// Puts bits together.
        public init(rawValue: Int) { self.rawValue = rawValue }

        /// The exact ones.
        public static let exact = Forms(rawValue: 1)
        /// The fair ones.
        public static let fair = Forms(rawValue: 2)
    }

    /// A block of the section's, by which changes are told.
    public struct Block: Sendable {
        /// What stands for its structure and its text, as far as that was asked for.
        public let fingerprints: Fingerprints
        /// Its lines in the file, from 1.
        public let lines: ClosedRange<Int>
        /// The number of the step that it is in; nil outside of steps.
        public let step: Int?
    }

    /// What title and summary are called: no section's ID has a space.
    public static let frontMatter = "front matter"

    /// What the text before the first heading of a free page is called.
    public static let lead = "first text"

    /// The section's ID, the same in every language.
    public let id: String
    /// The section's title; empty for title and summary.
    public let title: String
    /// The line of the heading, from 1.
    public let line: Int
    /// The blocks, in their order.
    public internal(set) var blocks: [Block] = []

    /// The exact fingerprint of all blocks together.
    public var fingerprint: Fingerprint {
        blocks.reduce(into: Fingerprint()) { $0.combine($1.fingerprints.exact ?? Fingerprint()) }
    }

    /// What is recorded of the blocks, all of which have both fingerprints.
    public var recorded: [TranslationRecords.Block] {
        blocks.compactMap { block in
            block.fingerprints.exact.map { TranslationRecords.Block(exact: $0, fair: block.fingerprints.fair) }
        }
    }

    /// The unit as messages name it.
    public var name: String {
        switch id {
        case Self.frontMatter: "title and summary"
        case Self.lead: "the text before the first heading"
        default: "the section “\(title)”"
        }
    }
}

extension Edition {
    /// The parts of the edition that are translated: title and summary, then each section that has an ID.
    ///
    /// - Parameter forms: which fingerprints of the blocks are made.
    public func translationUnits(_ forms: TranslationUnit.Forms = [.exact, .fair]) -> [TranslationUnit] {
        var units = [frontMatterUnit(forms)]
        if let lead {
            var unit = TranslationUnit(
                id: TranslationUnit.lead, title: "", line: max(1, lead.firstChild?.startLine ?? 1))
            for block in lead.children { append(block, to: &unit, forms, step: nil) }
            if !unit.blocks.isEmpty { units.append(unit) }
        }
        // Of two sections with one ID, which is a fault of its own, the first is the one that is meant.
        var known: Set<String> = []
        for part in parts where !part.id.isEmpty && known.insert(part.id).inserted {
            var unit = TranslationUnit(id: part.id, title: part.title, line: part.heading.startLine)
            // The titles of the kind's sections are the language's, not the author's.
            if part.role == .extra { append(part.heading, to: &unit, forms, step: nil) }
            append(part, to: &unit, forms, step: nil)
            units.append(unit)
        }
        return units
    }

    /// Adds the blocks of a part and of all below it, headings included.
    private func append(_ part: Part, to unit: inout TranslationUnit, _ forms: TranslationUnit.Forms, step: Int?) {
        for block in part.body.children { append(block, to: &unit, forms, step: step) }
        for below in part.parts {
            var step = step
            if case .step(let number) = below.kind { step = number }
            append(below.heading, to: &unit, forms, step: step)
            append(below, to: &unit, forms, step: step)
        }
    }

    private func append(_ block: Node, to unit: inout TranslationUnit, _ forms: TranslationUnit.Forms, step: Int?) {
        guard BlockFingerprinter.isText(block) else { return }
        let fingerprints = TranslationUnit.Fingerprints(
            exact: forms.contains(.exact) ? BlockFingerprinter.fingerprint(of: block, marks: marks) : nil,
            fair: forms.contains(.fair) ? FairFingerprinter.fingerprint(of: block, marks: marks) : nil)
        let lines = block.startLine...max(block.startLine, block.endLine)
        unit.blocks.append(TranslationUnit.Block(fingerprints: fingerprints, lines: lines, step: step))
    }

    private func frontMatterUnit(_ forms: TranslationUnit.Forms) -> TranslationUnit {
        var unit = TranslationUnit(id: TranslationUnit.frontMatter, title: "", line: line(ofKey: "title"))
        unit.blocks = [("title", title), ("summary", summary)].map { key, text in
            let line = line(ofKey: key)
            let fingerprints = TranslationUnit.Fingerprints(
                exact: forms.contains(.exact) ? BlockFingerprinter.fingerprint(of: text) : nil,
                fair: forms.contains(.fair) ? FairFingerprinter.fingerprint(of: text) : nil)
            return TranslationUnit.Block(fingerprints: fingerprints, lines: line...line, step: nil)
        }
        return unit
    }

    /// The line of the front matter that begins with a key; the first line where none does.
    package func line(ofKey key: String) -> Int {
        let lines = file.bytes[..<bodyStart].split(separator: 0x0A, omittingEmptySubsequences: false)
        return (lines.firstIndex { $0.starts(with: Array("\(key):".utf8)) } ?? 0) + 1
    }

    /// The text of a block as it was written, without blank lines at its end.
    public func text(of block: TranslationUnit.Block) -> String { file.text(ofLines: block.lines) }
}

extension SourceFile {
    /// The text of some lines, from 1, with line feeds between them and without white space at the end.
    public func text(ofLines range: ClosedRange<Int>) -> String {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
            .prefix(range.upperBound).dropFirst(range.lowerBound - 1)
        while let last = lines.last, last.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) { lines.removeLast() }
        return lines.map { String(decoding: $0.last == 0x0D ? $0.dropLast() : $0, as: UTF8.self) }
            .joined(separator: "\n")
    }
}
