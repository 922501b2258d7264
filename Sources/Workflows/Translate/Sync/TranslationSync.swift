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
        let (id, kind) = (guide.id, guide.kind)
        let found = line.check(guide, .all)
        var sections: [String] = []
        for state in guide.translationStates(
            from: source, values: project.configuration.values, forms: [.exact, .fair])
        {
            sections = state.units.map(\.source.id)
            guard options.language == nil || options.language == state.language,
                let edition = guide.edition(state.language)
            else { continue }
            var edits: [Fix.Edit] = []
            var synced: [TranslationState.Unit] = []
            for (unit, _) in state.behind where options.sections.isEmpty || options.sections.contains(unit.source.id) {
                do throws(SectionSync.Reason) {
                    edits += try self.edits(unit, edition, original, id, kind)
                    synced.append(unit)
                } catch {
                    result.diagnostics.append(refusal(error, unit, edition, id))
                }
            }
            // IDs of headings are the same in every language too; those within text that moves wait for another run.
            let anchors = anchorEdits(found, edition).filter { edit in !edits.contains { $0.range.overlaps(edit.range) }
            }
            edits += anchors
            guard !synced.isEmpty || !anchors.isEmpty else { continue }
            let new = edition.file.with(edits)
            let changed = SourceFile(path: edition.file.path, bytes: new)
            // The text is read again, so that what is recorded is what stands there.
            guard let after = edits.isEmpty ? edition : line.read(changed, as: edition, of: id, kind) else { continue }
            let units = Dictionary(
                after.translationUnits().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            for unit in state.units where !synced.contains(where: { $0.source.id == unit.source.id }) {
                // A link to a heading of the page may have another address now, which is no other translation.
                guard let record = unit.record, let translated = units[unit.source.id],
                    record.translation == unit.translation?.fingerprint, translated.fingerprint != record.translation
                else { continue }
                records.languages[state.language]?[unit.source.id] = TranslationRecords.Unit(
                    source: record.source, translation: translated.fingerprint, unchanged: record.unchanged)
            }
            if synced.isEmpty { result.sections += 1 }
            for unit in synced {
                guard let translated = units[unit.source.id],
                    translated.blocks.count == unit.source.blocks.count || unit.source.id == TranslationUnit.frontMatter
                else {
                    result.diagnostics.append(refusal(.uncertain, unit, edition, id))
                    edits = []
                    continue
                }
                records.languages[state.language]?[unit.source.id] = TranslationRecords.Unit(
                    source: unit.source.recorded, translation: translated.fingerprint)
                result.sections += 1
            }
            if !edits.isEmpty {
                result.changes.append(
                    FixPlan.Change(path: edition.file.path, old: edition.file.bytes, new: new, edits: edits))
            }
        }
        guard records != guide.translations else { return result }
        let path = LoadedProject.path(id, TranslationRecords.fileName)
        let text = records.text(languages: project.languages.map(\.tag), sections: sections)
        result.changes.append(FixPlan.Change(path: path, old: [], new: Array(text.utf8), edits: []))
        return result
    }

    /// What gives headings of a translation the IDs that the source has.
    private func anchorEdits(_ found: [Diagnostic], _ edition: Edition) -> [Fix.Edit] {
        let own = found.filter { $0.check == "different-anchors" && $0.place.path == edition.file.path }
        let plan = FixPlan(own) { $0 == edition.file.path ? edition.file.bytes : nil }
        return plan.changes.flatMap(\.edits)
    }

    private func edits(
        _ unit: TranslationState.Unit, _ edition: Edition, _ original: Edition, _ guide: String, _ kind: Kind
    ) throws(SectionSync.Reason) -> [Fix.Edit] {
        guard let record = unit.record, let translation = unit.translation else { throw .blocks }
        // What somebody has changed since it was accepted may be up to date already.
        guard record.translation == translation.fingerprint else { throw .changed }
        guard unit.source.id != TranslationUnit.frontMatter else { throw .words(line: unit.source.line) }
        let old = earlier?.edition(original, of: guide, kind) { earlier in
            earlier.translationUnits(.exact).first { $0.id == unit.source.id }?.recorded.map(\.exact)
                == record.source.map(\.exact)
        }
        guard let old else { throw .unknown }
        return try SectionSync(unit.source.id, of: edition, from: old, to: original).edits()
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

extension SourceFile {
    /// The file with some edits made, none of which overlap.
    fileprivate func with(_ edits: [Fix.Edit]) -> [UInt8] {
        var result: [UInt8] = []
        var start = 0
        for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            result += bytes[start..<edit.range.lowerBound]
            result += edit.replacement
            start = edit.range.upperBound
        }
        return result + bytes[start...]
    }
}
