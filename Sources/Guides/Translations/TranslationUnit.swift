import CommonMark
import Sources

/// A part of an edition that is translated, and falls behind, as one: a section, or title and summary.
public struct TranslationUnit: Sendable {
    /// A block of the section's, by which changes are told.
    public struct Block: Sendable {
        /// What stands for its structure and its text.
        public let fingerprint: Fingerprint
        /// Its lines in the file, from 1.
        public let lines: ClosedRange<Int>
        /// The number of the step that it is in; nil outside of steps.
        public let step: Int?
    }

    /// What title and summary are called: no section's ID has a space.
    public static let frontMatter = "front matter"

    /// The section's ID, the same in every language.
    public let id: String
    /// The section's title; empty for title and summary.
    public let title: String
    /// The line of the heading, from 1.
    public let line: Int
    /// The blocks, in their order.
    public internal(set) var blocks: [Block] = []

    /// The fingerprint of all blocks.
    public var fingerprint: Fingerprint {
        blocks.reduce(into: Fingerprint()) { $0.combine($1.fingerprint) }
    }

    /// The unit as messages name it.
    public var name: String { id == Self.frontMatter ? "title and summary" : "the section “\(title)”" }
}

extension Edition {
    /// The parts of the edition that are translated: title and summary, then each section that has an ID.
    public var translationUnits: [TranslationUnit] {
        var units = [frontMatterUnit]
        // Of two sections with one ID, which is a fault of its own, the first is the one that is meant.
        var known: Set<String> = []
        for part in parts where !part.id.isEmpty && known.insert(part.id).inserted {
            var unit = TranslationUnit(id: part.id, title: part.title, line: part.heading.startLine)
            // The titles of the kind's sections are the language's, not the author's.
            if part.role == .extra { append(part.heading, to: &unit, step: nil) }
            append(part, to: &unit, step: nil)
            units.append(unit)
        }
        return units
    }

    /// Adds the blocks of a part and of all below it, headings included.
    private func append(_ part: Part, to unit: inout TranslationUnit, step: Int?) {
        for block in part.body.children { append(block, to: &unit, step: step) }
        for below in part.parts {
            var step = step
            if case .step(let number) = below.kind { step = number }
            append(below.heading, to: &unit, step: step)
            append(below, to: &unit, step: step)
        }
    }

    private func append(_ block: Node, to unit: inout TranslationUnit, step: Int?) {
        guard let fingerprint = BlockFingerprinter.fingerprint(of: block, marks: marks) else { return }
        let lines = block.startLine...max(block.startLine, block.endLine)
        unit.blocks.append(TranslationUnit.Block(fingerprint: fingerprint, lines: lines, step: step))
    }

    private var frontMatterUnit: TranslationUnit {
        var unit = TranslationUnit(id: TranslationUnit.frontMatter, title: "", line: line(ofKey: "title"))
        unit.blocks = [("title", title), ("summary", summary)].map { key, text in
            let line = line(ofKey: key)
            return TranslationUnit.Block(
                fingerprint: BlockFingerprinter.fingerprint(of: text), lines: line...line, step: nil)
        }
        return unit
    }

    /// The line of the front matter that begins with a key; the first line where none does.
    private func line(ofKey key: String) -> Int {
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
