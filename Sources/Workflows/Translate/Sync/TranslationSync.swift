import Checks
import Guides
import Sources
import Values

/// Carries over into the translations of one guide what changed in their source and needs no translator.
struct TranslationSync {
    /// What came of it.
    struct Result {
        /// The files that change.
        var changes: [FixPlan.Change] = []
        /// How many sections were brought up to date.
        var sections = 0
        /// Sections that are left to a person, and why.
        var diagnostics: [Diagnostic] = []
    }

    private let line: Line
    private let earlier: EarlierTexts?
    private let options: TranslationsOptions

    /// - Parameter earlier: where the source comes from that the translations were made from.
    init(_ line: Line, earlier: EarlierTexts?, _ options: TranslationsOptions) {
        self.line = line
        self.earlier = earlier
        self.options = options
    }

    func sync(_ guide: borrowing Guide) -> Result {
        var result = Result()
        let project = line.loaded.project
        guard let source = project.configuration.sourceLanguage, let original = guide.editions.first,
            var records = guide.translations, records.source == source
        else { return result }
        let subject = Subject(guide: guide.id, kind: guide.kind, original: original)
        let found = line.check(guide, .all)
        let states = guide.translationStates(
            from: source, values: project.configuration.values, forms: [.exact, .fair])
        for state in states where options.language == nil || options.language == state.language {
            guard let edition = guide.edition(state.language) else { continue }
            let change = sync(state, edition, subject, anchorEdits(found, edition), &result)
            for (id, unit) in change.records { records.languages[state.language]?[id] = unit }
            result.sections += change.sections
            if !change.edits.isEmpty {
                result.changes.append(edition.file.change(change.edits))
            }
        }
        guard records != guide.translations else { return result }
        let path = LoadedProject.path(guide.id, TranslationRecords.fileName)
        let sections = states.first?.units.map(\.source.id) ?? []
        let text = records.text(languages: project.languages.map(\.tag), sections: sections)
        result.changes.append(FixPlan.Change(path: path, old: [], new: Array(text.utf8), edits: []))
        return result
    }

    /// The guide whose translations are brought up to date.
    private struct Subject {
        let guide: String
        let kind: Kind
        let original: Edition
    }

    /// What becomes of one translation.
    private struct Change {
        var edits: [Fix.Edit] = []
        var records: [String: TranslationRecords.Unit] = [:]
        var sections = 0
    }

    /// A section that can be brought up to date.
    private struct Step {
        let unit: TranslationState.Unit
        let old: Edition
        let edits: [Fix.Edit]
    }

    private func sync(
        _ state: TranslationState, _ edition: Edition, _ subject: Subject, _ anchors: [Fix.Edit], _ result: inout Result
    ) -> Change {
        var steps: [Step] = []
        for unit in state.units where options.sections.isEmpty || options.sections.contains(unit.source.id) {
            do throws(SectionSync.Reason) {
                if let step = try step(unit, edition, subject, anchors) { steps.append(step) }
            } catch {
                // What need not be followed is nobody's task.
                if case .behind = unit.state { result.diagnostics.append(refusal(error, unit, edition, subject.guide)) }
            }
        }
        // A section whose text is not what it was to be is left out, and the others are tried again.
        while !steps.isEmpty || !anchors.isEmpty {
            var change = Change(edits: steps.flatMap(\.edits))
            // IDs of headings are the same in every language too; those within text that moves move with it.
            let apart = anchors.filter { anchor in
                !change.edits.contains { $0.range.overlaps(anchor.range) || $0.range.encloses(anchor.range) }
            }
            change.edits += apart
            guard !change.edits.isEmpty || !steps.isEmpty else { break }
            let file = edition.file.with(change.edits)
            guard
                let after = line.read(
                    file, as: edition, of: subject.guide, subject.kind, after: subject.original)
            else { break }
            let failed = steps.filter {
                !SectionSync.isProven($0.unit.source.id, (edition, after), ($0.old, subject.original))
            }
            if failed.isEmpty {
                record(steps, state, after, &change)
                if steps.isEmpty { change.sections += 1 }
                return change
            }
            for step in failed {
                if case .behind = step.unit.state {
                    result.diagnostics.append(refusal(.uncertain, step.unit, edition, subject.guide))
                }
            }
            steps.removeAll { step in failed.contains { $0.unit.source.id == step.unit.source.id } }
        }
        return Change()
    }

    /// What is recorded of a translation that was edited, as it stands there now.
    private func record(_ steps: [Step], _ state: TranslationState, _ after: Edition, _ change: inout Change) {
        let units = Dictionary(after.translationUnits().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for unit in state.units {
            let id = unit.source.id
            guard let record = unit.record, let translated = units[id] else { continue }
            if steps.contains(where: { $0.unit.source.id == id }) {
                change.sections += 1
                change.records[id] = TranslationRecords.Unit(
                    source: unit.source.recorded, translation: translated.fingerprint)
            } else if record.translation == unit.translation?.fingerprint, translated.fingerprint != record.translation
            {
                // A link to a heading of the page may have another address now, which is no other translation.
                change.records[id] = TranslationRecords.Unit(
                    source: record.source, translation: translated.fingerprint, unchanged: record.unchanged)
            }
        }
    }

    /// What gives headings of a translation the IDs that the source has.
    private func anchorEdits(_ found: [Diagnostic], _ edition: Edition) -> [Fix.Edit] {
        // Of a text with snippets, the places are those of the files that it was put together from.
        if edition.file.isComposed { return [] }
        let own = found.filter { $0.check == "different-anchors" && $0.place.path == edition.file.path }
        let plan = FixPlan(own) { $0 == edition.file.path ? edition.file.bytes : nil }
        return plan.changes.flatMap(\.edits)
    }

    /// What is to be done for a section; nil where nothing is.
    private func step(
        _ unit: TranslationState.Unit, _ edition: Edition, _ subject: Subject, _ anchors: [Fix.Edit]
    ) throws(SectionSync.Reason) -> Step? {
        guard let record = unit.record, let translation = unit.translation else { return nil }
        let isBehind = if case .behind = unit.state { true } else { false }
        let exact = record.source.map(\.exact)
        if !isBehind, unit.source.recorded.map(\.exact) == exact { return nil }
        let id = unit.source.id
        let old = earlier?.edition(subject.original, of: subject.guide, subject.kind) { earlier in
            earlier.translationUnits(.exact).first { $0.id == id }?.recorded.map(\.exact) == exact
        }
        guard let old else { throw .unknown }
        let isAccepted = record.translation == translation.fingerprint
        let edits = try SectionSync(
            id, of: edition, from: old, to: subject.original, isAccepted: isAccepted, others: anchors
        ).edits()
        for edit in edits {
            if let other = edition.file.foreignFile(in: edit.range) { throw .snippet(other.path) }
        }
        return isBehind || !edits.isEmpty ? Step(unit: unit, old: old, edits: edits) : nil
    }

    private func refusal(
        _ reason: SectionSync.Reason, _ unit: TranslationState.Unit, _ edition: Edition, _ guide: String
    ) -> Diagnostic {
        let name = unit.translation?.name ?? unit.source.name
        return Diagnostic(
            UnsyncedSection(unit: name, reason: reason, guide: guide, language: edition.language.tag),
            at: edition.file.place(line: unit.translation?.line ?? 1))
    }
}

extension Range<Int> {
    /// Whether a range, which may be empty, lies within this one and not at its edge.
    fileprivate func encloses(_ other: Range<Int>) -> Bool {
        other.lowerBound > lowerBound && other.upperBound < upperBound
    }
}

extension SourceFile {
    /// The text with some edits made, none of which overlap.
    fileprivate func with(_ edits: [Fix.Edit]) -> SourceFile { applying(edits.map { ($0.range, $0.replacement) }) }

    /// What edits of the text, which are not in snippets, make of its own file.
    fileprivate func change(_ edits: [Fix.Edit]) -> FixPlan.Change {
        let own = edits.map { Fix.Edit(in: self, replacing: $0.range, with: $0.replacement) }
        let file = self.own
        return FixPlan.Change(path: path, old: file.bytes, new: file.with(own).bytes, edits: own)
    }
}
